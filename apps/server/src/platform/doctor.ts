import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsNextYear, type HolidayCalendar } from '@bandeng/rules';
import { CommandError } from './errors';
import type { Command } from './module';
import type { Platform } from './platform';

interface Finding {
  isFine: boolean;
  /** Something to do soon; nothing is broken yet. */
  isWarning?: boolean;
  text: string;
}

/** More waiting entries than this means that no worker runs, or that one cannot keep up. */
const MANY_PENDING = 1_000;

async function findMissingIndexes({ database }: Platform): Promise<string[]> {
  const missing: string[] = [];
  for (const model of Object.values(database.models)) {
    const { toCreate } = await model.diffIndexes();
    missing.push(...toCreate.map(fields => `${model.collection.collectionName} ${JSON.stringify(fields)}`));
  }
  return missing;
}

async function examine(platform: Platform): Promise<Finding[]> {
  const { config, outbox, transaction, clock, holidays } = platform;
  await transaction(() => Promise.resolve());
  const missing = await findMissingIndexes(platform);
  const [pending, dead] = [await outbox.countPending(), await outbox.countDead()];
  const h5 = join(config.root, 'apps/miniprogram/dist/h5/index.html');
  const mode = config.isDemo ? '演示模式' : config.mode;
  return [
    { isFine: true, text: `设置：${mode}，数据在 ${config.dataDir}` },
    { isFine: true, text: '数据库：连得上，事务可用' },
    {
      isFine: missing.length === 0,
      text: missing.length === 0 ? '索引：都在' : `索引：缺 ${missing.join('；')}`,
    },
    { isFine: pending <= MANY_PENDING, text: `发件箱：${pending} 条在等` },
    { isFine: dead === 0, text: `发件箱：${dead} 条放弃了` },
    { isFine: existsSync(h5), text: existsSync(h5) ? '页面：已构建' : '页面：还没有构建（npm start 会构建）' },
    examineCalendar(clock.today(), await holidays.calendar()),
  ];
}

/** This year's list must be there; next year's comes out in November or December, and until it is entered dates in it are provisional. */
export function examineCalendar(today: string, calendar: HolidayCalendar): Finding {
  const year = Number(today.slice(0, 4));
  const enter = (missing: number) => `npm run cli -- holidays import ${missing}.json`;
  if (!calendar.coveredYears.has(year))
    return { isFine: false, text: `日历：缺 ${year} 年的放假安排（${enter(year)}）` };
  if (!needsNextYear(today, calendar)) return { isFine: true, text: `日历：有 ${year} 年的放假安排` };
  const text = `日历：还没有录入 ${year + 1} 年的放假安排（${enter(year + 1)}）`;
  return { isFine: true, isWarning: true, text };
}

const markOf = ({ isFine, isWarning }: Finding): string => (isWarning ? '提醒' : isFine ? '正常' : '故障');

/** `doctor`: says in plain words what is well and what is not; exit code 1 when something is not. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: '检查设置、数据库、索引、发件箱、页面和日历',
  run: async (_args, { platform, output }) => {
    const findings = await examine(platform);
    findings.forEach(finding => output(`${markOf(finding)} ${finding.text}`));
    const faults = findings.filter(({ isFine }) => !isFine).length;
    if (faults > 0) throw new CommandError(`${findings.length} 项检查里有 ${faults} 项故障。`);
  },
};
