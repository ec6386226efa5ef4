import { Workbook } from 'exceljs';
import mammoth from 'mammoth';
import { putDistrict } from '../../../fixtures/district';
import { startTestServer, type TestClient, type TestServer } from '../../../testing';
import { decideRequest, newRequest } from '../../information-requests/information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2025-12-15T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const HOUSING = { unit: 'housing', year: '2025' };
const DISTRICT = { unit: 'district', year: '2025' };
const NONE = { made: 0, abolished: 0, inForce: 0 };
const SECTIONS = { overview: '做了这些。', problems: '还有不足。\n下一年改。', others: '没有其他事项。' };
const ENTERED = { rules: null, normative: null, permits: 12, penalties: 3, coercion: 0, fees: '1.5' };

const received = async (officer: TestClient): Promise<string> => {
  const body = newRequest({ unitId: 'housing' });
  await (await server.asResident()).call('informationRequests.create', { body });
  await officer.call('staff.informationRequests.register', { params: { id: body.id } });
  return body.id;
};
const grant = (officer: Awaited<ReturnType<TestServer['asStaff']>>, id: string) =>
  decideRequest(server, id, { officer, unitId: 'housing', kinds: ['granted'], text: '答复如下。' });
const read = (staff: TestClient, params = HOUSING) => staff.call('staff.annualReports.get', { params, query: {} });
const save = (staff: TestClient, revision = 0, changes: object = {}, params = HOUSING) =>
  staff.call('staff.annualReports.save', {
    params,
    body: { revision, sections: SECTIONS, entered: ENTERED, ...changes } as never,
  });
const handIn = (staff: TestClient, revision = 1, changes: object = {}, params = HOUSING) =>
  staff.call('staff.annualReports.handIn', { params, body: { revision, ...changes } });

/** Of 2025: one granted, one carried into 2026; then it is 10 January 2026. */
async function aYear() {
  const before = await server.asStaff('officer', { unitId: 'housing' });
  const done = await received(before);
  const open = await received(before);
  await grant(before, done);
  server.clock.set('2026-01-10T02:00:00.000Z');
  return { officer: await server.asStaff('officer', { unitId: 'housing' }), open, done };
}

describe('staff.annualReports', () => {
  it('nothing saved -> a draft of the records: tables, sentences, what is missing, due on 31 January', async () => {
    const { officer } = await aYear();
    const report = await read(officer);
    expect(report).toMatchObject({ state: 'draft', revision: 0, dueOn: '2026-01-31', isLate: false, saved: null });
    expect(report.missing).toEqual({
      figures: ['行政许可', '行政处罚', '行政强制', '行政事业性收费'],
      sections: ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
      units: [],
    });
    expect(report.facts.overview[1]).toContain(
      '新收政府信息公开申请 2 件，上年结转 0 件；办结 1 件，其中予以公开 1 件',
    );
    expect(report.contradictions).toEqual([]);
    server.clock.set('2026-02-01T02:00:00.000Z');
    expect(await read(await server.asStaff('head', { unitId: 'housing' }))).toMatchObject({ isLate: true });
  });

  it('save, hand in -> kept as it was, whatever becomes of the records; everybody reads it', async () => {
    const { officer, open } = await aYear();
    await expect(server.anonymous.call('annualReports.get', { params: HOUSING, query: {} })).rejects.toMatchObject({
      code: 'annual_report.not_found',
    });
    await save(officer);
    const handedIn = await handIn(officer);
    expect(handedIn).toMatchObject({ state: 'handed_in', revision: 2, abilities: { save: false, handIn: false } });
    const known = await server.anonymous.call('annualReports.get', { params: HOUSING, query: {} });
    expect(known).toMatchObject({
      title: expect.stringContaining('2025 年政府信息公开工作年度报告'),
      sections: SECTIONS,
    });
    expect(known.tables.two).toEqual({
      rules: NONE,
      normative: NONE,
      permits: 12,
      penalties: 3,
      coercion: 0,
      fees: '1.5',
    });
    // A case of that year is withdrawn from it: the record changes, the report does not.
    await server.collection('informationRequests').deleteOne({ _id: open as never });
    expect((await server.anonymous.call('annualReports.get', { params: HOUSING, query: {} })).tables).toEqual(
      known.tables,
    );
    const { items } = await server.anonymous.call('annualReports.list', { query: {} });
    expect(items.map(({ unit, year }) => [unit.id, year])).toEqual([['housing', 2025]]);
    await expect(save(officer, 2)).rejects.toMatchObject({ code: 'annual_report.handed_in' });
  });

  it('take back: by the head, with a reason -> not public, to be written on; the officer -> 403 or 404', async () => {
    const { officer } = await aYear();
    await save(officer);
    await handIn(officer);
    const takeBack = (staff: TestClient) =>
      staff.call('staff.annualReports.takeBack', { params: HOUSING, body: { revision: 2, reason: '许可的数填错了' } });
    await expect(takeBack(officer)).rejects.toMatchObject({ status: 403 });
    const report = await takeBack(await server.asStaff('head', { unitId: 'housing' }));
    const { items: steps } = await officer.call('staff.records.timeline', {
      params: { collection: 'annualReports', id: 'housing.2025' },
      query: {},
    });
    expect(steps.map(({ action, to }) => [action, to])).toEqual([
      ['annual-report.taken_back', 'draft'],
      ['annual-report.handed_in', 'handed_in'],
      ['annual-report.saved', null],
    ]);
    expect(report).toMatchObject({ state: 'draft', handedIn: null, earlier: [{ reason: '许可的数填错了' }] });
    await expect(server.anonymous.call('annualReports.get', { params: HOUSING, query: {} })).rejects.toMatchObject({
      code: 'annual_report.not_found',
    });
    expect(await save(officer, 3, { entered: { ...ENTERED, permits: 13 } })).toMatchObject({ revision: 4 });
  });

  it.each([
    ['a figure that nobody entered', { entered: { ...ENTERED, permits: null } }, 'annual_report.incomplete'],
    ['a section that nobody wrote', { sections: { ...SECTIONS, problems: '' } }, 'annual_report.incomplete'],
  ])('hand in: %s -> refused, and it says what', async (_, changes, code) => {
    const { officer } = await aYear();
    await save(officer, 0, changes);
    await expect(handIn(officer)).rejects.toMatchObject({ code });
  });

  it('hand in: the year runs; another revision -> refused', async () => {
    const { officer } = await aYear();
    await save(officer);
    await expect(handIn(officer, 2)).rejects.toMatchObject({ code: 'annual_report.changed' });
    const params = { unit: 'housing', year: '2026' };
    await save(officer, 0, {}, params);
    await expect(handIn(officer, 1, {}, params)).rejects.toMatchObject({ code: 'annual_report.year_runs' });
  });

  it.each([
    ['-1 decisions', { permits: -1 }],
    ['half a decision', { permits: 1.5 }],
    ['money in words', { fees: '十二' }],
    ['money with seven decimals', { fees: '1.0000001' }],
    ['another count without a reason', { normative: NONE }],
    ['rules without a reason', { rules: NONE }],
  ])('save: %s -> 422', async (_, entered) => {
    const { officer } = await aYear();
    await expect(save(officer, 0, { entered: { ...ENTERED, ...entered } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('two officers at once -> one is saved, the other told', async () => {
    const { officer } = await aYear();
    const other = await server.asStaff('officer', { unitId: 'housing' });
    const results = await Promise.allSettled([save(officer), save(other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await read(officer)).toMatchObject({ revision: 1 });
  });

  it('the year after: a case not carried over, and one too many -> named by their numbers, handed in only with why', async () => {
    const { officer, open, done } = await aYear();
    await save(officer);
    await handIn(officer);
    // What was answered in December was answered in January instead.
    const requests = server.collection('informationRequests');
    const numberOf = async (id: string) => String((await requests.findOne({ _id: id as never }))!.number);
    await requests.updateOne({ _id: done as never }, { $set: { endedOn: '2026-01-05' } });
    await requests.updateOne({ _id: open as never }, { $set: { receivedOn: '2026-01-04' } });
    server.clock.set('2027-01-10T02:00:00.000Z');
    const params = { unit: 'housing', year: '2026' };
    const later = await server.asStaff('officer', { unitId: 'housing' });
    const { contradictions } = await read(later, params);
    expect(contradictions.map(({ caseId }) => caseId)).toEqual([open, done]);
    expect(contradictions[0]!.text).toContain(await numberOf(open));
    await save(later, 0, {}, params);
    await expect(handIn(later, 1, {}, params)).rejects.toMatchObject({ code: 'annual_report.contradicts' });
    expect(await handIn(later, 1, { explanation: '登记日期更正过' }, params)).toMatchObject({
      handedIn: { explanation: '登记日期更正过' },
    });
  });

  it('the district: its units added up; without all of them only when said; a unit’s officer -> 404', async () => {
    const { officer } = await aYear();
    await save(officer);
    await handIn(officer);
    const whole = await server.asStaff('officer');
    const report = await read(whole, DISTRICT);
    expect(report).toMatchObject({ scope: 'district', entered: null, dueOn: '2026-03-31' });
    expect(report.tables.two).toMatchObject({ permits: 12, fees: '1.5' });
    expect(report.tables.three[0]!.total).toBe(2);
    expect(report.sources!.filter(({ from }) => from === 'report')).toEqual([
      { unit: expect.objectContaining({ id: 'housing' }), from: 'report' },
    ]);
    expect(report.sources!.length).toBe(report.missing.units.length + 1);
    expect((await read(officer)).sources).toBeNull();
    expect(report.missing.units.map(({ id }) => id)).not.toContain('housing');
    await save(whole, 0, { entered: null }, DISTRICT);
    await expect(handIn(whole, 1, {}, DISTRICT)).rejects.toMatchObject({ code: 'annual_report.units_missing' });
    expect(await handIn(whole, 1, { withoutUnits: true }, DISTRICT)).toMatchObject({ state: 'handed_in' });
    // Whoever hands in later changes nothing in what it says of itself.
    await server.collection('annualReports').deleteOne({ _id: 'housing.2025' as never });
    expect((await read(whole, DISTRICT)).sources).toEqual(report.sources);
    const docx = await whole.fetch('/api/v1/staff/annual-reports/district/2025/report.docx');
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await docx.arrayBuffer()) });
    expect(value).toContain('附：各单位的数字从哪里来');
    expect(value.match(/它交来的报告/g)).toHaveLength(1);
    expect(value.match(/还没有交报告，按系统里的记录算/g)).toHaveLength(report.missing.units.length);
    await expect(read(officer, DISTRICT)).rejects.toMatchObject({ code: 'unit.not_found' });
    await expect(save(whole, 2, {}, DISTRICT)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('the district: a unit handed in what the records no longer say -> named with both numbers', async () => {
    const { officer, open } = await aYear();
    await save(officer);
    await handIn(officer);
    await server.collection('informationRequests').deleteOne({ _id: open as never });
    const { contradictions, tables } = await read(await server.asStaff('officer'), DISTRICT);
    expect(tables.three[0]!.total).toBe(2);
    expect(contradictions.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/交来的“一、本年新收政府信息公开申请数量”是 2，现在的办件算出来是 1$/),
    );
  });

  it('who has not -> listed; on the desk of the unit, and of the district’s office; gone once handed in', async () => {
    const { officer } = await aYear();
    const kinds = async (staff: TestClient) =>
      (await staff.call('staff.desk', { query: {} })).tasks
        .filter(({ kind }) => kind === 'annualReport' || kind === 'annualReports')
        .map(({ kind, recordId, dueOn }) => [kind, recordId, dueOn]);
    expect(await kinds(officer)).toEqual([['annualReport', 'housing.2025', '2026-01-31']]);
    const head = await server.asStaff('head');
    expect(await kinds(head)).toEqual([
      ['annualReports', '2025', '2026-01-31'],
      ['annualReport', 'district.2025', '2026-03-31'],
    ]);
    await save(officer);
    await handIn(officer);
    expect(await kinds(officer)).toEqual([]);
    const { items } = await head.call('staff.annualReports.list', { query: { year: '2025' } });
    expect(items[0]).toMatchObject({ unit: { id: 'district' }, scope: 'district', state: 'none' });
    expect(items.filter(({ state }) => state === 'handed_in').map(({ unit }) => unit.id)).toEqual(['housing']);
  });

  it('as files: docx and xlsx opened again -> the cells of the form, merged as it is', async () => {
    const { officer } = await aYear();
    await save(officer);
    const get = async (name: string) =>
      Buffer.from(await (await officer.fetch(`/api/v1/staff/annual-reports/housing/2025/${name}`)).arrayBuffer());

    const { value } = await mammoth.convertToHtml({ buffer: await get('report.docx') });
    for (const text of ['（草稿，还没有交）', '做了这些。', '下一年改。', '六、其他需要报告的事项'])
      expect(value).toContain(text);
    expect(value).toMatch(/<td colspan="3" rowspan="3">.{0,40}（本列数据的勾稽关系为/);
    expect(value).toMatch(/<td rowspan="22">.{0,20}三、本年度办理结果/);
    expect(value).toMatch(/<td rowspan="8">.{0,20}（三）不予公开/);

    const workbook = new Workbook();
    await workbook.xlsx.load((await get('tables.xlsx')) as never);
    const [two, three, four] = workbook.worksheets;
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['表二', '表三', '表四']);
    expect(two!.getCell('B8').value).toBe(12);
    expect(two!.getCell('D8').master.address).toBe('B8');
    expect(two!.getCell('B15').value).toBe(1.5);
    expect(three!.getCell('A2').value).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(three!.getCell('C4').master.address).toBe('A2');
    expect(three!.getCell('J5').value).toBe(2);
    expect(three!.getCell('A28').master.address).toBe('A7');
    expect([three!.getCell('D7').value, three!.getCell('D29').value]).toEqual([1, 1]);
    expect(four!.getCell('F2').value).toBe('行政诉讼');
    expect(four!.getRow(5).values).toEqual([undefined, ...Array<number>(15).fill(0)]);
  });
});
