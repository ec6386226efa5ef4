import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Consultation, InformationRequest, OwnComment } from '@bandeng/contracts/types';
import { runCli, type App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { sha256, startNeighbour, type Acknowledged } from './busy-neighbour';
import { contentOf, shapeOf } from './database-content';
import { drainOutbox } from './drain-outbox';
import { findHalves } from './halves';
import { download, get, login, pause, readAll } from './neighbours';

const NEIGHBOURS = 6;
const ENV = { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' };

const countOf = (all: readonly Acknowledged[]) =>
  all.flatMap(one => Object.values(one)).reduce((sum, list) => sum + list.length, 0);

describe('a backup while neighbours comment, take back, ask and upload', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-backups-'));
  const made = join(folder, 'made');
  let source: App;
  let copy: App;
  let consultationId: string;
  let neighbours: ReturnType<typeof startNeighbour>[];
  /** What was acknowledged before the backup began, by neighbour. */
  let before: Acknowledged[];
  let writtenMeanwhile: number;
  let halvesOfDemo: string[];

  beforeAll(async () => {
    source = await startDemo({ env: ENV });
    const { items } = await get<{ items: Consultation[] }>(source.origin, '/api/v1/consultations?state=open');
    consultationId = items[0]!.id;
    halvesOfDemo = await findHalves(source.databaseUri());
    neighbours = Array.from({ length: NEIGHBOURS }, (_, at) =>
      startNeighbour({ origin: () => source.origin, openid: `backup-${at}`, consultationId }),
    );
    const acknowledged = () => neighbours.map(neighbour => neighbour.acknowledged);
    while (acknowledged().some(one => one.files.length === 0)) await pause(50);
    before = structuredClone(acknowledged());
    await source.cli('backup', made);
    writtenMeanwhile = countOf(acknowledged()) - countOf(before);
    await Promise.all(neighbours.map(neighbour => neighbour.stop()));

    const elsewhere = mkdtempSync(join(tmpdir(), 'bandeng-restored-'));
    expect(await runCli(elsewhere, ['restore', made], ENV)).toMatchObject({ code: 0, stderr: '' });
    copy = await startDemo({ dataDir: elsewhere, env: ENV });
  }, 300_000);
  afterAll(async () => {
    await Promise.all([source.stop(), copy.stop()]);
    await Promise.all([source.remove(), copy.remove()]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  test('restored elsewhere -> no transaction is there in part, and the chain of the audit holds', async () => {
    expect(neighbours.flatMap(neighbour => neighbour.unexpected)).toEqual([]);
    expect(writtenMeanwhile).toBeGreaterThan(0);
    expect(await findHalves(copy.databaseUri())).toEqual(halvesOfDemo);
    expect(await copy.cli('audit', 'verify')).toContain('审计链完好');
  });

  test('restored elsewhere -> everything acknowledged before the backup began is there and readable', async () => {
    for (const [at, { comments, withdrawals, requests, files }] of before.entries()) {
      const token = await login(copy.origin, `backup-${at}`);
      const mine = await readAll<OwnComment>(copy.origin, `/api/v1/me/comments?consultation=${consultationId}`, token);
      const receipts = new Map(mine.map(own => [own.id, own.receipt.hash]));
      for (const { id, receipt } of comments) expect(receipts.get(id)).toBe(receipt.hash);
      const [last] = comments;
      expect(await get(copy.origin, `/api/v1/receipts/${last!.receipt.hash}`)).toMatchObject({ known: true });
      const withdrawn = mine.filter(own => own.state === 'withdrawn').map(own => own.id);
      expect(withdrawn).toEqual(expect.arrayContaining(withdrawals));
      const asked = await readAll<InformationRequest>(copy.origin, '/api/v1/me/information-requests?', token);
      expect(asked.map(({ number }) => number)).toEqual(expect.arrayContaining(requests.map(({ number }) => number)));
      for (const file of files) {
        expect(sha256(await download(copy.origin, file.id, token))).toBe(file.sha256);
      }
    }
  });

  test('broken, foreign and newer backups, a database with newer data -> one sentence, exit code 1, nothing changed', async () => {
    const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const rewrite = (changes: object) => (path: string) =>
      writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, ...changes }));
    const damages: [RegExp, (path: string) => void][] = [
      [/^备份坏了：comments.bson.gz 有 100 字节/, path => truncateSync(join(path, 'comments.bson.gz'), 100)],
      [
        /^备份坏了：comments.bson.gz .*校验和不对/,
        path => {
          const bytes = readFileSync(join(path, 'comments.bson.gz'));
          bytes[bytes.length >> 1]! ^= 1;
          writeFileSync(join(path, 'comments.bson.gz'), bytes);
        },
      ],
      [/不是这个程序的备份，是 another 的/, rewrite({ product: 'another' })],
      [/更新的版本（99\.0\.0）/, rewrite({ version: '99.0.0' })],
    ];
    const empty = mkdtempSync(join(tmpdir(), 'bandeng-empty-'));
    for (const [at, [sentence, damage]] of damages.entries()) {
      const path = join(folder, `damaged-${at}`);
      cpSync(made, path, { recursive: true });
      damage(path);
      const { code, stderr } = await runCli(empty, ['restore', path], ENV);
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
      expect(stderr).toMatch(sentence);
    }
    expect(await runCli(empty, ['restore', folder], ENV)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('里没有完整的备份'),
    });
    // Nothing of all that was written: the good one still finds it empty.
    expect(await runCli(empty, ['restore', made], ENV)).toMatchObject({ code: 0 });
    rmSync(empty, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });

    const content = await contentOf(source.databaseUri());
    const refused = await runCli(source.dataDir, ['restore', made], ENV);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^备份比数据旧：/) });
    expect(await contentOf(source.databaseUri())).toEqual(content);
  });

  test('at rest -> the copy has the same collections, indexes and records', async () => {
    await drainOutbox(source.databaseUri());
    const atRest = join(folder, 'at-rest');
    await source.stop();
    await source.cli('backup', atRest);
    const elsewhere = mkdtempSync(join(tmpdir(), 'bandeng-at-rest-'));
    await runCli(elsewhere, ['restore', atRest], ENV);
    const [theirs, ours] = await Promise.all(
      [source.dataDir, elsewhere].map(async dataDir => {
        const app = await startDemo({ dataDir, env: ENV, role: '--web' });
        try {
          return { shape: await shapeOf(app.databaseUri()), content: await contentOf(app.databaseUri()) };
        } finally {
          await app.stop();
        }
      }),
    );
    expect(Object.keys(theirs!.content)).toEqual(expect.arrayContaining(['comments', 'fileBytes.chunks', 'receipts']));
    expect(ours).toEqual(theirs);
    rmSync(elsewhere, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
    source = await startDemo({ dataDir: source.dataDir, env: ENV });
  });
});
