import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
type Client = Awaited<ReturnType<TestServer['asStaff']>>;
let publisher: Client;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const create = (changes: Parameters<typeof noticeSource>[0] = {}, client: Client = publisher) =>
  client.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
const titlesOf = async (query: object) =>
  (await server.anonymous.call('notices.list', { query })).items.map(item => item.title);
const eventsOf = async (name: string) =>
  (await server.collection('outbox').find({ name }).toArray()).map(entry => entry.event as Record<string, unknown>);
/** Minutes before ten on the day of the test. */
const at = (minutes: number) => new Date(Date.parse('2026-11-16T02:00:00Z') - minutes * 60_000).toISOString();

const LIMITED = {
  title: '槐影巷征收补偿分户结果',
  kind: 'land' as const,
  documentNumber: '栖征补〔2026〕7号',
  keyPoints: ['共三户'],
  body: [{ type: 'paragraph' as const, children: [{ text: '第一户补偿面积八十八平方米' }] }],
  areaIds: ['huaiying'],
  posting: { from: '2026-11-16', to: '2026-11-20', unit: 'days' as const },
  limited: { group: '在征收范围内', postedAt: '槐影社区公示栏', contact: '区住建局 199 0000 0003', code: 'QH2026AB' },
};

describe('POST /staff/notices', () => {
  it('create: by whom -> publishers of the unit; a resident, another unit, another role -> 401, 403', async () => {
    const body = { ...noticeSource(), id: randomUUID() };
    expect((await problemOf(server.anonymous.call('staff.notices.create', { body }))).status).toBe(401);
    const others = [
      await server.asResident(),
      await server.asStaff('office', { unitId: 'district-office' }),
      await server.asStaff('officer', { unitId: 'housing' }),
    ];
    for (const other of others) {
      expect((await problemOf(other.call('staff.notices.create', { body }))).code).toBe('auth.forbidden');
    }
    expect((await create()).abilities).toEqual({
      feedback: true,
      object: false,
      update: true,
      takeDown: true,
      classify: true,
      correct: true,
      channels: true,
    });
    expect(await eventsOf('notice.published')).toHaveLength(1);
  });

  it('create: the same again, at once and later -> one notice; other content, another publisher -> 409', async () => {
    const body = { ...noticeSource(), id: randomUUID() };
    const call = (client: Client, changes = {}) =>
      client.call('staff.notices.create', { body: { ...body, ...changes } });
    const [first, second] = await Promise.all([call(publisher), call(publisher)]);
    expect(second).toEqual(first);
    expect(await call(publisher)).toEqual(first);
    expect((await problemOf(call(publisher, { title: '别的' }))).code).toBe('id.conflict');
    const other = await server.asStaff('office', { unitId: 'housing' });
    expect((await problemOf(call(other))).code).toBe('id.conflict');
    expect(await eventsOf('notice.published')).toHaveLength(1);
  });

  it.each([
    ['a unit', { unitId: 'nobody' }, 'auth.forbidden'],
    ['an entry', { entryIds: ['nothing'] }, 'request.invalid'],
    ['a column', { columnIds: ['nothing'] }, 'request.invalid'],
    ['an area', { areaIds: ['nowhere'] }, 'request.invalid'],
    [
      'an end before its beginning',
      { posting: { from: '2026-11-16', to: '2026-11-15', unit: 'days' as const } },
      'request.invalid',
    ],
    ['no period though it is limited', { limited: LIMITED.limited }, 'request.invalid'],
  ])('create: with %s that is not there -> refused', async (_, changes, code) => {
    expect((await problemOf(create(changes))).code).toBe(code);
    expect(await server.collection('notices').countDocuments()).toBe(0);
  });

  it('update: by the unit -> new content, listed by its new facets; taken down -> 404', async () => {
    const notice = await create({ columnIds: ['subsidies'] });
    const update = (client: Client) =>
      client.call('staff.notices.update', {
        params: { id: notice.id },
        body: noticeSource({ title: '改过', columnIds: ['audits'] }),
      });
    expect((await problemOf(update(await server.asStaff('office', { unitId: 'silent' })))).status).toBe(403);
    expect((await update(publisher)).title).toBe('改过');
    expect(await titlesOf({ column: 'subsidies' })).toEqual([]);
    expect(await titlesOf({ column: 'audits' })).toEqual(['改过']);
    const [audit] = await server.collection('auditEntries').find({ action: 'notice.updated' }).toArray();
    expect(audit!.fields).toEqual(expect.arrayContaining(['title', 'columnIds']));
    await publisher.call('staff.notices.takeDown', { params: { id: notice.id }, body: { reason: '作废' } });
    expect((await problemOf(update(publisher))).code).toBe('notice.not_found');
  });

  it('take down: gone from lists, its address says so and why; twice -> told once; its publisher still sees it', async () => {
    const notice = await create();
    const params = { id: notice.id };
    const down = (client: Client) => client.call('staff.notices.takeDown', { params, body: { reason: '写错了' } });
    expect((await problemOf(down(await server.asStaff('street', { unitId: 'silent' })))).status).toBe(403);
    await down(publisher);
    await down(publisher);
    expect(await titlesOf({})).toEqual([]);
    const stub = await server.anonymous.call('notices.get', { params });
    expect(stub).toMatchObject({
      ...{ title: notice.title, withdrawn: { reason: '写错了' }, attachments: [], keyPoints: [], documentNumber: null },
      body: [{ type: 'quote', text: '这条信息已在 2026-11-16 撤下。理由：写错了' }],
    });
    expect(JSON.stringify(stub)).not.toContain('二十万元');
    expect(await publisher.call('notices.get', { params })).toMatchObject({
      ...{ body: notice.body, withdrawn: { reason: '写错了' } },
    });
    expect((await publisher.call('notices.get', { params })).abilities).toEqual({
      feedback: true,
      update: false,
      takeDown: false,
      classify: false,
      correct: false,
      channels: true,
      object: false,
    });
    expect(await eventsOf('notice.taken_down')).toHaveLength(1);
  });
});

describe('GET /notices', () => {
  it('list: newest first, pages stable while new ones arrive', async () => {
    for (const [index, title] of ['一', '二', '三', '四', '五'].entries())
      await create({ title, publishedAt: at(50 - index) });
    const first = await server.anonymous.call('notices.list', { query: { limit: 2 } });
    await create({ title: '新来的', publishedAt: at(1) });
    const second = await server.anonymous.call('notices.list', { query: { limit: 2, cursor: first.nextCursor! } });
    const third = await server.anonymous.call('notices.list', { query: { limit: 2, cursor: second.nextCursor! } });
    const pages = [first, second, third].flatMap(page => page.items.map(item => item.title));
    expect(pages).toEqual(['五', '四', '三', '二', '一']);
    expect(third.nextCursor).toBeNull();
  });

  it('list: published at the same instant -> every one once', async () => {
    for (let index = 0; index < 5; index += 1) await create({ title: `同时${index}`, publishedAt: at(9) });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { title: string }[]; nextCursor: string | null } = await server.anonymous.call(
        'notices.list',
        {
          query: { limit: 2, ...(cursor && { cursor }) },
        },
      );
      seen.push(...page.items.map(item => item.title));
      cursor = page.nextCursor;
    }
    expect(seen.sort()).toEqual(['同时0', '同时1', '同时2', '同时3', '同时4']);
  });

  it('list: by column with its children, unit, stage, kind, days; filters combine', async () => {
    await create({ title: '甲', columnIds: ['subsidies'], stage: 'service', publishedAt: '2026-11-01T02:00:00Z' });
    await create({ title: '乙', columnIds: ['audits'], kind: 'finance', publishedAt: '2026-11-02T15:59:59Z' });
    await create({ title: '丙', columnIds: ['announcements'], publishedAt: '2026-11-02T16:00:00Z' });
    expect(await titlesOf({ column: 'money' })).toEqual(['乙', '甲']);
    expect(await titlesOf({ column: 'money', stage: 'service' })).toEqual(['甲']);
    expect(await titlesOf({ unit: 'housing', kind: 'finance' })).toEqual(['乙']);
    expect(await titlesOf({ unit: 'district-office' })).toEqual([]);
    expect(await titlesOf({ from: '2026-11-02', to: '2026-11-02' })).toEqual(['乙']);
    expect(await titlesOf({ from: '2026-11-03' })).toEqual(['丙']);
    expect((await server.anonymous.call('columns.list', { query: { parent: 'money' } })).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'subsidies', noticeCount: 1 })]),
    );
  });

  it('list: of a community -> its own, its street’s and the district’s, merged in order, page by page', async () => {
    await create({ title: '槐影', areaIds: ['huaiying'], publishedAt: at(40) });
    await create({ title: '河坪', areaIds: ['heping'], publishedAt: at(30) });
    await create({ title: '柳营', areaIds: ['liuying'], publishedAt: at(20) });
    await create({ title: '全区', publishedAt: at(10) });
    await create({ title: '柳营和槐影', areaIds: ['liuying', 'huaiying'], publishedAt: at(5) });
    expect(await titlesOf({ area: 'huaiying' })).toEqual(['柳营和槐影', '全区', '柳营', '槐影']);
    expect(await titlesOf({ area: 'qihe' })).toEqual(['全区']);
    expect(await titlesOf({ area: 'nowhere' })).toEqual([]);
    const first = await server.anonymous.call('notices.list', { query: { area: 'huaiying', limit: 3 } });
    const rest = await server.anonymous.call('notices.list', {
      query: { area: 'huaiying', limit: 3, cursor: first.nextCursor! },
    });
    expect(rest.items.map(item => item.title)).toEqual(['槐影']);
    expect(rest.nextCursor).toBeNull();
  });

  it('list: hour not come -> not there, then there', async () => {
    const notice = await create({ title: '将来', publishedAt: '2026-11-16T02:00:01.000Z' });
    expect(await titlesOf({})).toEqual([]);
    expect((await problemOf(server.anonymous.call('notices.get', { params: { id: notice.id } }))).status).toBe(404);
    server.clock.advance(1_000);
    expect(await titlesOf({})).toEqual(['将来']);
  });

  it('list: with words -> those that carry them, newest first, with the filters', async () => {
    await create({ title: '低保标准', columnIds: ['subsidies'], publishedAt: at(30) });
    await create({ title: '低保名单', columnIds: ['audits'], publishedAt: at(20) });
    await create({ title: '停水通知', publishedAt: at(10) });
    await server.runWorker();
    expect(await titlesOf({ q: '低保' })).toEqual(['低保名单', '低保标准']);
    expect(await titlesOf({ q: '低保', column: 'subsidies' })).toEqual(['低保标准']);
    expect(await titlesOf({ q: '水库' })).toEqual([]);
    const first = await server.anonymous.call('notices.list', { query: { q: '低保', limit: 1 } });
    const rest = await server.anonymous.call('notices.list', {
      query: { q: '低保', limit: 1, cursor: first.nextCursor! },
    });
    expect([...first.items, ...rest.items].map(item => item.title)).toEqual(['低保名单', '低保标准']);
  });

  it('list: operators, a cursor of another list, a name twice -> 422', async () => {
    const status = async (search: string) => (await server.anonymous.fetch(`/api/v1/notices?${search}`)).status;
    expect(await status('column[$ne]=x')).toBe(422);
    expect(await status('unit=$where')).toBe(422);
    expect(await status('unit=a&unit=b')).toBe(422);
    expect(await status('limit=101')).toBe(422);
    expect(await status('cursor=abc')).toBe(422);
  });

  it('caching: nobody logged in -> the same bytes for everybody, 304 by ETag; logged in -> private', async () => {
    const notice = await create();
    for (const path of ['/api/v1/notices', `/api/v1/notices/${notice.id}`, '/api/v1/columns']) {
      const first = await server.anonymous.fetch(path);
      const etag = first.headers.get('etag')!;
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(await first.text()).not.toContain('abilities');
      expect((await server.anonymous.fetch(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
      expect((await publisher.fetch(path)).headers.get('cache-control')).toBe('private, no-store');
    }
  });
});

describe('GET /notices/:id', () => {
  it('related: one link stored -> seen from both ends, while both are public', async () => {
    const policy = await create({ title: '办法' });
    const reading = await create({
      title: '解读',
      kind: 'interpretation',
      relatedIds: [{ relation: 'interprets', id: policy.id }],
    });
    const relatedOf = async (id: string) => (await server.anonymous.call('notices.get', { params: { id } })).related;
    expect(await relatedOf(policy.id)).toEqual([
      { relation: 'interpretedBy', id: reading.id, title: '解读', kind: 'interpretation' },
    ]);
    expect(await relatedOf(reading.id)).toEqual([
      { relation: 'interprets', id: policy.id, title: '办法', kind: 'regulation' },
    ]);
    await publisher.call('staff.notices.takeDown', { params: { id: reading.id }, body: { reason: '错' } });
    expect(await relatedOf(policy.id)).toEqual([]);
  });

  it('posting: days drawn while it runs; after its end the list of names is gone and the page says so', async () => {
    const { id } = await create({
      kind: 'posting',
      posting: { from: '2026-11-16', to: '2026-11-20', unit: 'workingDays', objection: '可来电' },
      body: [
        { type: 'paragraph', children: [{ text: '现予公示。' }] },
        { type: 'table', head: ['姓名'], rows: [['穆**']] },
      ],
    });
    const get = () => server.anonymous.call('notices.get', { params: { id } });
    expect((await get()).posting).toMatchObject({ days: 4, day: 0, objection: '可来电' });
    server.clock.set('2026-11-18T02:00:00Z');
    expect((await get()).posting).toMatchObject({ day: 2 });
    server.clock.set('2026-11-20T15:59:59Z');
    expect(JSON.stringify(await get())).toContain('穆**');
    server.clock.set('2026-11-20T16:00:00Z');
    const after = await get();
    expect(JSON.stringify(after)).not.toContain('穆**');
    expect(after.posting!.day).toBeNull();
    expect(after.body[0]).toMatchObject({ type: 'quote', text: expect.stringContaining('2026-11-20') as string });
  });
});

describe('limited notices', () => {
  const secrets = ['第一户', '栖征补', '共三户', 'QH2026AB'];

  it('stub: in list, page, search and the index -> title, unit, where, period, contact, and nothing else', async () => {
    const { id } = await create(LIMITED);
    await server.runWorker();
    const texts = [
      JSON.stringify(await server.anonymous.call('notices.get', { params: { id } })),
      JSON.stringify(await server.anonymous.call('notices.list')),
      JSON.stringify(await server.anonymous.call('search.query', { query: { q: '征收补偿' } })),
      JSON.stringify(await (await server.asResident()).call('notices.get', { params: { id } })),
      JSON.stringify(await server.collection('searchDocuments').find().toArray()),
      JSON.stringify(await server.collection('searchTerms').find().toArray()),
    ];
    for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret);
    expect(texts[0]).toContain('槐影社区公示栏');
    expect(texts[2]).toContain(LIMITED.title);
    for (const q of ['第一户', '栖征补〔2026〕7号', '八十八平方米']) {
      expect((await server.anonymous.call('search.query', { query: { q } })).items).toEqual([]);
    }
  });

  it('unlock: with the printed code, however it is typed -> the text, never kept; wrong, or after its period -> 403', async () => {
    const { id } = await create(LIMITED);
    const unlock = (code: string) => server.anonymous.call('notices.unlock', { params: { id }, body: { code } });
    expect(JSON.stringify(await unlock(' qh2026 ab'))).toContain('第一户');
    const answer = await server.anonymous.fetch(`/api/v1/notices/${id}/full-text`, {
      method: 'POST',
      body: JSON.stringify({ code: 'QH2026AB' }),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('etag')).toBeNull();
    expect((await problemOf(unlock('QH2026AC'))).code).toBe('notice.code_wrong');
    server.clock.set('2026-11-20T16:00:00Z');
    expect((await problemOf(unlock('QH2026AB'))).code).toBe('notice.limited_over');
  });

  it('code: at rest -> a keyed hash only; guesses are limited', async () => {
    await create(LIMITED);
    expect(JSON.stringify(await server.collection('notices').find().toArray())).not.toContain('QH2026AB');
    const strict = await startTestServer({ environment: { RATE_LIMITS: 'on' } });
    const guess = () =>
      problemOf(strict.anonymous.call('notices.unlock', { params: { id: 'x' }, body: { code: 'AAAAAA' } }));
    const answers = await Promise.all(Array.from({ length: 25 }, guess));
    expect(answers.some(answer => answer.status === 429)).toBe(true);
    await strict.stop();
  });

  describe('its attachments', () => {
    const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
    async function createWithFiles() {
      const [table, map] = [
        await uploadFile(publisher, pdf, { name: '分户表.pdf' }),
        await uploadFile(publisher, pdf, { name: '图.pdf' }),
      ];
      const files = [table, map].map(({ body }) => ({ type: 'file' as const, fileId: body.id, name: body.name }));
      const { id } = await create({ ...LIMITED, body: [...LIMITED.body, ...files], personalDataConfirmed: true });
      const unlocked = await server.anonymous.call('notices.unlock', { params: { id }, body: { code: 'QH2026AB' } });
      return { id, files: unlocked.attachments };
    }
    const download = (fileId: string, ticket?: string, init?: RequestInit) =>
      server.anonymous.fetch(`/api/v1/files/${fileId}${ticket ? `?ticket=${encodeURIComponent(ticket)}` : ''}`, init);

    it('file: with its ticket -> 200, kept by nobody; without one, with another file’s or a made-up one -> 404', async () => {
      const { id, files } = await createWithFiles();
      const [table, map] = files;
      const answer = await download(table!.id, table!.ticket);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
      const held = { headers: { 'If-None-Match': answer.headers.get('etag')! } };
      expect((await download(table!.id, table!.ticket, held)).status).toBe(200);
      const refused = [undefined, map!.ticket, `${table!.ticket}x`, `9${table!.ticket}`];
      for (const ticket of refused) expect((await download(table!.id, ticket)).status).toBe(404);
      const stub = await server.anonymous.call('notices.get', { params: { id } });
      expect(stub.attachments).toEqual([]);
    });

    it('file: an hour later -> 404, unlocked anew -> 200; after the period -> 404 at once', async () => {
      const { id, files } = await createWithFiles();
      server.clock.advance(3_600_000);
      expect((await download(files[0]!.id, files[0]!.ticket)).status).toBe(404);
      server.clock.set('2026-11-20T15:59:00Z');
      const again = await server.anonymous.call('notices.unlock', { params: { id }, body: { code: 'QH2026AB' } });
      const [table] = again.attachments;
      expect((await download(table!.id, table!.ticket)).status).toBe(200);
      server.clock.set('2026-11-20T16:00:00Z');
      expect((await download(table!.id, table!.ticket)).status).toBe(404);
    });

    it('file: the notice is changed or taken down -> its tickets open nothing', async () => {
      const { id, files } = await createWithFiles();
      const posting = { ...LIMITED.posting, from: '2026-11-17' };
      const body = noticeSource({
        ...LIMITED,
        body: [{ type: 'file', fileId: files[0]!.id, name: 'a.pdf' }],
        personalDataConfirmed: true,
      });
      await publisher.call('staff.notices.update', { params: { id }, body });
      expect((await download(files[0]!.id, files[0]!.ticket)).status).toBe(200);
      // What the notice no longer carries is nobody's to read but its publisher's.
      expect((await download(files[1]!.id, files[1]!.ticket)).status).toBe(404);
      expect((await publisher.fetch(`/api/v1/files/${files[1]!.id}`)).status).toBe(200);
      await publisher.call('staff.notices.update', { params: { id }, body: { ...body, posting } });
      expect((await download(files[0]!.id, files[0]!.ticket)).status).toBe(404);
      await publisher.call('staff.notices.update', { params: { id }, body });
      await publisher.call('staff.notices.takeDown', { params: { id }, body: { reason: '写错了' } });
      expect((await download(files[0]!.id, files[0]!.ticket)).status).toBe(404);
    });
  });

  it('publisher: of the unit -> sees what they wrote', async () => {
    const { id } = await create(LIMITED);
    expect((await publisher.call('notices.get', { params: { id } })).documentNumber).toBe('栖征补〔2026〕7号');
    expect(JSON.stringify(await publisher.call('notices.get', { params: { id } }))).toContain('第一户');
  });
});
