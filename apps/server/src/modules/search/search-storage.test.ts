import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { readColumns } from './posting';

let server: TestServer;
let publisher: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const create = (changes: Parameters<typeof noticeSource>[0] = {}) =>
  publisher.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
const update = (id: string, changes: Parameters<typeof noticeSource>[0]) =>
  publisher.call('staff.notices.update', { params: { id }, body: noticeSource(changes) });
const search = (q: string, more: object = {}) => server.anonymous.call('search.query', { query: { q, ...more } });
const titles = async (q: string, more: object = {}) => (await search(q, more)).items.map(item => item.title.text);
const rebuild = () => server.deps.modules.search.api.rebuild();

/** Loaded past their events and indexed at once. */
async function load(count: number, of: (index: number) => { title: string; publishedAt?: string }) {
  const things = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), source: noticeSource(of(index)) }));
  await server.deps.modules.notices.api.load(things);
  const ids = things.map(({ id }) => id);
  await server.deps.modules.search.api.index('notice', ids);
  return ids;
}

interface StoredList {
  _id: string;
  documents: number;
  words: number;
  head: { value(): Uint8Array };
  tops: { value(): Uint8Array };
}
const storedList = async (term: string) =>
  (await server.collection('searchTerms').findOne({ _id: term })) as unknown as StoredList | null;
const numbersIn = async (term: string) => [...readColumns((await storedList(term))!.head.value()).number];

describe('search: what is stored', () => {
  it('change of a text -> no posting of its old words is left, its number stays', async () => {
    const { id } = await create({ title: '槐影巷停水' });
    await create({ title: '槐影巷停电' });
    await server.runWorker();
    const { number } = (await server.collection('searchDocuments').findOne({ refId: id })) as unknown as {
      number: number;
    };
    expect(await numbersIn('停水')).toEqual([number]);
    await update(id, { title: '槐影巷修路' });
    await server.runWorker();
    expect(await numbersIn('停水')).toEqual([]);
    expect(await numbersIn('修路')).toEqual([number]);
    expect((await numbersIn('槐影')).length).toBe(2);
    expect(await storedList('停水')).toMatchObject({ documents: 0, words: 0 });
  });

  it('change of the day -> one posting, at its new place', async () => {
    const { id } = await create({ title: '低保公示甲', publishedAt: '2026-11-02T02:00:00Z' });
    await create({ title: '低保公示乙', publishedAt: '2026-11-05T02:00:00Z' });
    await server.runWorker();
    expect(await titles('低保')).toEqual(['低保公示乙', '低保公示甲']);
    await update(id, { title: '低保公示甲', publishedAt: '2026-11-09T02:00:00Z' });
    await server.runWorker();
    expect(await titles('低保')).toEqual(['低保公示甲', '低保公示乙']);
    expect((await numbersIn('低保')).length).toBe(2);
  });

  it('taken down -> no posting of it is left, its words are not suggested', async () => {
    const { id } = await create({ title: '岑氏宗祠修缮', body: [{ type: 'quote', text: '内部撤回' }] });
    await server.runWorker();
    await publisher.call('staff.notices.takeDown', { params: { id }, body: { reason: '错' } });
    await server.runWorker();
    expect(await titles('宗祠')).toEqual([]);
    expect(await server.collection('searchTerms').countDocuments({ documents: { $gt: 0 } })).toBe(0);
    const { items } = await server.anonymous.call('search.suggest', { query: { q: '宗' } });
    expect(items).toEqual([]);
  });

  it('pages: one of them changes between two pages -> each thing once, none missing', async () => {
    const made: string[] = [];
    for (const title of ['低保公示甲', '低保公示乙', '低保公示丙'])
      made.push((await create({ title, publishedAt: `2026-11-0${made.length + 1}T02:00:00Z` })).id);
    await server.runWorker();
    const first = await search('低保', { limit: 2 });
    await update(made[0]!, {
      title: '低保公示甲',
      publishedAt: '2026-11-01T02:00:00Z',
      documentNumber: '栖政发〔2026〕9号',
    });
    await server.runWorker();
    const second = await search('低保', { limit: 2, cursor: first.nextCursor });
    const seen = [...first.items, ...second.items].map(item => item.title.text);
    expect(seen).toEqual(['低保公示丙', '低保公示乙', '低保公示甲']);
  });

  it('more than a block -> found with rare and common words, by kind, and in pages of a list', async () => {
    await load(600, index => ({
      title: index % 200 === 7 ? `槐影巷路灯检修第${index}次` : `路灯检修第${index}次`,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
    }));
    expect(await server.collection('searchPostings').countDocuments()).toBeGreaterThan(0);
    expect(await titles('槐影巷 路灯')).toEqual([
      '槐影巷路灯检修第407次',
      '槐影巷路灯检修第207次',
      '槐影巷路灯检修第7次',
    ]);
    expect((await search('路灯检修', { kind: 'notice' })).total).toBe(600);
    expect((await search('路灯检修', { kind: 'guide' })).total).toBe(0);
    const list = (cursor?: string | null) =>
      server.anonymous.call('notices.list', {
        query: { q: '路灯', limit: 100, to: '2026-01-20', ...(cursor && { cursor }) },
      });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list(cursor);
      seen.push(...page.items.map(item => item.id));
      cursor = page.nextCursor;
    }
    // Twenty days of Shanghai, less the first eight hours of the year.
    expect([seen.length, new Set(seen).size]).toEqual([20 * 24 - 8, 20 * 24 - 8]);
  });
});

describe('search: rebuild of what is stored', () => {
  it('postings lost, left over or wrong -> right again; an intact list is not written', async () => {
    await create({ title: '老旧小区加装电梯' });
    await create({ title: '槐影巷停水', body: [{ type: 'quote', text: '今晚' }] });
    await server.runWorker();
    const terms = server.collection('searchTerms');
    const intact = await terms.find({}).sort({ _id: 1 }).toArray();
    const { head } = (await storedList('停水'))!;
    await terms.updateOne({ _id: '电梯' } as object, { $set: { head, documents: 1 } });
    await terms.updateOne({ _id: '停水' } as object, { $set: { head: Buffer.alloc(0), documents: 3 } });
    await terms.insertOne({ _id: '幽灵', documents: 1, words: 1, head, tops: Buffer.alloc(0) } as never);
    expect([await titles('幽灵'), await titles('停水')]).toEqual([['槐影巷停水'], []]);
    await rebuild();
    expect([await titles('幽灵'), await titles('停水'), await titles('电梯')]).toEqual([
      [],
      ['槐影巷停水'],
      ['老旧小区加装电梯'],
    ]);
    expect(await terms.find({}).sort({ _id: 1 }).toArray()).toEqual(intact);
  });

  it('an index of the former form -> made anew by the schedule, once; its index of terms is gone', async () => {
    await create({ title: '老旧小区加装电梯' });
    await server.runWorker();
    const documents = server.collection('searchDocuments');
    await documents.updateMany({}, { $unset: { number: '', marks: '' }, $set: { titleTerms: ['电梯'] } });
    await documents.createIndex({ terms: 1, at: -1, _id: -1 });
    for (const name of ['searchTerms', 'searchPostings', 'searchNumbers']) await server.collection(name).deleteMany({});
    await server.collection('searchTerms').insertOne({ _id: '电梯', documents: 1 } as never);
    expect(await titles('电梯')).toEqual([]);
    await server.runSchedule('search.renew');
    expect(await titles('电梯')).toEqual(['老旧小区加装电梯']);
    expect(Object.keys((await documents.findOne({}))!)).not.toContain('titleTerms');
    expect((await documents.indexes()).map(index => index.name)).not.toContain('terms_1_at_-1__id_-1');
    const before = await server.collection('searchNumbers').find().toArray();
    await server.runSchedule('search.renew');
    expect(await server.collection('searchNumbers').find().toArray()).toEqual(before);
  });
});
