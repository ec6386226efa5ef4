import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { Organization } from './index';
import { FileProblems, readOrganizationFile } from './organization-file';

const USAGE = 'organization import <file.json> [--dry-run]';
/** More lines than this nobody reads. */
const MOST_PROBLEMS = 50;

/** `organization import`: areas, units, places and guides of a district; docs/operations.md shows the file. */
export function organizationCommands(organization: Organization): Command[] {
  return [
    {
      name: 'organization import',
      usage: USAGE,
      summary: 'adds or replaces areas, units, places and guides by id; all of the file or nothing',
      run: async (args, { output }) => {
        const isDryRun = args.includes('--dry-run');
        const [path, ...rest] = args.filter(arg => arg !== '--dry-run');
        if (!path || path.startsWith('-') || rest.length > 0) throw new CommandError(`Usage: ${USAGE}`);
        const data = await readOrganizationFile(organization, await readJson(path)).catch((error: unknown) => {
          throw error instanceof FileProblems ? new CommandError(wordsOf(path, error.lines), { cause: error }) : error;
        });
        if (!isDryRun) await organization.put(data);
        const counts = Object.entries(data).map(([kind, rows]) => `${(rows as unknown[]).length} ${kind}`);
        output(`${isDryRun ? 'would put' : 'put'} ${counts.join(', ')}`);
      },
    },
  ];
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function wordsOf(path: string, lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_PROBLEMS).map(line => `  ${line}`);
  const more = lines.length > MOST_PROBLEMS ? [`  and ${lines.length - MOST_PROBLEMS} more`] : [];
  return [`${basename(path)} has ${lines.length} problems, nothing was written:`, ...shown, ...more].join('\n');
}
