import type { DaysOff, HolidayNotice, HolidayYear, MakeupDay } from './holiday-calendar';
import { addDays, daysBetween, isLocalDate, weekdayOf } from './local-date';

/** Longer runs than this are slips of the pen: the longest so far was ten days (春节 2020). */
const LONGEST_RUN_DAYS = 16;
/** Off in every year, whatever a notice moves (放假办法 Art. 2). */
const ALWAYS_OFF = ['01-01', '05-01', '10-01'];

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a file of config/holidays: one line each, beginning with its place in the file. */
export class HolidayYearError extends RangeError {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('；'));
  }
}

/**
 * Reads one year as config/holidays has it. Throws HolidayYearError with everything that is wrong: a missing or unknown field, a date that
 * is none, a run that ends before it begins, days of another year, a make-up day on a weekday or on a day off, a holiday left out.
 */
export function readHolidayYear(value: unknown): HolidayYear {
  const problems: string[] = [];
  const file = fieldsOf(value, ['year', 'sources', 'off', 'work'], '文件', problems);
  const isYear = Number.isInteger(file.year) && Number(file.year) >= 2000 && Number(file.year) <= 2100;
  const year = isYear ? Number(file.year) : 0;
  if (!isYear) problems.push('year：应为 2000 到 2100 的年份');
  const sources = rowsOf(file.sources, 'sources', problems).map((row, at) =>
    readNotice(row, `sources[${at}]`, problems),
  );
  const off = rowsOf(file.off, 'off', problems).map((row, at) => readRun(row, `off[${at}]`, { year, problems }));
  const work = rowsOf(file.work, 'work', problems).map((row, at) => readMakeup(row, `work[${at}]`, { year, problems }));
  if (sources.length === 0) problems.push('sources：应写明通知的标题、文号、日期和网址');
  if (problems.length === 0) problems.push(...contradictions({ year, off, work }));
  if (problems.length > 0) throw new HolidayYearError(problems);
  return { year, sources, off, work };
}

function contradictions({ year, off, work }: Omit<HolidayYear, 'sources'>): string[] {
  const isOff = (date: string) => off.some(({ from, to }) => from <= date && date <= to);
  return [
    ...work.flatMap(({ date }, at) => (isOff(date) ? [`work[${at}].date：${date} 既是放假又是上班`] : [])),
    ...ALWAYS_OFF.filter(day => !isOff(`${year}-${day}`)).map(day => `off：${year}-${day} 应当放假，却没有写`),
  ];
}

function readNotice(value: unknown, at: string, problems: string[]): HolidayNotice {
  const row = fieldsOf(value, ['title', 'number', 'date', 'url'], at, problems);
  const number = textOf(row.number, `${at}.number`, problems);
  const url = textOf(row.url, `${at}.url`, problems);
  if (number && !/〔20\d\d〕\d+号$/.test(number)) problems.push(`${at}.number：应为文号，如 国办发明电〔2025〕7号`);
  if (url && !url.startsWith('https://')) problems.push(`${at}.url：应以 https:// 开头`);
  return {
    title: textOf(row.title, `${at}.title`, problems),
    number,
    date: dateOf(row.date, `${at}.date`, problems),
    url,
  };
}

interface Place {
  year: number;
  problems: string[];
}

function readRun(value: unknown, at: string, { year, problems }: Place): DaysOff {
  const row = fieldsOf(value, ['name', 'from', 'to'], at, problems);
  const run = {
    name: textOf(row.name, `${at}.name`, problems),
    from: dateOf(row.from, `${at}.from`, problems),
    to: dateOf(row.to, `${at}.to`, problems),
  };
  if (!run.from || !run.to) return run;
  const days = daysBetween(run.from, run.to) + 1;
  if (days < 1) problems.push(`${at}.to：结束日期早于开始日期`);
  else if (days > LONGEST_RUN_DAYS) problems.push(`${at}：连放 ${days} 天，太长`);
  if (!isNear(run.from, year) || !isNear(run.to, year)) problems.push(`${at}：不是 ${year} 年的日期`);
  return run;
}

function readMakeup(value: unknown, at: string, { year, problems }: Place): MakeupDay {
  const row = fieldsOf(value, ['name', 'date'], at, problems);
  const day = { name: textOf(row.name, `${at}.name`, problems), date: dateOf(row.date, `${at}.date`, problems) };
  if (!day.date) return day;
  if (weekdayOf(day.date) % 6 !== 0) problems.push(`${at}.date：${day.date} 不是周末，不用调休上班`);
  if (!isNear(day.date, year)) problems.push(`${at}.date：不是 ${year} 年的日期`);
  return day;
}

/** A day of the year, or of the week before it (元旦 2019 began on 2018-12-30). */
const isNear = (date: string, year: number): boolean =>
  year === 0 || (date >= addDays(`${year}-01-01`, -7) && date <= `${year}-12-31`);

function fieldsOf(value: unknown, names: readonly string[], at: string, problems: string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${at}：应为 { ${names.join(', ')} }`);
    return {};
  }
  for (const name of Object.keys(value)) if (!names.includes(name)) problems.push(`${at}：不认识 ${name}`);
  return value as Fields;
}

function rowsOf(value: unknown, at: string, problems: string[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  problems.push(`${at}：应为列表`);
  return [];
}

function textOf(value: unknown, at: string, problems: string[]): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  problems.push(`${at}：不能空着`);
  return '';
}

function dateOf(value: unknown, at: string, problems: string[]): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  problems.push(`${at}：应为 YYYY-MM-DD 的日期`);
  return '';
}
