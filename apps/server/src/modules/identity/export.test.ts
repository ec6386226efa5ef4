import { randomUUID } from 'node:crypto';
import { ROWS_AT_ONCE } from '../../platform/paging';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

describe('GET /me/export', () => {
  it('export: uploads, credits and logins -> all listed, no token, and nobody else’s', async () => {
    const resident = await server.asResident();
    const { body: file } = await uploadFile(resident, Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '证明.pdf' });
    const answers = { 'demo-new_notice': 'accept' as const };
    await resident.call('me.subscriptionCredits.add', { body: { id: randomUUID(), answers } });
    await server.asResident(resident.openid);

    const { records } = await resident.call('me.export');
    expect(records.files).toEqual([expect.objectContaining({ id: file.id, name: '证明.pdf', belongsTo: null })]);
    expect(records.subscriptionCredits).toEqual([{ template: 'new_notice', credits: 1 }]);
    const login = { createdAt: server.clock.now().toISOString(), renewedAt: null, endedAt: null };
    expect(records.sessions).toEqual([expect.objectContaining(login), expect.objectContaining(login)]);
    const stored = await server.collection('sessions').find({ accountId: resident.accountId }).toArray();
    for (const { currentHash } of stored) expect(JSON.stringify(records)).not.toContain(String(currentHash));

    const other = (await (await server.asResident()).call('me.export')).records;
    expect([other.files, other.subscriptionCredits, other.sessions?.length]).toEqual([[], [], 1]);
  });

  it('export: more of each kind than one answer of the database holds -> all of it', async () => {
    const resident = await server.asResident();
    const { accountId } = resident;
    const at = server.clock.now();
    const row = { accountId, createdAt: at };
    const kinds: Record<string, (n: number) => object> = {
      comments: () => ({ ...row, withdrawnAt: null, body: '路灯太暗' }),
      commentSupports: n => ({ ...row, commentId: `c${n}` }),
      commentReports: n => ({ ...row, commentId: `c${n}`, reason: '广告' }),
      messages: n => ({ ...row, key: `k${n}`, readAt: null }),
      files: n => ({ ownerId: accountId, createdAt: at, name: '一.pdf', bytesId: `b${n}`, binding: null }),
      catalogNudges: n => ({ ...row, entryId: `e${n}`, from: '2026-10-01' }),
      informationRequests: n => ({ accountId, number: `n${n}`, submittedAt: at, applicant: {} }),
      sessions: () => ({ ...row, expiresAt: at }),
    };
    for (const [name, make] of Object.entries(kinds)) {
      const rows = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, n) => ({ _id: `${name}-${n}`, ...make(n) }));
      await server.collection(name).insertMany(rows);
    }
    const { records } = await resident.call('me.export');
    const counts = Object.fromEntries(Object.entries(records).map(([name, rows]) => [name, rows.length]));
    const all = ROWS_AT_ONCE + 1;
    expect(counts).toMatchObject({ messages: all, files: all, nudges: all, informationRequests: all });
    // The login of this person stands beside the rows put here; what was agreed with and reported stands with the comments.
    expect([counts.sessions, counts.comments]).toEqual([all + 1, 3 * all]);
  });

  it('export: its parts -> those of every module that holds something about a person', async () => {
    const { records } = await (await server.asResident()).call('me.export');
    expect(Object.keys(records).sort()).toEqual([
      'comments',
      'enquiries',
      'files',
      'informationRequests',
      'letters',
      'messages',
      'nudges',
      'objections',
      'sessions',
      'signUps',
      'subscriptionCredits',
      'subscriptions',
      'surveys',
    ]);
  });
});
