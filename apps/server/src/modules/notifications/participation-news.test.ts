import { startTestServer, type TestServer } from '../../testing';
import { commentInput, openConsultation, putDistrict, UNIT } from '../consultations/consultation.fixtures';
import { openMeeting, SIGN_UP_ENDS, signUpInput, STARTS } from '../participation/meetings/meeting.fixtures';
import { openSurvey, surveyInput } from '../participation/surveys/survey.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
let consultationId: string;
type Resident = Awaited<ReturnType<TestServer['asResident']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  ({ id: consultationId } = await openConsultation(office));
});
afterEach(() => server.stop());

const follow = async (client: Resident, kind: 'consultation' | 'column', id: string) =>
  client.call('me.subscriptions.put', { body: { items: [{ kind, id }] } });
const news = async ({ openid }: Resident, kind: RegExp) => {
  // Sessions end when the clock is moved.
  const client = await server.asResident(openid);
  return (await client.call('me.messages.list')).items.filter(message => kind.test(message.kind));
};
/** Everything is told twice: each inbox must still have it once. */
const tellTwice = async (name: RegExp) => {
  await server.runWorker();
  await server.collection('outbox').updateMany({ name }, { $set: { state: 'pending', done: [] } });
  await server.runWorker();
};
const found = async (q: string, kind?: 'survey' | 'meeting') =>
  (await server.anonymous.call('search.query', { query: { q, ...(kind && { kind }) } })).items.map(hit => hit.kind);

describe('questionnaires', () => {
  it('opens, its result comes out -> who follows or spoke in its consultation is told once of each; found by its kind', async () => {
    const [follower, author, stranger] = [
      await server.asResident(),
      await server.asResident(),
      await server.asResident(),
    ];
    await follow(follower, 'consultation', consultationId);
    await author.call('consultations.comments.create', { params: { id: consultationId }, body: commentInput() });
    const id = await openSurvey(office, { consultationId });
    await tellTwice(/^survey\./);
    for (const client of [follower, author])
      expect(await news(client, /^survey\./)).toMatchObject([
        { kind: 'survey.opened', title: '长者食堂办得怎么样', link: { kind: 'survey', id } },
      ]);
    expect(await news(stranger, /^survey\./)).toEqual([]);
    expect(await found('长者食堂', 'survey')).toEqual(['survey']);
    server.clock.set('2026-11-23T02:00:00.000Z');
    office = await server.asStaff('office');
    await office.call('staff.surveys.publishResult', { params: { id }, body: { summary: '多数人觉得红烧肉太咸' } });
    await tellTwice(/^survey\./);
    expect((await news(follower, /^survey\./)).map(({ kind }) => kind).sort()).toEqual([
      'survey.answered',
      'survey.opened',
    ]);
    expect(await found('红烧肉', 'survey')).toEqual(['survey']);
  });

  it('published ahead of its first day -> nobody is told and nothing is found before that day', async () => {
    const follower = await server.asResident();
    await follow(follower, 'consultation', consultationId);
    const input = surveyInput({ consultationId, opensOn: '2026-11-18', closesOn: '2026-11-25' });
    await office.call('staff.surveys.create', { body: input });
    await office.call('staff.surveys.publish', { params: { id: input.id } });
    await server.runSchedule('surveys.announce');
    await server.runWorker();
    expect(await news(follower, /^survey\./)).toEqual([]);
    expect(await found('长者食堂', 'survey')).toEqual([]);
    server.clock.set('2026-11-17T16:00:30.000Z');
    await server.runSchedule('surveys.announce');
    await server.runSchedule('surveys.announce');
    await server.runWorker();
    expect(await news(follower, /^survey\./)).toHaveLength(1);
    expect(await found('长者食堂', 'survey')).toEqual(['survey']);
  });
});

describe('meetings', () => {
  /** One who comes, one who follows the column of meetings; the meeting is over and its minutes are for these. */
  async function hold(readers: 'public' | 'participants' | 'unit') {
    const [guest, follower] = [await server.asResident(), await server.asResident()];
    await follow(follower, 'column', 'meetings');
    const id = await openMeeting(office, { consultationId: null });
    await guest.call('meetings.signUp', { params: { id }, body: signUpInput() });
    await tellTwice(/^meeting\.published/);
    expect(await news(follower, /^meeting\.published/)).toMatchObject([{ link: { kind: 'meeting', id } }]);
    expect(await found('板凳会', 'meeting')).toEqual(['meeting']);
    server.clock.set(SIGN_UP_ENDS);
    await (await server.asStaff('office')).call('staff.meetings.drawLots', { params: { id } });
    server.clock.set(STARTS);
    const desk = await server.asStaff('office');
    const { revision } = await desk.call('staff.meetings.get', { params: { id } });
    const body = [{ type: 'paragraph' as const, children: [{ text: '大家想要一把遮阳伞。' }] }];
    await desk.call('staff.meetings.writeMinutes', {
      params: { id },
      body: { body, readers, revision, confirm: true },
    });
    await tellTwice(/^meeting\.recorded/);
    const told = async (client: Resident) => (await news(client, /^meeting\.recorded/)).length;
    return { guest: await told(guest), follower: await told(follower), found: await found('遮阳伞', 'meeting') };
  }

  it('minutes for everybody -> who came and who follows is told once, and they are found', async () => {
    expect(await hold('public')).toEqual({ guest: 1, follower: 1, found: ['meeting'] });
  });
  it('minutes for who came -> they only; the words are found by nobody', async () => {
    expect(await hold('participants')).toEqual({ guest: 1, follower: 0, found: [] });
  });
  it('minutes for the unit -> nobody is told', async () => {
    expect(await hold('unit')).toEqual({ guest: 0, follower: 0, found: [] });
  });
});

it('a draft, one of another unit -> in no search', async () => {
  await office.call('staff.surveys.create', { body: surveyInput({ title: '还没公布的问卷', unitId: UNIT }) });
  await server.runWorker();
  expect(await found('还没公布的问卷')).toEqual([]);
});

it('a questionnaire, a meeting with the same words -> not offered to who asks for information', async () => {
  await openSurvey(office, { consultationId });
  await openMeeting(office, { consultationId: null });
  await server.runWorker();
  expect(await found('长者食堂')).toContain('survey');
  for (const text of ['长者食堂办得怎么样', '板凳会'])
    expect((await server.anonymous.call('informationRequests.suggestions', { body: { text } })).items).toEqual([]);
});
