import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../testing';
import { forgetCatalog, HOUSING, putInForce, putUnits } from './catalog.fixtures';

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

const TEXTS = {
  name: '公租房腾退',
  content: '1.腾退名单\n2.腾退时间',
  basis: '《公共租赁住房管理办法》',
  timeLimits: '信息形成之日起20个工作日内',
  publisher: '区住房和城乡建设局',
  channels: '■政府网站',
};

async function draftOf(client: TestClient, title = '保障性住房修订'): Promise<string> {
  const id: string = randomUUID();
  await client.call('staff.editions.create', { body: { id, title, domainIds: [HOUSING] } });
  return id;
}
const rowsOf = async (client: TestClient, id: string) =>
  (await client.call('staff.editions.entries', { params: { id }, query: { limit: 100 } })).items;
const namesOf = async (client: TestClient, id: string) => (await rowsOf(client, id)).map(row => row.texts.name);

describe('entries of a draft', () => {
  it('list: every column as the layout writes it, a page at a time, whether one may edit', async () => {
    const { office, editionId } = await putInForce(server);
    const id = await draftOf(office);
    const first = await office.call('staff.editions.entries', { params: { id }, query: { limit: 2 } });
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({ domain: { id: HOUSING }, mayEdit: true, commentIds: [] });
    expect(first.items[0]!.texts.channels).toContain('■');
    const query = { limit: 100, cursor: first.nextCursor! };
    expect((await office.call('staff.editions.entries', { params: { id }, query })).items).toHaveLength(3);
    const frozen = await rowsOf(office, editionId);
    expect(frozen).toHaveLength(17);
    expect(frozen.every(row => !row.mayEdit)).toBe(true);
    const domain = office.call('staff.editions.entries', { params: { id: editionId }, query: { domain: HOUSING } });
    expect((await domain).items).toHaveLength(5);
    const gone = office.call('staff.editions.entries', { params: { id: 'nobody' } });
    expect((await problemOf(gone)).code).toBe('edition.not_found');
  });

  it('edit: what it said has changed meanwhile -> 409 entry.changed with what it says now; the rows come back', async () => {
    const { office } = await putInForce(server);
    const id = await draftOf(office);
    const [row] = await rowsOf(office, id);
    const edit = { entryId: row!.id, field: 'phone' as const, text: '199 0000 0001', before: '' };
    const { entries, hash } = await office.call('staff.editions.edit', { params: { id }, body: { edits: [edit] } });
    expect(entries.map(entry => entry.texts.phone)).toEqual(['199 0000 0001']);
    expect(hash).toBe((await office.call('editions.get', { params: { id } })).hash);
    const late = office.call('staff.editions.edit', { params: { id }, body: { edits: [{ ...edit, text: '无' }] } });
    expect((await problemOf(late)).problem).toMatchObject({ code: 'entry.changed', data: { text: '199 0000 0001' } });
    const blank = { entryId: row!.id, field: 'basis' as const, text: ' — ' };
    const refused = await problemOf(office.call('staff.editions.edit', { params: { id }, body: { edits: [blank] } }));
    expect(refused.problem.errors).toEqual([{ path: 'edits.0.text', message: '“公开依据”没有写' }]);
  });

  it('add: below others, after one, the same again -> in its place, counted and hashed, once', async () => {
    const { office } = await putInForce(server);
    const id = await draftOf(office);
    const before = await rowsOf(office, id);
    const { path } = before[1]!;
    const hash = async () => (await office.call('editions.get', { params: { id } })).hash;
    const hashBefore = await hash();
    const body = { id: randomUUID(), domainId: HOUSING, path, texts: TEXTS };
    const made = await office.call('staff.editions.addEntry', { params: { id }, body });
    expect(made).toMatchObject({ id: body.id, path, texts: TEXTS, mayEdit: true });
    await office.call('staff.editions.addEntry', { params: { id }, body });
    const names = await namesOf(office, id);
    const last = before.findLastIndex(row => row.path[0] === path[0]);
    expect(names.indexOf(TEXTS.name)).toBe(last + 1);
    expect(names).toHaveLength(6);
    expect(await hash()).not.toBe(hashBefore);
    const other = { ...body, id: randomUUID(), path: [], afterId: before[0]!.id, texts: { ...TEXTS, name: '另一项' } };
    await office.call('staff.editions.addEntry', { params: { id }, body: other });
    expect((await namesOf(office, id))[1]).toBe('另一项');
    expect((await office.call('editions.get', { params: { id } })).entryCount).toBe(7);
    const { counts } = await office.call('editions.diff', { params: { id } });
    expect(counts).toEqual({ new: 2, changed: 0, moved: 0, removed: 0, same: 5 });
    const changed = office.call('staff.editions.addEntry', {
      params: { id },
      body: { ...body, texts: { ...TEXTS, name: '别的' } },
    });
    expect((await problemOf(changed)).code).toBe('id.conflict');
  });

  it('add: a column missing, an unknown domain, an unknown neighbour -> 422 and nothing written', async () => {
    const { office } = await putInForce(server);
    const id = await draftOf(office);
    const add = (body: object) =>
      problemOf(
        office.call('staff.editions.addEntry', {
          params: { id },
          body: { id: randomUUID(), domainId: HOUSING, path: [], texts: TEXTS, ...body },
        }),
      );
    const { channels: _channels, ...noChannels } = TEXTS;
    expect((await add({ texts: noChannels })).problem.errors?.[0]?.message).toBe('“公开渠道和载体”没有写');
    expect((await add({ texts: { ...TEXTS, basis: '' } })).problem.errors?.[0]?.message).toBe('“公开依据”没有写');
    expect((await add({ texts: { ...TEXTS, stage: '不知道' } })).status).toBe(422);
    expect((await add({ domainId: 'nowhere' })).problem.errors?.[0]?.path).toBe('domainId');
    expect((await add({ afterId: 'nobody' })).problem.errors?.[0]?.path).toBe('afterId');
    expect(await namesOf(office, id)).toHaveLength(5);
  });

  it('place: first to last and back, another way down -> the others close up, nothing else changes', async () => {
    const { office } = await putInForce(server);
    const id = await draftOf(office);
    const rows = await rowsOf(office, id);
    const ids = rows.map(row => row.id);
    const [first, ...rest] = rows;
    const place = (entryId: string, body: { path: string[]; afterId?: string }) =>
      office.call('staff.editions.placeEntry', { params: { id, entryId }, body });
    await place(first!.id, { path: first!.path, afterId: ids[4]! });
    expect((await rowsOf(office, id)).map(row => row.id)).toEqual([...ids.slice(1), ids[0]]);
    await place(ids[4]!, { path: rows[4]!.path, afterId: ids[1]! });
    expect((await rowsOf(office, id)).map(row => row.id)).toEqual([ids[1], ids[4], ids[2], ids[3], ids[0]]);
    const moved = await place(rest[0]!.id, { path: ['新的一级', '新的二级'] });
    expect(moved.path).toEqual(['新的一级', '新的二级']);
    const positions = await server
      .collection('catalogEntries')
      .find({ editionId: id })
      .sort({ position: 1, _id: 1 })
      .toArray();
    expect(new Set(positions.map(({ position }) => Number(position))).size).toBe(5);
    expect((await problemOf(place(first!.id, { path: [], afterId: first!.id }))).status).toBe(422);
    expect((await problemOf(place('nobody', { path: [] }))).code).toBe('entry.not_found');
  });

  it('remove: -> gone from the draft, there in what is in force; the diff says so', async () => {
    const { office, editionId } = await putInForce(server);
    const id = await draftOf(office);
    const [row] = await rowsOf(office, id);
    const remove = () => office.call('staff.editions.removeEntry', { params: { id, entryId: row!.id } });
    await remove();
    expect(await namesOf(office, id)).toHaveLength(4);
    expect((await office.call('editions.get', { params: { id } })).entryCount).toBe(4);
    expect((await office.call('editions.diff', { params: { id } })).counts.removed).toBe(1);
    expect(await namesOf(office, editionId)).toHaveLength(17);
    expect((await problemOf(remove())).code).toBe('entry.not_found');
  });

  it('an editor of another unit: reads, may change nothing; a frozen edition -> 409', async () => {
    const { office, editionId } = await putInForce(server);
    const id = await draftOf(office);
    const stranger = await server.asStaff('editor', { unitId: 'hedu-street' });
    const row = (await rowsOf(stranger, id)).find(({ texts }) => !texts.publisher.includes('街道'))!;
    expect(row.mayEdit).toBe(false);
    const attempts = (client: TestClient, edition: string) => [
      () =>
        client.call('staff.editions.addEntry', {
          params: { id: edition },
          body: { id: randomUUID(), domainId: HOUSING, path: [], texts: TEXTS },
        }),
      () => client.call('staff.editions.placeEntry', { params: { id: edition, entryId: row.id }, body: { path: [] } }),
      () => client.call('staff.editions.removeEntry', { params: { id: edition, entryId: row.id } }),
    ];
    for (const attempt of attempts(stranger, id)) expect((await problemOf(attempt())).code).toBe('auth.forbidden');
    for (const attempt of attempts(office, editionId)) expect((await problemOf(attempt())).code).toBe('edition.frozen');
  });

  it('freeze: a number that another edition has -> 409; frozen without force, then made so', async () => {
    const { office, editionId } = await putInForce(server);
    const id = await draftOf(office);
    const enforce = () => office.call('staff.editions.enforce', { params: { id }, body: {} });
    expect((await problemOf(enforce())).code).toBe('edition.state');
    const taken = office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-1' } });
    expect((await problemOf(taken)).code).toBe('edition.number_taken');
    await office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-2', inForce: false } });
    const frozen = await office.call('editions.get', { params: { id } });
    expect(frozen).toMatchObject({ state: 'frozen', inForce: false, abilities: { freeze: false, enforce: true } });
    expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await enforce()).toMatchObject({ inForce: true, hash: frozen.hash });
    const { abilities } = await office.call('editions.get', { params: { id } });
    expect(abilities).toEqual({ edit: false, freeze: false, enforce: false });
    expect((await office.call('editions.get', { params: { id: editionId } })).inForce).toBe(true);
  });
});
