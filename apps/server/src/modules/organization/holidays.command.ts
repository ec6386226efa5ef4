import { HolidayYearError, readHolidayYear, type HolidayYear } from '@bandeng/rules';
import { CommandError, usageError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import { enterHolidays, type HolidaysDeps } from './enter-holidays';
import { problemText, readJson } from './read-json';

const USAGE = 'holidays import <文件.json> [--dry-run]';

/** `holidays import`: a year's days off in the form of config/holidays; running servers count by it within seconds. */
export function holidaysCommand(deps: HolidaysDeps): Command {
  return {
    name: 'holidays import',
    usage: USAGE,
    summary: '录入一年的放假和调休安排（格式见 config/holidays），之后跨这一年的日期就是准的',
    run: async (args, { output }) => {
      const isDryRun = args.includes('--dry-run');
      const [path, ...rest] = args.filter(arg => arg !== '--dry-run');
      if (!path || path.startsWith('-') || rest.length > 0) throw usageError('要写一个 json 文件', USAGE);
      const file = await readJson(path);
      try {
        const year = readHolidayYear(file);
        const isNew = isDryRun || (await enterHolidays(deps, 'system', year));
        output(sentenceOf(year, { isDryRun, isNew }));
      } catch (error) {
        if (error instanceof HolidayYearError)
          throw new CommandError(problemText(path, error.problems), { cause: error });
        if (error instanceof RangeError) throw new CommandError(problemText(path, [error.message]), { cause: error });
        throw error;
      }
    },
  };
}

function sentenceOf(given: HolidayYear, { isDryRun, isNew }: { isDryRun: boolean; isNew: boolean }): string {
  const { year, off, work, sources } = given;
  if (!isNew) return `${year} 年的安排已经在了，没有新写入。`;
  const words = `${year} 年放假 ${off.length} 段、调休上班 ${work.length} 天，依据${sources.map(({ number }) => number).join('、')}`;
  return isDryRun ? `试读完成：${words}，什么也没有写入。` : `已录入：${words}。`;
}
