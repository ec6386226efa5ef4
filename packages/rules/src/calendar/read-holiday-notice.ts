import type { DaysOff, HolidayYear, MakeupDay } from './holiday-calendar';
import { daysBetween, isLocalDate, weekdayOf, type LocalDate } from './local-date';
import { HolidayYearError, readHolidayYear } from './read-holiday-year';

const TITLE = /国务院办公厅关于(\d{4})年(?:部分)?节假日安排的通知/;
const NUMBER = /国办发明电[〔[［(（](\d{4})[〕\]］)）](\d+)号/;
/** One holiday a paragraph: `二、春节：…`. */
const CLAUSE = /^[一二三四五六七八九十]+、([^：:。]{2,12})[：:](.+)$/;
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?`;
const WEEKDAYS = '日一二三四五六';

/**
 * Reads the State Council's yearly notice as it is pasted (国务院办公厅关于×年部分节假日安排的通知). What it says twice is compared: the
 * length of a holiday with its days (共9天), a date with its weekday (周六). Throws HolidayYearError with everything that is not
 * understood or does not fit, also by the checks of readHolidayYear.
 * @param text the whole notice, one holiday a paragraph
 * @param url where it stands, https
 */
export function readHolidayNotice(text: string, url: string): HolidayYear {
  const lines = text.normalize('NFKC').split('\n').map(tidy);
  const whole = lines.join('');
  const problems: string[] = [];
  const title = TITLE.exec(whole);
  const number = NUMBER.exec(whole);
  if (!title) problems.push('没有找到通知的标题：国务院办公厅关于…年部分节假日安排的通知');
  if (!number) problems.push('没有找到文号：国办发明电〔…〕…号');
  const date = lines.map(issuedOn).findLast(found => found !== null) ?? null;
  if (date === null) problems.push('没有找到落款的日期，要单独一行');
  const year = Number(title?.[1] ?? 0);
  const clauses = lines.flatMap(line => {
    const [, name, rest] = CLAUSE.exec(line) ?? [];
    return name && rest ? [{ name, rest }] : [];
  });
  if (clauses.length === 0) problems.push('没有找到放假安排，要一个节日一段，像“一、元旦：1月1日…放假…”');
  const read = title ? clauses.map(clause => readClause(clause, year, problems)) : [];
  if (problems.length > 0) throw new HolidayYearError(problems);
  return readHolidayYear({
    year,
    sources: [{ title: title![0], number: `国办发明电〔${number![1]}〕${number![2]}号`, date: date!, url }],
    off: read.flatMap(({ off }) => off),
    work: read.flatMap(({ work }) => work).sort((a, b) => (a.date < b.date ? -1 : 1)),
  });
}

/** NFKC writes brackets and colons narrow; the patterns have the wide ones. */
const tidy = (line: string): string =>
  line.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）').replace(/:/g, '：');

function issuedOn(line: string): LocalDate | null {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(line) ?? [];
  return year ? dateOf(Number(year), Number(month), Number(day)) : null;
}

function readClause(
  { name, rest }: { name: string; rest: string },
  year: number,
  problems: string[],
): { off: DaysOff[]; work: MakeupDay[] } {
  const fault = (words: string) => void problems.push(`${name}：${words}`);
  const run = new RegExp(`${DAY}(?:至${DAY})?(?:放假|补休|调休)`).exec(rest);
  if (!run) {
    fault('没有读懂哪几天放假');
    return { off: [], work: [] };
  }
  const from = said(run.slice(1, 5), { year }, fault);
  const to = run[7] === undefined ? from : said(run.slice(5, 9), { year, before: from }, fault);
  if (!from || !to) return { off: [], work: [] };
  const counted = /共(\d+)天/.exec(rest)?.[1];
  const days = daysBetween(from, to) + 1;
  if (counted !== undefined && Number(counted) !== days) fault(`写着共 ${counted} 天，日期数出来是 ${days} 天`);
  return {
    off: [{ name, from, to }],
    work: workingDaysIn(rest, year, fault).map(date => ({ name, date })),
  };
}

/** The days named in sentences that end with 上班; a day without its month is of the month before it. */
function workingDaysIn(rest: string, year: number, fault: (words: string) => void): LocalDate[] {
  return rest
    .split('。')
    .filter(sentence => sentence.endsWith('上班'))
    .flatMap(sentence => {
      let before: LocalDate | undefined;
      return [...sentence.matchAll(new RegExp(DAY, 'g'))].flatMap(found => {
        before = said(found.slice(1, 5), { year, before }, fault) ?? before;
        return before ? [before] : [];
      });
    });
}

/** One day as it is written, with what stands in brackets behind it: its weekday, its day of the lunar month. */
function said(
  [ownYear, ownMonth, day, remark = '']: (string | undefined)[],
  { year, before }: { year: number; before?: LocalDate | undefined },
  fault: (words: string) => void,
): LocalDate | undefined {
  const words = `${ownYear ? `${ownYear}年` : ''}${ownMonth ? `${ownMonth}月` : ''}${day}日`;
  // A day alone is of the month, and the year, of the day before it; a month alone is of the year that the notice is for.
  const [lastYear, lastMonth] = before?.split('-') ?? [];
  const date = dateOf(
    Number(ownYear ?? (ownMonth ? year : (lastYear ?? year))),
    Number(ownMonth ?? lastMonth ?? 0),
    Number(day),
  );
  if (date === null) return void fault(`没有“${words}”这一天`);
  const [, weekday] = /(?:周|星期)([日天一二三四五六])/.exec(remark) ?? [];
  const actual = WEEKDAYS[weekdayOf(date)]!;
  if (weekday && weekday.replace('天', '日') !== actual) fault(`“${words}”写着周${weekday}，其实是周${actual}`);
  return date;
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return isLocalDate(date) ? date : null;
}
