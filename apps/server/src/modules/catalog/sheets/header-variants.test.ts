import { repositoryRoot } from '../../../platform/root';
import { readStandardDomains } from '../domains';
import { fieldText } from '../field-texts';
import { buildSheet } from './build-sheet';
import { parseCatalog } from './parse-catalog';
import { meaningOf } from './header-words';

const domains = readStandardDomains(repositoryRoot());
const parse = (rows: string[][], merges: string[] = []) => parseCatalog([buildSheet(rows, { merges })], { domains });
const entriesOf = (rows: string[][], merges: string[] = []) => {
  const { problems, domains: found } = parse(rows, merges);
  expect(problems).toEqual([]);
  return found.flatMap(({ entries }) => entries);
};

const TITLE = ['养老服务领域基层政务公开标准目录'];
const HEAD = ['序号', '一级事项', '二级事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
const ROW = ['1', '补贴', '标准', '人数、金额', '《养老机构管理办法》', '每月', '民政部门', '■政府网站'];
const named = (name: string, change: Partial<Record<number, string>> = {}) =>
  ROW.map((text, at) => change[at] ?? (at === 2 ? name : text));

describe('words that no list foresees', () => {
  it.each([
    ['公开载体及渠道', 'channels'],
    ['公开途径', 'channels'],
    ['公开责任部门', 'publisher'],
    ['信息公开主体', 'publisher'],
    ['实施主体', 'publisher'],
    ['公开内容及标准', 'content'],
    ['政策法规依据', 'basis'],
    ['设定依据', 'basis'],
    ['不予公开的理由依据', 'ground'],
    ['公开更新时限', 'timeLimits'],
    ['公开频次', 'timeLimits'],
    ['公开对象范围', 'audience'],
    ['信息公开属性', 'attribute'],
    ['对应网站栏目名', 'siteColumn'],
    ['投诉举报渠道', 'supervisionPhone'],
    ['目录编码', 'number'],
  ])('%s -> %s', (header, field) => expect(meaningOf([header])).toEqual({ kind: 'text', field }));

  it.each(['备注', '公开地点', '根据本目录公开的各项内容由办公室汇总'])('%s -> none of the columns', header =>
    expect(meaningOf([header])).toBeNull(),
  );

  it.each(['公开一级事项', '公开事项一级', '事项一级', '一级目录名称'])('%s -> 一级事项', header =>
    expect(meaningOf([header])).toEqual({ kind: 'item', depth: 1 }),
  );
});

describe('columns', () => {
  it('every column in another place -> the same entry', () => {
    const usual = entriesOf([TITLE, HEAD, ROW]);
    const orders = [HEAD.map((_, at) => HEAD.length - 1 - at), [7, 2, 4, 1, 0, 6, 3, 5], [3, 0, 6, 2, 5, 1, 7, 4]];
    for (const order of orders)
      expect(entriesOf([TITLE, order.map(at => HEAD[at]!), order.map(at => ROW[at]!)])).toEqual(usual);
  });

  it.each(['公开依据', '法定依据', '法律依据', '依据'])('header %s -> the basis', header => {
    expect(entriesOf([TITLE, HEAD.map(text => (text === '公开依据' ? header : text)), ROW])[0]!.basis).toEqual([
      '《养老机构管理办法》',
    ]);
  });

  it('法律依据 beside 政策依据 -> both', () => {
    const rows = [TITLE, [...HEAD, '政策依据'], [...ROW, '《栖河区养老补贴办法》']];
    expect(entriesOf(rows)[0]!.basis).toEqual(['《养老机构管理办法》', '《栖河区养老补贴办法》']);
  });

  it('责任部门 alone -> who publishes; 责任单位 beside 公开主体 -> the office that does it', () => {
    const alone = [TITLE, HEAD.map(text => (text === '公开主体' ? '责任部门' : text)), ROW];
    expect(entriesOf(alone)).toMatchObject([{ publisherText: '民政部门', office: null }]);
    const both = [TITLE, [...HEAD, '责任单位'], [...ROW, '养老科']];
    expect(entriesOf(both)).toMatchObject([{ publisherText: '民政部门', office: '养老科' }]);
  });

  it('a channel a column, must and may a column -> the channels', () => {
    const empty = HEAD.slice(1).map(() => '');
    const each = [
      TITLE,
      [...HEAD, '', '', ''],
      [...empty, '政府网站', '政府公报', '两微一端', '其他'],
      [...ROW.slice(0, 7), '■', '□', '', '楼道喇叭'],
    ];
    expect(fieldText(entriesOf(each, ['H2:K2'])[0]!, 'channels')).toBe('■政府网站\n□政府公报\n■其他：楼道喇叭');
    const two = [
      TITLE,
      [...HEAD, ''],
      [...empty, '必选', '可选'],
      [...ROW.slice(0, 7), '政府网站、公示栏', '两微一端'],
    ];
    expect(fieldText(entriesOf(two, ['H2:I2'])[0]!, 'channels')).toBe(
      '■政府网站\n□两微一端\n■社区/企事业单位/村公示栏(电子屏)',
    );
  });

  it('signs of its own that the header explains -> read by that', () => {
    const head = HEAD.map(text =>
      text === '公开渠道和载体' ? '公开渠道和载体（“◎”表示必选项，“▽”表示可选项）' : text,
    );
    expect(fieldText(entriesOf([TITLE, head, [...ROW.slice(0, 7), '◎政府网站 ▽政府公报']])[0]!, 'channels')).toBe(
      '■政府网站\n□政府公报',
    );
  });

  it('attachment, subtitle and filling lines above, three header rows, numbers below them -> the entry', () => {
    const rows = [
      ['附件2'],
      [...TITLE, ''],
      ['填报单位：区民政局', '', '', '填报日期：2026年3月'],
      ['序号', '公开事项', '', ...HEAD.slice(3), '公开对象', '', '公开层级', ''],
      ['', '一级', '二级', '', '', '', '', '■必选 □可选', '全社会', '特定群体', '县级', '乡、村级'],
      Array.from({ length: 12 }, (_, at) => String(at + 1)),
      [...ROW, '√', '', '√', ''],
    ];
    expect(entriesOf(rows, ['B4:C4', 'I4:J4', 'K4:L4'])).toMatchObject([
      { path: ['补贴'], name: '标准', audience: { kind: 'everyone' }, level: ['county'] },
    ]);
  });
});

describe('rows', () => {
  it('a domain named by a filling line or by data above a repeated header -> stays the domain of the title', () => {
    const rows = [TITLE, ['填报单位：区就业服务中心'], HEAD, named('一', { 3: '义务教育阶段补贴' }), HEAD, named('二')];
    expect(parse(rows).domains.map(({ domain, entries }) => [domain.id, entries.length])).toEqual([
      ['elderly-care', 2],
    ]);
  });

  it('all ways to write 同上, also on a next page of the table -> the text above', () => {
    const rows = [
      TITLE,
      HEAD,
      ROW,
      named('二', { 3: '（同上）', 4: '同上栏', 5: '〃', 6: '"', 7: '同上。' }),
      HEAD,
      named('三', { 1: '', 3: '同上', 6: '同前' }),
    ];
    const entries = entriesOf(rows);
    expect(entries.map(({ path, name }) => [...path, name])).toEqual([
      ['补贴', '标准'],
      ['补贴', '二'],
      ['补贴', '三'],
    ]);
    expect(new Set(entries.map(({ content, publisherText }) => content[0]!.text + publisherText)).size).toBe(1);
  });

  it('领域 left blank below the first row of it -> the one above', () => {
    const { domains: found } = parse([
      ['领域', ...HEAD],
      ['就业', ...ROW],
      ['', ...named('二')],
      ['养老服务', ...ROW],
    ]);
    expect(found.map(({ domain, entries }) => [domain.id, entries.length])).toEqual([
      ['employment', 2],
      ['elderly-care', 1],
    ]);
  });

  it('who filled it in, sums, notes with a star below the table -> left out', () => {
    for (const note of [
      '制表人：办公室',
      '填报人：办公室',
      '注1：按年更新',
      '※ 注：按年更新',
      '合计',
      '审核人：办公室',
    ])
      expect(entriesOf([TITLE, HEAD.slice(1), ROW.slice(1), [note]])).toHaveLength(1);
  });

  it('a heading across the table -> no entry, and an unfinished row below it is still told', () => {
    const rows = [TITLE, HEAD, ['一、决策公开', '', '', '', '', '', '', ''], ['1', '补贴'], ROW];
    expect(parse(rows, ['A3:H3']).problems.map(({ row }) => row)).toContain(4);
  });

  it('an error of a formula -> named, not taken for a text', () => {
    expect(parse([TITLE, HEAD, named('一', { 3: '#REF!' })]).problems).toEqual([
      { sheet: 'Sheet1', row: 3, column: '公开内容', message: '“公开内容”是公式算出的错误 #REF!' },
    ]);
  });

  it('words of a header in a row of data -> data', () => {
    expect(
      entriesOf([TITLE, HEAD, named('公开依据', { 1: '公开事项', 3: '公开内容', 4: '公开时限', 6: '公开主体' })]),
    ).toHaveLength(1);
  });
});
