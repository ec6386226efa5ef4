import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const UNIT = { unitId: 'district-office' };
type Proposed = RouteInput<'staff.informationRequests.propose'>['body'];

async function registered() {
  const resident = await server.asResident('o-applicant');
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  const [officer, legal, head] = [
    await server.asStaff('officer', UNIT),
    await server.asStaff('legal', UNIT),
    await server.asStaff('head', UNIT),
  ];
  const params = { id };
  await officer.call('staff.informationRequests.register', { params });
  return {
    ...{ id, params, resident, officer, legal, head },
    propose: (changes: Partial<Proposed> = {}, by = officer) =>
      by.call('staff.informationRequests.propose', {
        params,
        body: { id: randomUUID(), kinds: ['partial', 'denied_process'], text: '给一部分。', ...changes },
      }),
    review: (proposalId: string, isAgreed: boolean, by = legal) =>
      by.call('staff.informationRequests.review', { params, body: { proposalId, isAgreed, note: '看过了。' } }),
    approve: (proposalId: string, by = head) =>
      by.call('staff.informationRequests.decide', { params, body: { proposalId, isApproved: true } }),
    sendBack: (proposalId: string) =>
      head.call('staff.informationRequests.decide', {
        params,
        body: { proposalId, isApproved: false, note: '再核。' },
      }),
  };
}
type Case = Awaited<ReturnType<typeof registered>>;
const newest = ({ proposals }: Awaited<ReturnType<Case['propose']>>) => proposals.at(-1)!;
const stepsOf = async (who: Case['head']) =>
  (await who.call('staff.desk', { query: {} })).tasks.map(({ recordId, step }) => [recordId, step]);

describe('an answer on its way', () => {
  it('proposed, reviewed, approved -> each desk shows its step; an answer only then, sealed; all of it audited', async () => {
    const { id, params, propose, review, approve, officer, legal, head, resident } = await registered();
    const { id: proposalId, needsLegal } = newest(await propose());
    expect(needsLegal).toBe(true);
    expect(await stepsOf(legal)).toEqual([[id, '审拟好的答复：同意，还是退回']]);
    expect(await stepsOf(head)).toEqual([[id, '等法律顾问审答复']]);
    expect((await problemOf(approve(proposalId))).code).toBe('request.state');
    expect(newest(await review(proposalId, true))).toMatchObject({ state: 'approval', legal: { isAgreed: true } });
    expect(await stepsOf(legal)).toEqual([]);
    expect(await stepsOf(head)).toEqual([[id, '批准答复，还是退回']]);
    const list = await head.call('staff.informationRequests.list', { query: { step: 'approval' } });
    expect(list.items.map(item => item.id)).toEqual([id]);
    expect((await resident.call('informationRequests.get', { params })).decision).toBeNull();

    const decided = await approve(proposalId);
    expect(decided).toMatchObject({
      status: 'decided',
      proposals: [{ state: 'approved', head: { isApproved: true } }],
    });
    expect(decided.decision!.seal).toMatchObject({ isIntact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const told = await resident.call('informationRequests.get', { params });
    expect([told.proposals, told.decision!.seal, told.decision!.text]).toEqual([[], null, '给一部分。']);
    const audited = await server.collection('auditEntries').find({ subject: id }).sort({ at: 1 }).toArray();
    expect(audited.map(({ action, actor }) => [action, actor]).slice(2)).toEqual([
      ['information-request.proposed', `staff:${officer.staffId}`],
      ['information-request.reviewed', `staff:${legal.staffId}`],
      ['information-request.decided', `staff:${head.staffId}`],
    ]);
  });

  it('the record is changed behind the seal -> the seal says so', async () => {
    const { id, officer, params } = await registered();
    await decideRequest(server, id, { officer });
    const records = server.collection<{ _id: string }>('informationRequests');
    await records.updateOne({ _id: id }, { $set: { 'decision.text': '别的话' } });
    const { decision } = await officer.call('informationRequests.get', { params });
    expect(decision!.seal!.isIntact).toBe(false);
  });

  it('recalled by who proposed it -> with the officer again, on nobody else’s desk; another one follows; audited', async () => {
    const { id, params, propose, review, legal, officer } = await registered();
    const first = newest(await propose()).id;
    const recall = (proposalId: string, by = officer) =>
      by.call('staff.informationRequests.recall', { params, body: { proposalId } });
    const colleague = await server.asStaff('officer', UNIT);
    expect((await problemOf(recall(first, colleague))).code).toBe('request.state');
    expect((await officer.call('informationRequests.get', { params })).abilities!.recall).toBe(true);
    const recalled = await recall(first);
    expect(newest(recalled)).toMatchObject({ state: 'returned', recalledAt: '2026-11-02T02:00:00.000Z', legal: null });
    await recall(first);
    expect(await stepsOf(legal)).toEqual([]);
    expect((await stepsOf(officer)).map(([task]) => task)).toEqual([id]);
    expect((await problemOf(review(first, true))).code).toBe('request.state');
    const second = newest(await propose({ text: '改过。' })).id;
    await review(second, true);
    expect((await problemOf(recall(second))).code).toBe('request.state');
    expect(await server.collection('auditEntries').countDocuments({ action: 'information-request.recalled' })).toBe(1);
  });

  it('each step -> a message for whoever has to sign next, and for the officer when it comes back', async () => {
    const { propose, review, sendBack } = await registered();
    const told: Record<string, string[]> = {};
    const { identity } = server.deps.modules;
    const people = Object.fromEntries(
      await Promise.all(
        (['officer', 'legal', 'head'] as const).map(async role => {
          const accountId = await identity.api.enterAccount(`o-${role}`);
          const member = await server.asStaff(role, UNIT);
          await identity.api.bindAccount(accountId, member.staffId!);
          return [role, `o-${role}`] as const;
        }),
      ),
    );
    const { id } = newest(await propose());
    await review(id, true);
    await sendBack(id);
    await server.runWorker();
    for (const [role, openid] of Object.entries(people)) {
      const { items } = await (await server.asResident(openid)).call('me.messages.list', { query: {} });
      told[role] = items.map(({ body }) => body);
    }
    expect(told).toEqual({
      officer: ['拟的答复退回来了，改好再报'],
      legal: ['有一份拟好的答复，等你审核'],
      head: ['有一份拟好的答复，等你批准'],
    });
  });

  it('the adviser signs while the officer takes it back -> one of the two counts, the other is told', async () => {
    const { params, propose, review, officer } = await registered();
    const { id: proposalId } = newest(await propose());
    const recall = officer.call('staff.informationRequests.recall', { params, body: { proposalId } });
    const done = await Promise.allSettled([recall, review(proposalId, true)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = newest(await officer.call('informationRequests.get', { params }));
    expect([left.recalledAt === null, left.legal === null].sort()).toEqual([false, true]);
  });

  it('granted -> goes to the head at once (config/deciding.json)', async () => {
    const { propose, approve } = await registered();
    const proposal = newest(await propose({ kinds: ['granted'] }));
    expect(proposal).toMatchObject({ needsLegal: false, state: 'approval' });
    expect(await approve(proposal.id)).toMatchObject({ status: 'decided', decision: { seal: { reviewedBy: null } } });
  });

  it('sent back by the adviser, then by the head -> with the officer again, with the reasons; the third time it passes', async () => {
    const { id, propose, review, approve, sendBack, officer } = await registered();
    await review(newest(await propose()).id, false);
    expect(await stepsOf(officer)).toEqual([[id, '答复退回来了，改好再报']]);
    const second = newest(await propose({ text: '改过。' })).id;
    await review(second, true);
    const returned = await sendBack(second);
    expect(returned).toMatchObject({ status: 'in_progress', abilities: { propose: false } });
    expect(newest(returned)).toMatchObject({ state: 'returned', head: { isApproved: false, note: '再核。' } });
    const third = newest(await propose({ text: '又改过。' })).id;
    await review(third, true);
    expect((await approve(third)).proposals.map(({ state }) => state)).toEqual(['returned', 'returned', 'approved']);
  });

  it('something is learnt meanwhile -> it can only be sent back; an extension changes nothing', async () => {
    const { params, propose, review, officer, head } = await registered();
    const consultationId = randomUUID();
    const letter = { id: consultationId, kind: 'third_party' as const, name: '某公司', question: '可以给吗' };
    await officer.call('staff.informationRequests.consult', { params, body: letter });
    const { id: proposalId } = newest(await propose());
    const longer = { params, body: { workingDays: 5, reason: '要查档' } };
    expect(newest(await head.call('staff.informationRequests.extend', longer)).isOutdated).toBe(false);
    const answer = { step: 'answered' as const, on: '2026-11-02', opinion: 'disagree' as const, text: '不行' };
    await officer.call('staff.informationRequests.recordConsultation', {
      params: { ...params, consultationId },
      body: answer,
    });
    expect((await problemOf(review(proposalId, true))).code).toBe('request.outdated');
    expect(newest(await review(proposalId, false))).toMatchObject({ state: 'returned', isOutdated: true });
  });
});

describe('who signs', () => {
  it('two officers at once -> one proposes, the other is told; a second tap is the same', async () => {
    const { propose, officer } = await registered();
    const body = { id: randomUUID(), kinds: ['granted' as const], text: '给。' };
    const other = await server.asStaff('officer', UNIT);
    const answers = await Promise.allSettled([propose(body), propose({ text: '我的' }, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = answers.filter(answer => answer.status === 'rejected');
    expect((await problemOf(Promise.reject(lost!.reason as Error))).code).toBe('request.proposed');
    const winner = answers[0]!.status === 'fulfilled' ? officer : null;
    if (winner) expect((await propose(body)).proposals).toHaveLength(1);
  });

  it('one who holds several roles -> signs one step only', async () => {
    const { params, propose, review, approve } = await registered();
    const all = await server.asStaff(['officer', 'legal', 'head'], UNIT);
    const { id: proposalId } = newest(await propose({}, all));
    expect((await problemOf(review(proposalId, true, all))).code).toBe('request.signed');
    await review(proposalId, true);
    expect((await problemOf(approve(proposalId, all))).code).toBe('request.signed');
    const { abilities } = await all.call('informationRequests.get', { params });
    expect(abilities).toMatchObject({ propose: false, review: false, decide: false });
  });

  it('withdrawn meanwhile -> no desk waits for a signature', async () => {
    const { params, propose, resident, legal } = await registered();
    await propose();
    await resident.call('informationRequests.withdraw', { params, body: {} });
    expect(await stepsOf(legal)).toEqual([]);
  });
});

describe('conference', () => {
  it('recorded -> who, what each said, the conclusion; for the office only, sealed at rest, the same again is one', async () => {
    const { id, params, officer, resident } = await registered();
    const body = {
      ...{ id: randomUUID(), on: '2026-11-02', topic: '给不给', conclusion: '给一部分。' },
      members: [{ name: '石兰', role: '工程科', opinion: '方案可以给' }],
    };
    const confer = (changes: Partial<typeof body> = {}) =>
      officer.call('staff.informationRequests.confer', { params, body: { ...body, ...changes } });
    expect((await confer()).conferences).toMatchObject([body]);
    expect((await confer()).conferences).toHaveLength(1);
    expect((await problemOf(confer({ conclusion: '不给。' }))).code).toBe('id.conflict');
    expect((await problemOf(confer({ id: randomUUID(), on: '2026-11-03' }))).status).toBe(422);
    expect((await resident.call('informationRequests.get', { params })).conferences).toEqual([]);
    const stored = await server.collection<{ _id: string }>('informationRequests').findOne({ _id: id });
    expect(JSON.stringify(stored)).not.toContain('石兰');
  });
});
