import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nationalHolidayYears, buildHolidayCalendar } from '@bandeng/rules';
import { findCommand } from '../../cli';
import { putDistrict } from '../../fixtures/district';
import { examineCalendar } from '../../platform/doctor';
import { createHolidays } from '../../platform/holidays';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from '../information-requests/information-requests.fixtures';

let server: TestServer;
let folder: string;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  folder = mkdtempSync(join(tmpdir(), 'bandeng-holidays-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const YEAR = {
  year: 2027,
  sources: [
    {
      title: '关于2027年部分节假日安排的通知（试验用）',
      number: '国办发明电〔2026〕9号',
      date: '2026-11-25',
      url: 'https://www.gov.cn/',
    },
  ],
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-03' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  work: [{ name: '元旦', date: '2027-01-09' }],
};

async function run(content: unknown, ...options: string[]): Promise<string[]> {
  const path = join(folder, '2027.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const lines: string[] = [];
  const { command, rest } = findCommand(server.deps.commands, ['holidays', 'import', path, ...options])!;
  await command.run(rest, { platform: server.deps.platform, output: line => lines.push(line) });
  return lines;
}
const workingDays = () => server.anonymous.call('workingDays.get', { query: { from: '2026-11-16', count: 40 } });
const audited = (action: string) => server.collection('auditEntries').find({ action }).toArray();

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。
二、劳动节：5月1日（周六）至3日（周一）放假，共3天。
三、国庆节：10月1日（周五）至7日（周四）放假，共7天。
2026年11月25日`;
const URL = 'https://www.gov.cn/';

describe('the notice, pasted at the desk', () => {
  it('tried -> read and nothing is entered; entered -> counts at once, audited with who did it; again -> once', async () => {
    const admin = await server.asStaff('admin');
    const paste = (dryRun: boolean) => admin.call('staff.holidays.enter', { body: { text: NOTICE, url: URL, dryRun } });
    expect(await paste(true)).toMatchObject({ year: { year: 2027, off: YEAR.off, work: YEAR.work }, isNew: false });
    expect(await workingDays()).toMatchObject({ date: '2027-01-12', provisional: true });
    expect((await paste(false)).isNew).toBe(true);
    expect(await workingDays()).toMatchObject({ date: '2027-01-11', provisional: false });
    expect((await paste(false)).isNew).toBe(false);
    expect(await audited('holidays.entered')).toMatchObject([{ subject: '2027', actor: `staff:${admin.staffId}` }]);
    const { years } = await admin.call('staff.holidays.list');
    expect(years[0]).toMatchObject({ year: 2027, sources: [{ number: '国办发明电〔2026〕9号' }] });
    expect(years.map(({ year }) => year)).toEqual([...years.map(({ year }) => year)].sort((a, b) => b - a));
  });

  it('a slip in it -> refused with every place, nothing is entered', async () => {
    const admin = await server.asStaff('admin');
    const text = NOTICE.replace('共7天', '共9天').replace('1月9日（周六）', '1月9日（周日）');
    const problem = await problemOf(admin.call('staff.holidays.enter', { body: { text, url: URL } }));
    expect(problem).toMatchObject({ code: 'request.invalid' });
    expect(JSON.stringify(problem)).toContain('国庆节：写着共 9 天，日期数出来是 7 天');
    expect(JSON.stringify(problem)).toContain('其实是周六');
    expect(await audited('holidays.entered')).toEqual([]);
  });
});

describe('holidays import', () => {
  it('import: next year -> answers of the running server are final and count the make-up day; twice -> once', async () => {
    expect(await workingDays()).toMatchObject({ date: '2027-01-12', provisional: true });
    expect(await run(YEAR)).toEqual(['已录入：2027 年放假 3 段、调休上班 1 天，依据国办发明电〔2026〕9号。']);
    expect(await workingDays()).toMatchObject({ date: '2027-01-11', provisional: false });
    expect(await run(YEAR)).toEqual(['2027 年的安排已经在了，没有新写入。']);
    expect(await audited('holidays.entered')).toMatchObject([{ subject: '2027', actor: 'system' }]);
  });

  it('import: an open request with a provisional date -> the final one, stored, shown and audited', async () => {
    await putDistrict(server);
    const resident = await server.asResident();
    const { id } = await resident.call('informationRequests.create', { body: newRequest() });
    const officer = await server.asStaff('officer', { unitId: 'district-office' });
    const head = await server.asStaff('head', { unitId: 'district-office' });
    await officer.call('staff.informationRequests.register', { params: { id } });
    const body = { workingDays: 20, reason: '资料在三个单位' };
    const extended = await head.call('staff.informationRequests.extend', { params: { id }, body });
    expect(extended).toMatchObject({ dueOn: '2027-01-12', provisional: true });
    expect(extended.clockText).toContain('日期为暂定');
    await server.runWorker();

    await run(YEAR);
    await server.runWorker();
    const stored = await server.collection<{ _id: string }>('informationRequests').findOne({ _id: id });
    expect(stored).toMatchObject({ dueOn: '2027-01-11', provisional: false });
    expect((await resident.call('informationRequests.get', { params: { id } })).clockText).not.toContain('日期为暂定');
    expect(await resident.call('informationRequests.clock', { params: { id } })).toMatchObject({
      dueOn: '2027-01-11',
      provisional: false,
      recounts: [{ dueOn: '2027-01-12', provisional: true }],
    });
    const { items } = await resident.call('me.messages.list');
    expect(items.map(({ body }) => body)).toContain('放假安排公布了，期限重新算过，最晚 2027年1月11日答复');
    expect(await audited('information-request.recounted')).toMatchObject([
      { subject: id, fields: expect.arrayContaining(['dueOn', 'provisional']) },
    ]);
  });

  it('import: --dry-run -> nothing is written', async () => {
    expect(await run(YEAR, '--dry-run')).toEqual([expect.stringContaining('试读完成：2027 年')]);
    expect(await server.collection('holidayYears').countDocuments({})).toBe(0);
  });

  it('import: what this release has -> there already', async () => {
    expect(await run(nationalHolidayYears.at(-1))).toEqual(['2026 年的安排已经在了，没有新写入。']);
  });

  it.each([
    ['not JSON', '{', '不是能读的 JSON'],
    ['a holiday left out', { ...YEAR, off: YEAR.off.slice(1) }, '2027-01-01 应当放假'],
    [
      'a day off that is worked by another year',
      {
        ...YEAR,
        year: 2025,
        off: [...YEAR.off, { name: '春节', from: '2025-01-28', to: '2025-02-04' }].map(run => ({
          ...run,
          from: run.from.replace('2027', '2025'),
          to: run.to.replace('2027', '2025'),
        })),
        work: [{ name: '春节', date: '2025-02-01' }],
      },
      '既是放假又是上班',
    ],
  ])('import: %s -> a sentence, nothing is written', async (_, content, message) => {
    await expect(run(content)).rejects.toThrow(message);
    expect(await server.collection('holidayYears').countDocuments({})).toBe(0);
    expect(await audited('holidays.entered')).toEqual([]);
  });

  it('import: no file, an unknown option -> usage', async () => {
    await expect(run(YEAR, '--now')).rejects.toThrow('用法：npm run cli -- holidays import');
    const { command } = findCommand(server.deps.commands, ['holidays', 'import'])!;
    const context = { platform: server.deps.platform, output: () => undefined };
    await expect(command.run([], context)).rejects.toThrow('用法：npm run cli -- holidays import');
    await expect(command.run([join(folder, 'none.json')], context)).rejects.toThrow('读不了文件');
  });
});

describe('calendar of another server', () => {
  it('year entered elsewhere: within five seconds as before, then counted by', async () => {
    const wall = { now: new Date('2026-11-16T02:00:00.000Z') };
    const { database, clock } = server.deps.platform;
    database.deleteModel('HolidayYear');
    const elsewhere = createHolidays({ database, clock: { ...clock, wall: () => wall.now } });
    expect((await elsewhere.calendar()).coveredYears.has(2027)).toBe(false);
    await run(YEAR);
    expect((await elsewhere.calendar()).coveredYears.has(2027)).toBe(false);
    expect((await elsewhere.calendar({ isFresh: true })).coveredYears.has(2027)).toBe(true);
    wall.now = new Date(wall.now.getTime() + 5_000);
    expect(await elsewhere.calendar()).toBe(await elsewhere.calendar());
  });
});

describe('doctor: calendar', () => {
  const years = (...covered: number[]) =>
    buildHolidayCalendar(covered.map(year => ({ year, sources: [], off: [], work: [] })));
  it.each([
    ['2026-11-22', years(2025, 2026), true, true, '还没有录入 2027 年'],
    ['2026-11-22', years(2026, 2027), true, undefined, '有 2026 年的放假安排'],
    ['2026-06-01', years(2026), true, undefined, '有 2026 年的放假安排'],
    ['2027-01-02', years(2026), false, undefined, '缺 2027 年'],
  ])('on %s -> fine or not, a warning or not', (today, calendar, isFine, isWarning, text) => {
    const finding = examineCalendar(today, calendar);
    expect(finding).toMatchObject({ isFine, text: expect.stringContaining(text) });
    expect(finding.isWarning).toBe(isWarning);
  });
});
