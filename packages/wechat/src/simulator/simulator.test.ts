import { createPushReceiver } from '../push/create-push-receiver';
import type { PushEvent } from '../push/push-event';
import { createManualClock, failureOfCall, MINUTE, startSimulatedWechat } from '../simulated-wechat.fixture';
import { createWechatClient } from '../client/create-wechat-client';
import type { SimulatedPush, SimulatorPushOptions } from './index';
import { createMemoryStore, createSimulator, SIMULATED_APP, simulatorFetch } from './index';

const token = 'qihe-push-token';
const encodingAesKey = 'bandengQihe0123456789abcdefghijklmnopqrstuQ';

const modes: SimulatorPushOptions[] = (['json', 'xml'] as const).flatMap(format => [
  { token, format },
  { token, format, encodingAesKey, mode: 'compatible' as const },
  { token, format, encodingAesKey },
]);

test.each(modes)('pushes: mode %j -> the receiver reads each event', async push => {
  const events: PushEvent[] = [];
  const onPush = ({ query, body }: SimulatedPush) => {
    const { appId } = SIMULATED_APP;
    const key = push.encodingAesKey === undefined ? {} : { encodingAesKey };
    events.push(createPushReceiver({ token, appId, now: world.clock.now, ...key }).receive({ query, body }));
  };
  const world = await startSimulatedWechat('in process', { simulator: { push, onPush } });
  await world.simulator.grantSubscription('o-li', 'tpl-1', 2);
  const { messageId } = await world.client.sendSubscribeMessage({
    openid: 'o-li',
    templateId: 'tpl-1',
    data: { thing1: '<您好> & ]]>' },
  });
  await world.simulator.refuseSubscription('o-li', 'tpl-1');
  const media = { mediaType: 'image', openid: 'o-li', scene: 2 } as const;
  const names = ['plain', 'simulated-risky', 'simulated-review', 'simulated-missing'];
  const traces: string[] = [];
  for (const name of names) {
    const { traceId } = await world.client.checkMedia({ ...media, mediaUrl: `https://files.example/${name}.jpg` });
    traces.push(traceId);
  }
  expect(events).toEqual([]);
  expect(await world.simulator.deliverPushes()).toBe(7);
  expect(await world.simulator.deliverPushes()).toBe(0);

  expect(events).toMatchObject([
    { type: 'subscription_popup', openid: 'o-li', answers: [{ templateId: 'tpl-1', status: 'accept' }] },
    { type: 'subscription_sent', openid: 'o-li', results: [{ templateId: 'tpl-1', messageId, errorCode: 0 }] },
    { type: 'subscription_change', answers: [{ templateId: 'tpl-1', status: 'reject' }] },
    { type: 'media_check', traceId: traces[0], verdict: { suggest: 'pass', label: 100 } },
    { type: 'media_check', traceId: traces[1], verdict: { suggest: 'risky', label: 20002 } },
    { type: 'media_check', traceId: traces[2], verdict: { suggest: 'review', label: 20001 } },
    { type: 'media_check', traceId: traces[3], verdict: null, errcode: -1008 },
  ]);
  expect(new Set(events.map(event => event.key)).size).toBe(7);
});

test('pushes: the receiver fails -> tried three times in all', async () => {
  let tries = 0;
  const simulator = createSimulator({
    onPush: () => {
      tries += 1;
      throw new Error('receiver down');
    },
  });
  await simulator.grantSubscription('o-li', 'tpl-1');
  for (let round = 0; round < 5; round += 1) expect(await simulator.deliverPushes()).toBe(0);
  expect(tries).toBe(3);
});

test('pushes: with a delay -> they go out by themselves', async () => {
  const arrived = new Promise<SimulatedPush>(resolve => {
    const simulator = createSimulator({ onPush: resolve, pushDelayMs: 5 });
    void simulator.grantSubscription('o-li', 'tpl-1');
  });
  expect((await arrived).query).toMatchObject({ signature: expect.stringMatching(/^[0-9a-f]{40}$/) as string });
});

describe('two servers that play the same WeChat', () => {
  function startTwo(keys: { first: string; second: string }) {
    const clock = createManualClock();
    const store = createMemoryStore(clock.now);
    const simulators = [keys.first, keys.second].map(demoKey => createSimulator({ now: clock.now, demoKey, store }));
    const clients = simulators.map(simulator =>
      createWechatClient({ ...SIMULATED_APP, fetch: simulatorFetch(simulator), now: clock.now }),
    );
    const [issuer, other] = simulators;
    const [issuerClient, otherClient] = clients;
    if (!issuer || !other || !issuerClient || !otherClient) throw new Error('two were made');
    return { issuer, other, issuerClient, otherClient };
  }

  test('a code issued by one -> taken by the other, once', async () => {
    const { issuer, issuerClient, otherClient } = startTwo({ first: 'shared', second: 'shared' });
    const code = issuer.issueLoginCode('o-li');
    await expect(otherClient.codeToSession(code)).resolves.toMatchObject({ openid: 'o-li' });
    expect(await failureOfCall(issuerClient.codeToSession(code))).toMatchObject({ kind: 'invalid_code' });
  });

  test('a code shown to both at once -> one takes it', async () => {
    const { issuer, issuerClient, otherClient } = startTwo({ first: 'shared', second: 'shared' });
    const code = issuer.issueLoginCode('o-li');
    const results = await Promise.allSettled([issuerClient.codeToSession(code), otherClient.codeToSession(code)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('another key -> the code is foreign', async () => {
    const { issuer, otherClient } = startTwo({ first: 'one', second: 'two' });
    const code = issuer.issueLoginCode('o-li');
    expect(await failureOfCall(otherClient.codeToSession(code))).toMatchObject({ errcode: 40029 });
  });

  test('one subscription, both send at once -> one message', async () => {
    const { issuer, other, issuerClient, otherClient } = startTwo({ first: 'shared', second: 'shared' });
    await issuer.grantSubscription('o-li', 'tpl-1');
    const message = { openid: 'o-li', templateId: 'tpl-1', data: { thing1: '您好' } };
    await Promise.allSettled([issuerClient.sendSubscribeMessage(message), otherClient.sendSubscribeMessage(message)]);
    expect(await other.sent()).toHaveLength(1);
  });
});

test('sent: several at the same instant -> newest first, cut at the limit', async () => {
  const { simulator, client } = await startSimulatedWechat('in process');
  await simulator.grantSubscription('o-li', 'tpl-1', 12);
  for (let number = 1; number <= 12; number += 1) {
    await client.sendSubscribeMessage({ openid: 'o-li', templateId: 'tpl-1', data: { number1: String(number) } });
  }
  expect((await simulator.sent(3)).map(({ data }) => data.number1)).toEqual(['12', '11', '10']);
  expect(await simulator.sent()).toHaveLength(12);
});

test.each([
  ['no app id', '/sns/jscode2session', 'GET', { secret: 's', js_code: 'c' }, '', 41002],
  ['no secret', '/sns/jscode2session', 'GET', { appid: SIMULATED_APP.appId, js_code: 'c' }, '', 41004],
  ['wrong grant', '/sns/jscode2session', 'GET', { ...query(), js_code: 'c', grant_type: 'x' }, '', 40002],
  ['POST to a GET', '/sns/jscode2session', 'POST', query(), '', 43001],
  ['GET to a POST', '/wxa/msg_sec_check', 'GET', {}, '', 43002],
  ['no JSON', '/wxa/msg_sec_check', 'POST', {}, 'content=x', 47001],
  ['token in the body', '/wxa/msg_sec_check', 'POST', {}, '{"access_token":"t"}', 47001],
  ['no token', '/wxa/msg_sec_check', 'POST', {}, '{}', 41001],
  ['malformed token', '/wxa/msg_sec_check', 'POST', { access_token: 't' }, '{}', 40014],
  ['unknown token', '/wxa/msg_sec_check', 'POST', { access_token: 'a'.repeat(512) }, '{}', 40001],
] as const)('raw request: %s -> refused by number', async (_, path, method, given, body, errcode) => {
  const response = await createSimulator().handle({ method, path, query: given, body });
  expect(JSON.parse(response.body.toString())).toMatchObject({ errcode });
});

test('raw request: a token after its two hours -> 42001', async () => {
  const { clock, simulator, client } = await startSimulatedWechat('in process');
  const { accessToken } = await client.stableToken();
  clock.advance(120 * MINUTE);
  const request = { method: 'POST', path: '/wxa/msg_sec_check', query: { access_token: accessToken }, body: '{}' };
  expect(JSON.parse((await simulator.handle(request)).body.toString())).toMatchObject({ errcode: 42001 });
});

test('raw request: both tokens work for five minutes around a renewal', async () => {
  const { clock, simulator, client } = await startSimulatedWechat('in process');
  const first = await client.stableToken();
  clock.advance(116 * MINUTE);
  const second = await client.stableToken();
  expect(second.accessToken).not.toBe(first.accessToken);
  for (const { accessToken } of [first, second]) {
    const request = { method: 'POST', path: '/wxa/msg_sec_check', query: { access_token: accessToken }, body: '{}' };
    // 44002 comes after the token was taken.
    expect(JSON.parse((await simulator.handle(request)).body.toString())).toMatchObject({ errcode: 44002 });
  }
});

test('raw request: unknown address -> 404', async () => {
  const response = await createSimulator().handle({ method: 'GET', path: '/constructor', query: {}, body: '' });
  expect(response.status).toBe(404);
});

test('issue codes: malformed openid or number -> TypeError', () => {
  const simulator = createSimulator();
  expect(() => simulator.issueLoginCode('')).toThrow(TypeError);
  expect(() => simulator.issueLoginCode('a/b')).toThrow(TypeError);
  expect(() => simulator.issuePhoneCode('o-li', '12345')).toThrow(TypeError);
});

test('visit, grant, refuse: malformed openid -> TypeError', async () => {
  const simulator = createSimulator();
  await expect(simulator.visit('a/b')).rejects.toThrow(TypeError);
  await expect(simulator.grantSubscription('a/b', 'tpl')).rejects.toThrow(TypeError);
  await expect(simulator.refuseSubscription('a/b', 'tpl')).rejects.toThrow(TypeError);
});

function query() {
  return { appid: SIMULATED_APP.appId, secret: SIMULATED_APP.secret };
}
