import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { entryNamed, forgetCatalog, HOUSING, putInForce, putUnits, sampleBytes, upload } from './catalog.fixtures';

// On a busy machine an import and two logins take longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
beforeEach(() => server.clock.set('2026-11-16T02:00:00.000Z'));
afterEach(() => forgetCatalog(server));
afterAll(() => server.stop());

const eventsOf = async () =>
  (await server.deps.platform.database.collection('outbox').find().sort({ _id: 1 }).toArray()).map(({ name }) =>
    String(name),
  );

/** As if an outcome had named this edition as the next one. */
const leadTo = (editionId: string, outcomeAt = '2026-11-16T02:00:00.000Z') =>
  server.deps.platform.database.collection('consultations').insertOne({
    _id: randomUUID() as never,
    outcome: { nextEditionId: editionId },
    outcomeAt: new Date(outcomeAt),
  });

describe('editions', () => {
  it('list: a draft and one in force -> newest first, by state', async () => {
    const { office, editionId } = await putInForce(server);
    server.clock.advance(60_000);
    const id: string = randomUUID();
    await office.call('staff.editions.create', { body: { id, title: '保障性住房修订', domainIds: [HOUSING] } });
    const { items } = await office.call('editions.list');
    expect(items.map(edition => [edition.id, edition.state, edition.inForce, edition.entryCount])).toEqual([
      [id, 'draft', false, 5],
      [editionId, 'frozen', true, 17],
    ]);
    expect((await server.anonymous.call('editions.list', { query: { state: 'frozen' } })).items).toHaveLength(1);
    for (const client of [server.anonymous, await server.asResident()]) {
      expect((await client.call('editions.list')).items.map(edition => edition.id)).toEqual([editionId]);
      expect((await client.call('editions.list', { query: { state: 'draft' } })).items).toEqual([]);
    }
    expect((await server.anonymous.fetch('/api/v1/catalog/editions?state=gone')).status).toBe(422);
  });

  it('get: a draft -> 404 but for staff until an outcome leads to it; abilities for the office only; unknown -> 404', async () => {
    const { office, editionId } = await putInForce(server);
    const id: string = randomUUID();
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    expect((await office.call('editions.get', { params: { id } })).abilities).toEqual({
      edit: true,
      freeze: true,
      enforce: false,
    });
    for (const client of [server.anonymous, await server.asResident()]) {
      expect((await problemOf(client.call('editions.get', { params: { id } }))).code).toBe('edition.not_found');
      expect((await problemOf(client.call('editions.diff', { params: { id } }))).code).toBe('edition.not_found');
      const against = client.call('editions.diff', { params: { id: editionId }, query: { against: id } });
      expect((await problemOf(against)).code).toBe('edition.not_found');
    }
    await leadTo(id, '2026-11-17T02:00:00.000Z');
    expect((await problemOf(server.anonymous.call('editions.get', { params: { id } }))).status).toBe(404);
    await leadTo(id);
    expect(await server.anonymous.call('editions.get', { params: { id } })).not.toHaveProperty('abilities');
    expect((await server.anonymous.call('editions.diff', { params: { id } })).counts.same).toBe(5);
    expect((await problemOf(server.anonymous.call('editions.get', { params: { id: 'nobody' } }))).code).toBe(
      'edition.not_found',
    );
  });

  it('create: twice the same -> 201 then 200; other content or another actor -> 409', async () => {
    const { office } = await putInForce(server);
    const body = { id: randomUUID(), title: '修订', domainIds: [HOUSING] };
    const post = (client: typeof office, changed: object = {}) =>
      client.fetch('/api/v1/staff/catalog/editions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...body, ...changed }),
      });
    const first = await post(office);
    const again = await post(office);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect((await post(office, { title: '别的' })).status).toBe(409);
    expect((await post(await server.asStaff('office'))).status).toBe(409);
    expect(await eventsOf()).toEqual(expect.arrayContaining(['edition.created', 'edition.frozen', 'catalog.in_force']));
  });

  it('create: unknown domain, unknown base, no domains -> 422 with their paths', async () => {
    const office = await server.asStaff('office');
    const create = (body: object) =>
      problemOf(
        office.call('staff.editions.create', {
          body: { id: randomUUID(), title: '修订', domainIds: [HOUSING], ...body },
        }),
      );
    const paths = async (body: object) => (await create(body)).problem.errors?.map(({ path }) => path);
    expect(await paths({ domainIds: ['moon'] })).toEqual(['domainIds']);
    expect(await paths({ baseEditionId: 'nobody' })).toEqual(['baseEditionId']);
    expect(await paths({ domainIds: [] })).toEqual(['domainIds']);
  });

  it('edit: columns as the sheet writes them -> in the diff with both texts and the comments', async () => {
    const { office } = await putInForce(server);
    const id: string = randomUUID();
    const { id: entryId } = await entryNamed(server, '选房或摇号公告');
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    const edits = [
      {
        entryId,
        field: 'timeLimits' as const,
        text: '信息形成之日起5个工作日内',
        commentIds: ['comment-1', 'comment-2'],
      },
      { entryId, field: 'channels' as const, text: '■政府网站\n■公示栏\n□其他：微信群' },
      { entryId, field: 'audience' as const, text: '全社会' },
    ];
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    const diff = await office.call('editions.diff', { params: { id }, query: { change: 'changed' } });
    expect(diff.counts).toEqual({ new: 0, changed: 1, moved: 0, removed: 0, same: 4 });
    expect(diff.items[0]).toMatchObject({
      change: 'changed',
      entryId,
      name: '选房或摇号公告',
      commentIds: ['comment-1', 'comment-2'],
      fields: [
        {
          field: 'timeLimits',
          label: '公开时限',
          before: '信息形成（变更）20个工作日内',
          after: '信息形成之日起5个工作日内',
        },
        { field: 'channels', after: '■政府网站\n■社区/企事业单位/村公示栏(电子屏)\n□其他：微信群' },
        { field: 'audience', before: '特定群体：申请家庭', after: '全社会' },
      ],
    });
    await leadTo(id);
    // Which comments were adopted is told when the edition is out.
    const asPublic = await server.anonymous.call('editions.diff', { params: { id }, query: { change: 'changed' } });
    expect(asPublic.items[0]!.commentIds).toEqual([]);
    expect((await server.anonymous.call('entries.get', { params: { id: entryId } })).timeLimitsText).toBe(
      '信息形成（变更）20个工作日内',
    );
  });

  it('adopted changes: applied as the answers are published -> public in the diff; what cannot be read is left out', async () => {
    const { office } = await putInForce(server);
    const id: string = randomUUID();
    const { id: entryId } = await entryNamed(server, '法律法规');
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    const edits = [
      { entryId, field: 'timeLimits' as const, text: '5个工作日内', commentIds: ['comment-1'] },
      { entryId, field: 'level' as const, text: '都要有', commentIds: ['comment-2'] },
      { entryId: 'nobody', field: 'office' as const, text: '住房科', commentIds: ['comment-3'] },
    ];
    const { catalog } = server.deps.modules;
    await server.deps.platform.transaction(tx => catalog.api.applyAdoptedChanges('system', id, edits, tx));
    await leadTo(id);
    const { items } = await server.anonymous.call('editions.diff', { params: { id }, query: { change: 'changed' } });
    expect(items).toMatchObject([
      { entryId, commentIds: ['comment-1'], fields: [{ field: 'timeLimits', after: '5个工作日内' }] },
    ]);
  });

  it('consulted: an edition that people comment on -> closed to edits, frozen as it is', async () => {
    const { office } = await putInForce(server);
    const id: string = randomUUID();
    const { id: entryId } = await entryNamed(server, '法律法规');
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    await server.deps.platform.transaction(tx => server.deps.modules.catalog.api.markConsulted('system', id, tx));
    const edits = [{ entryId, field: 'office' as const, text: '住房保障科' }];
    expect((await problemOf(office.call('staff.editions.edit', { params: { id }, body: { edits } }))).code).toBe(
      'edition.state',
    );
    expect((await server.anonymous.call('editions.list', { query: { state: 'consulted' } })).items).toHaveLength(1);
    const frozen = await office.call('staff.editions.freeze', {
      params: { id },
      body: { number: '2', inForce: false },
    });
    expect(frozen).toMatchObject({ state: 'frozen', inForce: false });
  });

  it('edit: empty name, unreadable level, unknown entry, frozen or unknown edition -> refused, nothing changed', async () => {
    const { office, editionId } = await putInForce(server);
    const id: string = randomUUID();
    const { id: entryId } = await entryNamed(server, '法律法规');
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    const edit = (edits: object[], edition = id) =>
      problemOf(office.call('staff.editions.edit', { params: { id: edition }, body: { edits: edits as never } }));
    const good = { entryId, field: 'office', text: '住房保障科' };
    const bad = await edit([good, { entryId, field: 'level', text: '月球' }, { entryId, field: 'name', text: ' ' }]);
    expect(bad.problem.errors).toEqual([
      { path: 'edits.1.text', message: '“月球”看不出是市级、县级、乡级还是村级' },
      { path: 'edits.2.text', message: '“公开事项”没有写' },
    ]);
    expect((await edit([{ ...good, entryId: 'nobody' }])).problem.errors).toMatchObject([{ path: 'edits.0.entryId' }]);
    expect((await edit([good], editionId)).code).toBe('edition.frozen');
    expect((await edit([good], 'nobody')).code).toBe('edition.not_found');
    const { counts } = await office.call('editions.diff', { params: { id } });
    expect(counts).toEqual({ new: 0, changed: 0, moved: 0, removed: 0, same: 5 });
  });

  it('freeze: a revision of one domain -> in force there, the older one elsewhere; its diff is against what it replaced', async () => {
    const { office, editionId } = await putInForce(server);
    const id: string = randomUUID();
    const { id: entryId } = await entryNamed(server, '法律法规');
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    const edits = [{ entryId, field: 'office' as const, text: '住房保障科' }];
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    const frozen = await office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-2' } });
    expect(frozen).toMatchObject({
      number: '2026-2',
      state: 'frozen',
      inForce: true,
      frozenAt: '2026-11-16T02:00:00.000Z',
    });
    expect(await server.anonymous.call('entries.get', { params: { id: entryId } })).toMatchObject({
      editionId: id,
      office: '住房保障科',
    });
    expect((await entryNamed(server, '任务分配')).id).toBeDefined();
    expect((await server.anonymous.call('editions.get', { params: { id: editionId } })).inForce).toBe(true);
    expect((await server.anonymous.call('editions.diff', { params: { id } })).counts.changed).toBe(1);
    expect(
      (await server.anonymous.call('editions.diff', { params: { id: editionId }, query: { against: id } })).counts
        .changed,
    ).toBe(1);
    expect(
      (await problemOf(office.call('staff.editions.freeze', { params: { id }, body: { number: '3' } }))).code,
    ).toBe('edition.frozen');
    const trail = await server.deps.platform.database
      .collection('auditEntries')
      .find({ subject: id })
      .sort({ at: -1, _id: -1 })
      .toArray();
    expect(trail.map(({ action }) => String(action)).reverse()).toEqual([
      'edition.created',
      'edition.edited',
      'edition.frozen',
      'edition.in_force',
    ]);
  });

  it('diff: pages of 3 and unknown editions -> every entry once; 404', async () => {
    const { editionId } = await putInForce(server);
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.anonymous.call('editions.diff', {
        params: { id: editionId },
        query: { limit: 3, ...(cursor && { cursor }) },
      });
      expect(page.counts).toEqual({ new: 17, changed: 0, moved: 0, removed: 0, same: 0 });
      ids.push(...page.items.map(({ entryId }) => entryId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(17);
    expect((await problemOf(server.anonymous.call('editions.diff', { params: { id: 'nobody' } }))).code).toBe(
      'edition.not_found',
    );
    const query = { against: 'nobody' };
    expect((await problemOf(server.anonymous.call('editions.diff', { params: { id: editionId }, query }))).code).toBe(
      'edition.not_found',
    );
  });
});

describe('who may', () => {
  it('staff routes: nobody -> 401, a reviewer -> 403', async () => {
    const reviewer = await server.asStaff('reviewer');
    for (const [method, path] of [
      ['POST', 'editions'],
      ['POST', 'editions/x/edits'],
      ['POST', 'editions/x/freeze'],
      ['POST', 'imports'],
      ['GET', 'export'],
    ] as const) {
      const address = `/api/v1/staff/catalog/${path}`;
      const statuses = [await server.anonymous.fetch(address, { method }), await reviewer.fetch(address, { method })];
      expect({ path, statuses: statuses.map(({ status }) => status) }).toEqual({ path, statuses: [401, 403] });
    }
  });

  it('editor of one unit: what it publishes -> 201, 200; what others publish -> 403, nothing written', async () => {
    const { office } = await putInForce(server);
    const own = await server.asStaff('editor', { unitId: 'housing' });
    const { items } = await server.anonymous.call('entries.list', { query: { limit: 100 } });
    const details = await Promise.all(items.map(({ id }) => server.anonymous.call('entries.get', { params: { id } })));
    const publishes = (unit: string) => (entry: (typeof details)[number]) =>
      entry.publishers.some(({ id }) => id === unit);
    const foreign = details.find(
      entry => !details.some(one => one.domain.id === entry.domain.id && publishes('housing')(one)),
    )!;
    const mine = details.find(publishes('housing'))!;
    const draft = (client: typeof own, domainId: string) =>
      client.call('staff.editions.create', { body: { id: randomUUID(), title: '修订', domainIds: [domainId] } });
    expect((await problemOf(draft(own, foreign.domain.id))).code).toBe('auth.forbidden');
    const edition = await draft(own, mine.domain.id);
    const edit = (client: typeof own, editionId: string, entryId: string) =>
      client.call('staff.editions.edit', {
        params: { id: editionId },
        body: { edits: [{ entryId, field: 'office', text: '住房保障科' }] },
      });
    await edit(own, edition.id, mine.id);
    expect((await own.call('editions.get', { params: { id: edition.id } })).abilities).toMatchObject({ edit: true });
    const byOffice = await draft(office, foreign.domain.id);
    expect((await problemOf(edit(own, byOffice.id, foreign.id))).code).toBe('auth.forbidden');
    const { abilities } = await own.call('editions.get', { params: { id: byOffice.id } });
    expect(abilities).toMatchObject({ edit: false });
    const imported = await upload(own, sampleBytes());
    expect([imported.status, imported.code]).toEqual([403, 'auth.forbidden']);
    expect((await office.call('editions.list', { query: { state: 'draft' } })).items).toHaveLength(2);
  });

  it('freeze: an editor -> 403', async () => {
    const editor = await server.asStaff('editor');
    expect(
      (await problemOf(editor.call('staff.editions.freeze', { params: { id: 'x' }, body: { number: '1' } }))).status,
    ).toBe(403);
  });
});
