import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import { randomUUID } from 'node:crypto';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { get, login, post } from './neighbours';

const NOON = '2026-11-17T04:00:00Z';
const AN_HOUR_BEFORE = '2026-11-17T03:00:00Z';

describe('a clock that is set back by an hour', () => {
  let app: App;
  const start = (NOW: string, dataDir?: string) =>
    startDemo({ env: { NOW, RATE_LIMITS: 'off', LOG_LEVEL: 'fatal' }, ...(dataDir && { dataDir }) });

  beforeAll(async () => {
    app = await start(NOON);
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await app.remove();
  }, 60_000);

  test('comments before and after -> both are there with known receipts, the chain of the audit holds', async () => {
    const { items } = await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open');
    const path = `/api/v1/consultations/${items[0]!.id}/comments`;
    const say = async () => {
      const token = await login(app.origin, 'clock');
      const body = { id: randomUUID(), target: { kind: 'whole' }, body: '钟慢了也请记上这一条。', anonymous: true };
      return post<OwnComment>(app.origin, path, body, token);
    };
    const before = await say();
    await app.stop();
    app = await start(AN_HOUR_BEFORE, app.dataDir);
    const after = await say();
    expect([before.status, after.status]).toEqual([201, 201]);

    const token = await login(app.origin, 'clock');
    const mine = await get<{ items: OwnComment[] }>(app.origin, '/api/v1/me/comments?limit=100', token);
    expect(mine.items.map(own => own.id).sort()).toEqual([before.body.id, after.body.id].sort());
    for (const { receipt } of [before.body, after.body])
      expect(await get(app.origin, `/api/v1/receipts/${receipt.hash}`)).toMatchObject({ known: true });
    expect(await app.cli('audit', 'verify')).toContain('审计链完好');
  }, 120_000);
});
