import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { writeWorkbook } from '../catalog';
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

it('handed on when it is accepted, given back, answered -> one history, the days go on, whoever asked reads each step', async () => {
  const { resident, params, desk, editor, enquiry } = await on.assigned();
  const to = { direction: 'to' as const, ticket: 'RX20261116-0011', reason: '路灯电费归市里，请热线问一问。' };
  for (let turn = 0; turn < 2; turn += 1) {
    const seen = await desk.call('staff.enquiries.hotline', { params, body: to });
    expect(seen).toMatchObject({
      ...{ status: 'with_hotline', hotline: { ticket: to.ticket, direction: 'to' }, dueOn: enquiry.own!.dueOn },
      abilities: { handOn: false, takeBack: true, answer: false, assign: false },
      nextStep: { dueOn: enquiry.own!.dueOn },
    });
    expect(seen.timeline.filter(({ kind }) => kind === 'handedOn')).toHaveLength(1);
  }
  expect((await desk.call('staff.search', { query: { q: to.ticket } })).items).toMatchObject([{ id: params.id }]);
  const waiting = (await desk.call('staff.desk')).tasks;
  expect(waiting).toMatchObject([{ recordId: params.id, step: '问热线办得怎样，接回来答复' }]);
  const early = editor.call('staff.enquiries.answer', { params, body: SOLVED });
  expect((await problemOf(early)).code).toBe('enquiry.state');
  await desk.call('staff.enquiries.hotline', {
    params,
    body: { direction: 'back', reason: '市里回复：电费已经划拨。' },
  });
  await desk.call('staff.enquiries.assign', { params, body: { mainUnitId: 'housing' } });
  await editor.call('staff.enquiries.answer', { params, body: SOLVED });
  await desk.call('staff.enquiries.approve', { params });
  const own = await resident.call('enquiries.get', { params });
  expect(own.own!.timeline.map(({ kind, text }) => [kind, text])).toEqual([
    ['answered', null],
    ['assigned', null],
    ['takenBack', '市里回复：电费已经划拨。'],
    ['handedOn', '工单 RX20261116-0011：路灯电费归市里，请热线问一问。'],
    ['assigned', null],
    ['accepted', null],
    ['submitted', null],
  ]);
  await server.runWorker();
  const told = (await resident.call('me.messages.list')).items.map(({ kind }) => kind);
  expect(told).toEqual(expect.arrayContaining(['enquiry.handed_on', 'enquiry.taken_back']));
});

it('handed on before it is accepted, given back without having gone, by another unit -> refused', async () => {
  const { params } = await on.submitted();
  const desk = await on.office();
  const to = { direction: 'to' as const, ticket: 'RX1', reason: '请热线办。' };
  const move = (client: typeof desk, body: typeof to | { direction: 'back'; reason: string }) =>
    problemOf(client.call('staff.enquiries.hotline', { params, body }));
  expect((await move(desk, to)).code).toBe('enquiry.state');
  expect((await move(desk, { direction: 'back', reason: '没有转过。' })).code).toBe('enquiry.state');
  expect((await move(await server.asStaff('office', { unitId: 'housing' }), to)).code).toBe('enquiry.not_found');
});

describe('the city’s workbook', () => {
  const HEAD = ['单位', '月份', '按期办结率', '办理结果满意率', '办理过程满意率'];
  const send = async (
    client: { fetch(path: string, init?: RequestInit): Promise<Response> },
    bytes: Uint8Array,
    query = '',
  ) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), '10月通报.xlsx');
    const path = `/api/v1/staff/hotline-months?source=${encodeURIComponent('市热线10月通报')}${query}`;
    const answer = await client.fetch(path, { method: 'POST', body: form });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const book = (...rows: (string | number)[][]) =>
    writeWorkbook([
      {
        ...{ name: '通报', rows: [['全市热线情况'], HEAD, ...rows], merges: [], widths: HEAD.map(() => 12) },
        ...{ titleRow: 0, headerRows: [1] },
      },
    ]);
  const months = async () => (await on.office().then(desk => desk.call('staff.hotline.months'))).items;

  it('tried -> shown, nothing written; confirmed -> all months of this district, in place of what was there; audited', async () => {
    const desk = await on.office();
    const put = { params: { id: '2026-09' }, body: { onTime: 1, result: 1, process: 1, source: '抄错的' } };
    await desk.call('staff.hotline.put', put);
    const bytes = await book(
      ['栖河区', '2026年9月', '99.9%', '98%', '100%'],
      ['望川区', '2026年9月', '90%', '90%', '90%'],
      ['栖河区', '2026-10', 0.9998, 0.9755, 1],
    );
    const tried = await send(desk, bytes, '&dryRun=true');
    expect(tried).toMatchObject({
      status: 200,
      body: {
        ...{ problems: [], saved: 0 },
        months: [
          { id: '2026-09', onTime: 9990, replaces: true, row: 3 },
          { id: '2026-10', onTime: 9998, result: 9755, process: 10_000, replaces: false, row: 5 },
        ],
      },
    });
    expect((await months()).map(({ source }) => source)).toEqual(['抄错的']);
    expect((await send(desk, bytes)).body.saved).toBe(2);
    expect((await months()).map(({ id, onTime, source }) => [id, onTime, source])).toEqual([
      ['2026-10', 9998, '市热线10月通报'],
      ['2026-09', 9990, '市热线10月通报'],
    ]);
    expect(await server.collection('auditEntries').countDocuments({ action: 'hotline.entered' })).toBe(3);
  });

  it('one row is wrong, a file that is none, another unit -> nothing written, said of which row', async () => {
    const desk = await on.office();
    const bytes = await book(['栖河区', '2026-10', '99%', '98%', '97%'], ['栖河区', '2026-09', '199%', '98%', '97%']);
    expect((await send(desk, bytes)).body).toMatchObject({
      ...{ saved: 0, problems: [{ sheet: '通报', row: 4, message: '按期办结率“199%”超过 100%' }] },
    });
    expect(await send(desk, Buffer.from('not a workbook'))).toMatchObject({ body: { code: 'import.unreadable' } });
    const elsewhere = await server.asStaff('office', { unitId: 'housing' });
    expect((await send(elsewhere, bytes)).status).toBe(403);
    expect(await months()).toEqual([]);
  });
});
