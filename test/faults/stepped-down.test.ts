import fs from 'node:fs';
import { openEngine } from '@bandeng/embedded-mongo';
import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import { inRepository } from '../support/repository';
import type { App } from '../support/start-app';
import { copyDistrict, startDemo } from '../support/start-demo';
import { until } from '../support/until';
import { startNeighbour } from './busy-neighbour';
import { get, login, pause, readAll } from './neighbours';
import { stepDown } from './step-down';

const STEPS = 6;

/** MONGODB_URI, else an engine that knows fail points. */
async function openDatabase(): Promise<{ uri: string; close(): Promise<void> }> {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, close: () => Promise.resolve() };
  const dataDir = copyDistrict();
  const entry = inRepository('packages/embedded-mongo/dist/engine.cjs');
  const engine = await openEngine({ dataDir, entry, testCommands: true });
  return {
    uri: engine.uri,
    close: async () => {
      await engine.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

describe('a primary that steps down again and again while neighbours are busy', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let app: App;
  let neighbours: ReturnType<typeof startNeighbour>[];
  let consultation: Consultation;

  beforeAll(async () => {
    database = await openDatabase();
    app = await startDemo({
      env: { RATE_LIMITS: 'off', LOG_LEVEL: 'fatal', ...(!process.env.MONGODB_URI && { MONGODB_URI: database.uri }) },
    });
    consultation = (await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open')).items[0]!;
    neighbours = [0, 1, 2].map(at =>
      startNeighbour({ origin: () => app.origin, openid: `step-${at}`, consultationId: consultation.id }),
    );
    for (let step = 0; step < STEPS; step += 1) {
      await pause(500);
      await stepDown(database.uri);
    }
    const counts = neighbours.map(({ acknowledged }) => acknowledged.comments.length);
    await until(async () => neighbours.every(({ acknowledged }, at) => acknowledged.comments.length > counts[at]!));
    await Promise.all(neighbours.map(neighbour => neighbour.stop()));
  }, 180_000);
  afterAll(async () => {
    await app.stop();
    await app.remove();
    await database.close();
  }, 60_000);

  test('acts meanwhile -> acknowledged or 503, and every acknowledged comment is there once', async () => {
    expect(neighbours.flatMap(neighbour => neighbour.unexpected)).toEqual([]);
    for (const [at, { acknowledged }] of neighbours.entries()) {
      expect(acknowledged.comments.length).toBeGreaterThan(0);
      const token = await login(app.origin, `step-${at}`);
      const mine = await readAll<OwnComment>(app.origin, `/api/v1/me/comments?consultation=${consultation.id}`, token);
      expect(mine.map(own => own.id).sort()).toEqual(acknowledged.comments.map(({ id }) => id).sort());
    }
  });
});
