import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Consultation, OwnComment } from '@bandeng/contracts/types';
import type { App } from '../support/start-app';
import { copyDistrict, startDemo } from '../support/start-demo';
import { get, login, post, readAll } from './neighbours';

const SIZE = '400m';
const CHUNK = Buffer.alloc(256 * 1024);

/** A small disk of its own; null where this user may not mount one, or the database is not ours (then the test is skipped by name). */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = process.env.MONGODB_URI ? null : mountSmallDisk();
const onSmallDisk = disk ? describe : describe.skip;

onSmallDisk('a full disk', () => {
  const filler = join(disk ?? '', 'filler');
  let app: App;
  let token: string;
  let consultationId: string;
  const acknowledged: string[] = [];

  const comment = async () => {
    const id = randomUUID();
    const body = { id, target: { kind: 'whole' }, body: `树荫下多放两条长椅。${'长'.repeat(1_000)}`, anonymous: true };
    const answer = await post<OwnComment>(app.origin, `/api/v1/consultations/${consultationId}/comments`, body, token);
    if (answer.status === 201) acknowledged.push(id);
    return answer.status;
  };
  const fill = () => {
    for (;;) {
      try {
        appendFileSync(filler, CHUNK);
      } catch {
        return;
      }
    }
  };

  beforeAll(async () => {
    app = await startDemo({ dataDir: copyDistrict(disk!), env: { RATE_LIMITS: 'off', LOG_LEVEL: 'fatal' } });
    token = await login(app.origin, 'full-disk');
    const { items } = await get<{ items: Consultation[] }>(app.origin, '/api/v1/consultations?state=open');
    consultationId = items[0]!.id;
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    // The engine ends some seconds after its last client; until then the disk is busy.
    execFileSync('umount', ['--lazy', disk!]);
    rmSync(disk!, { recursive: true, force: true });
  }, 60_000);

  test('writes are refused with 503, reads go on; with room again writes go on, and nothing acknowledged is lost', async () => {
    expect(await comment()).toBe(201);
    fill();
    expect(statfsSync(disk!).bavail).toBeLessThan(1_000);
    // LMDB reuses free pages for a while: ask until it needs a new one.
    let status = 201;
    for (let attempt = 0; attempt < 100 && status === 201; attempt += 1) {
      const answers = await Promise.all([comment(), comment(), comment(), comment()]);
      status = answers.find(answer => answer !== 201) ?? 201;
    }
    expect(status).toBe(503);
    expect(await get<{ items: unknown[] }>(app.origin, '/api/v1/notices?limit=3')).toMatchObject({
      items: expect.any(Array),
    });

    rmSync(filler);
    for (let attempt = 0; attempt < 50 && status !== 201; attempt += 1) status = await comment();
    expect(status).toBe(201);
    const mine = await readAll<OwnComment>(app.origin, `/api/v1/me/comments?consultation=${consultationId}`, token);
    const ids = new Set(mine.map(own => own.id));
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([]);
  }, 120_000);
});
