import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import {
  decideRequest,
  newRequest,
  PERSON,
  type NewRequest,
} from '../information-requests/information-requests.fixtures';

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

const NAMES = ['穆青禾', '岑远山', '路小满'];
/** Somebody else for each `turn`, who asks for this; registered, and answered when there are `kinds`. */
async function asked(turn: number, name: string, kinds?: NonNullable<Parameters<typeof decideRequest>[2]>['kinds']) {
  const resident = await server.asResident(`o-${randomUUID()}`);
  const idDocument = { type: 'passport' as const, number: `E0000000${turn}` };
  const applicant = { ...PERSON, name: NAMES[turn]!, idDocument, phone: `1990000000${turn}` };
  const body = newRequest({ applicant: applicant as NewRequest['applicant'], content: { name } });
  await resident.call('informationRequests.create', { body });
  await officer.call('staff.informationRequests.register', { params: { id: body.id } });
  if (kinds)
    await decideRequest(server, body.id, { kinds, text: `${NAMES[turn]}：合同给你，停车费每小时 2 元。`, officer });
  await server.runWorker();
  return { resident, id: body.id, params: { id: body.id } };
}
const proposals = async (state: 'open' | 'accepted' | 'declined' = 'open') =>
  (await officer.call('staff.publishing.list', { query: { state } })).items;
const SAME = [
  '渡口路路边停车位委托经营合同',
  '渡口路停车位的委托经营合同',
  '关于渡口路路边停车位委托经营合同的情况',
] as const;

it('measured: the same from two people, given to one -> one proposal with both; a third joins it; other things do not', async () => {
  const first = await asked(0, SAME[0], ['granted']);
  await asked(1, '双井食堂每个月补贴了多少', ['granted']);
  expect(await proposals()).toEqual([]);
  const second = await asked(1, SAME[1]);
  const [proposal] = await proposals();
  expect(proposal).toMatchObject({
    origin: 'measured',
    applicants: 2,
    words: { title: SAME[0], text: '申请人：合同给你，停车费每小时 2 元。' },
    abilities: { settle: true },
  });
  expect(new Set(proposal!.cases.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
  await asked(2, SAME[2]);
  expect(await proposals()).toMatchObject([{ id: proposal!.id, applicants: 3 }]);
  const task = (await officer.call('staff.desk', { query: {} })).tasks.find(({ kind }) => kind === 'publishing');
  expect(task).toMatchObject({ recordId: proposal!.id, title: SAME[0] });
});

it('measured: the same person twice, or given to nobody -> no proposal', async () => {
  await asked(0, SAME[0], ['granted']);
  await asked(0, SAME[1]);
  await asked(1, '栗园后山护坡工程方案', ['denied_process']);
  await asked(2, '栗园后山护坡工程方案');
  expect(await proposals()).toEqual([]);
});

it('suggested: by whoever was given it, once; accepted -> a draft tied to the cases, and they are told; published -> told where', async () => {
  const { resident, params, id } = await asked(0, SAME[0], ['granted']);
  expect((await resident.call('informationRequests.get', { params })).abilities).toMatchObject({
    suggestPublishing: true,
  });
  const body = { reason: '停车的人都想知道' };
  for (let turn = 0; turn < 2; turn += 1)
    await resident.call('informationRequests.suggestPublishing', { params, body });
  const neighbour = await server.asResident();
  expect((await problemOf(neighbour.call('informationRequests.suggestPublishing', { params, body }))).status).toBe(404);
  await server.runWorker();
  const [proposal, ...others] = await proposals();
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({ origin: 'suggested', cases: [{ id, suggestion: { reason: body.reason } }] });

  const of = { id: proposal!.id };
  const words = { draftId: randomUUID(), columnId: 'subsidies', title: '停车位合同', text: '停车费每小时 2 元。' };
  const accept = (changes: Partial<typeof words> = {}) =>
    officer.call('staff.publishing.accept', { params: of, body: { ...words, ...changes } });
  expect((await problemOf(accept({ text: '穆青禾要的合同' }))).code).toBe('answer.personal_data');
  expect((await problemOf(accept({ columnId: 'nowhere' }))).problem.errors?.[0]?.path).toBe('columnId');
  expect(await accept()).toMatchObject({ state: 'accepted', draftId: words.draftId, noticeId: null });
  expect(await accept()).toMatchObject({ state: 'accepted', draftId: words.draftId });
  expect((await problemOf(accept({ draftId: randomUUID() }))).code).toBe('publishing.settled');
  const editor = await server.asStaff('editor', { unitId: 'district-office' });
  const draft = await editor.call('staff.drafts.get', { params: { id: words.draftId } });
  expect(draft.content).toMatchObject({ title: '停车位合同', columnIds: ['subsidies'] });
  expect(JSON.stringify(draft)).toContain('依申请公开转来：');
  await server.runWorker();
  const told = await resident.call('informationRequests.get', { params });
  expect(told).toMatchObject({
    suggestion: { result: { state: 'accepted' } },
    abilities: { suggestPublishing: false },
  });
  const kinds = (await resident.call('me.messages.list')).items.map(({ kind }) => kind);
  expect(kinds).toContain('information-request.suggestion_settled');

  await server.deps.platform.transaction(tx =>
    server.deps.platform.outbox.add({ name: 'notice.published', noticeId: words.draftId }, tx),
  );
  await server.runWorker();
  expect(await resident.call('informationRequests.get', { params })).toMatchObject({
    suggestion: { result: { state: 'published', noticeId: words.draftId } },
  });
  const { timeline } = await officer.call('informationRequests.get', { params });
  expect(timeline.slice(0, 3)).toMatchObject([
    { kind: 'suggestionPublished', title: '你建议的，已经主动公开了' },
    { kind: 'suggestionAccepted', title: '你的建议采纳了，正在写成公开信息', at: told.suggestion!.result!.at },
    { kind: 'publishingSuggested', title: '你建议主动公开', text: body.reason, by: '申请人' },
  ]);
  expect(await proposals('accepted')).toMatchObject([{ noticeId: words.draftId }]);
});

it('declined: with the reason -> told to who suggested; the same again is told at once and opens nothing', async () => {
  const first = await asked(0, SAME[0], ['granted']);
  await first.resident.call('informationRequests.suggestPublishing', { params: first.params, body: {} });
  await server.runWorker();
  const [proposal] = await proposals();
  const params = { id: proposal!.id };
  const head = await server.asStaff('head', { unitId: 'district-office' });
  const body = { reason: '合同里有对方的报价，不宜全文公开' };
  expect((await problemOf(head.call('staff.publishing.decline', { params, body }))).status).toBe(403);
  const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
  expect((await problemOf(elsewhere.call('staff.publishing.decline', { params, body }))).code).toBe(
    'publishing.not_found',
  );
  expect(await officer.call('staff.publishing.decline', { params, body })).toMatchObject({
    state: 'declined',
    settled: { reason: body.reason },
  });
  expect(await first.resident.call('informationRequests.get', { params: first.params })).toMatchObject({
    suggestion: { result: { state: 'declined', reason: body.reason } },
    timeline: expect.arrayContaining([expect.objectContaining({ kind: 'suggestionDeclined', text: body.reason })]),
  });
  await asked(1, SAME[1], ['granted']);
  expect(await proposals()).toEqual([]);
});

it('suggested: what was not given -> refused', async () => {
  const { resident, params } = await asked(0, SAME[0], ['denied_process']);
  const refusal = await problemOf(resident.call('informationRequests.suggestPublishing', { params, body: {} }));
  expect(refusal.code).toBe('request.state');
});
