import { CommandError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { Organization } from './index';
import { FileProblems, readOrganizationFile } from './organization-file';
import { problemText, readJson } from './read-json';

const USAGE = 'organization import <file.json> [--dry-run]';

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
          throw error instanceof FileProblems
            ? new CommandError(problemText(path, error.lines), { cause: error })
            : error;
        });
        if (!isDryRun) await organization.put(data);
        const counts = Object.entries(data).map(([kind, rows]) => `${(rows as unknown[]).length} ${kind}`);
        output(`${isDryRun ? 'would put' : 'put'} ${counts.join(', ')}`);
      },
    },
  ];
}
