import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Consultation, Message, OwnComment } from '@bandeng/contracts/types';
import { inRepository } from '../support/repository';
import { startApp, type App } from '../support/start-app';
import { get, keepCommenting, login, readAll, type Acknowledged } from './neighbours';

/** Kills in all, server and engine in turns. */
const KILLS = 20;
const NEIGHBOURS = 6;

const run = promisify(execFile);
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

const enginePid = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number }).pid;

describe('kill -9 while neighbours comment', () => {
  let app: App;
  let tokens: string[];
  let consultation: Consultation;
  const acknowledged: Acknowledged[][] = Array.from({ length: NEIGHBOURS }, () => []);
  const unexpected: string[] = [];
  /** What every server said, for the message of a failing test. */
  let printed = '';

  /** The problem with the lines that the server logged for its request. */
  function withServerLines(problem: string): string {
    const requestId = /"requestId":"([^"]+)"/.exec(problem)?.[1] ?? 'none';
    const lines = printed.split('\n').filter(line => line.includes(requestId));
    return [problem, ...lines].join('\n');
  }

  beforeAll(async () => {
    const env = { RATE_LIMITS: 'off', LOG_LEVEL: 'warn', PORT: String(await freePort()) };
    app = await startApp({ env });
    consultation = (await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open')).items[0]!;
    tokens = await Promise.all(acknowledged.map((_, at) => login(app.origin, `fault-${at}`)));
    const neighbours = tokens.map((token, at) =>
      keepCommenting({
        origin: () => app.origin,
        token,
        consultationId: consultation.id,
        acknowledged: acknowledged[at]!,
      }),
    );
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(150 + ((kill * 97) % 400));
      if (kill % 2 === 0) {
        printed += app.output();
        await app.kill();
        app = await startApp({ dataDir: app.dataDir, env });
      } else {
        process.kill(enginePid(app.dataDir), 'SIGKILL');
        await pause(1_000);
      }
    }
    await Promise.all(neighbours.map(neighbour => neighbour.stop()));
    printed += app.output();
    unexpected.push(...neighbours.flatMap(neighbour => neighbour.unexpected).map(withServerLines));
    tokens = await Promise.all(tokens.map((_, at) => login(app.origin, `fault-${at}`)));
  }, 300_000);

  afterAll(async () => {
    await app.stop();
    app.remove();
  }, 60_000);

  test('every answer was an acknowledgement or 503 -> no other error reached a neighbour', () => {
    expect(unexpected).toEqual([]);
    expect(acknowledged.flat().length).toBeGreaterThan(KILLS);
  });

  test('every acknowledged comment -> is there, once, with its receipt', async () => {
    for (const [at, token] of tokens.entries()) {
      const mine = await readAll<OwnComment>(app.origin, `/api/v1/me/comments?consultation=${consultation.id}`, token);
      const receipts = new Map(mine.map(comment => [comment.id, comment.receipt.hash]));
      expect(receipts.size).toBe(mine.length);
      const lost = acknowledged[at]!.filter(({ id, receipt }) => receipts.get(id) !== receipt.hash);
      expect(lost).toEqual([]);
    }
  });

  test('every receipt -> is known', async () => {
    const sample = acknowledged.flat().filter((_, at) => at % 7 === 0);
    for (const { receipt } of sample) {
      expect(await get<{ known: boolean }>(app.origin, `/api/v1/receipts/${receipt.hash}`)).toMatchObject({
        known: true,
        kind: 'comment',
      });
    }
  });

  test('counted comments -> catch up with what was acknowledged', async () => {
    const wanted = consultation.commentCount + acknowledged.flat().length;
    let counted = 0;
    for (let attempt = 0; attempt < 150 && counted < wanted; attempt += 1) {
      counted = (await get<Consultation>(app.origin, `/api/v1/consultations/${consultation.id}`)).commentCount;
      await pause(200);
    }
    expect(counted).toBe(wanted);
  });

  test('inbox -> no message twice', async () => {
    for (const token of tokens) {
      const messages = await readAll<Message>(app.origin, '/api/v1/me/messages?unread=false', token);
      const told = messages.map(({ kind, title, link }) => `${kind} ${title} ${link?.id}`);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('audit chain -> holds', async () => {
    const { stdout } = await run(process.execPath, [inRepository('apps/server/dist/cli.cjs'), 'audit', 'verify'], {
      cwd: inRepository(),
      env: { ...process.env, DATA_DIR: app.dataDir },
    });
    expect(stdout).toContain('the chain holds');
  }, 120_000);
});
