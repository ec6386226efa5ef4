import { sha256 } from '../../../platform/crypto';
import { openZip, writeZip } from '../../../platform/zip';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { forgetCatalog, putInForce, putUnits, upload } from '../catalog.fixtures';

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

const LIMITS = { entries: 20, entryBytes: 1e8, totalBytes: 1e8, ratio: Infinity };
type Office = Awaited<ReturnType<typeof putInForce>>['office'];

async function exported(office: Office, edition: string): Promise<Buffer> {
  const answer = await office.fetch(`/api/v1/staff/catalog/export?format=package&edition=${edition}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await answer.arrayBuffer());
}
/** The package as if another district had made it, or somebody had changed it on the way. */
function remade(bytes: Buffer, change: (name: string, content: Buffer) => Buffer): Buffer {
  const zip = openZip(bytes, LIMITS);
  return writeZip(zip.names.map(name => [name, change(name, zip.read(name)!)]));
}
const asOf = (district: string) => (name: string, content: Buffer) =>
  name === 'manifest.json'
    ? Buffer.from(JSON.stringify({ ...(JSON.parse(content.toString()) as object), district }))
    : content;

describe('a catalog as a package', () => {
  it('exported: -> manifest with hashes, every column as JSON, the workbook; the same edition gives the same bytes', async () => {
    const { office, editionId } = await putInForce(server);
    const bytes = await exported(office, editionId);
    const zip = openZip(bytes, LIMITS);
    const json = (name: string) => JSON.parse(zip.read(name)!.toString()) as Record<string, never>;
    expect(zip.names).toEqual(['manifest.json', 'catalog.json', 'catalog.xlsx']);
    const manifest = json('manifest.json') as unknown as { files: Record<string, string>; edition: { number: string } };
    expect(manifest).toMatchObject({
      format: 'bandeng.catalog',
      version: 1,
      district: '栖河区',
      exportedOn: '2026-11-16',
    });
    expect(manifest.edition.number).toBe('2026-1');
    for (const [name, hash] of Object.entries(manifest.files)) expect(sha256(zip.read(name)!)).toBe(hash);
    const { domains } = json('catalog.json') as unknown as { domains: { entries: { columns: { name: string } }[] }[] };
    expect(domains.flatMap(({ entries }) => entries)).toHaveLength(17);
    expect(domains[0]!.entries[0]!.columns.name).toBeTruthy();
    expect((await exported(office, editionId)).equals(bytes)).toBe(true);
  });

  it('read in again here: -> the edition that it is, nothing written', async () => {
    const { office, editionId } = await putInForce(server);
    const { result } = await upload(office, await exported(office, editionId));
    expect(result).toMatchObject({ editionId, created: false, entryCount: 17, problems: [] });
  });

  it('of another district: tried -> where it is from, its publishers against our units; written with our words', async () => {
    const { office, editionId } = await putInForce(server);
    const theirs = remade(await exported(office, editionId), asOf('云岭区'));
    const { result: tried } = await upload(office, theirs, { dryRun: 'true' });
    expect(tried.source).toMatchObject({ district: '云岭区', exportedOn: '2026-11-16', edition: { number: '2026-1' } });
    expect(tried.publishers.reduce((sum, { count }) => sum + count, 0)).toBe(17);
    const unknown = tried.publishers.find(({ unitIds }) => unitIds.length === 0)!;
    const words = JSON.stringify({ [unknown.text]: '区住建局' });
    const { result: again } = await upload(office, theirs, { dryRun: 'true', words });
    expect(again.publishers.map(({ text }) => text)).not.toContain(unknown.text);
    const { result: written } = await upload(office, theirs, { words });
    expect(written).toMatchObject({ created: true, entryCount: 17, source: null, publishers: [] });
    const { items } = await office.call('staff.editions.entries', {
      params: { id: written.editionId! },
      query: { limit: 100 },
    });
    expect(items.filter(({ texts }) => texts.publisher === '区住建局').length).toBeGreaterThanOrEqual(unknown.count);
  });

  it('changed on the way, of a version to come, words that are none -> refused with a sentence, nothing written', async () => {
    const { office, editionId } = await putInForce(server);
    const bytes = await exported(office, editionId);
    const changed = remade(bytes, (name, content) =>
      name === 'catalog.json' ? Buffer.concat([content, content]) : content,
    );
    const later = remade(bytes, (name, content) =>
      name === 'manifest.json' ? Buffer.from(content.toString().replace('"version": 1', '"version": 2')) : content,
    );
    for (const wrong of [changed, later])
      expect(await upload(office, wrong)).toMatchObject({ status: 422, code: 'import.unreadable' });
    expect((await upload(office, bytes, { words: 'nonsense' })).status).toBe(422);
    expect((await office.call('editions.list', { query: {} })).items).toHaveLength(1);
    const resident = await server.asResident();
    expect((await problemOf(resident.call('staff.editions.entries', { params: { id: editionId } }))).status).toBe(403);
  });
});
