import { answerWith, resetTaro, taroCalls } from '../../test/taro';
import { ApiError } from '@bandeng/contracts/api-error';
import { request } from './http';
import { currentReach, setReach } from './online';
import { currentSession, endSession, startSession } from './session';

const account = { id: 'acc-1', displayName: '居民' };
const session = { accessToken: 'access-1', refreshToken: 'refresh-1', account };

const failed = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError');
  return error;
};

beforeEach(() => {
  resetTaro();
  endSession();
  setReach('online');
});

describe('request', () => {
  test('query: empty values -> left out, the rest escaped', async () => {
    answerWith(() => ({ statusCode: 200, data: { items: [] } }));
    await request({
      method: 'GET',
      path: '/notices',
      query: { q: '助餐 & 补贴', area: undefined, unit: '', limit: 20 },
    });
    expect(taroCalls.requests[0]?.url).toBe(`/api/v1/notices?q=${encodeURIComponent('助餐 & 补贴')}&limit=20`);
  });

  test('problem: 409 with a code -> an ApiError that says it', async () => {
    const problem = {
      code: 'comment.window_closed',
      title: '征集已经结束',
      detail: '看看结果',
      errors: [{ path: 'body', message: '请填写' }],
    };
    answerWith(() => ({ statusCode: 409, data: problem, header: { 'Retry-After': '7' } }));
    const error = await failed(request({ method: 'POST', path: '/x', body: {} }));
    expect(error).toMatchObject({
      kind: 'problem',
      code: 'comment.window_closed',
      title: '征集已经结束',
      status: 409,
      retryAfter: 7,
    });
    expect(error.errors).toEqual([{ path: 'body', message: '请填写' }]);
  });

  test('etag: second read answered 304 -> the kept body', async () => {
    answerWith(call =>
      call.header['If-None-Match'] === '"v1"'
        ? { statusCode: 304 }
        : { statusCode: 200, data: { name: '甲' }, header: { ETag: '"v1"' } },
    );
    const call = { method: 'GET', path: '/units/u1', auth: 'none' } as const;
    expect(await request(call)).toEqual({ name: '甲' });
    expect(await request(call)).toEqual({ name: '甲' });
    expect(taroCalls.requests[1]?.header['If-None-Match']).toBe('"v1"');
  });

  test('no network: read before -> the same again; never read -> offline; a write -> offline', async () => {
    answerWith(() => ({ statusCode: 200, data: { name: '乙' } }));
    await request({ method: 'GET', path: '/units/u2' });
    answerWith(() => {
      throw { errMsg: 'request:fail' };
    });
    expect(await request({ method: 'GET', path: '/units/u2' })).toEqual({ name: '乙' });
    expect((await failed(request({ method: 'GET', path: '/units/u3' }))).kind).toBe('offline');
    expect((await failed(request({ method: 'POST', path: '/x', body: {} }))).kind).toBe('offline');
    expect(currentReach()).toBe('unreachable');
  });

  test('expired token: three calls at once -> one refresh, all answered', async () => {
    startSession(session);
    let refreshes = 0;
    answerWith(call => {
      if (call.url.endsWith('/auth/refresh')) {
        refreshes += 1;
        return { statusCode: 200, data: { accessToken: 'access-2', refreshToken: 'refresh-2', account } };
      }
      const fresh = call.header.Authorization === 'Bearer access-2';
      return fresh
        ? { statusCode: 200, data: { ok: true } }
        : { statusCode: 401, data: { code: 'auth.required', title: '请登录' } };
    });
    const calls = ['/a', '/b', '/c'].map(path => request({ method: 'GET', path, auth: 'required' }));
    expect(await Promise.all(calls)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(refreshes).toBe(1);
    expect(currentSession()?.refreshToken).toBe('refresh-2');
  });

  test('refresh refused: public read -> read as a stranger; write -> 401 and logged out', async () => {
    startSession(session);
    answerWith(call => {
      if (call.url.endsWith('/auth/refresh'))
        return { statusCode: 401, data: { code: 'auth.refresh_invalid', title: '登录过期' } };
      return call.header.Authorization
        ? { statusCode: 401, data: { code: 'auth.required', title: '请登录' } }
        : { statusCode: 200, data: { open: true } };
    });
    expect(await request({ method: 'GET', path: '/notices/n1' })).toEqual({ open: true });
    expect(currentSession()).toBeUndefined();
    startSession(session);
    expect((await failed(request({ method: 'POST', path: '/x', body: {}, auth: 'required' }))).status).toBe(401);
  });

  test('logout: what the account read -> gone from the phone', async () => {
    startSession(session);
    answerWith(() => ({ statusCode: 200, data: { secret: 1 } }));
    await request({ method: 'GET', path: '/me', auth: 'required' });
    endSession();
    answerWith(() => {
      throw { errMsg: 'request:fail' };
    });
    startSession(session);
    expect((await failed(request({ method: 'GET', path: '/me', auth: 'required' }))).kind).toBe('offline');
  });
});
