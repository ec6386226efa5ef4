import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { readWorkbook } from '../catalog';

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
const get = async (path: string) => (await server.anonymous.fetch(path)).text();
const json = async (path: string) =>
  JSON.parse(await get(path)) as { items: Record<string, unknown>[]; nextCursor: string | null };

/** With headers that fetch does not let us set. */
const rawGet = (origin: string, path: string, headers: Record<string, string>) =>
  new Promise<string>((resolve, reject) => {
    const call = request(`${origin}${path}`, { headers }, answer => void text(answer).then(resolve, reject));
    call.on('error', reject).end();
  });

const NASTY = '<script>alert("1")</script> & \u0001电梯';
const LIMITED = {
  title: '槐影巷征收补偿分户结果',
  keyPoints: ['共三户'],
  documentNumber: '栖征补〔2026〕7号',
  sourceUrl: 'https://www.qihe.example/secret',
  body: [{ type: 'paragraph' as const, children: [{ text: '第一户' }] }],
  posting: { from: '2026-11-16', to: '2026-11-20', unit: 'days' as const },
  limited: { group: '在征收范围内', postedAt: '槐影社区公示栏', contact: '区住建局', code: 'QH2026AB' },
};
const FORMATS = [
  '/feeds/notices.atom',
  '/feeds/notices.json',
  '/open-data/notices.json',
  '/open-data/notices.csv',
  '/open-data/notices.xlsx',
];

describe('/feeds', () => {
  it('attachments: of a notice for everybody -> in both feeds and the open data, downloadable; of a limited one -> nowhere', async () => {
    const upload = async (name: string) =>
      (await uploadFile(publisher, Buffer.from('%PDF-1.4\n%%EOF\n'), { name })).body.id;
    const [open, secret] = [await upload('附表&1.pdf'), await upload('分户表.pdf')];
    await create({ attachmentIds: [open], personalDataConfirmed: true });
    await create({ ...LIMITED, attachmentIds: [secret], personalDataConfirmed: true });
    const atom = await get('/feeds/notices.atom');
    expect(XMLValidator.validate(atom)).toBe(true);
    const address = `${server.origin}/api/v1/files/${open}`;
    expect(atom).toContain(
      `<link rel="enclosure" href="${address}" type="application/pdf" length="15" title="附表&amp;1.pdf"/>`,
    );
    const file = { url: address, mime_type: 'application/pdf', title: '附表&1.pdf', size_in_bytes: 15 };
    const { items } = await json('/feeds/notices.json');
    expect(items.flatMap(item => item.attachments)).toEqual([file]);
    const data = await json('/open-data/notices.json');
    expect(data.items.flatMap(item => item.attachments)).toEqual([
      { name: '附表&1.pdf', type: 'application/pdf', size: 15, url: address },
    ]);
    for (const path of FORMATS) expect(await get(path)).not.toContain(secret);
    expect((await fetch(address)).status).toBe(200);
  });

  it('atom: well-formed whatever a title holds; our own elements only, the words escaped', async () => {
    const { id } = await create({
      title: NASTY.replace('\u0001', ''),
      body: [
        { type: 'heading', level: 2, text: '<b>一</b>' },
        {
          type: 'paragraph',
          children: [
            { text: '点这里', href: 'https://www.qihe.example/click' },
            { text: '官网', href: 'https://www.qihe.example/?a=1&b="2"' },
          ],
        },
        { type: 'list', ordered: true, items: [']]>', '</content>'] },
        { type: 'table', head: ['甲'], rows: [['<td>']] },
      ],
    });
    // As it may have been stored before the contract refused it.
    await server
      .collection('notices')
      .updateOne({ _id: id }, { $set: { 'body.1.children.0.href': 'javascript:alert(1)' } });
    const answer = await server.anonymous.fetch('/feeds/notices.atom');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(text) as {
      feed: { entry: { id: string; title: string; content: { '#text': string } } };
    };
    expect(feed.entry.id).toBe(`urn:uuid:${id}`);
    expect(feed.entry.title).toBe('<script>alert("1")</script> & 电梯');
    const html = feed.entry.content['#text'];
    expect(html).toContain('<h2>&lt;b&gt;一&lt;/b&gt;</h2>');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<script');
    expect(html).toContain('href="https://www.qihe.example/?a=1&amp;b=&quot;2&quot;"');
  });

  it('json: version 1.1, newest first, filtered by column, unit and area; 304 by ETag', async () => {
    await create({ title: '甲', columnIds: ['subsidies'], publishedAt: '2026-11-01T02:00:00Z' });
    await create({ title: '乙', columnIds: ['audits'], areaIds: ['huaiying'] });
    const titles = async (query: string) => (await json(`/feeds/notices.json${query}`)).items.map(item => item.title);
    expect(await titles('')).toEqual(['乙', '甲']);
    expect(await titles('?column=subsidies')).toEqual(['甲']);
    expect(await titles('?area=heping')).toEqual(['甲']);
    expect(await titles('?unit=silent')).toEqual([]);
    const answer = await server.anonymous.fetch('/feeds/notices.json');
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect((await answer.clone().json()) as object).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    const headers = { 'If-None-Match': answer.headers.get('etag')! };
    expect((await server.anonymous.fetch('/feeds/notices.json', { headers })).status).toBe(304);
    expect((await server.anonymous.fetch('/feeds/notices.json?column[$ne]=x')).status).toBe(422);
    expect((await server.anonymous.fetch('/feeds/notices.json?q=x')).status).toBe(422);
    expect((await server.anonymous.fetch('/feeds/notices.json', { method: 'POST' })).status).toBe(405);
  });

  it('links: absolute, to the address that was asked; through a trusted proxy with its scheme and host', async () => {
    const { id } = await create();
    const addresses = (text: string) => text.match(/https?:\/\/[^"<]*qihe-links[^"<]*|null\/[^"<]*/g) ?? [];
    const feedOf = (headers: Record<string, string>, path = '/feeds/notices.atom') =>
      rawGet(server.origin, path, { Host: 'qihe-links.example:8080', ...headers });
    const page = `/m/#/subpackages/reading/notice/index?id=${id}`;
    const self = '/feeds/notices.atom';
    const at = (origin: string) => [`${origin}${self}`, `${origin}${self}`, `${origin}/m/`, `${origin}${page}`];
    expect(addresses(await feedOf({}))).toEqual(at('http://qihe-links.example:8080'));
    expect(addresses(await feedOf({ Origin: 'https://evil.example' }))).toEqual(at('http://qihe-links.example:8080'));
    expect(addresses(await feedOf({ Host: 'qihe-links.example', 'X-Forwarded-Proto': 'https' }))).toEqual(
      at('https://qihe-links.example'),
    );
    const json = JSON.parse(await feedOf({}, '/feeds/notices.json')) as Record<string, unknown> & { items: object[] };
    expect([json.home_page_url, json.feed_url]).toEqual([
      'http://qihe-links.example:8080/m/',
      'http://qihe-links.example:8080/feeds/notices.json',
    ]);
    expect(json.items).toMatchObject([{ url: `http://qihe-links.example:8080${page}` }]);
    expect(await feedOf({}, '/open-data/notices.csv')).toContain(`http://qihe-links.example:8080${page}`);
  });

  it('feed: more than 50 -> the newest 50; nothing published -> an empty feed that is valid', async () => {
    expect(XMLValidator.validate(await get('/feeds/notices.atom'))).toBe(true);
    for (let index = 0; index < 52; index += 1) {
      await create({ title: `第${index}条`, publishedAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString() });
    }
    const { items } = await json('/feeds/notices.json');
    expect([items.length, items[0]!.title, items.at(-1)!.title]).toEqual([50, '第51条', '第2条']);
  }, 30_000);
});

describe('limited, future and taken-down notices', () => {
  it.each(FORMATS)('%s -> stub of the limited one, no word of the others', async path => {
    await create(LIMITED);
    await create({ title: '将来的', publishedAt: '2026-12-01T02:00:00Z' });
    const { id } = await create({ title: '撤下的' });
    await publisher.call('staff.notices.takeDown', { params: { id }, body: { reason: '错' } });
    const bytes = Buffer.from(await (await server.anonymous.fetch(path)).arrayBuffer());
    const text = path.endsWith('xlsx') ? JSON.stringify(await readWorkbook(bytes)) : bytes.toString();
    for (const secret of ['第一户', '共三户', '栖征补', 'secret', '将来的', '撤下的'])
      expect(text).not.toContain(secret);
    expect(text).toContain(LIMITED.title);
    expect(text).toContain('槐影社区公示栏');
  });

  it('feed: after the posting period -> the names are gone', async () => {
    await create({
      posting: { from: '2026-11-10', to: '2026-11-17', unit: 'days' },
      body: [{ type: 'table', head: ['姓名'], rows: [['穆**']] }],
    });
    expect(await get('/feeds/notices.atom')).toContain('穆**');
    server.clock.set('2026-11-18T02:00:00Z');
    expect(await get('/feeds/notices.atom')).not.toContain('穆**');
  });
});

describe('/open-data/notices', () => {
  it('csv: byte order mark, one line a notice, no cell that a spreadsheet would run', async () => {
    await create({
      title: '=HYPERLINK("https://evil.example","点我")',
      documentNumber: '+1+1',
      keyPoints: ['甲,乙', '"丙"'],
    });
    const answer = await server.anonymous.fetch('/open-data/notices.csv');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"",""点我"")"`);
    expect(lines[1]).toContain(`,'+1+1,`);
    expect(lines[1]).toContain('"甲,乙；""丙"""');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });

  it('csv, xlsx: more than a page -> all of them', async () => {
    for (let index = 0; index < 103; index += 1) {
      await create({ title: `第${index}条`, publishedAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString() });
    }
    expect((await get('/open-data/notices.csv')).trim().split('\r\n')).toHaveLength(104);
    const bytes = Buffer.from(await (await server.anonymous.fetch('/open-data/notices.xlsx')).arrayBuffer());
    const [sheet] = await readWorkbook(bytes);
    expect([sheet!.name, sheet!.rows.length, sheet!.rows[1]![1]]).toEqual(['公开信息', 104, '第102条']);
  }, 30_000);

  it('json: page by page', async () => {
    for (const title of ['一', '二', '三']) await create({ title });
    const first = await json('/open-data/notices.json?limit=2');
    const rest = await json(`/open-data/notices.json?limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    expect(first.items[0]).toMatchObject({ unit: { id: 'housing', name: '区住建局' } });
  });
});

describe('/open-data/catalog', () => {
  const entry = (domainId: string, name: string) => ({
    domainId,
    path: ['补贴'],
    name,
    texts: {
      content: '补贴标准',
      basis: '《政府信息公开条例》',
      timeLimits: '信息形成之日起20个工作日内',
      publisher: '区住建局',
      channels: '■政府网站',
      audience: '全社会',
      mode: '主动',
      level: '县级',
    },
  });
  beforeEach(() =>
    server.deps.modules.catalog.api.seedEdition({
      id: 'edition-1',
      title: '标准目录',
      number: null,
      state: 'frozen',
      isInForce: true,
      createdAt: server.clock.now(),
      frozenAt: server.clock.now(),
      entries: [entry('affordable-housing', '甲'), entry('affordable-housing', '乙'), entry('elderly-care', '丙')],
    }),
  );

  it('json: every column, page by page over domains, one domain', async () => {
    const first = await json('/open-data/catalog.json?limit=2');
    const rest = await json(`/open-data/catalog.json?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(item => item.name)).toEqual(['甲', '乙', '丙']);
    expect(rest.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ path: ['补贴'], timeLimits: '信息形成之日起20个工作日内' });
    expect((await json('/open-data/catalog.json?domain=elderly-care')).items.map(item => item.name)).toEqual(['丙']);
  });

  it('csv, xlsx: one line an entry', async () => {
    expect((await get('/open-data/catalog.csv')).split('\r\n')[1]).toContain('甲');
    const bytes = Buffer.from(await (await server.anonymous.fetch('/open-data/catalog.xlsx')).arrayBuffer());
    expect((await readWorkbook(bytes))[0]!.rows).toHaveLength(4);
  });
});
