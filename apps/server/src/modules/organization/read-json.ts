import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandError } from '../../platform/errors';

/** More lines than this nobody reads. */
const MOST_PROBLEMS = 50;

/** The file of a command. Throws CommandError when it is not there or not JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** What is wrong with a file, a line each. */
export function problemText(path: string, lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_PROBLEMS).map(line => `  ${line}`);
  const more = lines.length > MOST_PROBLEMS ? [`  and ${lines.length - MOST_PROBLEMS} more`] : [];
  return [`${basename(path)} has ${lines.length} problems, nothing was written:`, ...shown, ...more].join('\n');
}
