import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandError } from '../../platform/errors';
import { fileReason } from '../../platform/file-reason';

/** More lines than this nobody reads. */
const MOST_PROBLEMS = 50;

/** The file of a command. Throws CommandError when it is not there or not JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`读不了文件 ${path}：${fileReason(error)}。`, { cause: error });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CommandError(`${path} 不是能读的 JSON（${(error as Error).message}）。`, { cause: error });
  }
}

/** What is wrong with a file, a line each. */
export function problemText(path: string, lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_PROBLEMS).map(line => `  ${line}`);
  const more = lines.length > MOST_PROBLEMS ? [`  还有 ${lines.length - MOST_PROBLEMS} 处`] : [];
  return [`${basename(path)} 有 ${lines.length} 处问题，什么也没有写入：`, ...shown, ...more].join('\n');
}
