import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nationalHolidayYears } from './national-calendar';
import { HolidayYearError, readHolidayYear } from './read-holiday-year';

const folder = join(__dirname, '../../../../config/holidays');
const files = readdirSync(folder).sort();
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const YEAR = {
  year: 2027,
  sources: [
    {
      title: '关于2027年部分节假日安排的通知',
      number: '国办发明电〔2026〕9号',
      date: '2026-11-25',
      url: 'https://www.gov.cn/',
    },
  ],
  off: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  work: [{ name: '劳动节', date: '2027-05-08' }],
};

function problemsOf(value: unknown): readonly string[] {
  try {
    readHolidayYear(value);
    return [];
  } catch (error) {
    if (error instanceof HolidayYearError) return error.problems;
    throw error;
  }
}

describe('config/holidays', () => {
  test('files: each -> a year without problems, named after it', () => {
    for (const name of files) expect(`${readHolidayYear(read(name)).year}.json`).toBe(name);
  });

  test('files: all of them -> known to the calendar, and nothing else is', () => {
    expect(nationalHolidayYears).toEqual(files.map(read));
  });
});

describe('readHolidayYear', () => {
  test('whole file -> the year', () => expect(readHolidayYear(YEAR)).toEqual(YEAR));

  test.each([
    ['nothing', null, '文件：应为'],
    ['a list', [], '文件：应为'],
    ['a field nobody knows', { ...YEAR, offDays: [] }, '文件：不认识 offDays'],
    ['no year', { ...YEAR, year: '2027' }, 'year：应为 2000 到 2100 的年份'],
    ['no source', { ...YEAR, sources: [] }, 'sources：应写明'],
    [
      'a source without number',
      { ...YEAR, sources: [{ ...YEAR.sources[0], number: '9' }] },
      'sources[0].number：应为文号',
    ],
    ['an address that is none', { ...YEAR, sources: [{ ...YEAR.sources[0], url: 'gov.cn' }] }, 'sources[0].url'],
    ['no list', { ...YEAR, work: undefined }, 'work：应为列表'],
    ['a date that is none', { ...YEAR, work: [{ name: '元旦', date: '2027-02-30' }] }, 'work[0].date：应为 YYYY-MM-DD'],
    ['a nameless day', { ...YEAR, work: [{ name: ' ', date: '2027-05-08' }] }, 'work[0].name：不能空着'],
    ['a make-up day on a weekday', { ...YEAR, work: [{ name: '元旦', date: '2027-05-10' }] }, '不是周末'],
    ['a make-up day that is off', { ...YEAR, work: [{ name: '元旦', date: '2027-10-02' }] }, '既是放假又是上班'],
    ['a run backwards', { ...YEAR, off: [{ ...YEAR.off[0], to: '2026-12-30' }] }, 'off[0].to：结束日期早于开始日期'],
    ['a run without end', { ...YEAR, off: [{ ...YEAR.off[1], to: '2027-06-05' }] }, 'off[0]：连放 36 天，太长'],
    [
      'another year',
      { ...YEAR, off: [{ name: '元旦', from: '2028-01-01', to: '2028-01-01' }] },
      'off[0]：不是 2027 年的日期',
    ],
    ['a holiday left out', { ...YEAR, off: YEAR.off.slice(1) }, 'off：2027-01-01 应当放假，却没有写'],
  ])('file with %s -> says so', (_, value, problem) => {
    expect(problemsOf(value).join('\n')).toContain(problem);
  });

  test('several faults -> all of them', () => {
    expect(problemsOf({ ...YEAR, year: 1, sources: [], work: [3] })).toEqual([
      'year：应为 2000 到 2100 的年份',
      'work[0]：应为 { name, date }',
      'work[0].name：不能空着',
      'work[0].date：应为 YYYY-MM-DD 的日期',
      'sources：应写明通知的标题、文号、日期和网址',
    ]);
  });
});
