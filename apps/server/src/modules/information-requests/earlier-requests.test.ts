import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest, ORGANIZATION } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const UNIT = { unitId: 'district-office' };
const LIFT = { name: '槐影东里加装电梯的补助明细' };

/** Three of one person: answered, another subject, and the one at hand; and one of somebody else. */
async function asked() {
  const [resident, desk] = [await server.asResident(), await server.asStaff('officer', UNIT)];
  const register = async (content: { name: string }, changes: object = {}) => {
    const { id } = await resident.call('informationRequests.create', { body: newRequest({ content, ...changes }) });
    await desk.call('staff.informationRequests.register', { params: { id } });
    return id;
  };
  const before = await register(LIFT);
  await decideRequest(server, before, { kinds: ['granted'], text: '给你。' });
  const other = await register({ name: '渡口路停车位委托经营合同' });
  await register(LIFT, { applicant: ORGANIZATION });
  const id = await register({ name: '申请公开槐影东里加装电梯补助明细' });
  return { resident, desk, id, params: { id }, before, other };
}
const ground = (caseIds: string[], finding: 'repeated' | 'excessive' = 'repeated') => ({
  ...{ id: randomUUID(), finding, caseIds, note: '和上次要的是同一份。' },
});

describe('earlier requests', () => {
  it('of the same person at the same office -> the most alike first, what was answered and when, how many; others are not there', async () => {
    const { desk, params, before, other } = await asked();
    const seen = await desk.call('staff.informationRequests.earlier', { params, query: {} });
    expect(seen.counts).toEqual({ month: 3, year: 3, pages: 0 });
    expect(seen.items.map(({ id }) => id)).toEqual([before, other]);
    expect(seen.items[0]).toMatchObject({
      ...{ likeness: 100, status: 'decided', answeredOn: '2026-11-16' },
      kinds: [{ label: '予以公开' }],
    });
    expect(seen.items[1]).toMatchObject({ likeness: 0, answeredOn: null, kinds: [] });
    const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
    const refused = elsewhere.call('staff.informationRequests.earlier', { params, query: {} });
    expect((await problemOf(refused)).code).toBe('request.not_found');
  });

  it('found to be a repeat -> kept with the cases as they are now; nothing ends, the answer goes its way and is warned without it', async () => {
    const { resident, desk, id, params, before } = await asked();
    const answers = { clear: 'clear', nature: 'information', repeated: 'yes' };
    const body = ground([before]);
    const kept = await desk.call('staff.informationRequests.recordGround', { params, body });
    expect(await desk.call('staff.informationRequests.recordGround', { params, body })).toEqual(kept);
    expect(kept).toMatchObject({
      status: 'in_progress',
      grounds: [
        {
          ...{ finding: 'repeated', note: body.note, countInMonth: 3, countInYear: 3 },
          cases: [{ id: before, likeness: 100, answeredOn: '2026-11-16' }],
        },
      ],
    });
    expect((await resident.call('informationRequests.get', { params })).grounds).toEqual([]);
    const decided = await decideRequest(server, id, { kinds: ['repeated'], text: '答复过。', answers });
    expect(decided.decision!.review!.warnings).toEqual([]);
    const key = 'repeated@decided:repeated';
    const draft = await desk.call('staff.letters.draft', { params, body: { key } });
    const cited = draft.fields.find(({ fact }) => fact === 'earlierReply')!.value;
    expect(cited).toContain('2026-11-16对“槐影东里加装电梯的补助明细”');
    expect(draft.missing).toEqual([]);
  });

  it('decided as a repeat without it -> a warning', async () => {
    const { id } = await asked();
    const answers = { clear: 'clear', nature: 'information', repeated: 'yes' };
    const decided = await decideRequest(server, id, { kinds: ['repeated'], text: '答复过。', answers });
    expect(decided.decision!.review!.warnings.map(({ article }) => article)).toEqual(['第三十六条第（六）项']);
  });

  it.each([
    ['one that was not answered', 'repeated', 'other', '没有答复过'],
    ['of somebody else', 'excessive', 'unknown', '不是这位申请人'],
  ] as const)('held against it: %s -> refused with a sentence, nothing kept', async (_, finding, which, words) => {
    const made = await asked();
    const caseIds = [which === 'other' ? made.other : randomUUID()];
    const body = ground(caseIds, finding);
    const { params } = made;
    const refused = await problemOf(made.desk.call('staff.informationRequests.recordGround', { params, body }));
    expect(refused.problem.errors).toEqual([{ path: 'caseIds', message: expect.stringContaining(words) as string }]);
    expect((await made.desk.call('informationRequests.get', { params })).grounds).toEqual([]);
  });

  it('too much: which ones is written down, reasons are asked for and good, the head sets more time -> its own letter', async () => {
    const { resident, desk, params, other } = await asked();
    await desk.call('staff.informationRequests.recordGround', { params, body: ground([other], 'excessive') });
    const ask = { items: '本月第 3 件，请说明为什么需要。', deadline: '2026-11-27' };
    await desk.call('staff.informationRequests.askReasons', { params, body: ask });
    await resident.call('informationRequests.explain', { params, body: { text: '业主大会要用。' } });
    const body = { workingDays: 10, reason: '要调取的档案多' };
    const early = desk.call('staff.informationRequests.delay', { params, body });
    expect((await problemOf(early)).status).toBe(403);
    const head = await server.asStaff('head', UNIT);
    const delayed = await head.call('staff.informationRequests.delay', { params, body });
    expect(delayed).toMatchObject({ status: 'extended', dueOn: '2026-12-28' });
    const { due } = await desk.call('staff.letters.list', { params, query: {} });
    expect(due.map(({ key }) => key)).toContain('delay_notice@delayed');
    const made = await desk.call('staff.letters.draft', { params, body: { key: 'delay_notice@delayed' } });
    expect(made.missing).toEqual([]);
    expect(made.text!.paragraphs.join('')).toContain('延迟10个工作日答复，至2026年12月28日止');
  });
});
