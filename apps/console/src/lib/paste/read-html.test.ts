/** @jest-environment jsdom */
import type { Block } from '@bandeng/contracts/schemas';
import { cleanHtml } from './clean-html';
import { readHtml } from './read-html';

const read = (html: string) => readHtml(new DOMParser().parseFromString(html, 'text/html').body);
const p = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
/** A page as Word puts it on the clipboard. */
const word = (
  body: string,
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; text-indent:32.0pt;} --></style>
<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const listed = (marker: string, text: string, level = 1) =>
  `<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span
lang=EN-US style='mso-fareast-font-family:仿宋'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]--><span style='font-family:仿宋'>${text}<span lang=EN-US><o:p></o:p></span></span></p>`;

describe('paste from Word and WPS', () => {
  test('a notice: title, nested spans, bold, indents, empty paragraphs -> headings and plain paragraphs', () => {
    const html =
      word(`<p class=MsoTitle align=center><span style='font-family:方正小标宋简体'>关于公布2026年公益岗位的公告<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-bidi-font-weight:bold'>&nbsp;&nbsp;　　根据有关规定，现将栖河区公益岗位
公布如下<span lang=EN-US>,</span>共<b style='mso-bidi-font-weight:normal'><span lang=EN-US>12</span></b>个。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<h2 style='mso-list:none'>一、岗位条件</h2>
<p class=MsoNormal style='mso-outline-level:3'><span>（一）年龄</span></p>`);
    expect(read(html).blocks).toEqual([
      { type: 'heading', level: 2, text: '关于公布2026年公益岗位的公告' },
      {
        type: 'paragraph',
        children: [
          { text: '根据有关规定，现将栖河区公益岗位公布如下,共' },
          { text: '12', strong: true },
          { text: '个。' },
        ],
      },
      { type: 'heading', level: 2, text: '一、岗位条件' },
      { type: 'heading', level: 3, text: '（一）年龄' },
    ]);
  });

  test('hidden words, comments, struck-out revisions -> not in it; inserted ones are', () => {
    const html =
      word(`<p class=MsoNormal>补贴<span class=msoDel><del cite="mailto:甲" datetime="2026-11-01T09:00">300</del></span><span class=msoIns><ins>420</ins></span>元<span
style='display:none;mso-hide:all'>（内部掌握）</span><a class=msocomanchor href="#_msocom_1">[W1]</a><span class=MsoCommentReference>1</span>。</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>再核一遍</p></div></div>`);
    expect(read(html).blocks).toEqual([p('补贴420元。')]);
  });

  test('numbers and bullets of Word -> lists; deeper ones are lines under their item', () => {
    const html = word(
      listed('1.', '身份证明') + listed('(1)', '原件', 2) + listed('2.', '申请表') + listed('·', '另附照片'),
    );
    expect(read(html).blocks).toEqual([
      { type: 'list', ordered: true, items: ['身份证明\n(1) 原件', '申请表'] },
      { type: 'list', ordered: false, items: ['另附照片'] },
    ]);
  });

  test('numbers that are quoted (一、 （一） 第一条), and a list that begins at 3 -> their marks stay as words', () => {
    const html = word(listed('一、', '总体要求') + listed('第二条', '适用范围') + '<p>中间</p>' + listed('3.', '其他'));
    expect(read(html).blocks).toEqual([p('一、总体要求'), p('第二条 适用范围'), p('中间'), p('3. 其他')]);
  });

  test('a numbered heading -> its number stays', () => {
    const html = word(
      `<h1 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>办理流程</h1>`,
    );
    expect(read(html).blocks).toEqual([{ type: 'heading', level: 2, text: '一、办理流程' }]);
  });

  test('links and pictures -> addresses that may be followed; pictures are counted', () => {
    const html =
      word(`<p>见<a href="https://example.org/a">附件</a>、<a href="javascript:alert(1)">这里</a><a name="_Toc1">目录</a>
<img width=320 src="file:///C:/Users/x/AppData/clip_image001.png"><!--[if gte vml 1]><v:imagedata src="x"/><![endif]--></p>`);
    const { blocks, pictures } = read(html);
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        children: [{ text: '见' }, { text: '附件', href: 'https://example.org/a' }, { text: '、这里目录' }],
      },
    ]);
    expect(pictures).toBe(1);
  });

  test('a page: lists in lists, a quote, line breaks, normal weight in <b> -> said plainly', () => {
    const html = `<b style="font-weight:normal"><p>一<br>二</p></b><ol start="1"><li>甲<ul><li>子</li></ul></li><li><p>乙</p></li></ol><blockquote><p>引</p><p>用</p></blockquote>`;
    expect(read(html).blocks).toEqual([
      p('一'),
      p('二'),
      { type: 'list', ordered: true, items: ['甲\n• 子', '乙'] },
      { type: 'quote', text: '引\n用' },
    ]);
  });
});

describe('tables of a paste', () => {
  const cell = (text: string, attributes = '') =>
    `<td width=88 valign=top ${attributes} style='border:solid windowtext 1.0pt;mso-border-alt:solid .5pt'><p class=MsoNormal align=center><span style='font-family:宋体'>${text}<o:p></o:p></span></p></td>`;
  const table = (...rows: string[]) =>
    word(`<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
${rows.map((row, at) => `<tr style='mso-yfti-irow:${at};height:20.0pt'>${row}</tr>`).join('\n')}</table>`);

  test.each<[string, string, Partial<Extract<Block, { type: 'table' }>>]>([
    [
      'names and rows',
      table(cell('序号') + cell('单位'), cell('1') + cell('栖河区民政局')),
      { head: ['序号', '单位'], rows: [['1', '栖河区民政局']] },
    ],
    [
      'a title over the whole width -> its caption',
      table(cell('公益岗位一览表', 'colspan=2'), cell('岗位') + cell('人数'), cell('保洁') + cell('3')),
      { caption: '公益岗位一览表', head: ['岗位', '人数'], rows: [['保洁', '3']] },
    ],
    [
      'a value beside several rows -> said in each',
      table(cell('街道') + cell('社区'), cell('云溪街道', 'rowspan=2') + cell('槐影'), cell('晒谷场')),
      {
        head: ['街道', '社区'],
        rows: [
          ['云溪街道', '槐影'],
          ['云溪街道', '晒谷场'],
        ],
      },
    ],
    [
      'names over names -> one row of names',
      table(
        cell('项目', 'rowspan=2') + cell('金额（万元）', 'colspan=2'),
        cell('预算') + cell('支出'),
        cell('养老') + cell('12') + cell('9.5'),
      ),
      { head: ['项目', '金额（万元） · 预算', '金额（万元） · 支出'], rows: [['养老', '12', '9.5']] },
    ],
    [
      'a note over the width at the end -> once, in the first cell',
      table(cell('甲') + cell('乙'), cell('1') + cell('2'), cell('注：截至10月', 'colspan=2')),
      {
        head: ['甲', '乙'],
        rows: [
          ['1', '2'],
          ['注：截至10月', ''],
        ],
      },
    ],
    [
      'a spreadsheet: hidden row, empty columns and rows at the end',
      `<table><col width=64 span=4><tr height=19><td class=xl65>姓名</td><td>金额</td><td></td></tr>
<tr style='display:none'><td>内部</td><td>1</td><td></td></tr><tr><td>王*兰</td><td align=right x:num>420.00</td><td></td></tr><tr><td></td><td></td><td></td></tr></table>`,
      { head: ['姓名', '金额'], rows: [['王*兰', '420.00']] },
    ],
    [
      'thead of a page, a list in a cell, a table in a cell',
      `<table><caption>材料</caption><thead><tr><th>事项</th><th>材料</th></tr></thead><tbody><tr><td>甲</td><td><ol><li>表</li><li>证</li></ol></td></tr><tr><td>乙</td><td><table><tr><td>一</td><td>二</td></tr></table></td></tr></tbody></table>`,
      {
        caption: '材料',
        head: ['事项', '材料'],
        rows: [
          ['甲', '1. 表\n2. 证'],
          ['乙', '一　二'],
        ],
      },
    ],
    ['one row -> no names', table(cell('甲') + cell('乙')), { head: [], rows: [['甲', '乙']] }],
  ])('%s', (_, html, expected) => expect(read(html).blocks).toEqual([{ type: 'table', ...expected }]));

  test('a frame of one cell around a text -> the text', () => {
    expect(read(table(cell('办公时间：9:00'))).blocks).toEqual([p('办公时间：9:00')]);
  });

  test('spans without end -> kept within what a table can have', () => {
    const [block] = read('<table><tr><td rowspan=99999 colspan=99999>甲</td></tr><tr><td>乙</td></tr></table>').blocks;
    expect(block?.type === 'table' && block.rows.length <= 2 && block.head.length <= 101).toBe(true);
  });
});

describe('cleanHtml', () => {
  test('a paste -> html without classes, styles or comments', () => {
    const { html } = cleanHtml(
      word(`${listed('1.', '甲 &amp; 乙')}<p class=MsoNormal style='color:red'>丙<!-- 注 --></p>`),
    );
    expect(html).toBe('<ol><li>甲 &amp; 乙</li></ol><p>丙</p>');
  });

  test('what the editor copied itself -> untouched', () => {
    const html = '<p data-pm-slice="1 1 []">甲</p>';
    expect(cleanHtml(html)).toEqual({ html, pictures: 0 });
  });
});
