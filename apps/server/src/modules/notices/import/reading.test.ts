import { decodeEntities, htmlToBlocks } from './html-blocks';
import { fieldOf } from './imported-notice';
import { dateOf, instantOf } from './resolve-notice';
import { textToBlocks } from './text-blocks';

describe('fieldOf', () => {
  it.each([
    ['标题', 'title'],
    ['* 信息名称：', 'title'],
    ['发文字号', 'documentNumber'],
    ['文　号', 'documentNumber'],
    ['索引号', 'indexNumber'],
    ['发布机构', 'unit'],
    ['发布日期', 'publishedAt'],
    ['成文日期', 'madeOn'],
    ['原文链接', 'sourceUrl'],
    ['所属栏目', 'columns'],
    ['正文', 'body'],
    ['publishedAt', 'publishedAt'],
    ['颜色', undefined],
    ['', undefined],
  ])('header %j -> %s', (header, expected) => expect(fieldOf(header)).toBe(expected));
});

describe('dates', () => {
  it.each([
    ['2019年5月15日', '2019-05-15'],
    ['2019/5/15', '2019-05-15'],
    ['2019.05.15', '2019-05-15'],
    ['2020-02-29', '2020-02-29'],
    ['2019-02-29', undefined],
    ['2019-13-01', undefined],
    ['43600', undefined],
  ])('dateOf: %s -> %s', (text, expected) => expect(dateOf(text)).toBe(expected));

  it.each([
    ['2019-05-15', '2019-05-14T16:00:00.000Z'],
    ['2019-05-15 09:30', '2019-05-15T01:30:00.000Z'],
    ['2019年5月15日 9:30:05', '2019-05-15T01:30:05.000Z'],
    ['2019-05-15T09:30:00+08:00', '2019-05-15T01:30:00.000Z'],
    ['2019-05-15 25:00', undefined],
    ['2019-05-15T09:30:00', '2019-05-15T01:30:00.000Z'],
    ['2019-05-15T09:30:00+99:00', undefined],
    ['昨天', undefined],
  ])('instantOf: %s -> %s', (text, expected) => expect(instantOf(text)).toBe(expected));
});

describe('htmlToBlocks', () => {
  it('tables, nested markup, entities -> blocks; scripts, styles, handlers, other addresses -> nothing of them', () => {
    const html = `<style>p{}</style><!-- x --><div onclick="alert(1)">甲&nbsp;&amp;&#20056;</div>
      <table><tr><th>姓名</th><th>金额</th></tr><tr><td><p>穆**</p></td><td>1&lt;2</td></tr></table>
      <p><a href="javascript:alert(1)">点</a><img src=x onerror=alert(1)></p><ol><li>一<br></li><li>二</li></ol>
      <blockquote>引</blockquote><h1>大</h1><h4>小</h4>尾`;
    expect(htmlToBlocks(html)).toEqual([
      { type: 'paragraph', children: [{ text: '甲 &乘' }] },
      { type: 'table', head: ['姓名', '金额'], rows: [['穆**', '1<2']] },
      { type: 'paragraph', children: [{ text: '点' }] },
      { type: 'list', ordered: true, items: ['一', '二'] },
      { type: 'quote', text: '引' },
      { type: 'heading', level: 2, text: '大' },
      { type: 'heading', level: 3, text: '小' },
      { type: 'paragraph', children: [{ text: '尾' }] },
    ]);
  });

  it('broken markup -> its words', () => {
    expect(htmlToBlocks('<p>一 < 二<b>三<p>四</table></li>')).toEqual([
      { type: 'paragraph', children: [{ text: '一 ' }, { text: '<' }, { text: ' 二' }, { text: '三', strong: true }] },
      { type: 'paragraph', children: [{ text: '四', strong: true }] },
    ]);
    expect(htmlToBlocks('')).toEqual([]);
    expect(decodeEntities('&#0;&#x110000;&nope;')).toBe('&nope;');
  });
});

describe('textToBlocks', () => {
  it('Markdown -> headings, lists, quotes, tables; plain lines -> paragraphs', () => {
    expect(
      textToBlocks('# 大\r\n### 小\n\n- 一\n- 二\n1. 甲\n> 引\n| 名 | 数 |\n| --- | --- |\n| 乙 | 2 |\n一、正文'),
    ).toEqual([
      { type: 'heading', level: 2, text: '大' },
      { type: 'heading', level: 3, text: '小' },
      { type: 'list', ordered: false, items: ['一', '二'] },
      { type: 'list', ordered: true, items: ['甲'] },
      { type: 'quote', text: '引' },
      { type: 'table', head: ['名', '数'], rows: [['乙', '2']] },
      { type: 'paragraph', children: [{ text: '一、正文' }] },
    ]);
  });
});
