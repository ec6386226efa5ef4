import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../../cli';
import { putDistrict as putOffice, uploadFile } from '../../fixtures/district';
import { commentInput, openConsultation, putDistrict } from '../../modules/consultations/consultation.fixtures';
import { newRequest, PERSON } from '../../modules/information-requests/information-requests.fixtures';
import { startTestServer, type TestServer } from '../../testing';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PASSING = ['leases', 'rateWindows', 'restores'];

let folder: string;
let source: TestServer;
const open: TestServer[] = [];

async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer({ environment });
  open.push(server);
  return server;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bandeng-backup-'));
  source = await start();
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function runAtTerminal(server: TestServer, ...args: string[]): Promise<{ lines: string[]; progress: string[] }> {
  const [lines, progress]: string[][] = [[], []];
  const { command, rest } = findCommand(server.deps.commands, args)!;
  await command.run(rest, {
    platform: server.deps.platform,
    output: line => lines!.push(line),
    progress: line => progress!.push(line),
  });
  return { lines: lines!, progress: progress! };
}

const run = async (server: TestServer, ...args: string[]): Promise<string[]> =>
  (await runAtTerminal(server, ...args)).lines;

/** Every record of every collection, as text. */
async function contentOf(server: TestServer): Promise<Record<string, string>> {
  const db = server.deps.platform.database.db!;
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const content: Record<string, string> = {};
  for (const name of names.filter(candidate => !PASSING.includes(candidate)).sort()) {
    const rows = await server.collection<{ _id: never }>(name).find({}).sort({ _id: 1 }).toArray();
    if (rows.length > 0) content[name] = JSON.stringify(rows);
  }
  return content;
}

async function someRecords() {
  await putDistrict(source);
  await putOffice(source);
  const office = await source.asStaff('office');
  const { id } = await openConsultation(office, { display: 'with_outcome' });
  const resident = await source.asResident('o-resident');
  const request = await resident.call('informationRequests.create', { body: newRequest() });
  await uploadFile(resident, PIXEL);
  return { consultationId: id, requestId: request.id };
}

describe('backup and restore', () => {
  it('backup: while comments are written -> each comment in it with its audit and outbox entry; restored -> the same', async () => {
    const { consultationId, requestId } = await someRecords();
    let isDone = false;
    const writer = async (openid: string) => {
      const resident = await source.asResident(openid);
      let written = 0;
      for (; !isDone && written < 200; written += 1)
        await resident.call('consultations.comments.create', { params: { id: consultationId }, body: commentInput() });
      return written;
    };
    const writers = ['o-1', 'o-2', 'o-3', 'o-4'].map(writer);
    while ((await source.collection('comments').countDocuments({})) === 0)
      await new Promise(resolve => setTimeout(resolve, 20));
    const target = join(folder, 'made');
    const lines = await run(source, 'backup', target);
    isDone = true;
    await Promise.all(writers);
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^已备份 \d+ 个集合 \d+ 条记录/)]));

    const copy = await start();
    await run(copy, 'restore', target);
    const created = await copy.collection('auditEntries').find({ action: 'comment.created' }).toArray();
    const comments = await copy.collection('comments').find({}).toArray();
    const told = await copy.collection('outbox').find({ name: 'comment.created' }).toArray();
    const ids = comments.map(comment => comment._id).sort();
    expect(created.map(entry => String(entry.subject)).sort()).toEqual(ids);
    expect(told.map(entry => String((entry.event as { commentId: string }).commentId)).sort()).toEqual(ids);
    expect(await copy.collection('restores').countDocuments({})).toBe(0);

    // The keys came along: a server on the restored data opens what was sealed, and the same person is the same account.
    const { dataDir, mongodbUri } = copy.deps.platform.config;
    const again = await start({ DATA_DIR: dataDir, MONGODB_URI: mongodbUri! });
    const resident = await again.asResident('o-resident');
    const seen = await resident.call('informationRequests.get', { params: { id: requestId } });
    expect(seen.applicant).toMatchObject({ name: PERSON.name, idNumber: PERSON.idDocument.number });
  });

  it('backup: nobody writes -> restored database equal in every record, file bytes and types included', async () => {
    await someRecords();
    const target = join(folder, 'made');
    await run(source, 'backup', target);
    const copy = await start();
    await run(copy, 'restore', target);
    const content = await contentOf(source);
    expect(Object.keys(content)).toEqual(expect.arrayContaining(['files', 'fileBytes.chunks', 'informationRequests']));
    expect(await contentOf(copy)).toEqual(content);
    await expect(run(copy, 'restore', target)).rejects.toThrow(/数据库不是空的/);
  });

  it('restore: the database was changed after the backup -> refused as older than the data, nothing changed', async () => {
    const { consultationId } = await someRecords();
    const target = join(folder, 'made');
    await run(source, 'backup', target);
    source.clock.advance(60_000);
    const resident = await source.asResident('o-resident');
    await resident.call('consultations.comments.create', { params: { id: consultationId }, body: commentInput() });
    const content = await contentOf(source);
    await expect(run(source, 'restore', target)).rejects.toThrow(
      /^备份比数据旧：备份是 \S+Z 的，数据库在 \S+Z 还改过。/,
    );
    expect(await contentOf(source)).toEqual(content);
  });

  it('backup and restore: at a terminal -> the share of each collection and of all, up to 100 %', async () => {
    await someRecords();
    await source
      .collection<{ _id: string }>('receipts')
      .insertMany(
        Array.from({ length: 4_500 }, (_, at) => ({ _id: `r${String(at).padStart(5, '0')}`, kind: 'comment' })),
      );
    const target = join(folder, 'made');
    const made = await runAtTerminal(source, 'backup', target);
    const receipts = await source.collection('receipts').countDocuments({});
    const sharesOf = (lines: string[], start: string) =>
      lines.filter(line => line.startsWith(start)).map(line => Number(/一共 (\d+) %$/.exec(line)![1]));
    expect(made.progress).toContainEqual(expect.stringContaining(`正在备份 receipts：2000 / ${receipts}，`));
    expect(sharesOf(made.progress, '正在备份').at(-1)).toBe(100);
    const copy = await start();
    const restored = await runAtTerminal(copy, 'restore', target);
    for (const verb of ['正在核对', '正在恢复']) {
      const shares = sharesOf(restored.progress, verb);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(restored.progress).toContainEqual(expect.stringContaining(`${verb} receipts：2000 / ${receipts}，`));
    }
    expect(sharesOf(restored.progress, '正在恢复').at(-1)).toBe(100);
  });

  it('backup: bytes of an upload that is under way -> they are left out, those of files are there', async () => {
    await someRecords();
    const chunks = source.collection<{ _id: string; files_id: string }>('fileBytes.chunks');
    const ours = await chunks.countDocuments({});
    await chunks.insertOne({ _id: 'under-way', files_id: 'not-yet-a-file' });
    await run(source, 'backup', join(folder, 'made'));
    const copy = await start();
    await run(copy, 'restore', join(folder, 'made'));
    expect(await copy.collection('fileBytes.chunks').countDocuments({})).toBe(ours);
    expect(ours).toBeGreaterThan(0);
  });

  it('backup: folder in use, path through a file, no folder named -> one sentence, nothing touched', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    await expect(run(source, 'backup', folder)).rejects.toThrow('不是空的');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    await expect(run(source, 'backup', join(folder, 'mine.txt/there'))).rejects.toThrow(
      '不能当作备份的文件夹：路径中间有一段不是文件夹',
    );
    await expect(run(source, 'backup', '/proc/nowhere/copy')).rejects.toThrow(
      '不能当作备份的文件夹：没有这个文件或者文件夹',
    );
    await expect(run(source, 'backup')).rejects.toThrow('用法：npm run cli -- backup <文件夹>');
  });

  it('restore: broken, cut, incomplete, of a newer version, of other keys -> one sentence, nothing written', async () => {
    await someRecords();
    const made = join(folder, 'made');
    await run(source, 'backup', made);
    const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const rewrite = (changes: object) => (path: string) =>
      writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, ...changes }));
    const flip = (path: string, name: string) => {
      const bytes = readFileSync(join(path, name));
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      writeFileSync(join(path, name), bytes);
    };
    const cases: [(path: string) => void, RegExp][] = [
      [path => rmSync(join(path, 'manifest.json')), /里没有完整的备份/],
      [path => rmSync(join(path, 'units.bson.gz')), /units.bson.gz 不在了/],
      [path => truncateSync(join(path, 'units.bson.gz'), 30), /有 30 字节，应当是/],
      [path => flip(path, 'informationRequests.bson.gz'), /校验和不对/],
      [path => flip(path, 'keys.json'), /keys.json 不在了或者被改过/],
      [path => writeFileSync(join(path, 'manifest.json'), '{'), /manifest.json 读不出来/],
      [rewrite({ product: 'another' }), /不是这个程序的备份，是 another 的/],
      [rewrite({ format: 0, version: '0.0.1' }), /更旧的版本（0\.0\.1）做的/],
      [rewrite({ version: '99.0.0' }), /更新的版本（99.0.0）/],
      [rewrite({ format: 2, more: true }), /更新的版本/],
      [
        rewrite({ keyFile: null, keys: { fields: { k1: 'x' }, index: 'y' } }),
        /别的密钥封的：先把 FIELD_KEYS 里的 k1、INDEX_KEY/,
      ],
    ];
    const copy = await start();
    for (const [at, [damage, message]] of cases.entries()) {
      const path = join(folder, `case${at}`);
      cpSync(made, path, { recursive: true });
      damage(path);
      await expect(run(copy, 'restore', path)).rejects.toThrow(message);
    }
    await expect(run(copy, 'restore', join(made, 'units.bson.gz'))).rejects.toThrow(/里没有完整的备份/);
    expect(await contentOf(copy)).toEqual({});
    expect(await copy.deps.startFaults()).toEqual([]);
  });

  it('restore: broke off before -> the server says so and does not start; run again it completes', async () => {
    await someRecords();
    const made = join(folder, 'made');
    await run(source, 'backup', made);
    const copy = await start();
    await copy.collection('restores').insertOne({ _id: 'running' });
    await copy.collection('units').insertOne({ _id: 'half' });
    expect(await copy.deps.startFaults()).toEqual([expect.stringContaining('a restore broke off')]);
    await run(copy, 'restore', made);
    expect(await copy.deps.startFaults()).toEqual([]);
    expect(await contentOf(copy)).toEqual(await contentOf(source));
  });
});
