import { randomUUID } from 'node:crypto';
import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { get, login, post } from './neighbours';

describe('two servers on one data folder', () => {
  let first: App;
  let second: App;

  beforeAll(async () => {
    first = await startDemo({ env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
    second = await startDemo({ dataDir: first.dataDir, env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await first.remove();
  }, 60_000);

  test('a comment sent to one with a token of the other -> is read at both, and is one comment', async () => {
    const token = await login(first.origin, 'two-servers');
    const { items } = await get<{ items: Consultation[] }>(second.origin, '/api/v1/consultations?state=open');
    const path = `/api/v1/consultations/${items[0]!.id}/comments`;
    const comment = { id: randomUUID(), target: { kind: 'whole' }, body: '两边都看得到才好。', anonymous: true };
    const answers = await Promise.all([first, second].map(app => post<OwnComment>(app.origin, path, comment, token)));
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(answer => answer.body.receipt.hash)).size).toBe(1);
    for (const app of [first, second]) {
      const mine = await get<{ items: OwnComment[] }>(app.origin, '/api/v1/me/comments?limit=100', token);
      expect(mine.items.map(own => own.id)).toEqual([comment.id]);
    }
  });

  test('one of them ends -> the other goes on', async () => {
    await first.stop();
    expect(await get<{ items: unknown[] }>(second.origin, '/api/v1/notices?limit=1')).toHaveProperty('items');
    first = await startDemo({ dataDir: second.dataDir, env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
  }, 60_000);
});
