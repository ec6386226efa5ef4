import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { entryNamed, forgetCatalog, HOUSING, putInForce, putUnits, sampleBytes, upload } from './catalog.fixtures';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
beforeEach(() => server.clock.set('2026-11-16T02:00:00.000Z'));
afterEach(() => forgetCatalog(server));
afterAll(() => server.stop());

describe('GET /domains', () => {
  it('domains: nothing imported -> the 26 in order, page by page', async () => {
    const first = await server.anonymous.call('domains.list', { query: { limit: 20 } });
    const second = await server.anonymous.call('domains.list', { query: { limit: 20, cursor: first.nextCursor! } });
    const all = [...first.items, ...second.items];
    expect(all.map(({ order }) => order)).toEqual(Array.from({ length: 26 }, (_, at) => at + 1));
    expect(second.nextCursor).toBeNull();
    expect(all[8]).toEqual({
      id: HOUSING,
      name: '保障性住房',
      order: 9,
      entryCount: 0,
      noticeCount: 0,
      readCount: 0,
      overdueCount: 0,
    });
  });

  it('domains: the sample in force -> its counts', async () => {
    await putInForce(server);
    const { items } = await server.anonymous.call('domains.list', { query: { limit: 100 } });
    expect(items.filter(({ entryCount }) => entryCount > 0).map(({ name, entryCount }) => [name, entryCount])).toEqual([
      ['国有土地上房屋征收与补偿', 3],
      ['保障性住房', 5],
      ['农村危房改造', 7],
      ['城市综合执法', 2],
    ]);
  });

  it('domains: a notice of one is read by two -> both counted there, a reader once a day, and nowhere else', async () => {
    await putInForce(server);
    const { id: entryId } = await entryNamed(server, '任务分配');
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    const notice = { ...noticeSource({ entryIds: [entryId] }), id: randomUUID() };
    const { id } = await publisher.call('staff.notices.create', { body: notice });
    const [one, other] = [randomUUID(), randomUUID()];
    for (const readerId of [one, one, other])
      await server.anonymous.call('notices.reads', { params: { id }, body: { readerId } });
    const { items } = await server.anonymous.call('domains.list', { query: { limit: 100 } });
    const read = items.filter(({ readCount }) => readCount > 0).map(domain => [domain.id, domain.readCount]);
    expect(read).toEqual([['rural-housing-safety', 2]]);
  });

  it('domains: a cursor of another list -> 422', async () => {
    expect((await problemOf(server.anonymous.call('domains.list', { query: { cursor: 'nonsense' } }))).status).toBe(
      422,
    );
  });
});

describe('GET /catalog/entries', () => {
  it('entries: pages of 5 -> all 17 once, in the order of the domains', async () => {
    await putInForce(server);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.anonymous.call('entries.list', { query: { limit: 5, ...(cursor && { cursor }) } });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names).toHaveLength(17);
    expect(new Set(names).size).toBe(17);
    expect(names[0]).toBe('地方层面法规政策');
  });

  it('entries: by domain, unit, level, stage and words -> those only', async () => {
    await putInForce(server);
    const filters = [
      [{ domain: HOUSING }, 5],
      [{ level: 'village' as const }, 10],
      [{ level: 'village' as const, domain: HOUSING }, 2],
      [{ unit: 'liuying-street' }, 6],
      [{ unit: 'housing', q: '危房' }, 3],
      [{ q: '申请条件' }, 1],
      [{ q: '农村 资金' }, 1],
      [{ q: '农村资金' }, 0],
      [{ q: '!?' }, 0],
      [{ stage: 'decision' as const }, 0],
      [{ domain: 'employment' }, 0],
    ] as const;
    for (const [filter, expected] of filters) {
      const { items } = await server.anonymous.call('entries.list', { query: { limit: 100, ...filter } });
      expect({ filter, count: items.length }).toEqual({ filter, count: expected });
    }
  });

  it('entries: a draft imported -> not in the list', async () => {
    await upload(await server.asStaff('office'), sampleBytes());
    expect((await server.anonymous.call('entries.list')).items).toEqual([]);
  });

  it('entries: a bad level, word, limit, cursor or an operator -> 422', async () => {
    for (const query of ['level=moon', 'q=', 'limit=0', 'cursor=x', 'domain[$ne]=x', 'domain=a&domain=b']) {
      const { status } = await server.anonymous.fetch(`/api/v1/catalog/entries?${query}`);
      expect({ query, status }).toEqual({ query, status: 422 });
    }
  });
});

describe('GET /catalog/entries/:id', () => {
  it('entry: in force -> all columns, units of the mapping table, parts of the time limit', async () => {
    const { editionId } = await putInForce(server);
    const { id } = await entryNamed(server, '公租房承租资格审核');
    const entry = await server.anonymous.call('entries.get', { params: { id } });
    expect(entry).toMatchObject({
      id,
      editionId,
      domain: { id: HOUSING, name: '保障性住房' },
      path: ['配给管理'],
      publisherText: '街道办事处',
      publishers: [
        { id: 'liuying-street', name: '栖河区柳营街道办事处' },
        { id: 'hedu-street', name: '栖河区禾渡街道办事处' },
      ],
      timeLimitsText: '信息形成（变更）20个工作日内；公示期不少于7天',
      timeLimits: [{ kind: 'workdays_after_event', count: 20, unit: 'workingDays', period: null }],
      noticeCount: 0,
      duty: null,
    });
    expect(entry).not.toHaveProperty('abilities');
  });

  it('entry: asked with a login -> abilities, not shared', async () => {
    const { office } = await putInForce(server);
    const { id } = await entryNamed(server, '任务分配');
    expect(await office.call('entries.get', { params: { id } })).toHaveProperty('abilities', { nudge: false });
  });

  it('entry: unknown -> 404 entry.not_found', async () => {
    expect(await problemOf(server.anonymous.call('entries.get', { params: { id: 'nobody' } }))).toMatchObject({
      status: 404,
      code: 'entry.not_found',
    });
  });

  it('entry: due every month and nothing published -> late in the list, the domain and the strip', async () => {
    const { office, editionId } = await putInForce(server);
    const next = randomUUID();
    const { id: entryId } = await entryNamed(server, '任务分配');
    await office.call('staff.editions.create', {
      body: { id: next, title: '新版', baseEditionId: editionId, domainIds: ['rural-housing-safety'] },
    });
    const edits = [{ entryId, field: 'timeLimits' as const, text: '每月结束后5个工作日内' }];
    await office.call('staff.editions.edit', { params: { id: next }, body: { edits } });
    await office.call('staff.editions.freeze', { params: { id: next }, body: { number: '2026-2' } });
    expect((await entryNamed(server, '任务分配')).overdue).toBe(true);
    const { duty } = await server.anonymous.call('entries.get', { params: { id: entryId } });
    expect(duty).toMatchObject({ period: 'month', expected: 12, published: 0, overdue: 12 });
    expect(duty!.periods.at(-1)).toEqual({
      label: '10月',
      from: '2026-10-01',
      to: '2026-10-31',
      dueOn: '2026-11-06',
      state: 'overdue',
      noticeId: null,
    });
    const { items } = await server.anonymous.call('domains.list', { query: { limit: 100 } });
    expect(items.find(({ id }) => id === 'rural-housing-safety')!.overdueCount).toBe(1);
  });
});
