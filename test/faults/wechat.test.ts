import { randomUUID } from 'node:crypto';
import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { isRestart } from './insist';
import { get, login, post } from './neighbours';

describe('WeChat does not answer', () => {
  let app: App;
  let token: string;
  let consultation: Consultation;

  beforeAll(async () => {
    app = await startDemo({ env: { RATE_LIMITS: 'off', LOG_LEVEL: 'fatal' } });
    token = await login(app.origin, 'without-wechat');
    const { items } = await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open');
    consultation = items[0]!;
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await app.remove();
  }, 60_000);

  const fault = (mode: string | number | null) => post(app.origin, '/wechat-simulator/faults', { mode });
  const comment = () =>
    post<OwnComment>(
      app.origin,
      `/api/v1/consultations/${consultation.id}/comments`,
      { id: randomUUID(), target: { kind: 'whole' }, body: `把公告栏挪到门口。${randomUUID()}`, anonymous: true },
      token,
    );
  const mine = () =>
    get<{ items: OwnComment[] }>(app.origin, `/api/v1/me/comments?limit=100&consultation=${consultation.id}`, token);

  test.each([
    ['the line is cut', 'unreachable'],
    ['answers come too late', 'slow'],
    ['answers are error pages', 'wrong_answer'],
    ['its system is busy', -1],
  ])(
    '%s -> comments are accepted and receipted, a login is told to come back; afterwards all goes on by itself',
    async (_what, mode) => {
      await fault(mode);
      const { code } = (await post<{ code: string }>(app.origin, '/wechat-simulator/login-codes', { openid: 'late' }))
        .body;
      const [written, refused] = await Promise.all([comment(), post(app.origin, '/api/v1/auth/wechat', { code })]);
      expect(written.status).toBe(201);
      expect(written.body.receipt.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(isRestart(refused)).toBe(true);
      expect((await mine()).items.map(own => own.id)).toContain(written.body.id);

      await fault(null);
      await login(app.origin, 'late');
      expect((await comment()).status).toBe(201);
    },
    60_000,
  );
});
