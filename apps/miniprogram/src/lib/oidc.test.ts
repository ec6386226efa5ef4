import { createHash, webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { answerWith, resetTaro, taroCalls } from '../../test/taro';
import { leaveForOidc, returnFromOidc } from './oidc';
import { currentSession, endSession } from './session';

const method = {
  authorizeUrl: 'https://login.example.gov.cn/authorize?zone=5',
  clientId: 'h5',
  redirectUri: 'https://bandeng.example.gov.cn/m/',
};
const session = { accessToken: 'a', refreshToken: 'r', account: { id: 'p1' } };

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  Object.assign(globalThis, { TextEncoder });
});
beforeEach(() => {
  resetTaro();
  endSession();
  window.history.replaceState(null, '', '/m/#/pages/mine/index?tab=2');
});

/** Leaves, and comes back with what the identity service puts into the address. */
async function awayAndBack(over: Record<string, string> = {}): Promise<URL> {
  let asked = new URL('https://nowhere.example');
  await leaveForOidc(method, url => {
    asked = new URL(url);
  });
  const back = new URLSearchParams({ code: 'c1', state: asked.searchParams.get('state')!, ...over });
  window.history.replaceState(null, '', `/m/?${back.toString()}`);
  return asked;
}

test('identity service: asked and back -> logged in on the page that was left, with the verifier of the challenge', async () => {
  answerWith(() => ({ statusCode: 200, data: session }));
  const asked = await awayAndBack();
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    zone: '5',
    response_type: 'code',
    client_id: 'h5',
    redirect_uri: method.redirectUri,
    code_challenge_method: 'S256',
  });
  expect(await returnFromOidc()).toBe(true);
  expect(currentSession()).toEqual(session);
  expect(window.location.href).toMatch(/\/m\/#\/pages\/mine\/index\?tab=2$/);
  const sent = JSON.parse(taroCalls.requests[0]!.data!) as { codeVerifier: string; nonce: string; code: string };
  expect(sent).toMatchObject({ code: 'c1', nonce: asked.searchParams.get('nonce') });
  expect(createHash('sha256').update(sent.codeVerifier).digest('base64url')).toBe(
    asked.searchParams.get('code_challenge'),
  );
  expect(await returnFromOidc()).toBeUndefined();
});

test('identity service: another state, or the person said no -> nobody in, nothing sent', async () => {
  await awayAndBack({ state: 'forged' });
  expect(await returnFromOidc()).toBe(false);
  const asked = await awayAndBack();
  window.history.replaceState(null, '', `/m/?error=access_denied&state=${asked.searchParams.get('state')!}`);
  expect(await returnFromOidc()).toBe(false);
  expect(taroCalls.requests).toHaveLength(0);
  expect(currentSession()).toBeUndefined();
});

test('identity service: the server refuses the code -> its words', async () => {
  answerWith(() => ({ statusCode: 401, data: { code: 'auth.code_invalid', title: '登录没成功', status: 401 } }));
  await awayAndBack();
  await expect(returnFromOidc()).rejects.toMatchObject({ title: '登录没成功' });
});
