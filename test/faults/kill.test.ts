import { createServer } from 'node:net';
import type { Consultation, InformationRequest, Message, OwnComment } from '@bandeng/contracts/types';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { isRestart, sha256, startNeighbour } from './busy-neighbour';
import { enginePid, get, login, pause, readAll, send } from './neighbours';
import { stepDown } from './step-down';

/** Kills in all, server and engine (a MongoDB that is given: steps down) in turns; `npm run test:faults` asks for two hundred. */
const KILLS = Number(process.env.FAULT_KILLS ?? 20);
const NEIGHBOURS = 6;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

const killEngine = (app: App) => process.kill(enginePid(app.dataDir), 'SIGKILL');

describe(`kill -9, ${KILLS} times, while neighbours comment, take back, ask and upload`, () => {
  let app: App;
  let consultation: Consultation;
  let neighbours: ReturnType<typeof startNeighbour>[];
  let tokens: string[];
  let isOver = false;
  /** What readers saw that was neither a page, nor a closed door, nor 503 with Retry-After. */
  const misread: string[] = [];
  /** What every server said, for the message of a failing test. */
  let printed = '';

  /** The problem with the lines that the server logged for its request. */
  function withServerLines(problem: string): string {
    const requestId = /"requestId":"([^"]+)"/.exec(problem)?.[1] ?? 'none';
    const lines = printed.split('\n').filter(line => line.includes(requestId));
    return [problem, ...lines].join('\n');
  }

  const all = () => neighbours.map(({ acknowledged }) => acknowledged);
  const count = () =>
    all()
      .flatMap(one => Object.values(one))
      .reduce((sum, list) => sum + list.length, 0);

  /** Kills fall into work: something was acknowledged since the last one, or ten seconds have passed. */
  async function progress(): Promise<void> {
    const before = count();
    for (let waited = 0; waited < 10_000 && count() < before + NEIGHBOURS; waited += 20) await pause(20);
  }

  async function keepReading(): Promise<void> {
    while (!isOver) {
      const page = await send(app.origin, '/api/v1/notices?limit=3').catch(() => null);
      if (page && page.status !== 200 && !isRestart(page)) misread.push(`${page.status} ${JSON.stringify(page.body)}`);
      await pause(50);
    }
  }

  beforeAll(async () => {
    const env = { RATE_LIMITS: 'off', LOG_LEVEL: 'warn', PORT: String(await freePort()) };
    app = await startDemo({ env });
    consultation = (await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open')).items[0]!;
    neighbours = Array.from({ length: NEIGHBOURS }, (_, at) =>
      startNeighbour({ origin: () => app.origin, openid: `fault-${at}`, consultationId: consultation.id }),
    );
    const reading = keepReading();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await progress();
      await pause((kill * 97) % 400);
      if (kill % 2 === 0) {
        printed += app.output();
        await app.kill();
        app = await startDemo({ dataDir: app.dataDir, env });
        // Ready is ready: no error page after it.
        await get(app.origin, '/api/v1/notices?limit=3');
      } else {
        await (process.env.MONGODB_URI ? stepDown(process.env.MONGODB_URI) : killEngine(app));
        await pause(1_000);
      }
    }
    await Promise.all(neighbours.map(neighbour => neighbour.stop()));
    isOver = true;
    await reading;
    printed += app.output();
    tokens = await Promise.all(neighbours.map((_, at) => login(app.origin, `fault-${at}`)));
  }, 1_500_000);

  afterAll(async () => {
    await app.stop();
    await app.remove();
  }, 60_000);

  const everything = () => neighbours.map(({ acknowledged }, at) => ({ ...acknowledged, token: tokens[at]! }));

  test('every answer was an acknowledgement or 503 -> no other error reached a neighbour or a reader', () => {
    expect(neighbours.flatMap(neighbour => neighbour.unexpected).map(withServerLines)).toEqual([]);
    expect(misread.map(withServerLines)).toEqual([]);
    for (const kind of ['comments', 'withdrawals', 'requests', 'files'] as const)
      expect(all().flatMap(one => one[kind].length)).not.toEqual(all().map(() => 0));
  });

  test('every acknowledged comment -> is there, once, with its receipt, and withdrawn where that was acknowledged', async () => {
    for (const { token, comments, withdrawals } of everything()) {
      const mine = await readAll<OwnComment>(app.origin, `/api/v1/me/comments?consultation=${consultation.id}`, token);
      expect(mine.map(own => [own.id, own.receipt.hash]).sort()).toEqual(
        comments.map(({ id, receipt }) => [id, receipt.hash]).sort(),
      );
      const withdrawn = mine.filter(own => own.state === 'withdrawn').map(own => own.id);
      expect(withdrawn.sort()).toEqual([...withdrawals].sort());
    }
  });

  test('every acknowledged request -> is there with its number, and no number is given twice', async () => {
    const numbers: string[] = [];
    for (const { token, requests } of everything()) {
      const mine = await readAll<InformationRequest>(app.origin, '/api/v1/me/information-requests?', token);
      expect(mine.map(({ id, number }) => [id, number]).sort()).toEqual(
        requests.map(({ id, number }) => [id, number]).sort(),
      );
      numbers.push(...mine.map(({ number }) => number));
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('every acknowledged file -> is there, byte by byte', async () => {
    for (const { token, files } of everything()) {
      for (const file of files) {
        const stored = await fetch(`${app.origin}/api/v1/files/${file.id}`, {
          headers: { Authorization: `Bearer ${token}` },
        });
        expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(file.sha256);
      }
    }
  }, 60_000);

  test('every receipt -> is known', async () => {
    const sample = everything()
      .flatMap(({ comments }) => comments)
      .filter((_, at) => at % 7 === 0);
    for (const { receipt } of sample) {
      expect(await get<{ known: boolean }>(app.origin, `/api/v1/receipts/${receipt.hash}`)).toMatchObject({
        known: true,
        kind: 'comment',
      });
    }
  });

  test('counted comments -> catch up with what was acknowledged', async () => {
    const wanted = consultation.commentCount + everything().flatMap(({ comments }) => comments).length;
    let counted = 0;
    for (let attempt = 0; attempt < 150 && counted < wanted; attempt += 1) {
      counted = (await get<Consultation>(app.origin, `/api/v1/consultations/${consultation.id}`)).commentCount;
      await pause(200);
    }
    expect(counted).toBe(wanted);
  }, 60_000);

  test('inbox -> no message twice', async () => {
    for (const token of tokens) {
      const messages = await readAll<Message>(app.origin, '/api/v1/me/messages?unread=false', token);
      const told = messages.map(({ kind, title, link }) => `${kind} ${title} ${link?.id}`);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('audit chain -> holds', async () => {
    expect(await app.cli('audit', 'verify')).toContain('审计链完好');
  }, 120_000);
});
