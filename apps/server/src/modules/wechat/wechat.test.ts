import { createHash } from 'node:crypto';
import { startTestServer, type TestServer } from '../../testing';
import { deriveKey } from '../../platform/crypto';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const token = () => deriveKey(server.deps.platform.config.keys.token, 'simulated push token').toString('hex');
function signed(
  extra: Record<string, string> = {},
  timestamp = Math.floor(server.clock.now().getTime() / 1000),
): string {
  const nonce = 'n1';
  const signature = createHash('sha1')
    .update([token(), String(timestamp), nonce].sort().join(''))
    .digest('hex');
  return new URLSearchParams({ signature, timestamp: String(timestamp), nonce, ...extra }).toString();
}
const push = (query: string, fields: object) =>
  server.anonymous.fetch(`/wechat/push?${query}`, {
    method: 'POST',
    body: JSON.stringify(fields),
    headers: { 'Content-Type': 'application/json' },
  });
const outboxOf = (name: string) => server.collection('outbox').find({ name }).toArray();
const popup = () => ({
  ToUserName: 'gh_1',
  FromUserName: 'o-chen',
  CreateTime: Math.floor(server.clock.now().getTime() / 1000),
  MsgType: 'event',
  Event: 'subscribe_msg_popup_event',
  List: [{ TemplateId: 't1', SubscribeStatusString: 'accept', PopupScene: '1' }],
});
const post = (path: string, body: object) =>
  server.anonymous.fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

describe('/wechat/push', () => {
  it('GET: signed -> echoes; not signed -> 403', async () => {
    const answer = await server.anonymous.fetch(`/wechat/push?${signed({ echostr: 'hello' })}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
    expect((await server.anonymous.fetch('/wechat/push?signature=x&timestamp=1&nonce=2&echostr=hello')).status).toBe(
      403,
    );
  });

  it('POST: the same event three times -> success each time, told once, without the openid', async () => {
    const event = popup();
    for (let n = 0; n < 3; n += 1) {
      const answer = await push(signed(), event);
      expect([answer.status, await answer.text()]).toEqual([200, 'success']);
    }
    const told = await outboxOf('wechat.subscription-answered');
    expect(told).toHaveLength(1);
    expect(told[0]?.event).toMatchObject({ answers: [{ templateId: 't1', status: 'accept' }] });
    expect(JSON.stringify(told)).not.toContain('o-chen');
  });

  it('POST: wrong signature, old timestamp, nonsense -> 403 and nothing kept', async () => {
    const old = Math.floor(server.clock.now().getTime() / 1000) - 3600;
    expect((await push('signature=x&timestamp=1&nonce=2', popup())).status).toBe(403);
    expect((await push(signed({}, old), popup())).status).toBe(403);
    expect(
      (await server.anonymous.fetch(`/wechat/push?${signed()}`, { method: 'POST', body: '<xml><a>' })).status,
    ).toBe(403);
    expect(await server.collection('wechatPushes').countDocuments({ _id: { $exists: true } })).toBe(0);
  });

  it('POST: an event nobody needs -> success, kept, not told', async () => {
    const answer = await push(signed(), {
      MsgType: 'event',
      Event: 'user_enter_tempsession',
      CreateTime: popup().CreateTime,
      FromUserName: 'o-chen',
    });
    expect(answer.status).toBe(200);
    expect(await outboxOf('wechat.subscription-answered')).toEqual([]);
  });

  it('simulator: a granted subscription -> pushed to us', async () => {
    const { simulator } = server.deps.modules.wechat.api;
    await simulator?.grantSubscription('o-chen', 't1', 1);
    expect(await simulator?.deliverPushes()).toBe(1);
    expect(await outboxOf('wechat.subscription-answered')).toHaveLength(1);
  });
});

describe('/wechat-simulator', () => {
  it('login code: of a person -> logs that person in, once', async () => {
    const { code } = (await (await post('/wechat-simulator/login-codes', { openid: 'o-chen' })).json()) as {
      code: string;
    };
    expect((await server.anonymous.call('auth.wechat', { body: { code } })).account.kind).toBe('resident');
    expect((await post('/wechat-simulator/login-codes', { openid: 'not allowed!' })).status).toBe(422);
  });

  it('faults: set for one call -> that call fails, until it is taken away; an unknown one -> 422', async () => {
    const { simulator } = server.deps.modules.wechat.api;
    const login = () =>
      server.anonymous.fetch('/api/v1/auth/wechat', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: simulator?.issueLoginCode('o-fault') }),
      });
    expect((await post('/wechat-simulator/faults', { api: 'codeToSession', mode: 'wrong_answer' })).status).toBe(204);
    expect((await login()).status).toBe(503);
    expect((await post('/wechat-simulator/faults', { api: 'codeToSession' })).status).toBe(204);
    expect((await login()).status).toBe(200);
    expect((await post('/wechat-simulator/faults', { api: 'payments', mode: 'slow' })).status).toBe(422);
  });

  it('sent: nothing yet -> empty page and list', async () => {
    expect(await (await server.anonymous.fetch('/wechat-simulator/sent')).json()).toEqual({ items: [] });
    const page = await server.anonymous.fetch('/wechat-simulator');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('微信模拟器');
  });

  it('outside demo mode: -> does not exist', async () => {
    const real = await startTestServer({
      environment: { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', WECHAT_PUSH_TOKEN: 't', RATE_LIMITS: 'on' },
    });
    try {
      const answer = await real.anonymous.fetch('/wechat-simulator');
      expect(answer.status).toBe(404);
    } finally {
      await real.stop();
    }
  });
});
