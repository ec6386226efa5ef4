import { failureOfCall, MINUTE, startSimulatedWechat } from '../simulated-wechat.fixture';
import { createManualClock } from '../simulated-wechat.fixture';
import { createAccessTokenSource } from './access-token';

const check = { content: '您好', openid: 'o-li', scene: 2 } as const;
const tokenCalls = (paths: string[]) => paths.filter(path => path === '/cgi-bin/stable_token').length;

test('token: twenty calls at once -> one request for it', async () => {
  const world = await startSimulatedWechat('in process');
  await world.simulator.visit('o-li');
  await Promise.all(Array.from({ length: 20 }, () => world.client.checkText(check)));
  expect(tokenCalls(world.paths)).toBe(1);
});

test('token: in its last two minutes -> renewed before it ends, and the calls go on', async () => {
  const world = await startSimulatedWechat('in process');
  const first = await world.client.stableToken();
  world.clock.advance(117 * MINUTE);
  await world.simulator.visit('o-li');
  await world.client.checkText(check);
  expect(tokenCalls(world.paths)).toBe(1);
  world.clock.advance(MINUTE + 1000);
  await world.client.checkText(check);
  expect(tokenCalls(world.paths)).toBe(2);
  expect((await world.client.stableToken()).accessToken).not.toBe(first.accessToken);
});

test('token: early renewal fails -> the old one serves while it is valid', async () => {
  const world = await startSimulatedWechat('in process');
  await world.client.stableToken();
  world.clock.advance(119 * MINUTE);
  await world.simulator.visit('o-li');
  world.simulator.setFault({ api: 'stableToken', mode: 'unreachable' });
  await expect(world.client.checkText(check)).resolves.toBeDefined();
  world.clock.advance(MINUTE);
  expect(await failureOfCall(world.client.checkText(check))).toMatchObject({ api: 'stableToken', kind: 'unreachable' });
});

test.each([40001, 40014, 42001])('token: refused once with %i -> another token and one more try', async errcode => {
  const world = await startSimulatedWechat('in process');
  await world.simulator.grantSubscription('o-li', 'tpl', 5);
  world.simulator.setFault({ api: 'sendSubscribeMessage', mode: errcode, times: 1 });
  await world.client.sendSubscribeMessage({ openid: 'o-li', templateId: 'tpl', data: { thing1: '您好' } });
  expect(await world.simulator.sent()).toHaveLength(1);
  // First, normal (the same one came back), forced.
  expect(tokenCalls(world.paths)).toBe(3);
});

test('token: refused again and again -> two tries and no more', async () => {
  const world = await startSimulatedWechat('in process');
  world.simulator.setFault({ api: 'checkText', mode: 40001 });
  expect(await failureOfCall(world.client.checkText(check))).toMatchObject({ kind: 'token_invalid' });
  expect(world.paths.filter(path => path.endsWith('msg_sec_check'))).toHaveLength(2);
});

test('token: another process forced a new one -> taken without forcing', async () => {
  const world = await startSimulatedWechat('in process');
  await world.simulator.visit('o-li');
  await world.client.checkText(check);
  const { appId, secret } = { appId: 'wx0000000000000000', secret: 'simulated-secret' };
  const body = JSON.stringify({ grant_type: 'client_credential', appid: appId, secret, force_refresh: true });
  await world.simulator.handle({ method: 'POST', path: '/cgi-bin/stable_token', query: {}, body });
  await expect(world.client.checkText(check)).resolves.toBeDefined();
  expect(tokenCalls(world.paths)).toBe(2);
});

test('token: ten callers refused at once -> replaced once', async () => {
  const clock = createManualClock();
  const asked: boolean[] = [];
  const source = createAccessTokenSource({
    now: clock.now,
    request: ({ force }) => {
      asked.push(force);
      const accessToken = asked.includes(true) ? 'new' : 'old';
      return Promise.resolve({ accessToken, expiresAt: new Date(clock.now().getTime() + 7_200_000) });
    },
  });
  expect(await source.get()).toBe('old');
  const replaced = await Promise.all(Array.from({ length: 10 }, () => source.replace('old')));
  expect(new Set(replaced)).toEqual(new Set(['new']));
  expect(await source.replace('old')).toBe('new');
  expect(asked).toEqual([false, false, true]);
});
