import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { forgetCatalog, HOUSING, putInForce, putUnits } from '../catalog.fixtures';

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

describe('GET /staff/catalog/editions/:id/findings', () => {
  it('a renamed entry, one taken out, one written twice -> found, counted, paged; of one kind when asked', async () => {
    const { office, editionId } = await putInForce(server);
    const id: string = randomUUID();
    await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
    const { items: rows } = await office.call('staff.editions.entries', { params: { id }, query: { limit: 100 } });
    const [first, second, third] = rows;
    const rename = { entryId: first!.id, field: 'name' as const, text: '其他信息' };
    await office.call('staff.editions.edit', { params: { id }, body: { edits: [rename] } });
    await office.call('staff.editions.removeEntry', { params: { id, entryId: second!.id } });
    const body = { id: randomUUID(), domainId: HOUSING, path: third!.path, texts: third!.texts };
    await office.call('staff.editions.addEntry', { params: { id }, body });

    const read = (query: object = {}) =>
      office.call('staff.editions.findings', { params: { id }, query: { limit: 100, guide: editionId, ...query } });
    const { items, counts } = await read();
    expect(counts).toMatchObject({ naming: 1, same_name: 1, omission: 1 });
    expect(items.find(({ kind }) => kind === 'naming')).toMatchObject({ entry: { id: first!.id, name: '其他信息' } });
    expect(items.find(({ kind }) => kind === 'omission')?.entry.name).toBe(second!.texts.name);
    expect(items.find(({ kind }) => kind === 'same_name')?.entry.name).toBe(third!.texts.name);
    const page = await read({ limit: 1 });
    const next = await read({ limit: 100, cursor: page.nextCursor! });
    expect([...page.items, ...next.items].map(found => found.id)).toEqual(items.map(found => found.id));
    expect((await read({ kind: 'naming' })).items).toHaveLength(1);
    expect((await office.call('staff.editions.findings', { params: { id } })).counts.omission).toBe(0);
    expect((await problemOf(read({ guide: 'nobody' }))).status).toBe(422);
    const unknown = office.call('staff.editions.findings', { params: { id: 'nobody' } });
    expect((await problemOf(unknown)).code).toBe('edition.not_found');
  });
});

describe('GET /staff/catalog/duties', () => {
  it('nothing published -> all missing, by unit and domain; by state none is kept', async () => {
    await putInForce(server);
    const supervisor = await server.asStaff('supervisor');
    const read = (query: object = {}) => supervisor.call('staff.catalog.duties', { query: { limit: 100, ...query } });
    const { items, counts, units } = await read();
    expect(counts).toMatchObject({ late: 0, kept: 0, missing: counts.all });
    expect(items).toHaveLength(counts.all);
    expect(items.every(item => item.state === 'missing' && item.noticeCount === 0)).toBe(true);
    const housing = units.find(({ unit }) => unit.id === 'housing')!;
    const ofUnit = await read({ unit: 'housing' });
    expect(ofUnit.counts.all).toBe(housing.all);
    expect(ofUnit.items.every(({ publishers }) => publishers.some(({ id }) => id === 'housing'))).toBe(true);
    expect((await read({ domain: HOUSING })).items.every(({ domain }) => domain.id === HOUSING)).toBe(true);
    expect((await read({ state: 'kept' })).items).toEqual([]);
    const page = await read({ limit: 3 });
    const rest = await read({ cursor: page.nextCursor! });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });
});
