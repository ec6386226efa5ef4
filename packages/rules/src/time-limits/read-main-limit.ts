import { DURATION, narrowDigits, readDuration } from './duration-words';
import type { TimeLimit } from './time-limit';

type MainLimit = Pick<TimeLimit, 'kind' | 'event' | 'n' | 'unit' | 'every' | 'by'>;

const SCHEDULE = /(?:每|按)(?:一)?个?(周|月|季度|季|半年|年度|年)/;
const EVERY: Readonly<Record<string, NonNullable<TimeLimit['every']>>> = {
  周: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
  半年: 'halfYear',
  年度: 'year',
  年: 'year',
};
const KINDS = {
  workingDays: 'workdays_after_event',
  days: 'days_after_event',
  months: 'months_after_event',
  hours: 'hours_after_event',
} as const;
/** 29 February stands for the end of February in any year. */
const LAST_DAYS = ['31', '29', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
const AFTER_EVENT = new RegExp(`^(.*?)${DURATION}(?!前)`);

/** Reads the words of one limit, without its number, part, and periods. */
export function readMainLimit(words: string): MainLimit {
  const duration = AFTER_EVENT.exec(words);
  const schedule = SCHEDULE.exec(words);
  if (schedule)
    return readSchedule(EVERY[schedule[1] ?? ''] ?? 'year', words.slice(schedule.index + schedule[0].length));
  if (duration && !/不得?少于|不低于|至少/.test(words)) {
    const { n, unit } = readDuration(duration[2] ?? '', duration[3] ?? '');
    const event = readEvent(duration[1] ?? '');
    const inMonths = unit === 'years' ? { n: n * 12, unit: 'months' as const } : { n, unit };
    return { kind: KINDS[inMonths.unit], ...(event ? { event } : {}), ...inMonths };
  }
  if (/长期|永久|常年|动态调整|动态更新/.test(words)) return { kind: 'permanent' };
  if (/及时|即时|实时|随时|当日|当天|立即|同步/.test(words)) return { kind: 'immediate' };
  return { kind: 'verbatim' };
}

/** 每月结束后5个工作日内; 每季度; 每年1月31日前; 每年12月底前. */
function readSchedule(every: NonNullable<TimeLimit['every']>, rest: string): MainLimit {
  const day = /(\d{1,2})月(?:(\d{1,2})日|底|末)/.exec(narrowDigits(rest));
  if (day) {
    const month = (day[1] ?? '').padStart(2, '0');
    return {
      kind: 'schedule',
      every,
      by: `${month}-${day[2]?.padStart(2, '0') ?? LAST_DAYS[Number(month) - 1] ?? '30'}`,
    };
  }
  const duration = new RegExp(DURATION).exec(rest);
  // 每月5日前 names a day of the next period: as many days after the end of the one before.
  return { kind: 'schedule', every, ...(duration ? readDuration(duration[1] ?? '', duration[2] ?? '') : {}) };
}

/** “自信息形成（变更）之日起” → “信息形成或者变更”. */
function readEvent(words: string): string {
  return words
    .replace(/^(?:应当?|须)?(?:自|从|在|于|应在|应于)/, '')
    .replace(/[,，\s]/g, '')
    .replace(/(?:之日起|之日|当日起|日起|之后|以后|后|起|的)?(?:应当?|须)?(?:在|于)?$/, '')
    .replace(/形成[（]变更[）]|形成[、/或]变更/, '形成或者变更');
}
