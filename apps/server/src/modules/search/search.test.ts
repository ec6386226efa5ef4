import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { toMark } from './posting';
import { editList, listOf } from './term-list';

let server: TestServer;
let publisher: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const create = (changes: Parameters<typeof noticeSource>[0] = {}) =>
  publisher.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
const search = (q: string, more: object = {}) => server.anonymous.call('search.query', { query: { q, ...more } });
const titles = async (q: string, more: object = {}) => (await search(q, more)).items.map(item => item.title.text);
const text = (words: string) => [{ type: 'paragraph' as const, children: [{ text: words }] }];
const putGuide = (title: string) =>
  server.deps.modules.organization.api.put({
    guides: [
      {
        _id: 'guide-1',
        kind: 'guide',
        title,
        unitId: 'housing',
        publishedOn: '2026-01-05',
        year: null,
        office: null,
        summary: '怎么申请',
        body: text('加装电梯的信息在这里'),
        attachments: [],
      },
    ],
  });
/** An index in which so many documents, one for each hour, carry a term that is not in their title. */
async function fillIndex(term: string, count: number) {
  const documents = Array.from({ length: count }, (_, index) => ({
    _id: `guide:g${index}`,
    number: index + 1,
    kind: 'guide',
    refId: `g${index}`,
    at: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000),
    isDated: true,
    title: `旧${index}`,
    titleKey: `旧${index}`,
    text: '',
    detail: '',
    terms: [term],
    marks: Buffer.from([toMark(true, 0)]),
  }));
  const add = documents.map(({ at, number }) => ({ at: at.getTime(), number, isDated: true, mark: toMark(true, 0) }));
  const { list, blocks } = editList(listOf(term, undefined), { remove: [], add }, () => undefined);
  await server.collection('searchDocuments').insertMany(documents);
  await server.collection('searchTerms').insertOne({ ...list });
  await server
    .collection('searchPostings')
    .insertMany([...blocks].map(([_id, postings]) => ({ _id, postings: Buffer.from(postings!) })));
  await server.collection('searchNumbers').insertOne({ _id: 'documents', last: count });
}
const marked = ({ text: whole, highlights }: { text: string; highlights: [number, number][] }) =>
  highlights.map(([start, end]) => whole.slice(start, end));

describe('GET /search', () => {
  it('query: title before body, the whole phrase before its words, new before old', async () => {
    await create({ title: '关于停水的通知', body: text('公共租赁住房小区停水'), publishedAt: '2026-11-15T02:00:00Z' });
    await create({ title: '公共租赁住房租金标准', publishedAt: '2025-03-01T02:00:00Z' });
    await create({ title: '公共租赁住房申请指南', publishedAt: '2026-03-01T02:00:00Z' });
    await server.runWorker();
    expect(await titles('公共租赁住房')).toEqual(['公共租赁住房申请指南', '公共租赁住房租金标准', '关于停水的通知']);
    expect(await titles('公共租赁住房租金标准')).toEqual(['公共租赁住房租金标准']);
  });

  it('query: all words must be there, in any order; full width, upper case and blanks do not matter', async () => {
    await create({ title: '柳营街道 WiFi 覆盖点位', body: text('共十二处') });
    await create({ title: '柳营街道停电', body: text('今晚') });
    await server.runWorker();
    expect(await titles('覆盖　柳营街道 ＷＩＦＩ')).toEqual(['柳营街道 WiFi 覆盖点位']);
    expect(await titles('柳营街道 钓鱼')).toEqual([]);
  });

  it('query: a name that no dictionary knows -> found by its characters in titles', async () => {
    await create({ title: '槐影巷路面翻修' });
    await create({ title: '岑氏宗祠修缮' });
    await server.runWorker();
    expect(await titles('槐影巷')).toEqual(['槐影巷路面翻修']);
    expect(await titles('岑氏')).toEqual(['岑氏宗祠修缮']);
  });

  it.each(['栖政发〔2026〕12号', '栖政发[2026]12号', '栖政发（２０２６）１２号', ' 栖政发 【2026】 第12号'])(
    'query: document number %s -> matched whole',
    async q => {
      await create({ title: '甲', documentNumber: '栖政发〔2026〕12号' });
      await create({ title: '乙', documentNumber: '栖政发〔2026〕120号', body: text('栖政发 2026 12') });
      await create({ title: '丙', indexNumber: '11330106/2026-0012' });
      await server.runWorker();
      expect(await titles(q)).toEqual(['甲']);
      expect(await titles('１１３３０１０６／２０２６－００１２')).toEqual(['丙']);
    },
  );

  it('query: highlights -> offsets of the words in title and excerpt, the excerpt around the first', async () => {
    await create({ title: '老年食堂开放', body: text(`${'前面的话。'.repeat(60)}老年食堂每天中午开放`) });
    await server.runWorker();
    const [hit] = (await search('老年 食堂')).items;
    expect(marked(hit!.title)).toEqual(['老年食堂']);
    expect(marked(hit!.excerpt)).toEqual(['老年食堂']);
    expect(hit!.excerpt.text.startsWith('…')).toBe(true);
    expect(hit).toMatchObject({ kind: 'notice', detail: '区住建局 · 2026-11-10', at: '2026-11-10T02:00:00.000Z' });
  });

  it('query: markup in a title -> given out as it is, as text', async () => {
    await create({ title: '<img src=x onerror=alert(1)> 演练' });
    await server.runWorker();
    expect(await titles('演练')).toEqual(['<img src=x onerror=alert(1)> 演练']);
  });

  it('pages: stable while new things arrive; a cursor of other words -> 422', async () => {
    for (let index = 0; index < 5; index += 1)
      await create({ title: `低保公示${index}`, publishedAt: `2026-11-0${index + 1}T02:00:00Z` });
    await server.runWorker();
    const first = await search('低保', { limit: 2 });
    server.clock.advance(60_000);
    await create({ title: '低保低保新来的', publishedAt: server.clock.now().toISOString() });
    await server.runWorker();
    const second = await search('低保', { limit: 2, cursor: first.nextCursor });
    const third = await search('低保', { limit: 2, cursor: second.nextCursor });
    const seen = [first, second, third].flatMap(page => page.items.map(item => item.title.text));
    expect(seen).toEqual(['低保公示4', '低保公示3', '低保公示2', '低保公示1', '低保公示0']);
    expect([third.nextCursor, first.total, first.cut]).toEqual([null, 5, false]);
    expect((await problemOf(search('公示', { cursor: first.nextCursor }))).status).toBe(422);
    expect(await titles('低保', { limit: 1 })).toEqual(['低保低保新来的']);
  });

  it('clock: earlier than the indexing -> what was public then is found on every page, what came later is not', async () => {
    for (let index = 0; index < 3; index += 1)
      await create({ title: `低保公示${index}`, publishedAt: `2026-11-0${index + 1}T02:00:00Z` });
    await create({ title: '低保新标准', publishedAt: '2026-11-15T02:00:00Z' });
    await putGuide('低保指南');
    await server.runWorker();
    server.clock.set('2026-11-12T02:00:00Z');
    const first = await search('低保', { limit: 2 });
    const second = await search('低保', { limit: 2, cursor: first.nextCursor });
    const found = [...first.items, ...second.items].map(item => item.title.text).sort();
    expect(found).toEqual(['低保公示0', '低保公示1', '低保公示2', '低保指南']);
    expect([first.total, second.total, second.nextCursor]).toEqual([4, 4, null]);
    const { items } = await server.anonymous.call('search.suggest', { query: { q: '低保' } });
    expect(items).toEqual(expect.arrayContaining(['低保指南', '低保公示1']));
    expect(items).not.toContain('低保新标准');
  });

  it('cut: more than 2,000 carry the word -> the newest are ranked, and it says so', async () => {
    await fillIndex('低保', 2_003);
    await create({ title: '低保' });
    await server.runWorker();
    const found = await search('低保', { limit: 1 });
    expect([found.cut, found.total, found.items[0]!.title.text]).toEqual([true, 2_000, '低保']);
  });

  it('kinds: guides and notices in one box, or one kind of them', async () => {
    await putGuide('区住建局信息公开指南');
    await create();
    await server.runWorker();
    expect((await titles('电梯')).sort()).toEqual(['区住建局信息公开指南', '老旧小区加装电梯补助办法']);
    expect(await titles('电梯', { kind: 'guide' })).toEqual(['区住建局信息公开指南']);
  });

  it('visibility: taken down -> gone at once, before its event was delivered; changed -> found by the new words', async () => {
    const down = await create({ title: '低保错的' });
    const kept = await create({ title: '低保对的' });
    await server.runWorker();
    await publisher.call('staff.notices.takeDown', { params: { id: down.id }, body: { reason: '错' } });
    expect(await titles('低保')).toEqual(['低保对的']);
    await publisher.call('staff.notices.update', { params: { id: kept.id }, body: noticeSource({ title: '停水' }) });
    await server.runWorker();
    expect(await titles('低保')).toEqual([]);
    expect(await titles('停水')).toEqual(['停水']);
    expect(await server.collection('searchTerms').findOne({ _id: '低保' })).toMatchObject({ documents: 0 });
  });

  it('future: not indexed, no word of it suggested, before its hour', async () => {
    await create({ title: '绝密计划发布', publishedAt: '2026-11-16T02:00:30Z' });
    await server.runWorker();
    expect(await server.collection('searchDocuments').countDocuments()).toBe(0);
    server.clock.advance(30_000);
    await server.runSchedule('notices.announce');
    await server.runWorker();
    expect(await titles('绝密计划')).toEqual(['绝密计划发布']);
  });

  it('same bytes for everybody, 304; nothing typed, too long -> 422', async () => {
    await create();
    await server.runWorker();
    const path = `/api/v1/search?q=${encodeURIComponent('电梯')}`;
    const answer = await server.anonymous.fetch(path);
    const etag = answer.headers.get('etag')!;
    expect((await server.anonymous.fetch(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await problemOf(search(' '))).status).toBe(422);
    expect((await problemOf(search('长'.repeat(61)))).status).toBe(422);
    expect((await search('的')).items).toEqual([]);
    expect((await search('!!!')).items).toEqual([]);
  });
});

describe('catalog entries', () => {
  const seed = (id: string, names: string[]) =>
    server.deps.modules.catalog.api.seedEdition({
      id,
      title: '标准目录',
      number: null,
      state: 'frozen',
      isInForce: true,
      createdAt: server.clock.now(),
      frozenAt: server.clock.now(),
      entries: names.map(name => ({
        domainId: 'elderly-care',
        path: ['养老补贴'],
        name,
        texts: {
          content: '发放标准',
          basis: '《政府信息公开条例》',
          timeLimits: '信息形成之日起20个工作日内',
          publisher: '区民政局',
          channels: '■政府网站',
          audience: '全社会',
          mode: '主动',
          level: '县级',
        },
      })),
    });

  it('edition in force -> its entries are found, those it drops are not', async () => {
    await seed('edition-1', ['高龄津贴', '护理补贴']);
    await server.runWorker();
    const [hit] = (await search('高龄津贴')).items;
    expect(hit).toMatchObject({ kind: 'entry', detail: '养老服务 › 养老补贴', at: null });
    await seed('edition-2', ['护理补贴', '助餐补贴']);
    expect(await titles('高龄津贴')).toEqual([]);
    await server.runWorker();
    expect((await titles('养老')).sort()).toEqual(['助餐补贴', '护理补贴']);
    // What bears no day of its own is there whatever the clock says.
    server.clock.set('2026-01-05T02:00:00Z');
    expect((await titles('养老')).sort()).toEqual(['助餐补贴', '护理补贴']);
    const { items } = await server.anonymous.call('search.suggest', { query: { q: '助餐' } });
    expect(items).toContain('助餐补贴');
    expect(await server.collection('searchDocuments').countDocuments()).toBe(2);
  });
});

describe('GET /search/suggestions', () => {
  it('suggest: titles and words that begin so, common words first', async () => {
    await create({ title: '公共租赁住房申请' });
    await create({ title: '公共租赁住房租金' });
    await create({ title: '停水' });
    await server.runWorker();
    const { items } = await server.anonymous.call('search.suggest', { query: { q: '公共租' } });
    expect(items).toEqual(expect.arrayContaining(['公共租赁住房申请', '公共租赁住房租金']));
    expect(items).not.toContain('停水');
    expect((await server.anonymous.call('search.suggest', { query: { q: '没有' } })).items).toEqual([]);
  });

  it('suggest: halves of two words that stand side by side in a title -> not offered', async () => {
    await create({ title: '种养循环农业试点' });
    await create({ title: '残疾人托养儿童康复' });
    await create({ title: '养老服务补贴' });
    await server.runWorker();
    const { items } = await server.anonymous.call('search.suggest', { query: { q: '养' } });
    expect([...items].sort()).toEqual(['养老', '养老服务补贴']);
    expect((await server.anonymous.call('search.suggest', { query: { q: '槐' } })).items).toEqual([]);
    await create({ title: '槐影巷路面翻修' });
    await server.runWorker();
    expect((await server.anonymous.call('search.suggest', { query: { q: '槐' } })).items).toContain('槐影巷路面翻修');
  });

  it('suggest: document numbers -> not offered as words', async () => {
    await create({ documentNumber: '栖政发〔2026〕12号' });
    await server.runWorker();
    expect((await server.anonymous.call('search.suggest', { query: { q: '#' } })).items).toEqual([]);
  });
});

describe('missed words', () => {
  const searchFrom = (q: string, address: string) =>
    server.anonymous.fetch(`/api/v1/search?q=${encodeURIComponent(q)}`, { headers: { 'X-Forwarded-For': address } });
  const remembered = async () =>
    (await server.collection('searchMisses').find().toArray()).flatMap(miss => (miss.words as string | null) ?? []);

  it('miss: one reader often, on several days -> not remembered; the third reader -> remembered', async () => {
    for (const day of [16, 17, 18, 19]) {
      server.clock.set(`2026-11-${day}T02:00:00Z`);
      await searchFrom('充电桩', '198.51.100.1');
    }
    await searchFrom('充电桩', '198.51.100.2');
    expect(await remembered()).toEqual([]);
    expect(JSON.stringify(await server.collection('searchMisses').find().toArray())).not.toMatch(/充电|198\.51/);
    await searchFrom('充电桩', '198.51.100.3');
    expect(await remembered()).toEqual(['充电桩']);
  });

  it('miss: with a personal number in it -> never', async () => {
    for (const last of [1, 2, 3, 4]) await searchFrom('穆青禾 19900000001', `198.51.100.${last}`);
    expect(await remembered()).toEqual([]);
  });
});

describe('search rebuild', () => {
  it('rebuild: index lost or wrong -> the same as before, what is not public stays out', async () => {
    await create();
    const down = await create({ title: '错的' });
    await server.runWorker();
    await publisher.call('staff.notices.takeDown', { params: { id: down.id }, body: { reason: '错' } });
    await server.collection('searchDocuments').deleteMany({});
    const command = server.deps.commands.find(one => one.name === 'search rebuild')!;
    const lines: string[] = [];
    await command.run([], { platform: server.deps.platform, output: line => lines.push(line) });
    expect(lines).toEqual(['已为 1 项建好索引']);
    expect(await titles('电梯')).toEqual(['老旧小区加装电梯补助办法']);
    expect(await server.collection('searchTerms').countDocuments({ documents: { $lte: 0 } })).toBe(0);
  });

  it('rebuild: searches while it runs -> find every public thing each time', async () => {
    const { notices, search: index } = server.deps.modules;
    const sources = Array.from({ length: 120 }, (_, at) => ({
      id: randomUUID(),
      source: noticeSource({ title: `槐影巷路灯检修第${at}次` }),
    }));
    await notices.api.load(sources);
    await index.api.index(
      'notice',
      sources.map(({ id }) => id),
    );
    const totals = new Set<number>();
    let isRunning = true;
    const rebuilt = index.api.rebuild().finally(() => (isRunning = false));
    let searches = 0;
    for (; isRunning; searches += 1) totals.add((await search('路灯检修')).total!);
    expect(await rebuilt).toBe(120);
    expect(searches).toBeGreaterThan(3);
    expect([...totals]).toEqual([120]);
  });

  it('rebuild: a page read before -> its next page goes on', async () => {
    for (const title of ['路灯检修甲', '路灯检修乙', '路灯检修丙']) await create({ title });
    await server.runWorker();
    const first = await search('路灯检修', { limit: 2 });
    server.clock.advance(60_000);
    await server.deps.modules.search.api.rebuild();
    const second = await search('路灯检修', { limit: 2, cursor: first.nextCursor! });
    const found = [...first.items, ...second.items].map(item => item.title.text);
    expect(found.sort()).toEqual(['路灯检修丙', '路灯检修乙', '路灯检修甲'].sort());
  });

  it('rebuild: numbers kept for terms are wrong -> right again', async () => {
    await create();
    await server.runWorker();
    await server.collection('searchTerms').updateMany({ _id: { $gte: '' } } as object, { $set: { documents: 0 } });
    expect(await titles('电梯')).toEqual([]);
    await server.deps.modules.search.api.rebuild();
    expect(await titles('电梯')).toEqual(['老旧小区加装电梯补助办法']);
    expect(await server.collection('searchTerms').countDocuments({ documents: { $ne: 1 } })).toBe(0);
  });
});
