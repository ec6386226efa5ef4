import type { HolidayYear } from './holiday-calendar';
import { daysBetween, formatChineseDate, weekdayOf, type LocalDate } from './local-date';
import { nationalHolidayYears } from './national-calendar';
import { readHolidayNotice } from './read-holiday-notice';
import { HolidayYearError } from './read-holiday-year';

const NUMERALS = [...'一二三四五六七八九'];
const URL = 'https://www.gov.cn/';

const day = (date: LocalDate, year: number): string => {
  const words = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${'日一二三四五六'[weekdayOf(date)]}）`;
  return date.startsWith(String(year)) ? words : `${date.slice(0, 4)}年${words}`;
};

/** A year as the notice would say it. */
function noticeOf({ year, sources, off, work }: HolidayYear): string {
  const [source] = sources;
  const clauses = off.map(({ name, from, to }, at) => {
    const days = daysBetween(from, to) + 1;
    const range = from === to ? day(from, year) : `${day(from, year)}至${day(to, year)}`;
    const made = work.filter(one => name.includes(one.name)).map(({ date }) => day(date, year));
    const after = made.length > 0 ? `${made.join('、')}上班。` : '';
    return `${NUMERALS[at]}、${name}：${range}放假${made.length > 0 ? '调休' : ''}，共${days}天。${after}`;
  });
  const head = [`国务院办公厅关于${year}年部分节假日安排的通知`, source!.number, '', '现将安排通知如下。'];
  return [...head, ...clauses, '', formatChineseDate(source!.date)].join('\n');
}

const SAMPLE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号

　　现将2027年的安排通知如下。
　　一、元旦：1月1日（周五）至3日（周日）放假，共3天。
　　二、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
　　三、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
　　2026年11月5日`;

function problemsOf(text: string): readonly string[] {
  try {
    readHolidayNotice(text, URL);
    return [];
  } catch (error) {
    if (error instanceof HolidayYearError) return error.problems;
    throw error;
  }
}

test('notice: pasted with its indents -> number, day, every run and every make-up day', () => {
  expect(readHolidayNotice(SAMPLE, URL)).toEqual({
    year: 2027,
    sources: [
      {
        title: '国务院办公厅关于2027年部分节假日安排的通知',
        number: '国办发明电〔2026〕9号',
        date: '2026-11-05',
        url: URL,
      },
    ],
    off: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
    ],
    work: [
      { name: '劳动节', date: '2027-04-25' },
      { name: '劳动节', date: '2027-05-08' },
      { name: '国庆节', date: '2027-09-26' },
      { name: '国庆节', date: '2027-10-09' },
    ],
  });
});

test.each(
  nationalHolidayYears.filter(({ sources }) => sources.length === 1).map(known => [known.year, known] as const),
)('notice of %i: written out of what is known -> read again as it was', (_year, known) => {
  const { year, off, work } = readHolidayNotice(noticeOf(known), known.sources[0]!.url);
  expect({ year, off }).toEqual({ year: known.year, off: known.off });
  const dates = (days: typeof work) => days.map(({ date }) => date).sort();
  expect(dates(work)).toEqual(dates(known.work));
});

test.each([
  ['a slip in a weekday', SAMPLE.replace('5月8日（周六）', '5月8日（周日）'), '劳动节：“5月8日”写着周日，其实是周六'],
  ['a length that does not fit', SAMPLE.replace('共7天', '共8天'), '国庆节：写着共 8 天，日期数出来是 7 天'],
  ['a day that is none', SAMPLE.replace('至3日（周日）', '至33日'), '元旦：没有“33日”这一天'],
  [
    'nothing about days off',
    SAMPLE.replace('1月1日（周五）至3日（周日）放假，共3天。', '另行通知。'),
    '元旦：没有读懂哪几天放假',
  ],
  ['no number', SAMPLE.replace(/国办发明电.*\n/, ''), '没有找到文号：国办发明电〔…〕…号'],
  ['a holiday left out', SAMPLE.replace(/　　一、.*\n/, ''), 'off：2027-01-01 应当放假，却没有写'],
  ['something else altogether', '今天天气很好', '没有找到通知的标题：国务院办公厅关于…年部分节假日安排的通知'],
])('notice: %s -> refused, and said where', (_what, text, problem) => {
  expect(problemsOf(text)).toContain(problem);
});
