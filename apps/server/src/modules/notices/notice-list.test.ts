import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  // 2,100 of one unit and column, one a minute; of another kind and stage only the two oldest.
  const office = await server.asStaff('office');
  const { id } = await office.call('staff.notices.create', { body: { ...noticeSource(), id: randomUUID() } });
  const notices = server.deps.platform.database.collection<{ _id: string }>('notices');
  const sample = (await notices.findOne({ _id: id }))! as unknown as { facets: string[] };
  const copies = Array.from({ length: 2_100 }, (_, at) => {
    const isOld = at >= 2_098;
    const facets = sample.facets.map(facet => (facet.startsWith('kind:') && isOld ? 'kind:meeting' : facet));
    return {
      ...sample,
      ...{ _id: `n${String(at).padStart(4, '0')}`, kind: isOld ? 'meeting' : 'regulation' },
      publishedAt: new Date(Date.UTC(2026, 10, 10) - at * 60_000),
      facets: isOld ? [...facets, 'area:huaiying', 'dom:rare'] : facets,
    };
  });
  await notices.insertMany(copies as never);
  // The kind is as common elsewhere, so that it does not bound the scan.
  await notices.insertMany(
    Array.from({ length: 2_300 }, (_, at) => ({
      ...sample,
      ...{
        _id: `m${at}`,
        kind: 'meeting',
        facets: ['all', 'kind:meeting', 'dom:busy'],
        publishedAt: new Date(Date.UTC(2026, 9, 1)),
      },
    })) as never,
  );
});
afterAll(() => server.stop());

const COMMON = { column: 'department-documents', unit: 'housing' } as const;
const read = (query: object) => server.anonymous.call('notices.list', { query: { limit: 50, ...query } });

/** The names on each page, to the end. */
async function readThrough(query: object): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read({ ...query, cursor });
    pages.push(page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

describe('GET /notices, filters that few notices fit', () => {
  it('matches far down -> the page ends before them and goes on; the next one has them, and the end', async () => {
    const first = await read({ ...COMMON, kind: 'meeting' });
    expect(first.items).toEqual([]);
    const next = await read({ ...COMMON, kind: 'meeting', cursor: first.nextCursor! });
    expect(next.items.map(({ id }) => id)).toEqual(['n2098', 'n2099']);
    expect(next.nextCursor).toBeNull();
  });

  it('many match -> a full page at once, page after page without gap or repeat', async () => {
    const pages = await readThrough({ ...COMMON, kind: 'regulation', limit: 100 });
    expect(pages.slice(0, -1).every(page => page.length === 100)).toBe(true);
    expect(pages.flat().filter(id => id.startsWith('n'))).toEqual(
      Array.from({ length: 2_098 }, (_, at) => `n${String(at).padStart(4, '0')}`),
    );
  });

  it('more of one moment than a page may look at -> page after page without gap or repeat', async () => {
    const seen = (await readThrough({ kind: 'meeting', domain: 'busy', limit: 100 })).flat();
    expect(seen).toHaveLength(2_300);
    expect(new Set(seen).size).toBe(2_300);
  });

  it('an area and those it lies in share what a page may read -> all of it all the same, page after page', async () => {
    const pages = await readThrough({ ...COMMON, kind: 'meeting', area: 'huaiying' });
    expect(pages.flat()).toEqual(['n2098', 'n2099']);
  });

  it('one rare facet among common ones -> it bounds the scan: found at once, and that is the end', async () => {
    const { items, nextCursor } = await read({ ...COMMON, domain: 'rare' });
    expect(items.map(({ id }) => id)).toEqual(['n2098', 'n2099']);
    expect(nextCursor).toBeNull();
  });
});
