import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WechatClient } from './client/create-wechat-client';
import { createWechatClient } from './client/create-wechat-client';
import { documentedCodes, kindOfCode } from './error-codes';
import { failureOfCall, MINUTE, startSimulatedWechat } from './simulated-wechat.fixture';
import type { SimulatedWechat } from './simulated-wechat.fixture';
import { SIMULATED_APP } from './simulator/index';
import type { WechatApi } from './wechat-error';

const CALLS: Record<WechatApi, (client: WechatClient) => Promise<unknown>> = {
  codeToSession: client => client.codeToSession('code'),
  stableToken: client => client.stableToken(),
  phoneNumber: client => client.phoneNumber('code'),
  checkText: client => client.checkText({ content: '您好', openid: 'o-li', scene: 2 }),
  checkMedia: client =>
    client.checkMedia({ mediaUrl: 'https://files.example/1.jpg', mediaType: 'image', openid: 'o-li', scene: 2 }),
  sendSubscribeMessage: client =>
    client.sendSubscribeMessage({ openid: 'o-li', templateId: 'tpl', data: { thing1: '您好' } }),
  miniProgramCode: client => client.miniProgramCode({ scene: 'a' }),
  urlLink: client => client.urlLink({ expires: { days: 1 } }),
};
const APIS = Object.keys(CALLS) as WechatApi[];
const SAFE_TO_REPEAT: WechatApi[] = ['stableToken', 'checkText', 'miniProgramCode'];

const opened: SimulatedWechat[] = [];

/** A world that is closed after the test, failed or not. */
async function start(...options: Parameters<typeof startSimulatedWechat>): Promise<SimulatedWechat> {
  const world = await startSimulatedWechat(...options);
  opened.push(world);
  return world;
}

afterEach(() => Promise.all(opened.splice(0).map(world => world.close())));

describe.each(['http', 'in process'] as const)('failures, %s', transport => {
  test.each(APIS)('%s: every documented code -> its kind, and no secret in the message', async api => {
    const world = await start(transport);
    const { accessToken } = await world.client.stableToken();
    for (const errcode of documentedCodes()) {
      world.simulator.setFault({ api, mode: errcode });
      const failure = await failureOfCall(CALLS[api](world.client));
      const kind = api === 'stableToken' && errcode === 40001 ? 'bad_credentials' : kindOfCode(errcode);
      expect(failure).toMatchObject({ api, errcode, kind, code: `wechat.${kind}` });
      expect(`${failure.stack}${JSON.stringify(failure)}`).not.toContain(SIMULATED_APP.secret);
      expect(`${failure.stack}${JSON.stringify(failure)}`).not.toContain(accessToken);
      world.clock.advance(MINUTE);
    }
  });

  test.each(APIS)('%s: slow answer -> timeout, outcome unknown, repeated only where safe', async api => {
    const world = await start(transport, { client: { timeouts: { requestMs: 250, imageMs: 250 } } });
    world.simulator.setFault({ api, mode: 'slow' });
    const failure = await failureOfCall(CALLS[api](world.client));
    expect(failure).toMatchObject({ kind: 'timeout', outcome: 'unknown', retryable: true });
    const tries = world.paths.filter(path => path !== '/cgi-bin/stable_token' || api === 'stableToken').length;
    expect(tries).toBe(SAFE_TO_REPEAT.includes(api) ? 3 : 1);
  });

  test.each(APIS)('%s: an error page under status 200 -> unexpected_answer', async api => {
    const world = await start(transport);
    world.simulator.setFault({ api, mode: 'wrong_answer' });
    const failure = await failureOfCall(CALLS[api](world.client));
    expect(failure).toMatchObject({ kind: 'unexpected_answer', outcome: 'unknown', reason: 'not_json' });
  });

  test('sendSubscribeMessage: answer lost -> unreachable with outcome unknown, and it was sent exactly once', async () => {
    const world = await start(transport);
    await world.simulator.grantSubscription('o-li', 'tpl', 5);
    world.simulator.setFault({ api: 'sendSubscribeMessage', mode: 'answer_lost' });
    const failure = await failureOfCall(CALLS.sendSubscribeMessage(world.client));
    expect(failure).toMatchObject({ kind: 'unreachable', outcome: 'unknown' });
    expect(await world.simulator.sent()).toHaveLength(1);
  });

  test('checkText: busy twice, then well -> the verdict', async () => {
    const world = await start(transport);
    await world.simulator.visit('o-li');
    world.simulator.setFault({ api: 'checkText', mode: -1, times: 2 });
    await expect(CALLS.checkText(world.client)).resolves.toMatchObject({ suggest: 'pass' });
  });

  test('checkText: a quota used up -> rate_limited at once, without a second try', async () => {
    const world = await start(transport, { simulator: { limits: { textChecksPerMinute: 1 } } });
    await world.simulator.visit('o-li');
    await CALLS.checkText(world.client);
    expect(await failureOfCall(CALLS.checkText(world.client))).toMatchObject({ kind: 'rate_limited', errcode: 44991 });
    expect(world.paths.filter(path => path.endsWith('msg_sec_check'))).toHaveLength(2);
    world.clock.advance(MINUTE);
    await expect(CALLS.checkText(world.client)).resolves.toBeDefined();
  });
});

test('unreachable: in process -> not_done and tried three times where nothing was done', async () => {
  const world = await start('in process');
  world.simulator.setFault({ api: 'all', mode: 'unreachable' });
  const failure = await failureOfCall(CALLS.codeToSession(world.client));
  expect(failure).toMatchObject({ kind: 'unreachable', outcome: 'not_done', reason: 'ECONNREFUSED' });
  expect(world.paths).toHaveLength(3);
  world.simulator.setFault({ api: 'all', mode: null });
  expect(await failureOfCall(CALLS.codeToSession(world.client))).toMatchObject({ kind: 'invalid_code' });
});

test('sendSubscribeMessage: connection refused -> one try only, not_done', async () => {
  const world = await start('in process');
  await world.client.stableToken();
  await world.client.checkText({ content: '您好', openid: 'o-li', scene: 2 }).catch(() => undefined);
  world.simulator.setFault({ api: 'sendSubscribeMessage', mode: 'unreachable' });
  const failure = await failureOfCall(CALLS.sendSubscribeMessage(world.client));
  expect(failure).toMatchObject({ outcome: 'not_done', retryable: true });
  expect(world.paths.filter(path => path.endsWith('/send'))).toHaveLength(1);
});

test('a closed port: over a real socket -> unreachable, not_done', async () => {
  const world = await start('http');
  await world.close();
  expect(await failureOfCall(CALLS.codeToSession(world.client))).toMatchObject({
    kind: 'unreachable',
    outcome: 'not_done',
    reason: 'ECONNREFUSED',
  });
});

describe('odd servers', () => {
  async function ask(answer: { status: number; headers?: Record<string, string>; body?: string }) {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? '');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const client = createWechatClient({
      ...SIMULATED_APP,
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      sleep: () => Promise.resolve(),
    });
    try {
      return { failure: await failureOfCall(client.stableToken()), requests: () => requests };
    } finally {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  }

  test('status 502 -> unexpected_answer, retryable, tried three times', async () => {
    const { failure, requests } = await ask({ status: 502, body: 'Bad Gateway' });
    expect(failure).toMatchObject({ kind: 'unexpected_answer', reason: 'http_502', retryable: true });
    expect(requests()).toBe(3);
  });

  test('status 403 -> unexpected_answer, not retryable', async () => {
    const { failure, requests } = await ask({ status: 403 });
    expect(failure).toMatchObject({ reason: 'http_403', retryable: false });
    expect(requests()).toBe(1);
  });

  test('a redirect -> not followed on any of the three tries', async () => {
    const { failure, requests } = await ask({ status: 302, headers: { location: '/elsewhere' } });
    expect(failure).toMatchObject({ kind: 'unreachable', outcome: 'unknown' });
    expect(requests()).toBe(3);
  });

  test.each([
    ['a field missing', '{"access_token":"t"}', 'no_expires_in'],
    ['a token of the wrong type', '{"access_token":7,"expires_in":7200}', 'no_access_token'],
    ['a list', '[]', 'not_json'],
    ['an errcode in words', '{"errcode":"bad"}', 'errcode_not_a_number'],
  ])('%s -> unexpected_answer', async (_, body, reason) => {
    const { failure } = await ask({ status: 200, body });
    expect(failure).toMatchObject({ kind: 'unexpected_answer', reason, retryable: false });
  });

  test('a code that the documentation does not name -> unexpected_answer with its number', async () => {
    const { failure } = await ask({ status: 200, body: '{"errcode":123456,"errmsg":"new"}' });
    expect(failure).toMatchObject({ kind: 'unexpected_answer', errcode: 123456, outcome: 'unknown' });
  });

  test('an answer without end -> given up', async () => {
    const { failure } = await ask({ status: 200, body: 'x'.repeat(4_000_001) });
    expect(failure).toMatchObject({ kind: 'unexpected_answer', reason: 'too_long' });
  });
});

test.each([
  ['wrong secret', { secret: 'guess' }, 40125],
  ['wrong app', { appId: 'wx1' }, 40013],
])('credentials: %s -> bad_credentials', async (_, change, errcode) => {
  const world = await start('in process', { client: change });
  expect(await failureOfCall(world.client.stableToken())).toMatchObject({ kind: 'bad_credentials', errcode });
  expect(await failureOfCall(world.client.codeToSession('x'))).toMatchObject({ kind: 'bad_credentials', errcode });
});

test('phoneNumber: a number made out to another mini-program -> unexpected_answer, not the number', async () => {
  const phone = { phoneNumber: '19900000001', purePhoneNumber: '19900000001', countryCode: '86' };
  const answer = { access_token: 't', expires_in: 7200, phone_info: { ...phone, watermark: { appid: 'wx1' } } };
  const client = createWechatClient({ ...SIMULATED_APP, fetch: () => Promise.resolve(Response.json(answer)) });
  expect(await failureOfCall(client.phoneNumber('code'))).toMatchObject({ reason: 'watermark_of_another_app' });
});

test('options: no secret, or an address that is none -> TypeError', () => {
  expect(() => createWechatClient({ appId: 'wx1', secret: '' })).toThrow(TypeError);
  expect(() => createWechatClient({ ...SIMULATED_APP, baseUrl: 'ftp://files.example' })).toThrow(TypeError);
});
