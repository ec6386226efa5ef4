import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError, usageError } from '../../../platform/errors';
import type { Command } from '../../../platform/module';
import type { NoticesDeps } from '../deps';
import { importNotices } from './import-notices';

const USAGE = 'notices import <文件夹|xlsx|atom> [--dry-run]';

export const importCommand = (deps: NoticesDeps): Command => ({
  name: 'notices import',
  usage: USAGE,
  summary: '从文件夹、xlsx 或者 Atom 导入以前公开过的信息',
  run: async (args, { output }) => {
    const { path, isDryRun } = readArguments(args);
    const summary = await importNotices(deps, { path, isDryRun });
    summary.problems.forEach(output);
    if (summary.problems.length > 0)
      throw new CommandError(`有 ${summary.problems.length} 处问题，什么也没有写入：改好后再导入。`);
    if (summary.new + summary.changed + summary.same === 0)
      throw new CommandError(`${path} 里没有找到可以导入的内容，什么也没有写入。`);
    const counts = `新的 ${summary.new} 条，改过的 ${summary.changed} 条，没有变的 ${summary.same} 条`;
    output(isDryRun ? `试读完成：${counts}，什么也没有写入。` : `已导入：${counts}。`);
  },
});

function readArguments(args: readonly string[]): { path: string; isDryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { path: resolve(path), isDryRun: values['dry-run'] };
  } catch (error) {
    throw usageError('看不懂这条命令', USAGE, error);
  }
  throw usageError('要写一个文件夹或者文件', USAGE);
}
