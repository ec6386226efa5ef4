import { randomUUID } from 'node:crypto';
import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { until } from '../support/until';
import { enginePid, get, login, pause, post } from './neighbours';

/** Longer than the server waits for its database. */
const PAUSE_MS = 10_000;

/** A MongoDB that is given is not ours to stop. */
const withEngine = process.env.MONGODB_URI ? describe.skip : describe;

withEngine('an engine that stands still for ten seconds', () => {
  let app: App;
  let token: string;
  let path: string;

  beforeAll(async () => {
    app = await startDemo({ env: { RATE_LIMITS: 'off', LOG_LEVEL: 'fatal' } });
    token = await login(app.origin, 'paused-engine');
    const { items } = await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open');
    path = `/api/v1/consultations/${items[0]!.id}/comments`;
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await app.remove();
  }, 60_000);

  test('reads and writes under way -> 503 with Retry-After before it goes on; then all by itself as before, and nothing twice', async () => {
    const comment = { id: randomUUID(), target: { kind: 'whole' }, body: '雨天门口请放防滑垫。', anonymous: true };
    const send = () => post<OwnComment>(app.origin, path, comment, token);
    process.kill(enginePid(app.dataDir), 'SIGSTOP');
    const resumed = pause(PAUSE_MS).then(() => process.kill(enginePid(app.dataDir), 'SIGCONT'));
    const startedAt = Date.now();
    const [read, written] = await Promise.all([fetch(`${app.origin}/api/v1/notices?limit=1`), send()]);
    const waited = Date.now() - startedAt;
    await resumed;

    expect([read.status, written.status]).toEqual([503, 503]);
    expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(waited).toBeLessThan(PAUSE_MS);
    await until(async () => (await fetch(`${app.origin}/api/v1/notices?limit=1`)).status === 200);
    expect([200, 201]).toContain((await send()).status);
    const mine = await get<{ items: OwnComment[] }>(app.origin, '/api/v1/me/comments?limit=100', token);
    expect(mine.items.map(own => own.id)).toEqual([comment.id]);
  }, 60_000);
});
