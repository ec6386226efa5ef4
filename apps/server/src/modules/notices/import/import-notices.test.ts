import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { META, setImport } from './import.fixtures';

const stage = setImport();
const { put, run, stored } = stage;

describe('notices import <folder>', () => {
  it('folder: metadata, text and attachments beside it -> the notice with its original date, numbers and address', async () => {
    put('2019/12.json', JSON.stringify(META));
    put(
      '2019/12.html',
      '<h2>一、标准</h2><p>每平方米<b>三元</b>。<a href="https://www.qihe.example/a">附表</a></p><script>alert(1)</script>',
    );
    put('2019/12.pdf', '%PDF-1.4\n%%EOF\n');
    expect(await run(stage.folder)).toEqual({
      lines: ['已导入：新的 1 条，改过的 0 条，没有变的 0 条。'],
      refused: null,
    });
    const { items } = await stage.server.anonymous.call('notices.list');
    const notice = await stage.server.anonymous.call('notices.get', { params: { id: items[0]!.id } });
    expect(notice).toMatchObject({
      kind: 'announcement',
      documentNumber: '栖住建〔2019〕12号',
      indexNumber: '11330106/2019-0012',
      publishedAt: '2019-05-14T16:00:00.000Z',
      sourceUrl: META.原文链接,
      columns: [{ id: 'department-documents' }, { id: 'announcements' }],
      attachments: [{ name: '12.pdf', type: 'application/pdf' }],
    });
    expect(notice.body[1]).toEqual({
      type: 'paragraph',
      children: [
        { text: '每平方米' },
        { text: '三元', strong: true },
        { text: '。' },
        { text: '附表', href: 'https://www.qihe.example/a' },
      ],
    });
    expect((await stage.server.anonymous.fetch(`/api/v1/files/${notice.attachments[0]!.id}`)).status).toBe(200);
  });

  it('folder: with nothing to import -> refused in a sentence', async () => {
    expect(await run(stage.folder)).toEqual({
      lines: [expect.stringContaining('没有')],
      refused: expect.stringContaining('什么也没有写入'),
    });
  });

  it('folder: again -> nothing is written; changed -> the same notice; dry run -> nothing', async () => {
    put('a.json', JSON.stringify({ ...META, body: '第一段\n第二段' }));
    put('a.pdf', '%PDF-1.4\n%%EOF\n');
    expect((await run(stage.folder, '--dry-run')).lines).toEqual([
      '试读完成：新的 1 条，改过的 0 条，没有变的 0 条，什么也没有写入。',
    ]);
    expect([await stored(), await stage.server.collection('files').countDocuments()]).toEqual([0, 0]);
    await run(stage.folder);
    const before = await stage.server.collection('notices').find().toArray();
    expect((await run(stage.folder)).lines).toEqual(['已导入：新的 0 条，改过的 0 条，没有变的 1 条。']);
    expect(await stage.server.collection('notices').find().toArray()).toEqual(before);
    expect(await stage.server.collection('files').countDocuments()).toBe(1);
    put('a.json', JSON.stringify({ ...META, 标题: '改了标题', body: '第一段' }));
    expect((await run(stage.folder)).lines).toEqual(['已导入：新的 0 条，改过的 1 条，没有变的 0 条。']);
    expect([await stored(), (await stage.server.collection('notices').findOne())!.title]).toEqual([1, '改了标题']);
  });

  it('folder: anything wrong in it -> every fault by its file, nothing is written', async () => {
    put('good.json', JSON.stringify({ ...META, body: '正文' }));
    put(
      'a.json',
      JSON.stringify({
        ...META,
        原文链接: 'https://www.qihe.example/a',
        发布单位: '某某局',
        栏目: '没有的栏目',
        发布日期: '去年',
        body: '正文',
      }),
    );
    put('b.json', '{ not json');
    put('c.json', JSON.stringify({ ...META, 原文链接: 'https://www.qihe.example/c', 颜色: '红', body: '正文' }));
    put('d.json', JSON.stringify({ ...META, 原文链接: 'https://www.qihe.example/d' }));
    put(
      'e.json',
      JSON.stringify({
        ...META,
        原文链接: 'https://www.qihe.example/e',
        body: '正文',
        attachments: ['../../secret.pdf'],
      }),
    );
    put('f.json', JSON.stringify({ ...META, 原文链接: 'https://www.qihe.example/f', body: '正文' }));
    put('f.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    put('g.json', JSON.stringify({ ...META, body: '正文' }));
    const { lines, refused } = await run(stage.folder);
    expect(lines.sort()).toEqual(
      [
        'a.json：不认识单位“某某局”',
        'a.json：不认识发布日期“去年”',
        'a.json：不认识栏目“没有的栏目”',
        'b.json：不是能读的 JSON',
        'c.json：不认识“颜色”这一项',
        'd.json：没有正文',
        'e.json：没有附件“../../secret.pdf”',
        'f.json：附件“f.svg”不是收的文件种类',
        'good.json：和g.json是同一条（https://www.qihe.example/art/2019/12.html）',
      ].sort(),
    );
    expect(refused).toBe('有 9 处问题，什么也没有写入：改好后再导入。');
    expect(await stored()).toBe(0);
  });
});

describe('notices import <xlsx>', () => {
  async function sheet(rows: string[][]): Promise<string> {
    const workbook = new Workbook();
    workbook.addWorksheet('公开信息').addRows(rows);
    return put('notices.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
  }

  it('xlsx: 文件分类, or 规范性文件 as its 种类 -> the class; without either none; another word -> named, nothing written', async () => {
    const head = ['标题', '单位', '栏目', '发布日期', '内容', '种类', '文件分类'];
    const row = (title: string, ...facts: [string, string]) => [
      title,
      '区住建局',
      '通知公告',
      '2020/1/5',
      '正文',
      ...facts,
    ];
    const path = await sheet([
      head,
      row('甲', '文件', '其他文件'),
      row('乙', '规范性文件', ''),
      row('丙', '政策文件', ''),
    ]);
    await run(path);
    const { items } = await stage.server.anonymous.call('notices.list');
    expect(new Map(items.map(one => [one.title, one.documentClass]))).toEqual(
      new Map([
        ['甲', 'other'],
        ['乙', 'normative'],
        ['丙', null],
      ]),
    );
    const { lines } = await run(await sheet([head, row('丁', '文件', '红头'), row('戊', '动态', '其他文件')]));
    expect(lines).toEqual([
      expect.stringContaining('不认识文件分类“红头”'),
      expect.stringContaining('写了文件分类，种类“动态”却不是文件'),
    ]);
  });

  it('xlsx: the header stands somewhere, its columns in any order -> read by meaning; idempotent', async () => {
    const path = await sheet([
      ['栖河区公开信息一览'],
      ['序号', '发文字号', '信息名称', '发布机构', '所属栏目', '公开日期', '内容'],
      ['1', '栖住建〔2020〕1号', '停水通知', '区住建局', '通知公告', '2020/1/5', '第一段\n第二段'],
      ['2', '', '公租房名单公示', '区住建局', '名单公示', '2020-02-01', '见附件'],
    ]);
    expect((await run(path)).lines).toEqual(['已导入：新的 2 条，改过的 0 条，没有变的 0 条。']);
    expect((await run(path)).lines).toEqual(['已导入：新的 0 条，改过的 0 条，没有变的 2 条。']);
    const { items } = await stage.server.anonymous.call('notices.list');
    expect(items.map(item => [item.title, item.kind, item.documentNumber])).toEqual([
      ['公租房名单公示', 'posting', null],
      ['停水通知', 'announcement', '栖住建〔2020〕1号'],
    ]);
  });

  it('xlsx: a wrong row -> named by sheet and row, nothing is written; no header -> said', async () => {
    const wrong = await sheet([
      ['标题', '单位', '栏目', '发布日期', '正文'],
      ['好的', '区住建局', '通知公告', '2020-01-05', '正文'],
      ['坏的', '区住建局', '通知公告', '2020-02-30', '正文'],
    ]);
    const { lines, refused } = await run(wrong);
    expect(lines).toEqual(['“公开信息”第 3 行：不认识发布日期“2020-02-30”']);
    expect([refused, await stored()]).toEqual(['有 1 处问题，什么也没有写入：改好后再导入。', 0]);
    expect((await run(await sheet([['甲', '乙']]))).lines).toEqual([expect.stringContaining('没有找到表头')]);
    expect((await run(put('broken.xlsx', 'not a workbook'))).refused).toContain('什么也没有写入');
  });
});

describe('notices import <atom>', () => {
  const HTML =
    '&lt;p&gt;今晚&amp;nbsp;停水&lt;/p&gt;&lt;ul&gt;&lt;li&gt;一&lt;/li&gt;&lt;li&gt;二&lt;/li&gt;&lt;/ul&gt;';
  const feed = (
    title: string,
    head = '',
    content = `<content type="html">${HTML}</content>`,
  ) => `<?xml version="1.0" encoding="utf-8"?>${head}
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>x</title><updated>2020-01-01T00:00:00Z</updated>
<entry><id>urn:x:1</id><title>${title}</title><link rel="alternate" href="https://www.qihe.example/1?a=1&amp;b=2"/>
<published>2020-03-01T09:30:00+08:00</published><updated>2020-03-02T00:00:00Z</updated>
<author><name>区住建局</name></author><category term="announcements" label="通知公告"/>
${content}</entry></feed>`;

  it('atom: entries with HTML -> notices with their address and time; again -> nothing is written', async () => {
    const path = put('portal.atom', feed('停水 &amp; 停电'));
    expect((await run(path)).lines).toEqual(['已导入：新的 1 条，改过的 0 条，没有变的 0 条。']);
    expect((await run(path)).lines).toEqual(['已导入：新的 0 条，改过的 0 条，没有变的 1 条。']);
    const { items } = await stage.server.anonymous.call('notices.list');
    expect(items[0]).toMatchObject({ title: '停水 & 停电', publishedAt: '2020-03-01T01:30:00.000Z' });
    expect(await stage.server.anonymous.call('notices.get', { params: { id: items[0]!.id } })).toMatchObject({
      sourceUrl: 'https://www.qihe.example/1?a=1&b=2',
      body: [
        { type: 'paragraph', children: [{ text: '今晚 停水' }] },
        { type: 'list', ordered: false, items: ['一', '二'] },
      ],
    });
  });

  it.each([
    [
      'XHTML',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>水压 &lt; 0.2</p><p>二</p></div></content>',
    ],
    ['HTML in CDATA', '<content type="html"><![CDATA[<p>水压 &lt; 0.2</p><p>二</p>]]></content>'],
    ['words', '<content>水压 &lt; 0.2\n\n二</content>'],
    ['words in CDATA', '<summary type="text"><![CDATA[水压 < 0.2\n\n二]]></summary>'],
  ])('atom: an entry with %s -> the same two paragraphs', async (_, content) => {
    await run(put('portal.atom', feed('停水', '', content)));
    const { items } = await stage.server.anonymous.call('notices.list');
    const { body } = await stage.server.anonymous.call('notices.get', { params: { id: items[0]!.id } });
    expect(body).toEqual(['水压 < 0.2', '二'].map(text => ({ type: 'paragraph', children: [{ text }] })));
  });

  it('atom: entities that a document declares -> refused', async () => {
    const bomb = '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>';
    const { lines, refused } = await run(put('bomb.atom', feed('&a;&b;', bomb)));
    expect(lines).toEqual(['这个文件带有自己的定义（DOCTYPE），不能导入。']);
    expect([refused, await stored()]).toEqual(['有 1 处问题，什么也没有写入：改好后再导入。', 0]);
  });

  it('atom: not XML, not a feed, not there, no argument -> a sentence', async () => {
    expect((await run(put('a.atom', '<feed><entry>'))).lines).toEqual(['这个文件不是能读的 XML。']);
    expect((await run(put('b.xml', '<rss></rss>'))).lines).toEqual(['这个文件不是 Atom 订阅源。']);
    expect((await run(join(stage.folder, 'missing'))).refused).toContain('没有这个文件或者文件夹');
    expect((await run(put('c.doc', 'x'))).refused).toContain('不认识这种文件');
    expect((await run()).refused).toContain('用法');
    expect((await run(stage.folder, '--wrong')).refused).toContain('用法');
  });
});

it('import: nobody is told of an old paper; it is found by search', async () => {
  const resident = await stage.server.asResident();
  await resident.call('me.subscriptions.put', { body: { items: [{ kind: 'column', id: 'department-documents' }] } });
  put('a.json', JSON.stringify({ ...META, body: '每平方米三元' }));
  await run(stage.folder);
  await stage.server.runWorker();
  expect((await resident.call('me.messages.list')).items).toEqual([]);
  const { items } = await stage.server.anonymous.call('search.query', { query: { q: '栖住建[2019]12号' } });
  expect(items.map(item => item.title.text)).toEqual([META.标题]);
});
