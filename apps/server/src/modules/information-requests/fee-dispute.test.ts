import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let officer: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  officer = await server.asStaff('officer', { unitId: 'district-office' });
});
afterEach(() => server.stop());

/** A request with a fee notice. */
async function noticed() {
  const openid = `o-${randomUUID()}`;
  const resident = await server.asResident(openid);
  const body = newRequest();
  await resident.call('informationRequests.create', { body });
  const params = { id: body.id };
  const { dueOn } = await officer.call('staff.informationRequests.register', { params });
  await officer.call('staff.informationRequests.noticeFee', {
    params,
    body: { basis: 'pages', pages: 60, howToPay: '到窗口缴' },
  });
  return { openid, resident, params, dueOn };
}
const DISPUTE = { isAccepted: false as const, reason: '我只要电子版，没有 60 页。' };
const taskOf = async (id: string) =>
  (await officer.call('staff.desk', { query: {} })).tasks.find(({ recordId }) => recordId === id);

it('fee: willing to pay -> kept on the case, nothing moves; once', async () => {
  const { resident, params } = await noticed();
  expect((await resident.call('informationRequests.get', { params })).abilities).toMatchObject({ answerFee: true });
  for (let turn = 0; turn < 2; turn += 1)
    expect(await resident.call('informationRequests.answerFee', { params, body: { isAccepted: true } })).toMatchObject({
      status: 'paused',
      fee: { reply: { isAccepted: true, reason: null } },
      timeline: [{ kind: 'feeAccepted', title: '你答应缴信息处理费', by: '申请人' }, {}, {}, {}],
      abilities: { answerFee: false },
    });
  const refusal = await problemOf(resident.call('informationRequests.answerFee', { params, body: DISPUTE }));
  expect(refusal.code).toBe('request.state');
  expect((await taskOf(params.id))?.step).not.toContain('异议');
});

it('fee: disputed -> a task of the officer, told; it cannot lapse unanswered; kept -> told with the reason', async () => {
  const { openid, resident, params } = await noticed();
  const body = { isAccepted: false, reason: ' ' } as unknown as typeof DISPUTE;
  expect((await problemOf(resident.call('informationRequests.answerFee', { params, body }))).code).toBe(
    'request.invalid',
  );
  const neighbour = await server.asResident();
  expect((await problemOf(neighbour.call('informationRequests.answerFee', { params, body: DISPUTE }))).status).toBe(
    404,
  );
  await resident.call('informationRequests.answerFee', { params, body: DISPUTE });
  expect(await taskOf(params.id)).toMatchObject({ kind: 'request', step: '申请人对收费有异议，请答复' });
  expect(await server.collection('outbox').countDocuments({ name: 'information-request.fee_disputed' })).toBe(1);

  server.clock.advance(60 * 86_400_000);
  officer = await server.asStaff('officer', { unitId: 'district-office' });
  const late = await officer.call('informationRequests.get', { params });
  expect(late.abilities).toMatchObject({ lapse: false, answerFeeDispute: true });
  const lapse = officer.call('staff.informationRequests.lapse', { params, body: { reason: '没有缴' } });
  expect((await problemOf(lapse)).code).toBe('request.state');
  const answer = { isKept: true, text: '纸质件 60 页，按页数算没有错。' };
  expect(await officer.call('staff.informationRequests.answerFeeDispute', { params, body: answer })).toMatchObject({
    status: 'paused',
    fee: { answer },
    abilities: { lapse: true, answerFeeDispute: false },
  });
  expect((await taskOf(params.id))?.step).not.toContain('异议');
  const { timeline } = await officer.call('informationRequests.get', { params });
  expect(timeline.slice(0, 2)).toMatchObject([
    { kind: 'feeKept', title: '答复了你的异议，费用不变', text: answer.text, at: '2027-01-15T02:00:00.000Z' },
    {
      kind: 'feeDisputed',
      title: '你对收费有异议',
      text: DISPUTE.reason,
      by: '申请人',
      at: '2026-11-16T02:00:00.000Z',
    },
  ]);
  await server.runWorker();
  const kinds = (await (await server.asResident(openid)).call('me.messages.list')).items.map(({ kind }) => kind);
  expect(kinds).toContain('information-request.fee_dispute_answered');
});

it('fee: taken back -> in progress again with the day it had before, no payment and no lapse', async () => {
  const { resident, params, dueOn } = await noticed();
  await resident.call('informationRequests.answerFee', { params, body: DISPUTE });
  server.clock.advance(60_000);
  const body = { isKept: false, text: '确实可以给电子版，不收了。' };
  const head = await server.asStaff('head', { unitId: 'district-office' });
  expect((await problemOf(head.call('staff.informationRequests.answerFeeDispute', { params, body }))).status).toBe(403);
  expect(await officer.call('staff.informationRequests.answerFeeDispute', { params, body })).toMatchObject({
    ...{ status: 'in_progress', dueOn },
    abilities: { recordPayment: false, lapse: false },
  });
  const seen = await resident.call('informationRequests.get', { params });
  expect(seen).toMatchObject({
    fee: { answer: body },
    timeline: [{ kind: 'feeDropped', text: body.text }, { kind: 'feeDisputed', text: DISPUTE.reason }, {}, {}, {}],
  });
  // Asked for anew: what was said to the first notice stays in the history.
  server.clock.advance(60_000);
  const notice = { basis: 'pages' as const, pages: 40, howToPay: '到窗口缴' };
  await officer.call('staff.informationRequests.noticeFee', { params, body: notice });
  server.clock.advance(60_000);
  const { timeline } = await resident.call('informationRequests.answerFee', { params, body: { isAccepted: true } });
  expect(timeline.map(({ kind }) => kind).slice(0, 5)).toEqual([
    ...['feeAccepted', 'feeNoticed', 'feeDropped', 'feeDisputed', 'feeNoticed'],
  ]);
});
