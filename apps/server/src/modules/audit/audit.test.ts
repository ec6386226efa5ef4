import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

async function addEntries(count: number): Promise<void> {
  const { audit } = server.deps.modules;
  for (let n = 0; n < count; n += 1) {
    await server.deps.platform.transaction(tx =>
      audit.api.add('system', 'thing.changed', { collection: 'things', id: `t${n}`, fields: ['a'] }, tx),
    );
  }
}
const entries = () => server.collection<{ _id: string; number: number }>('auditEntries');

describe('audit chain', () => {
  it('entries: sealed in order -> the chain holds, the tail is counted', async () => {
    await addEntries(3);
    expect(await server.deps.modules.audit.api.seal()).toBe(3);
    await addEntries(2);
    expect(await server.deps.modules.audit.api.verify()).toEqual({ sealed: 3, unsealed: 2, breaks: [] });
    await server.runSchedule('audit.seal');
    expect(await server.deps.modules.audit.api.verify()).toEqual({ sealed: 5, unsealed: 0, breaks: [] });
  });

  it.each([
    [
      'changed',
      (id: string) => entries().updateOne({ _id: id }, { $set: { action: 'other.thing' } }),
      '封存以后被改过',
    ],
    ['deleted', (id: string) => entries().deleteOne({ _id: id }), '缺第 2 到 2 条'],
  ])('sealed entry: %s in the database -> named', async (_, tamper, words) => {
    await addEntries(4);
    await server.deps.modules.audit.api.seal();
    const second = await entries().findOne({ number: 2 });
    await tamper(second?._id ?? '');
    const { breaks } = await server.deps.modules.audit.api.verify();
    expect(breaks.join('\n')).toContain(words);
    expect(breaks.join('\n')).toContain('2');
  });

  it('last entry: deleted with its seal published -> named', async () => {
    await addEntries(2);
    await server.deps.modules.audit.api.seal();
    await entries().deleteOne({ number: 2 });
    expect((await server.deps.modules.audit.api.verify()).breaks).toEqual([
      '2026-11-16 公布的封印指向第 2 条，那一条不在了',
    ]);
  });

  it('seals: after sealing -> the last hash of the day is public', async () => {
    await addEntries(2);
    await server.deps.modules.audit.api.seal();
    const last = await entries().findOne({ number: 2 });
    const answer = await server.anonymous.fetch('/open-data/seals.json');
    expect(answer.headers.get('cache-control')).toContain('public');
    expect(await answer.json()).toEqual({
      items: [{ date: '2026-11-16', entries: 2, hash: (last as unknown as { hash: string }).hash }],
    });
  });

  it('two sealers at once: -> one chain', async () => {
    await addEntries(30);
    await Promise.all([server.deps.modules.audit.api.seal(), server.deps.modules.audit.api.seal()]);
    expect(await server.deps.modules.audit.api.verify()).toEqual({ sealed: 30, unsealed: 0, breaks: [] });
  });
});

describe('GET /staff/audit', () => {
  it('audit: nobody -> 401, a resident and an admin -> 403', async () => {
    expect((await problemOf(server.anonymous.call('staff.audit.list'))).code).toBe('auth.required');
    expect((await problemOf((await server.asResident()).call('staff.audit.list'))).code).toBe('auth.forbidden');
    expect((await problemOf((await server.asStaff('admin')).call('staff.audit.list'))).status).toBe(403);
  });

  it('audit: auditor -> newest first, by subject, no values', async () => {
    const auditor = await server.asStaff('auditor');
    await addEntries(3);
    const page = await auditor.call('staff.audit.list', { query: { subject: 't1' } });
    expect(page.items).toEqual([
      {
        id: expect.any(String) as string,
        at: server.clock.now().toISOString(),
        who: { kind: 'system', id: null, name: null, roles: [] },
        action: 'thing.changed',
        from: null,
        to: null,
        subject: { collection: 'things', id: 't1' },
        fields: ['a'],
        sealed: false,
      },
    ]);
    const byCollection = await auditor.call('staff.audit.list', { query: { collection: 'things', limit: 2 } });
    expect(byCollection.items).toHaveLength(2);
    expect(byCollection.nextCursor).not.toBeNull();
  });
});
