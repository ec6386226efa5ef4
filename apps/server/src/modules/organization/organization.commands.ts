import { CommandError, usageError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { Organization } from './index';
import { FileProblems, readOrganizationFile } from './organization-file';
import { problemText, readJson } from './read-json';

const USAGE = 'organization import <文件.json> [--dry-run]';

/** `organization import`: areas, units, places and guides of a district; docs/operations.md shows the file. */
export function organizationCommands(organization: Organization): Command[] {
  return [
    {
      name: 'organization import',
      usage: USAGE,
      summary: '按编号增加或者替换行政区划、单位、查阅点和公开指南；整个文件一起写入，或者都不写',
      run: async (args, { output }) => {
        const isDryRun = args.includes('--dry-run');
        const [path, ...rest] = args.filter(arg => arg !== '--dry-run');
        if (!path || path.startsWith('-') || rest.length > 0) throw usageError('要写一个 json 文件', USAGE);
        const data = await readOrganizationFile(organization, await readJson(path)).catch((error: unknown) => {
          throw error instanceof FileProblems
            ? new CommandError(problemText(path, error.lines), { cause: error })
            : error;
        });
        if (!isDryRun) await organization.put(data);
        const { areas = [], units = [], places = [], guides = [] } = data;
        const counts = `行政区划 ${areas.length}、单位 ${units.length}、查阅点 ${places.length}、指南 ${guides.length}`;
        output(isDryRun ? `试读完成：${counts}，什么也没有写入。` : `已写入：${counts}。`);
      },
    },
  ];
}
