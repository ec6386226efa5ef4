import { Workbook } from 'exceljs';
import { META, setImport } from './import.fixtures';

const stage = setImport();
const { put, run, stored } = stage;

const HEAD = ['标题', '单位', '栏目', '发布日期', '正文'];
const ROW = ['停水通知', '区住建局', '通知公告', '2020-01-05', '今晚停水'];
async function sheets(given: Record<string, unknown[][]>): Promise<string> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(given)) workbook.addWorksheet(name).addRows(rows as unknown[][]);
  return put('odd.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
}
const NOTHING = expect.stringContaining('什么也没有写入') as string;

it('xlsx: no sheet with anything, a header and nothing below -> each said as it is', async () => {
  expect(await run(await sheets({ 空表: [] }))).toEqual({
    lines: [expect.stringContaining('没有找到表头')],
    refused: NOTHING,
  });
  expect(await run(await sheets({ 公开信息: [HEAD] }))).toEqual({
    lines: ['“公开信息”的表头下面没有一条信息。'],
    refused: NOTHING,
  });
  expect(await stored()).toBe(0);
});

it('xlsx: a column nobody knows with something in it -> named, nothing is written; empty, or the office’s own -> read', async () => {
  const unknown = await sheets({
    公开信息: [
      [...HEAD, '颜色'],
      [...ROW, '红'],
    ],
  });
  expect(await run(unknown)).toEqual({
    lines: ['“公开信息”第 1 行：不认识“颜色”这一列，改成认得的列名或者删去'],
    refused: NOTHING,
  });
  expect(await stored()).toBe(0);
  const aside = await sheets({
    公开信息: [
      ['序号', ...HEAD, '颜色', '备注'],
      ['1', ...ROW, '', '已核'],
    ],
  });
  expect((await run(aside)).lines).toEqual(['已导入：新的 1 条，改过的 0 条，没有变的 0 条。']);
});

it('xlsx: no date, no title, no unit -> each by its row, nothing is written; a date that Excel keeps as one -> that day', async () => {
  const without = (...columns: number[]) => ROW.map((cell, at) => (columns.includes(at) ? '' : cell));
  const { lines, refused } = await run(await sheets({ 公开信息: [HEAD, without(3), without(0), without(1, 2)] }));
  expect(lines).toEqual([
    '“公开信息”第 2 行：没有写发布日期',
    '“公开信息”第 3 行：没有写标题',
    '“公开信息”第 4 行：没有写单位',
    '“公开信息”第 4 行：没有写栏目',
  ]);
  expect([refused, await stored()]).toEqual([NOTHING, 0]);
  const dated = ROW.map((cell, at) => (at === 3 ? new Date('2020-01-05T00:00:00Z') : cell));
  expect((await run(await sheets({ 公开信息: [HEAD, dated] }))).refused).toBeNull();
  expect((await stage.server.anonymous.call('notices.list')).items[0]!.publishedAt).toBe('2020-01-04T16:00:00.000Z');
});

/** 今晚停水 in GBK. Some words in GBK, 停水通知 among them, are UTF-8 by chance: nobody can tell. */
const GBK = Buffer.from([0xbd, 0xf1, 0xcd, 0xed, 0xcd, 0xa3, 0xcb, 0xae]);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

it('folder: UTF-8 with its mark, a page that says GBK -> read; in an encoding it does not say -> named, nothing is written', async () => {
  put('a.json', Buffer.concat([mark, Buffer.from(JSON.stringify(META))]));
  put('a.html', Buffer.concat([Buffer.from('<html><head><meta charset="gb2312"></head><p>'), GBK]));
  expect((await run(stage.folder)).refused).toBeNull();
  const [kept] = await stage.server.collection('notices').find().toArray();
  expect(kept!.body).toEqual([{ type: 'paragraph', children: [{ text: '今晚停水' }] }]);

  put('b.json', JSON.stringify({ ...META, 原文链接: 'https://www.qihe.example/b' }));
  put('b.txt', GBK);
  put('c.json', Buffer.concat([Buffer.from('{"标题":"'), GBK, Buffer.from('"}')]));
  expect(await run(stage.folder)).toEqual({
    lines: [
      'b.json：正文“b.txt”的文字的编码认不出来，请另存为 UTF-8 再导入',
      'c.json：文字的编码认不出来，请另存为 UTF-8 再导入',
    ],
    refused: NOTHING,
  });
  expect(await stored()).toBe(1);
});

it('atom: in the encoding it says -> read; said to be UTF-8 and is not -> refused; without a date -> named', async () => {
  const feed = (encoding: string, title: Buffer, date: string) =>
    Buffer.concat([
      Buffer.from(
        `<?xml version="1.0" encoding="${encoding}"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>`,
      ),
      title,
      Buffer.from(
        `</title>${date}<author><name>housing</name></author><category term="announcements"/><content>x</content></entry></feed>`,
      ),
    ]);
  const date = '<published>2020-03-01T09:30:00+08:00</published>';
  expect((await run(put('a.xml', feed('GB2312', GBK, date)))).refused).toBeNull();
  expect((await stage.server.anonymous.call('notices.list')).items[0]!.title).toBe('今晚停水');
  expect((await run(put('b.xml', feed('utf-8', GBK, date)))).lines).toEqual([
    '这个文件文字的编码认不出来，请另存为 UTF-8 再导入。',
  ]);
  expect((await run(put('c.xml', feed('utf-8', Buffer.from('停水'), '')))).lines).toEqual(['第 1 条：没有写发布日期']);
});
