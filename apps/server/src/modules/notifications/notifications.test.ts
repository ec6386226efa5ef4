import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from '../information-requests/information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

type Resident = Awaited<ReturnType<TestServer['asResident']>>;
type SubscriptionKind = 'column' | 'area' | 'domain';
const simulator = () => server.deps.modules.wechat.api.simulator!;
const sent = () => simulator().sent();

const subscribe = (resident: Resident, ...items: { kind: SubscriptionKind; id: string }[]) =>
  resident.call('me.subscriptions.put', { body: { items } });

/** Accepts a template as the phone does: WeChat counts one, and so do we. */
async function accept(resident: Resident, template: string): Promise<void> {
  await simulator().grantSubscription(resident.openid, `demo-${template}`);
  const body = { id: randomUUID(), answers: { [`demo-${template}`]: 'accept' as const } };
  await resident.call('me.subscriptionCredits.add', { body });
}

async function publish(changes: Parameters<typeof noticeSource>[0] = {}) {
  const publisher = await server.asStaff('office', { unitId: 'housing' });
  const source = noticeSource({ publishedAt: server.clock.now().toISOString(), ...changes });
  return publisher.call('staff.notices.create', { body: { ...source, id: randomUUID() } });
}

/** Puts every delivered event of this name back into the outbox, as after a crash between the work and its mark. */
const deliverAgain = (name: string) =>
  server
    .collection('outbox')
    .updateMany({ name }, { $set: { state: 'pending', done: [], nextAttemptAt: new Date(0) } });

describe('inbox', () => {
  it('messages: nobody logged in, staff -> 401, 403', async () => {
    expect((await problemOf(server.anonymous.call('me.messages.list'))).status).toBe(401);
    expect((await problemOf((await server.asStaff('office')).call('me.messages.list'))).status).toBe(403);
  });

  it('notice in a subscribed column and area -> one message, however many subscriptions fit and runs there are', async () => {
    const resident = await server.asResident();
    const other = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'documents' }, { kind: 'area', id: 'huaiying' });
    const notice = await publish({ areaIds: ['huaiying'] });
    await server.runWorker();
    await deliverAgain('notice.published');
    await deliverAgain('notification.fan_out');
    await server.collection('outboxMarkers').deleteMany({});
    await server.runWorker();
    const { items, unread } = await resident.call('me.messages.list');
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'notice.published',
        title: notice.title,
        body: '区住建局发布了新信息',
        link: { kind: 'notice', id: notice.id },
        readAt: null,
        wechat: 'not_asked',
      }),
    ]);
    expect(unread).toBe(1);
    expect((await other.call('me.messages.list')).items).toEqual([]);
  });

  it('old paper, future one, taken-down one -> told: nobody, at its hour, nobody', async () => {
    const resident = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'department-documents' });
    await publish({ publishedAt: '2019-05-15T02:00:00.000Z' });
    const future = await publish({ publishedAt: '2026-11-16T02:10:00.000Z', title: '明天停水' });
    const down = await publish({ title: '发错了' });
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    await publisher.call('staff.notices.takeDown', { params: { id: down.id }, body: { reason: '错' } });
    await server.runSchedule('notices.announce');
    await server.runWorker();
    expect((await resident.call('me.messages.list')).items).toEqual([]);
    server.clock.set('2026-11-16T02:10:00.000Z');
    await server.runSchedule('notices.announce');
    await server.runSchedule('notices.announce');
    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items.map(item => item.link)).toEqual([{ kind: 'notice', id: future.id }]);
  });

  it('many subscribers -> all told, in steps of 200', async () => {
    const subscribers = Array.from({ length: 401 }, (_, index) => `account-${String(index).padStart(3, '0')}`);
    await server.collection('subscriptions').insertMany(
      subscribers.map(accountId => ({
        _id: `${accountId}:column:documents`,
        accountId,
        kind: 'column',
        targetId: 'documents',
        target: 'column:documents',
      })),
    );
    await publish();
    await server.runWorker();
    expect(await server.collection('messages').countDocuments()).toBe(401);
    expect(await server.collection('outbox').countDocuments({ name: 'notification.fan_out' })).toBeGreaterThanOrEqual(
      3,
    );
  });

  it('read: mine -> read once; another person’s -> 404; unread filter and pages', async () => {
    const resident = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'documents' });
    for (const title of ['一', '二', '三']) {
      await publish({ title });
      server.clock.advance(1_000);
    }
    await server.runWorker();
    const first = await resident.call('me.messages.list', { query: { limit: 2 } });
    const rest = await resident.call('me.messages.list', { query: { limit: 2, cursor: first.nextCursor! } });
    expect([first.items.length, rest.items.length, first.unread]).toEqual([2, 1, 3]);
    const params = { id: first.items[0]!.id };
    const read = await resident.call('me.messages.read', { params });
    server.clock.advance(1_000);
    expect((await resident.call('me.messages.read', { params })).readAt).toBe(read.readAt);
    expect((await resident.call('me.messages.list', { query: { unread: 'true' } })).items).toHaveLength(2);
    expect((await problemOf((await server.asResident()).call('me.messages.read', { params }))).code).toBe(
      'message.not_found',
    );
  });

  it('request: each step -> its applicant is told, once; the desk is chased once a day', async () => {
    const resident = await server.asResident();
    const { id } = await resident.call('informationRequests.create', { body: newRequest() });
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    await desk.call('staff.informationRequests.register', { params: { id } });
    await server.runWorker();
    await deliverAgain('information-request.registered');
    await server.runWorker();
    const { items } = await resident.call('me.messages.list');
    expect(items.map(item => item.body)).toEqual([expect.stringContaining('已登记')]);
    expect(items[0]).toMatchObject({ link: { kind: 'information-request', id } });
  });
});

describe('subscriptions', () => {
  it('put: replaces, names what is there, keeps one of two the same', async () => {
    const resident = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'subsidies' });
    const items = [
      { kind: 'area' as const, id: 'huaiying' },
      { kind: 'area' as const, id: 'huaiying' },
      { kind: 'domain' as const, id: 'elderly-care' },
    ];
    const put = await resident.call('me.subscriptions.put', { body: { items } });
    expect(put.items.map(item => item.name)).toEqual(['槐影社区', '养老服务']);
    const mine = await resident.call('me.subscriptions.get');
    expect(mine.items).toHaveLength(2);
    expect(mine.templateIds).toMatchObject({ new_notice: 'demo-new_notice' });
    expect((await (await server.asResident()).call('me.subscriptions.get')).items).toEqual([]);
  });

  it('put: what is not there, a grid, too many -> 422, the old ones stay', async () => {
    const resident = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'subsidies' });
    expect((await problemOf(subscribe(resident, { kind: 'column', id: 'nowhere' }))).status).toBe(422);
    const many = Array.from({ length: 101 }, (_, index) => ({ kind: 'column' as const, id: `c${index}` }));
    expect((await problemOf(subscribe(resident, ...many))).status).toBe(422);
    expect((await resident.call('me.subscriptions.get')).items.map(item => item.id)).toEqual(['subsidies']);
  });

  it('credits: accepted templates count once for each answer; its id with other answers -> 409', async () => {
    const resident = await server.asResident();
    const body = {
      id: randomUUID(),
      answers: {
        'demo-new_notice': 'accept' as const,
        'demo-request_progress': 'reject' as const,
        unknown: 'accept' as const,
      },
    };
    const { credits } = await resident.call('me.subscriptionCredits.add', { body });
    expect(credits).toEqual({ new_notice: 1 });
    const both = await Promise.all([1, 2].map(() => resident.call('me.subscriptionCredits.add', { body })));
    expect(both.map(answer => answer.credits)).toEqual([{ new_notice: 1 }, { new_notice: 1 }]);
    const changed = { id: body.id, answers: { 'demo-new_notice': 'reject' as const } };
    expect((await problemOf(resident.call('me.subscriptionCredits.add', { body: changed }))).code).toBe('id.conflict');
    const stranger = await server.asResident();
    expect((await problemOf(stranger.call('me.subscriptionCredits.add', { body }))).code).toBe('id.conflict');
  });
});

describe('WeChat', () => {
  const wechatOf = async (resident: Resident) =>
    (await resident.call('me.messages.list')).items.map(item => item.wechat);
  const creditsOf = async (resident: Resident) => (await resident.call('me.subscriptions.get')).credits;

  async function subscriber(credits = 1): Promise<Resident> {
    const resident = await server.asResident();
    await subscribe(resident, { kind: 'column', id: 'documents' });
    for (let index = 0; index < credits; index += 1) await accept(resident, 'new_notice');
    return resident;
  }

  it('send: with a credit -> sent once, the credit is used; without one -> inbox only', async () => {
    const resident = await subscriber(1);
    const notice = await publish();
    await server.runWorker();
    await deliverAgain('message.created');
    await server.runWorker();
    await publish({ title: '第二条' });
    await server.runWorker();
    expect((await sent()).map(message => message.openid)).toEqual([resident.openid]);
    expect((await sent())[0]).toMatchObject({
      templateId: 'demo-new_notice',
      page: `subpackages/reading/notice/index?id=${notice.id}`,
    });
    expect((await wechatOf(resident)).sort()).toEqual(['not_asked', 'sent']);
    expect(await creditsOf(resident)).toEqual({ new_notice: 0 });
  });

  it('send: the answer is lost -> unknown, never repeated', async () => {
    const resident = await subscriber(2);
    simulator().setFault({ api: 'sendSubscribeMessage', mode: 'answer_lost', times: 1 });
    await publish();
    await server.runWorker();
    await deliverAgain('message.created');
    await server.runWorker();
    expect(await sent()).toHaveLength(1);
    expect(await wechatOf(resident)).toEqual(['unknown']);
    expect(await creditsOf(resident)).toEqual({ new_notice: 1 });
  });

  it('send: the server dies after the mark -> unknown, never repeated', async () => {
    const resident = await subscriber(1);
    await publish();
    await server.runWorker();
    await server.collection('messages').updateMany({}, { $set: { wechat: 'unknown' } });
    await deliverAgain('message.created');
    await server.runWorker();
    expect(await sent()).toHaveLength(1);
    expect(await wechatOf(resident)).toEqual(['unknown']);
  });

  it('send: WeChat cannot be reached -> nothing was sent, so it is tried again and sent once', async () => {
    const resident = await subscriber(1);
    simulator().setFault({ api: 'sendSubscribeMessage', mode: 'unreachable' });
    await publish();
    await server.runWorker({ mayFail: true });
    expect(await wechatOf(resident)).toEqual(['not_asked']);
    expect(await creditsOf(resident)).toEqual({ new_notice: 1 });
    simulator().setFault({ api: 'sendSubscribeMessage', mode: null });
    await server.runWorker();
    expect(await sent()).toHaveLength(1);
    expect(await wechatOf(resident)).toEqual(['sent']);
  });

  it('send: 43101, switched off in WeChat -> failed, and the credits we counted are void', async () => {
    const resident = await subscriber(3);
    await simulator().refuseSubscription(resident.openid, 'demo-new_notice');
    await publish();
    await server.runWorker();
    expect(await sent()).toEqual([]);
    expect(await wechatOf(resident)).toEqual(['failed']);
    expect(await creditsOf(resident)).toEqual({ new_notice: 0 });
  });

  it('account closed -> its messages, subscriptions and credits are gone', async () => {
    const resident = await subscriber(1);
    await publish();
    await server.runWorker();
    await resident.call('me.close');
    for (const name of ['messages', 'subscriptions', 'subscriptionCredits', 'subscriptionAnswers']) {
      expect(await server.collection(name).countDocuments({ accountId: resident.accountId })).toBe(0);
    }
  });
});
