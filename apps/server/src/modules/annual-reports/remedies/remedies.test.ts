import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict } from '../../../fixtures/district';
import { startTestServer, type TestClient, type TestServer } from '../../../testing';
import { newRequest, type NewRequest } from '../../information-requests/information-requests.fixtures';
import { getTable, rowsOf } from '../../tables/tables.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-03-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

type NewRemedy = RouteInput<'staff.remedies.record'>['body'];
const received = async (officer: TestClient, changes: Partial<NewRequest> = {}): Promise<string> => {
  const body = newRequest(changes);
  await (await server.asResident()).call('informationRequests.create', { body });
  await officer.call('staff.informationRequests.register', { params: { id: body.id } });
  return body.id;
};
const remedy = (changes: Partial<NewRemedy> = {}): NewRemedy => ({
  id: randomUUID(),
  kind: 'review',
  broughtOn: '2026-04-01',
  organ: '栖河区人民政府',
  ...changes,
});
const record = (staff: TestClient, requestId: string, changes: Partial<NewRemedy> = {}) =>
  staff.call('staff.remedies.record', { params: { id: requestId }, body: remedy(changes) });

async function aCase() {
  const officer = await server.asStaff('officer', { unitId: 'district-office' });
  const requestId = await received(officer);
  server.clock.set('2026-06-10T02:00:00.000Z');
  return { officer: await server.asStaff('officer', { unitId: 'district-office' }), requestId };
}
const figures = async (staff: TestClient, query: { year: string; unit?: string }) => {
  const { blocks, faults } = await staff.call('staff.annualReport.remedies', { query });
  expect(faults).toEqual([]);
  return blocks.map(({ byResult, total }) => [...Object.values(byResult), total]);
};
const NONE = [0, 0, 0, 0, 0];

describe('staff.remedies', () => {
  it('record: a review -> on the case and in the year, pending; a repeat -> the same; another under its id -> 409', async () => {
    const { officer, requestId } = await aCase();
    const body = remedy({ caseNumber: '栖河政复〔2026〕3号' });
    const params = { id: requestId };
    const made = await officer.call('staff.remedies.record', { params, body });
    expect(await officer.call('staff.remedies.record', { params, body })).toEqual(made);
    await expect(
      officer.call('staff.remedies.record', { params, body: { ...body, organ: '别处' } }),
    ).rejects.toMatchObject({ code: 'id.conflict' });

    const { items, abilities } = await officer.call('staff.informationRequests.remedies', { params, query: {} });
    expect(abilities).toEqual({ record: true });
    expect(items).toEqual([made]);
    expect(made).toMatchObject({ label: '行政复议', ended: null, caseNumber: '栖河政复〔2026〕3号' });
    expect(made.request.id).toBe(requestId);
    expect(await figures(officer, { year: '2026' })).toEqual([[0, 0, 0, 1, 1], NONE, NONE]);
    const { items: steps } = await officer.call('staff.records.timeline', {
      params: { collection: 'informationRequests', id: requestId },
      query: {},
    });
    expect(steps.map(({ action }) => action)).toContain('remedy.recorded');
  });

  it('conclude: then a lawsuit after it -> both in their blocks, each figure opens what it counts', async () => {
    const { officer, requestId } = await aCase();
    const review = await record(officer, requestId);
    await expect(
      record(officer, requestId, { kind: 'lawsuit_after_review', broughtOn: '2026-06-05' }),
    ).rejects.toMatchObject({ code: 'request.invalid', problem: { errors: [{ path: 'kind' }] } });
    const params = { id: review.id };
    const concluded = await officer.call('staff.remedies.conclude', {
      params,
      body: { revision: 1, on: '2026-05-20', result: 'upheld' },
    });
    expect(concluded.ended).toEqual({ on: '2026-05-20', result: 'upheld', note: null });
    const suit = await record(officer, requestId, {
      kind: 'lawsuit_after_review',
      broughtOn: '2026-06-01',
      organ: '栖河区人民法院',
    });
    expect(await figures(officer, { year: '2026' })).toEqual([[1, 0, 0, 0, 1], NONE, [0, 0, 0, 1, 1]]);
    expect(await figures(officer, { year: '2027' })).toEqual([NONE, NONE, [0, 0, 0, 1, 1]]);

    const idsOf = async (query: object) =>
      (await officer.call('staff.annualReport.remedyCases', { query: { year: '2026', ...query } as never })).items.map(
        ({ id }) => id,
      );
    expect(await idsOf({ kind: 'review' })).toEqual([review.id]);
    expect(await idsOf({ kind: 'review', result: 'pending' })).toEqual([]);
    expect(await idsOf({ kind: 'lawsuit_after_review', result: 'pending' })).toEqual([suit.id]);
    const rows = await rowsOf(await getTable(officer, 'annual-remedies', { year: '2026', kind: 'review' }));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('结果维持');
  });

  it('conclude again -> put right, in the audit; on what somebody changed meanwhile -> 409', async () => {
    const { officer, requestId } = await aCase();
    const { id } = await record(officer, requestId);
    const conclude = (revision: number, result: 'upheld' | 'corrected') =>
      officer.call('staff.remedies.conclude', { params: { id }, body: { revision, on: '2026-05-20', result } });
    await conclude(1, 'upheld');
    await expect(conclude(1, 'corrected')).rejects.toMatchObject({ code: 'remedy.changed' });
    await conclude(2, 'corrected');
    expect(await figures(officer, { year: '2026' })).toEqual([[0, 1, 0, 0, 1], NONE, NONE]);
    const entries = await server.collection('auditEntries').find({ kind: 'remedies', subject: id }).toArray();
    expect(entries.map(({ action }) => action as string).sort()).toEqual([
      'remedy.concluded',
      'remedy.recorded',
      'remedy.result_changed',
    ]);
  });

  it('void: written down by mistake -> kept, counted nowhere, and no more acts on it', async () => {
    const { officer, requestId } = await aCase();
    const { id } = await record(officer, requestId);
    const body = { revision: 1, reason: '登记到别的申请上了' };
    expect((await officer.call('staff.remedies.void', { params: { id }, body })).voided?.reason).toBe(body.reason);
    expect(await figures(officer, { year: '2026' })).toEqual([NONE, NONE, NONE]);
    await expect(
      officer.call('staff.remedies.conclude', {
        params: { id },
        body: { revision: 2, on: '2026-05-20', result: 'upheld' },
      }),
    ).rejects.toMatchObject({ code: 'remedy.voided' });
  });

  it.each([
    ['before the receipt', { broughtOn: '2026-03-01' }, 'broughtOn'],
    ['tomorrow', { broughtOn: '2026-06-11' }, 'broughtOn'],
  ])('record: %s -> 422 at its field, nothing written', async (_, changes, path) => {
    const { officer, requestId } = await aCase();
    await expect(record(officer, requestId, changes)).rejects.toMatchObject({
      code: 'request.invalid',
      problem: { errors: [{ path }] },
    });
    expect(await figures(officer, { year: '2026' })).toEqual([NONE, NONE, NONE]);
  });

  it('record: not received yet -> 409; conclude before it was brought -> 422', async () => {
    const { officer, requestId } = await aCase();
    const body = newRequest();
    await (await server.asResident()).call('informationRequests.create', { body });
    await expect(record(officer, body.id, { broughtOn: '2026-06-10' })).rejects.toMatchObject({
      code: 'request.state',
    });
    const { id } = await record(officer, requestId);
    await expect(
      officer.call('staff.remedies.conclude', {
        params: { id },
        body: { revision: 1, on: '2026-03-31', result: 'other' },
      }),
    ).rejects.toMatchObject({ code: 'request.invalid', problem: { errors: [{ path: 'on' }] } });
  });

  it('table four: another unit -> its own only; the district -> all; another unit’s by name -> 404', async () => {
    const { officer, requestId } = await aCase();
    await record(officer, requestId);
    const housing = await server.asStaff('officer', { unitId: 'housing' });
    const theirs = await received(housing, { unitId: 'housing' });
    await record(housing, theirs, { kind: 'lawsuit', broughtOn: '2026-06-10', organ: '栖河区人民法院' });
    expect(await figures(housing, { year: '2026' })).toEqual([NONE, [0, 0, 0, 1, 1], NONE]);
    const supervisor = await server.asStaff('supervisor');
    expect(await figures(supervisor, { year: '2026' })).toEqual([[0, 0, 0, 1, 1], [0, 0, 0, 1, 1], NONE]);
    expect(await figures(supervisor, { year: '2026', unit: 'housing' })).toEqual([NONE, [0, 0, 0, 1, 1], NONE]);
    await expect(figures(housing, { year: '2026', unit: 'district-office' })).rejects.toMatchObject({
      code: 'unit.not_found',
    });
  });
});
