import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { noticeSource, putDistrict } from '../../../fixtures/district';
import { startTestServer, type TestClient, type TestServer } from '../../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2025-12-15T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const NONE = { made: 0, abolished: 0, inForce: 0 };
const ONE = { made: 1, abolished: 0, inForce: 1 };
const SECTIONS = { overview: '做了这些。', problems: '还有不足。', others: '没有其他事项。' };
const ENTERED = { rules: null, normative: null, permits: 12, penalties: 3, coercion: 0, fees: '1.5' };
const params = { unit: 'housing', year: '2025' };

type Class = 'rule' | 'normative' | 'other';
async function paper(documentClass?: Class): Promise<string> {
  const id = randomUUID();
  const office = await server.asStaff('office');
  await office.call('staff.notices.create', {
    body: {
      ...noticeSource({ kind: 'regulation', publishedAt: '2025-05-08T02:00:00.000Z', keyPoints: ['要点'] }),
      ...{ id, madeOn: '2025-05-06', effectiveOn: '2025-06-01', ...(documentClass && { documentClass }) },
    } as never,
  });
  return id;
}
const asOfficer = () => server.asStaff('officer', { unitId: 'housing' });
const read = (staff: TestClient) => staff.call('staff.annualReports.get', { params, query: {} });
const listed = async (
  staff: TestClient,
  query: Pick<RouteInput<'staff.annualReport.regulations'>['query'], 'row' | 'figure'>,
) =>
  (await staff.call('staff.annualReport.regulations', { query: { year: '2025', ...query } })).items.map(({ id }) => id);

describe('table two: papers', () => {
  it('one of every class -> 规章 and 行政规范性文件 in their rows, other papers in none; each figure opens its list', async () => {
    const [rule, normative] = [await paper('rule'), await paper('normative')];
    await paper('other');
    const officer = await asOfficer();
    const report = await read(officer);
    expect(report.counted).toEqual({ rules: ONE, normative: ONE, unclassed: 0 });
    expect(report.tables.two).toMatchObject({ rules: ONE, normative: ONE });
    expect(report.contradictions).toEqual([]);
    expect(await listed(officer, { row: 'rules', figure: 'made' })).toEqual([rule]);
    expect(await listed(officer, { row: 'normative', figure: 'inForce' })).toEqual([normative]);
    expect(await listed(officer, { row: 'normative', figure: 'abolished' })).toEqual([]);
  });

  it('nobody classed it -> in no row, named, listed; handed in only with why; classed -> counted', async () => {
    const id = await paper();
    server.clock.set('2026-01-10T02:00:00.000Z');
    const officer = await asOfficer();
    const saved = await officer.call('staff.annualReports.save', {
      params,
      body: { revision: 0, sections: SECTIONS, entered: ENTERED },
    });
    expect(saved.counted).toEqual({ rules: NONE, normative: NONE, unclassed: 1 });
    expect(saved.tables.two.normative).toEqual(NONE);
    expect(saved.contradictions.map(({ text }) => text)).toEqual([expect.stringContaining('有 1 件文件没有分类')]);
    expect(await listed(officer, { row: 'unclassed' })).toEqual([id]);
    const handIn = () => officer.call('staff.annualReports.handIn', { params, body: { revision: 1 } });
    await expect(handIn()).rejects.toMatchObject({ code: 'annual_report.contradicts' });

    await officer.call('staff.notices.classify', { params: { id }, body: { documentClass: 'normative' } });
    expect(await listed(officer, { row: 'unclassed' })).toEqual([]);
    expect((await handIn()).tables.two.normative).toEqual(ONE);
  });

  it('not classed, not handed in -> said of the unit in the district’s report', async () => {
    await paper();
    const whole = await server.asStaff('officer');
    const district = { params: { unit: 'district', year: '2025' }, query: {} };
    const { contradictions } = await whole.call('staff.annualReports.get', district);
    expect(contradictions.map(({ text }) => text)).toEqual([
      '区住建局没有交报告，有 1 件文件没有分类（规章、行政规范性文件还是其他文件），没有算进去',
    ]);
  });

  it('another count with its reason -> in the table, beside what is counted; papers without a class no longer stand in the way', async () => {
    await paper();
    const officer = await asOfficer();
    const normative = { made: 2, abolished: 0, inForce: 5, reason: '有四件没有放到网上' };
    const saved = await officer.call('staff.annualReports.save', {
      params,
      body: { revision: 0, sections: SECTIONS, entered: { ...ENTERED, normative } },
    });
    expect(saved.tables.two.normative).toEqual({ made: 2, abolished: 0, inForce: 5 });
    expect(saved.counted).toMatchObject({ normative: NONE, unclassed: 1 });
    expect(saved.contradictions).toEqual([]);
  });
});
