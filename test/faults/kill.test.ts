import { createServer } from 'node:net';
import type { Consultation, InformationRequest, Message, OwnComment } from '@bandeng/contracts/types';
import { until } from '../support/until';
import { sha256, startNeighbour } from './busy-neighbour';
import { startOffice } from './busy-office';
import { drainOutbox } from './drain-outbox';
import { findHalves } from './halves';
import { createRandom, isExplained, pickVictim, startProcesses, type Restart } from './kills';
import { download, get, login, pause, readAll } from './neighbours';
import { startReader } from './reader';

/** Kills in all, of server, engine (a MongoDB that is given: steps down) and worker by chance; `npm run test:faults` asks for two hundred. */
const KILLS = Number(process.env.FAULT_KILLS ?? 12);
/** The same kills in the same order for the same seed. */
const SEED = Number(process.env.FAULT_SEED ?? 1);
const NEIGHBOURS = 6;
const MOST_WAIT_MS = 10_000;
const KINDS = ['comments', 'withdrawals', 'requests', 'files'] as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

describe(`kill -9, ${KILLS} times (seed ${SEED}), while neighbours comment, take back, ask and upload`, () => {
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let consultation: Consultation;
  let neighbours: ReturnType<typeof startNeighbour>[];
  let office: ReturnType<typeof startOffice>;
  let reader: ReturnType<typeof startReader>;
  let tokens: string[];
  let undelivered: { pending: number; dead: number };
  const restarts: Restart[] = [];
  /** Transactions that were seen in part, at a moment after each kill. */
  const halves: string[] = [];

  const origin = () => processes.server().origin;
  const databaseUri = () => processes.server().databaseUri();

  /** The problem with the lines that the server logged for its request. */
  function withServerLines(problem: string): string {
    const requestId = /"requestId":"([^"]+)"/.exec(problem)?.[1] ?? 'none';
    const lines = processes
      .printed()
      .split('\n')
      .filter(line => line.includes(requestId));
    return [problem, ...lines].join('\n');
  }

  const all = () => neighbours.map(({ acknowledged }) => acknowledged);
  const submitted = () => all().flatMap(({ requests }) => requests.map(({ id }) => id));
  const count = () =>
    all()
      .flatMap(one => Object.values(one))
      .reduce((sum, list) => sum + list.length, 0);

  /** Kills fall into work: something was acknowledged since the last one, or ten seconds have passed. */
  async function progress(): Promise<void> {
    const before = count();
    for (let waited = 0; waited < MOST_WAIT_MS && count() < before + NEIGHBOURS; waited += 20) await pause(20);
  }

  /** Looks as soon as the database answers again. */
  async function lookForHalves(): Promise<string[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await findHalves(databaseUri());
      } catch (error) {
        if (attempt === 20) throw error;
        await pause(200);
      }
    }
  }

  beforeAll(
    async () => {
      processes = await startProcesses({ RATE_LIMITS: 'off', LOG_LEVEL: 'warn', PORT: String(await freePort()) });
      consultation = (await get<{ items: Consultation[] }>(origin(), '/api/v1/consultations?state=open')).items[0]!;
      // The demo district was loaded, not written by its people.
      const demo = new Set(await lookForHalves());
      neighbours = Array.from({ length: NEIGHBOURS }, (_, at) =>
        startNeighbour({ origin, openid: `fault-${at}`, consultationId: consultation.id }),
      );
      office = startOffice({ origin, submitted });
      reader = startReader(origin);
      const random = createRandom(SEED);
      for (let kill = 0; kill < KILLS; kill += 1) {
        await progress();
        await pause(random() * 400);
        restarts.push(await processes.kill(pickVictim(random)));
        halves.push(...(await lookForHalves()).filter(half => !demo.has(half)).map(half => `kill ${kill}: ${half}`));
      }
      await until(() => Promise.resolve(KINDS.every(kind => all().some(one => one[kind].length > 0))));
      await Promise.all(neighbours.map(neighbour => neighbour.stop()));
      await office.stop();
      await reader.stop();
      undelivered = await drainOutbox(databaseUri());
      tokens = await Promise.all(neighbours.map((_, at) => login(origin(), `fault-${at}`)));
    },
    180_000 + KILLS * 30_000,
  );

  afterAll(async () => {
    const longest = Math.max(0, ...reader.outages.map(({ from, to }) => to - from));
    const kills = restarts.map(({ victim }) => victim);
    const times = (victim: string) => `${victim} ${kills.filter(killed => killed === victim).length}`;
    process.stdout.write(
      `killed: ${['server', 'engine', 'worker'].map(times).join(', ')}; acknowledged: ${count()}, registered: ${office.registered.size}; longest outage: ${longest} ms\n`,
    );
    await processes.stop();
  }, 60_000);

  const everything = () => neighbours.map(({ acknowledged }, at) => ({ ...acknowledged, token: tokens[at]! }));

  test('every answer was an acknowledgement or 503 -> no other error reached a neighbour or a reader', () => {
    const unexpected = [...neighbours, office].flatMap(caller => caller.unexpected);
    expect(unexpected.map(withServerLines)).toEqual([]);
    expect(reader.misread.map(withServerLines)).toEqual([]);
    for (const kind of KINDS) expect(all().flatMap(one => one[kind].length)).not.toEqual(all().map(() => 0));
  });

  test('readers without a page -> never longer than the restart of what was killed', () => {
    const unexplained = reader.outages.filter(outage => !isExplained(outage, restarts));
    expect({ unexplained, restarts: unexplained.length > 0 ? restarts : [] }).toEqual({
      unexplained: [],
      restarts: [],
    });
  });

  test('comments, withdrawals, requests, registrations -> at no moment without their receipt, audit and outbox entries', () => {
    expect(halves).toEqual([]);
  });

  test('outbox -> all is delivered, nothing was given up', () => {
    expect(undelivered).toEqual({ pending: 0, dead: 0 });
  });

  test('every acknowledged comment -> is there, once, with its receipt, and withdrawn where that was acknowledged', async () => {
    for (const { token, comments, withdrawals } of everything()) {
      const mine = await readAll<OwnComment>(origin(), `/api/v1/me/comments?consultation=${consultation.id}`, token);
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
      const mine = await readAll<InformationRequest>(origin(), '/api/v1/me/information-requests?', token);
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
        expect(sha256(await download(origin(), file.id, token))).toBe(file.sha256);
      }
    }
  }, 60_000);

  test('every receipt -> is known', async () => {
    const sample = everything()
      .flatMap(({ comments }) => comments)
      .filter((_, at) => at % 7 === 0);
    for (const { receipt } of sample) {
      expect(await get<{ known: boolean }>(origin(), `/api/v1/receipts/${receipt.hash}`)).toMatchObject({
        known: true,
        kind: 'comment',
      });
    }
  });

  test('counted comments -> as many as were acknowledged', async () => {
    const wanted = consultation.commentCount + everything().flatMap(({ comments }) => comments).length;
    const { commentCount } = await get<Consultation>(origin(), `/api/v1/consultations/${consultation.id}`);
    expect(commentCount).toBe(wanted);
  });

  test('inbox -> one message for every registered request, none twice, none without', async () => {
    expect([...office.registered].sort()).toEqual(submitted().sort());
    for (const { token, requests } of everything()) {
      const messages = await readAll<Message>(origin(), '/api/v1/me/messages?unread=false', token);
      const wanted = requests.map(({ id }) => `information-request.registered ${id}`);
      expect(messages.map(({ kind, link }) => `${kind} ${link?.id}`).sort()).toEqual(wanted.sort());
    }
  });

  test('audit chain -> holds', async () => {
    expect(await processes.server().cli('audit', 'verify')).toContain('审计链完好');
  }, 120_000);
});
