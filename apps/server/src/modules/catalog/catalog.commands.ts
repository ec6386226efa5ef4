import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportResult } from '@bandeng/contracts/types';
import { AppError, CommandError, usageError } from '../../platform/errors';
import { fileReason } from '../../platform/file-reason';
import type { Command } from '../../platform/module';
import type { CatalogDeps } from './deps';
import { exportCatalog } from './export-catalog';
import { importCatalog } from './import-catalog';
import { UnreadableWorkbook } from './sheets/sheet';

const IMPORT_USAGE = 'catalog import <表.xlsx> [--domain <编号或名称>] [--dry-run] [--skip-bad] [--in-force]';
const EXPORT_USAGE = 'catalog export [<表.xlsx>] [--edition <编号>] [--domain <编号>]';

export function catalogCommands(deps: CatalogDeps): Command[] {
  return [
    {
      name: 'catalog import',
      usage: IMPORT_USAGE,
      summary: '读入国家统一格式的标准目录，存为草案，或者让它现行',
      run: async (args, { output }) => {
        const { path, domain, isDryRun, skipsBad, isInForce } = readImportArguments(args);
        const bytes = await readInput(path);
        const result = await importCatalog(deps, 'system', { bytes, domain, isDryRun, skipsBad, isInForce }).catch(
          (error: unknown) => {
            throw error instanceof UnreadableWorkbook
              ? new CommandError(`${basename(path)}：${error.message}`, { cause: error })
              : error;
          },
        );
        report(result, { isDryRun, skipsBad, isInForce }, output);
      },
    },
    {
      name: 'catalog export',
      usage: EXPORT_USAGE,
      summary: '把现行目录或者一个版本导出为国家统一格式的 xlsx',
      run: async (args, { output }) => {
        const { values, positionals } = parse(args, EXPORT_USAGE, {
          edition: { type: 'string' },
          domain: { type: 'string' },
        });
        const { edition, domain } = values as { edition?: string; domain?: string };
        const [file = `标准目录-${deps.clock.today()}.xlsx`, ...more] = positionals;
        if (more.length > 0) throw usageError('只能写一个文件', EXPORT_USAGE);
        const target = resolve(file);
        const { bytes, entryCount, domainCount } = await exportCatalog(deps, {
          editionId: edition,
          domainId: domain,
        }).catch((error: unknown) => {
          throw error instanceof AppError
            ? new CommandError(nothingToExport({ edition, domain }), { cause: error })
            : error;
        });
        await writeOutput(target, bytes);
        output(`已导出 ${domainCount} 个领域、${entryCount} 个事项：${target}`);
      },
    },
  ];
}

function parse(args: readonly string[], usage: string, options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError('看不懂这条命令', usage, error);
  }
}

function readImportArguments(args: readonly string[]) {
  const { values, positionals } = parse(args, IMPORT_USAGE, {
    domain: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-bad': { type: 'boolean' },
    'in-force': { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw usageError('要写一个 xlsx 文件', IMPORT_USAGE);
  return {
    path: resolve(file),
    domain: values.domain as string | undefined,
    isDryRun: values['dry-run'] === true,
    skipsBad: values['skip-bad'] === true,
    isInForce: values['in-force'] === true,
  };
}

async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`读不了文件 ${path}：${fileReason(error)}。`, { cause: error });
  }
}

/** Whole or not at all: written beside its place, then moved there. */
async function writeOutput(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new CommandError(`写不了文件 ${path}：${fileReason(error)}。`, { cause: error });
  }
}

const nothingToExport = ({
  edition,
  domain,
}: {
  edition?: string | undefined;
  domain?: string | undefined;
}): string => {
  if (edition !== undefined)
    return `没有编号为 ${edition} 的目录版本，或者它${domain === undefined ? '' : '在这个领域'}没有事项。`;
  return domain === undefined ? '还没有现行的目录，没有可以导出的事项。' : `${domain} 领域没有现行的事项。`;
};

function report(
  result: ImportResult,
  given: { isDryRun: boolean; skipsBad: boolean; isInForce: boolean },
  output: (line: string) => void,
): void {
  const { problems, notes, domains, entryCount, skipped, editionId, created } = result;
  notes.forEach(note => output(`提示：${note}`));
  problems.forEach(({ sheet, row, message }) => output(`“${sheet}”第 ${row} 行：${message}`));
  const sum = `${domains.length} 个领域 ${entryCount} 个事项`;
  if (problems.length > 0 && (!given.skipsBad || entryCount === 0)) {
    const advice = entryCount === 0 ? '没有可以导入的事项' : '改好后再导入，或者加 --skip-bad 跳过这些行';
    throw new CommandError(`有 ${problems.length} 处问题，什么也没有写入：${advice}。`);
  }
  domains.forEach(({ id, name, entryCount: count, inForceCount }) => {
    const before = given.isInForce ? `，生效后代替现行的 ${inForceCount} 个` : '';
    output(`${name}（${id}）：${count} 个事项${before}`);
  });
  if (skipped > 0) output(`跳过了 ${skipped} 行有问题的，只取没有问题的行。`);
  if (given.isDryRun) output(`试读完成：${sum}，什么也没有写入。`);
  else if (created) output(`已导入 ${sum}，${given.isInForce ? '已经现行' : '存为草案'}，目录版本 ${editionId}`);
  else
    output(
      `内容和已有的目录一样（${sum}），没有新写入${given.isInForce ? '，已经现行' : ''}，目录版本 ${editionId ?? '现行各版本'}`,
    );
}
