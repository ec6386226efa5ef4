import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { enquiriesOn, newEnquiry, SOLVED } from './enquiry.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let on: ReturnType<typeof enquiriesOn>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  on = enquiriesOn(server);
});
afterEach(() => server.stop());

const fromHotline = (changes: object = {}) => {
  const { kind, title, body, publicConsent, contact } = newEnquiry();
  const given = { id: randomUUID(), ticket: 'RX20261116-0007', unitId: 'district-office' };
  return { ...given, kind, title, body, publicConsent, contact, ...changes };
};

it('take over: under its ticket, once -> goes the same way to its answer; found by the ticket; person sealed', async () => {
  const desk = await on.office();
  const body = fromHotline();
  const made = await desk.call('staff.enquiries.record', { body });
  expect(made).toMatchObject({
    number: '民声〔2026〕0001',
    hotline: { ticket: body.ticket, direction: 'from' },
    status: 'submitted',
    dueOn: '2026-11-23',
    timeline: [{ kind: 'submitted', by: '热线（12345）', text: `工单 ${body.ticket}` }],
  });
  expect((await desk.call('staff.enquiries.record', { body })).id).toBe(made.id);
  const other = desk.call('staff.enquiries.record', { body: { ...body, title: '另一件' } });
  expect((await problemOf(other)).code).toBe('id.conflict');
  expect((await desk.call('staff.search', { query: { q: body.ticket } })).items).toMatchObject([{ id: made.id }]);
  expect(JSON.stringify(await server.collection('enquiries').find({}).toArray())).not.toContain('19900000001');
  const params = { id: made.id };
  await desk.call('staff.enquiries.accept', { params, body: { kind: 'question' } });
  await desk.call('staff.enquiries.assign', { params, body: { mainUnitId: 'housing' } });
  await (await on.housing()).call('staff.enquiries.answer', { params, body: SOLVED });
  expect(await desk.call('staff.enquiries.approve', { params })).toMatchObject({ status: 'answered' });
  await server.runWorker();
  expect((await problemOf((await server.asResident()).call('enquiries.get', { params }))).code).toBe(
    'enquiry.not_found',
  );
});

it('take over: for another unit -> not there to take it', async () => {
  const desk = await on.office();
  const call = desk.call('staff.enquiries.record', { body: fromHotline({ unitId: 'housing' }) });
  expect((await problemOf(call)).code).toBe('unit.not_found');
});

it('hand on: with the ticket -> whoever asked reads it, one history', async () => {
  const { resident, params } = await on.submitted();
  const desk = await on.office();
  const body = { toWhom: '市供水集团', reason: '水表归他们管。', ticket: 'RX20261116-0009' };
  const seen = await desk.call('staff.enquiries.refuse', { params, body });
  expect(seen).toMatchObject({ hotline: { ticket: body.ticket, direction: 'to' }, status: 'not_ours' });
  const own = await resident.call('enquiries.get', { params });
  expect(own.answer!.text).toBe('这件事归市供水集团办。水表归他们管。热线（12345）接着办，工单 RX20261116-0009。');
});

it('rates: entered by the district’s office, entered again -> the later ones; the newest month first; audited', async () => {
  const desk = await on.office();
  const put = (id: string, onTime: number) =>
    desk.call('staff.hotline.put', {
      params: { id },
      body: { onTime, result: 9820, process: 10_000, source: '市热线通报' },
    });
  for (const [month, onTime] of [
    ['2026-09', 9900],
    ['2026-10', 9998],
    ['2026-10', 9999],
  ] as const)
    await put(month, onTime);
  const { items } = await (await on.housing()).call('staff.hotline.months');
  expect(items.map(({ id, onTime }) => [id, onTime])).toEqual([
    ['2026-10', 9999],
    ['2026-09', 9900],
  ]);
  const elsewhere = await server.asStaff('office', { unitId: 'housing' });
  const body = { onTime: 1, result: 1, process: 1, source: '别处' };
  expect((await problemOf(elsewhere.call('staff.hotline.put', { params: { id: '2026-10' }, body }))).status).toBe(403);
  expect((await problemOf(put('2026-13', 1))).code).toBe('request.invalid');
  expect(await server.collection('auditEntries').countDocuments({ action: 'hotline.entered' })).toBe(3);
});
