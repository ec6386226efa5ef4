import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { consultationInput, openConsultation } from '../consultations/consultation.fixtures';
import { meetingInput, openMeeting } from '../participation/meetings/meeting.fixtures';
import { openSurvey } from '../participation/surveys/survey.fixtures';

const UNIT = 'housing';
type Kind = RouteCall<'staff.matterMembers.put'>['params']['kind'];
type Stage = NonNullable<RouteCall<'staff.matterMembers.put'>['body']['stage']>;

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
let matterId: string;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  matterId = randomUUID();
  await office.call('staff.matters.create', { body: { id: matterId, name: '老旧小区加装电梯', unitId: UNIT } });
});
afterEach(() => server.stop());

const publish = async (changes: Parameters<typeof noticeSource>[0] = {}) => {
  const id = randomUUID();
  await office.call('staff.notices.create', { body: { ...noticeSource(changes), id } });
  return id;
};
const link = (kind: Kind, id: string, stage?: Stage, client = office) =>
  client.call('staff.matterMembers.put', { params: { kind, id }, body: { matterId, ...(stage && { stage }) } });
const read = () => server.anonymous.call('matters.get', { params: { id: matterId }, query: {} });
const of = async (kind: Kind, id: string) =>
  (await server.anonymous.call('matters.of', { params: { kind, id }, query: {} })).matter;
const told = async () => (await read()).steps.map(({ stage, text, title }) => `${stage} ${text} ${title}`);

describe('what was made public of one thing', () => {
  it('members at five stages -> told the newest first, each with its stage; what is to come by its day', async () => {
    const regulation = await publish({ stage: 'decision', effectiveOn: '2026-12-01', title: '补助办法' });
    const posting = await publish({
      ...{ title: '拟补助名单', kind: 'posting', publishedAt: '2026-11-16T01:00:00.000Z' },
      posting: { from: '2026-11-16', to: '2026-11-23', unit: 'days', kind: 'housingSubsidy' },
    });
    await link('notice', regulation);
    await link('notice', posting, 'execution');
    const { id: asked } = await openConsultation(office, { unitId: UNIT, question: '电梯装在哪？' });
    await link('consultation', asked);
    const matter = await read();
    expect(matter).toMatchObject({ name: '老旧小区加装电梯', unit: { id: UNIT, name: '区住建局' } });
    expect(await told()).toEqual([
      'execution 开始公示 拟补助名单',
      'decision 开始征求意见 电梯装在哪？',
      'decision 文件公布 补助办法',
    ]);
    expect(matter.next.map(({ text, on }) => `${on} ${text}`)).toEqual([
      '2026-11-23 公示期满',
      '2026-12-01 开始施行',
      '2026-12-16 征求意见截止',
      '2027-01-14 最晚公布意见的下落',
    ]);
    expect(await of('notice', posting)).toEqual({ id: matterId, name: '老旧小区加装电梯' });
    server.clock.set('2026-12-02T01:00:00.000Z');
    expect((await told())[0]).toBe('decision 开始施行 补助办法');
  });

  it('a consultation -> brings its item of the year, its survey and its meeting, each once, unless put elsewhere by hand', async () => {
    const { id: consultationId } = await openConsultation(office, { unitId: UNIT });
    const survey = await openSurvey(office, { unitId: UNIT, consultationId });
    const meeting = await openMeeting(office, { unitId: UNIT, consultationId });
    const decision = randomUUID();
    await office.call('staff.decisions.create', {
      body: {
        ...{ id: decision, year: 2026, position: 1, title: '加装电梯补助', unitId: UNIT },
        ...{ plannedFor: '四季度', basis: '第713号令', consultationIds: [consultationId] },
      },
    });
    await link('consultation', consultationId);
    await link('survey', survey);
    const ids = async () => (await read()).steps.map(({ id }) => id).sort();
    expect(await ids()).toEqual([consultationId, survey, meeting].sort());
    await office.call('staff.decisions.publish', { params: { id: decision } });
    expect(await ids()).toEqual([consultationId, survey, meeting, decision].sort());
    expect(await of('meeting', meeting)).toMatchObject({ id: matterId });
    const other = randomUUID();
    await office.call('staff.matters.create', { body: { id: other, name: '别的事', unitId: UNIT } });
    await office.call('staff.matterMembers.put', {
      params: { kind: 'meeting', id: meeting },
      body: { matterId: other },
    });
    expect(await ids()).toEqual([consultationId, survey, decision].sort());
    expect(await of('meeting', meeting)).toMatchObject({ id: other });
  });

  it('drafts, what is to come, what was taken down -> in no timeline; with nothing else the matter is not there', async () => {
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const draftId = randomUUID();
    const content = { kind: 'news' as const, unitId: UNIT, title: '秘密的草稿' };
    await editor.call('staff.drafts.create', { body: { id: draftId, content } });
    await link('notice', draftId, 'execution', editor);
    const asked = consultationInput({ unitId: UNIT });
    await office.call('staff.consultations.create', { body: asked });
    await link('consultation', asked.id);
    const prepared = meetingInput({ unitId: UNIT });
    await office.call('staff.meetings.create', { body: prepared });
    await link('meeting', prepared.id);
    const coming = await publish({ stage: 'result', publishedAt: '2026-12-20T01:00:00.000Z' });
    await link('notice', coming);
    expect((await problemOf(read())).code).toBe('matter.not_found');
    for (const [kind, id] of [
      ['notice', draftId],
      ['consultation', asked.id],
      ['notice', coming],
    ] as const)
      expect(await of(kind, id)).toBeNull();

    const open = await publish({ stage: 'decision' });
    await link('notice', open);
    expect((await read()).steps.map(({ id }) => id)).toEqual([open]);
    expect(JSON.stringify(await read())).not.toContain('秘密');
    const gone = await publish({ stage: 'result', title: '撤下的' });
    await link('notice', gone);
    await office.call('staff.notices.takeDown', { params: { id: gone }, body: { reason: '发错了' } });
    expect((await read()).steps.map(({ id }) => id)).toEqual([open]);
    expect(await of('notice', gone)).toBeNull();

    // Another unit's desk knows that something is there, not what.
    const stranger = await server.asStaff('editor', { unitId: 'silent' });
    const seen = await stranger.call('staff.matters.get', { params: { id: matterId }, query: {} });
    expect(JSON.stringify(seen)).not.toContain('秘密');
    expect(seen.members.find(({ id }) => id === draftId)).toMatchObject({
      isPublic: false,
      title: '别的单位还没公开的',
    });
  });

  it('a notice for some people -> its title and its period, nothing of its facts', async () => {
    const id = await publish({
      ...{
        title: '征地补偿方案',
        kind: 'land',
        stage: 'execution',
        effectiveOn: '2026-12-05',
        keyPoints: ['每亩三万元'],
      },
      publishedAt: '2026-11-16T01:00:00.000Z',
      posting: { from: '2026-11-16', to: '2026-11-23', unit: 'days' },
      limited: { group: '被征地村民', postedAt: '村务公开栏', contact: '0599-555-0101', code: 'QIHE2026' },
    });
    await link('notice', id);
    const matter = await read();
    expect(matter.steps).toMatchObject([{ id, title: '征地补偿方案', stage: 'execution', limited: true }]);
    expect(matter.next).toMatchObject([{ on: '2026-11-23' }]);
    expect(JSON.stringify(matter)).not.toMatch(/三万|2026-12-05|QIHE2026/);
  });
});

describe('putting records into a matter', () => {
  it('a notice without a stage -> one has to be chosen; of another unit -> 403; gone -> 404; audited', async () => {
    const id = await publish();
    expect((await problemOf(link('notice', id))).problem.errors).toMatchObject([{ path: 'stage' }]);
    expect(await link('notice', id, 'service')).toMatchObject({ matter: { id: matterId }, stage: 'service' });
    const stranger = await server.asStaff('editor', { unitId: 'silent' });
    expect((await problemOf(link('notice', id, 'service', stranger))).status).toBe(403);
    expect((await problemOf(link('notice', randomUUID(), 'service'))).code).toBe('record.not_found');
    await office.call('staff.matterMembers.delete', { params: { kind: 'notice', id } });
    expect((await problemOf(read())).code).toBe('matter.not_found');
    const entries = await server.collection('auditEntries').find({ subject: matterId }).toArray();
    expect(entries.map(entry => entry.action as string).sort()).toEqual([
      'matter.created',
      'matter.linked',
      'matter.unlinked',
    ]);
  });

  it('a new interpretation of a file that is in a matter -> that matter is suggested', async () => {
    const file = await publish({ stage: 'decision' });
    await link('notice', file);
    const id = randomUUID();
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const content = {
      ...{ kind: 'interpretation' as const, unitId: UNIT, title: '一图看懂' },
      relatedIds: [{ relation: 'interprets' as const, id: file }],
    };
    await editor.call('staff.drafts.create', { body: { id, content } });
    expect(await editor.call('staff.matterMembers.get', { params: { kind: 'notice', id }, query: {} })).toEqual({
      matter: null,
      stage: null,
      suggestions: [{ id: matterId, name: '老旧小区加装电梯' }],
      abilities: { link: true },
    });
  });

  it('the same again -> the same; another name on an older one -> 409; a hundred and one -> 409', async () => {
    const body = { id: matterId, name: '老旧小区加装电梯', unitId: UNIT };
    expect(await office.call('staff.matters.create', { body })).toMatchObject({ id: matterId, memberCount: 0 });
    expect((await problemOf(office.call('staff.matters.create', { body: { ...body, name: '别的' } }))).code).toBe(
      'id.conflict',
    );
    const rename = (revision: number) =>
      office.call('staff.matters.rename', { params: { id: matterId }, body: { name: '加装电梯', revision } });
    expect(await rename(1)).toMatchObject({ name: '加装电梯', revision: 2 });
    expect((await problemOf(rename(1))).code).toBe('matter.changed');
    const list = await office.call('staff.matters.list', { query: {} });
    expect(list.items).toMatchObject([{ id: matterId, name: '加装电梯', memberCount: 0 }]);
    const members = server.collection('matterMembers');
    const filler = (n: number) => ({
      ...{ _id: `notice:${n}`, kind: 'notice', recordId: String(n), matterId },
      ...{ stage: 'result', linkedAt: new Date() },
    });
    await members.insertMany(Array.from({ length: 100 }, (_, n) => filler(n)) as never[]);
    const id = await publish({ stage: 'result' });
    expect((await problemOf(link('notice', id))).code).toBe('matter.full');
  });
});
