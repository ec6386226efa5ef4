import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../platform/root';
import { readStandardDomains } from '../domains';
import { fieldText } from '../field-texts';
import { buildSheet } from './build-sheet';
import { parseCatalog } from './parse-catalog';
import type { Sheet } from './sheet';
import { readWorkbook } from './read-workbook';

const domains = readStandardDomains(repositoryRoot());
const parse = (sheet: Sheet | Sheet[], only?: string) => parseCatalog([sheet].flat(), { domains, only });
const entriesOf = (sheet: Sheet) => parse(sheet).domains.flatMap(({ entries }) => entries);

const TITLE = ['养老服务领域基层政务公开标准目录'];
const HEAD = ['序号', '一级事项', '二级事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
const row = (number: string, first: string, second: string, change: Partial<Record<number, string>> = {}) =>
  [number, first, second, '人数、金额', '《养老机构管理办法》', '每月结束后5个工作日内', '民政部门', '■政府网站'].map(
    (text, at) => change[at] ?? text,
  );

describe('the sample of the national layout', () => {
  const sample = () => readWorkbook(readFileSync(join(__dirname, '../fixtures/catalog-sample.xlsx')));

  test('sample: read whole -> 17 entries in 4 domains, no problem', async () => {
    const { domains: found, problems, notes, badRows } = parse(await sample());
    expect(found.map(({ domain, entries }) => [domain.id, entries.length])).toEqual([
      ['rural-housing-safety', 7],
      ['affordable-housing', 5],
      ['expropriation-compensation', 3],
      ['urban-enforcement', 2],
    ]);
    expect({ problems, notes, badRows }).toEqual({ problems: [], notes: [], badRows: 0 });
  });

  test('sample: merged 一级事项, 同上, groups, levels -> as printed', async () => {
    const entries = parse(await sample()).domains.flatMap(one => one.entries);
    const named = (name: string) => entries.find(entry => entry.name === name)!;
    expect(named('农村危房改造资金补助标准').path).toEqual(['条件与标准']);
    expect(named('擅自砍伐城市树木').content).toEqual(named('损坏城市树木花草').content);
    expect(named('公租房承租资格审核')).toMatchObject({
      audience: { kind: 'group', group: '申请家庭' },
      publisherText: '街道办事处',
    });
    expect(named('任务分配').level).toEqual(['county', 'town', 'village']);
    expect(named('启动要件').channels).toHaveLength(13);
    expect(
      named('启动要件')
        .channels.filter(({ required }) => required)
        .map(({ channel }) => channel),
    ).toEqual(['website', 'doorstep']);
    expect(named('损坏城市树木花草').timeLimitsText).toBe(
      '1.除处罚决定外其他内容：长期公开（动态调整）；\n2.处罚决定：20个工作日内',
    );
  });

  test('sample: only one domain wanted -> the other sheets are left out', async () => {
    const sheets = await sample();
    expect(parse(sheets, '保障性住房').domains.map(({ entries }) => entries.length)).toEqual([5]);
    expect(parse(sheets, 'affordable-housing').domains).toEqual(parse(sheets, '保障性住房').domains);
    expect(parse(sheets, 'work-safety').problems).toEqual([
      { sheet: '农村危房改造', row: 1, column: null, message: '表里没有“安全生产”领域的事项' },
    ]);
  });
});

describe('headers by meaning', () => {
  test('two rows with groups, not merged, full width and line breaks -> the same columns', () => {
    const sheet = buildSheet([
      TITLE,
      [
        '序　号',
        '公开事项',
        '',
        '公开\n内容',
        '公开依据',
        '公开 时限',
        '公开主体',
        '公开渠道',
        '公开对象',
        '',
        '公开方式',
        '',
        '公开层级',
        '',
        '',
      ],
      ['', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群体', '主动', '依申请', '市', '县', '乡'],
      [...row('1', '补贴', '发放结果'), '√', '', '√', '', '', '√', '√'],
      [...row('2', '补贴', '审核名单'), '', '申请老人', '', '√', '√', '', ''],
    ]);
    expect(entriesOf(sheet)).toMatchObject([
      { path: ['补贴'], name: '发放结果', audience: { kind: 'everyone' }, mode: ['active'], level: ['county', 'town'] },
      {
        name: '审核名单',
        audience: { kind: 'group', group: '申请老人' },
        mode: ['on_request'],
        attribute: 'on_request',
        level: ['city'],
      },
    ]);
  });

  test('过程, 三级事项, 科室, 属性, 电话, 栏目, in another order -> every field', () => {
    const sheet = buildSheet(
      [
        [
          '过程',
          '序号',
          '一级事项',
          '二级事项',
          '三级事项',
          '公开主体',
          '责任部门（科室）',
          '公开内容',
          '公开依据',
          '公开时限',
          '公开渠道和载体',
          '公开对象',
          '公开方式',
          '公开属性',
          '公开层级',
          '类别',
          '网站对应栏目',
          '咨询电话',
          '监督举报电话',
          '不予公开依据',
        ],
        [
          '执行公开',
          '1',
          '养老服务',
          '补贴',
          '发放',
          '区民政局',
          '养老科',
          '金额',
          '《办法》',
          '每季度',
          '政府网站、公示栏',
          '全社会',
          '全文发布',
          '主动公开',
          '县级、乡级',
          '行政给付',
          '民生保障',
          '19900000001',
          '19900000002',
          '/',
        ],
      ],
      { name: '养老服务' },
    );
    expect(entriesOf(sheet)).toEqual([
      {
        path: ['养老服务', '补贴'],
        name: '发放',
        number: '1',
        content: [{ text: '金额', required: true }],
        basis: ['《办法》'],
        timeLimitsText: '每季度',
        publisherText: '区民政局',
        office: '养老科',
        channels: [
          { channel: 'website', required: true, note: null },
          { channel: 'bulletin_board', required: true, note: null },
        ],
        audience: { kind: 'everyone', group: null },
        mode: ['active'],
        level: ['county', 'town'],
        stage: 'execution',
        category: '行政给付',
        attribute: 'active',
        siteColumn: '民生保障',
        phone: '19900000001',
        supervisionPhone: '19900000002',
        ground: null,
      },
    ]);
  });

  test('a header printed again and a second table below -> all rows, each in its domain', () => {
    const sheet = buildSheet([
      TITLE,
      HEAD,
      row('1', '甲', '一'),
      HEAD,
      row('2', '甲', '二'),
      [],
      ['义务教育领域标准目录'],
      HEAD,
      row('1', '乙', '三'),
    ]);
    expect(parse(sheet).domains.map(({ domain, entries }) => [domain.id, entries.map(({ name }) => name)])).toEqual([
      ['elderly-care', ['一', '二']],
      ['compulsory-education', ['三']],
    ]);
  });

  test('a title of no known domain -> a domain of its own, without the name of the district', () => {
    const { domains: found } = parse(
      buildSheet([['栖河区托育服务领域基层政务公开标准目录'], HEAD, row('1', '甲', '一')]),
    );
    expect(found[0]!.domain).toMatchObject({
      id: expect.stringMatching(/^custom-[0-9a-f]{12}$/) as string,
      name: '托育服务',
    });
  });

  test('no domain anywhere -> problem; named by the caller -> read', () => {
    const sheet = buildSheet([HEAD, row('1', '甲', '一')]);
    expect(parse(sheet).problems).toEqual([
      { sheet: 'Sheet1', row: 1, column: null, message: '看不出是哪个领域：请在标题里写明，或者用 --domain 指定' },
    ]);
    expect(parse(sheet, 'elderly-care').domains[0]!.entries).toHaveLength(1);
  });

  test('a column 领域 -> the domain of each row', () => {
    const sheet = buildSheet([
      ['领域', ...HEAD],
      ['就业', ...row('1', '甲', '一')],
      ['养老服务', ...row('2', '甲', '二')],
    ]);
    expect(parse(sheet).domains.map(({ domain }) => domain.id)).toEqual(['employment', 'elderly-care']);
  });

  test('no header, a missing column, an unknown one, a hidden sheet -> said', () => {
    expect(parse(buildSheet([['说明'], ['一', '二']])).problems[0]!.message).toMatch(/找不到标准目录的表头/);
    expect(parse(buildSheet([TITLE, HEAD.filter(text => text !== '公开时限')])).problems).toEqual([
      { sheet: 'Sheet1', row: 2, column: null, message: '表头里缺少“公开时限”' },
    ]);
    const { notes, domains: found } = parse([
      buildSheet([TITLE, [...HEAD, '备注'], [...row('1', '甲', '一'), '无']]),
      buildSheet([TITLE, HEAD, row('1', '甲', '二')], { name: '旧版', isHidden: true }),
      buildSheet([['填表说明']], { name: '说明' }),
    ]);
    expect(found[0]!.entries).toHaveLength(1);
    expect(notes).toEqual([
      '“Sheet1”的“备注”不是标准目录的栏目，没有导入。',
      '工作表“旧版”是隐藏的，没有读；要导入请先取消隐藏。',
      '工作表“说明”里没有标准目录的表头，没有读。',
    ]);
  });
});

describe('rows', () => {
  test('blank rows, numbers waiting, notes below -> left out; blank 一级事项 -> the one above', () => {
    const sheet = buildSheet([
      TITLE,
      HEAD,
      row('1', '补贴', '标准'),
      row('2', '', '结果'),
      [],
      row('3', '机构', '名录', { 3: '同上', 6: '同 上' }),
      ['4'],
      ['5', '', '', '', '', '', '', '□政府网站\n□其他____'],
      ['注：本目录由区民政局负责解释。'],
      ['联系电话见网站。'],
    ]);
    expect(entriesOf(sheet).map(({ path, name, publisherText }) => [...path, name, publisherText])).toEqual([
      ['补贴', '标准', '民政部门'],
      ['补贴', '结果', '民政部门'],
      ['机构', '名录', '民政部门'],
    ]);
    expect(parse(sheet).problems).toEqual([]);
  });

  test('an entry across two sheet rows, 一级 and 二级 in one cell, one 二级 over two contents -> three entries', () => {
    const sheet = buildSheet(
      [
        TITLE,
        HEAD,
        row('1', '补贴', '标准'),
        Array<string>(8).fill(''),
        row('2', '名录', ''),
        row('3', '机构', '检查'),
        row('4', '', '', { 3: '检查结果' }),
      ],
      { merges: [...'ABCDEFGH'].map(letter => `${letter}3:${letter}4`).concat('B5:C5', 'B6:B7', 'C6:C7') },
    );
    expect(entriesOf(sheet).map(({ path, name, content }) => [...path, name, content[0]!.text])).toEqual([
      ['补贴', '标准', '人数、金额'],
      ['名录', '人数、金额'],
      ['机构', '检查', '人数、金额'],
      ['机构', '检查', '检查结果'],
    ]);
  });

  test('公开渠道 in two columns under one header -> all channels', () => {
    const sheet = buildSheet([TITLE, [...HEAD, ''], [...row('1', '甲', '一'), '□政府公报\n■精准推送']], {
      merges: ['H2:I2'],
    });
    expect(fieldText(entriesOf(sheet)[0]!, 'channels')).toBe('■政府网站\n□政府公报\n■精准推送');
  });

  test.each([
    [{ 2: '' }, '“二级事项”没有写'],
    [{ 3: '' }, '“公开内容（要素）”没有写'],
    [{ 4: '—' }, '“公开依据”没有写'],
    [{ 5: ' ' }, '“公开时限”没有写'],
    [{ 6: '/' }, '“公开主体”没有写'],
    [{ 7: '' }, '“公开渠道和载体”没有写'],
    [{ 7: '政府网站\n■公示栏' }, '“政府网站”前面没有 ■ 或 □'],
  ])('a row with %p -> problem with sheet and row, the others are read', (change, message) => {
    const sheet = buildSheet([TITLE, HEAD, row('1', '甲', '一'), row('2', '甲', '二', change), row('3', '甲', '三')]);
    const { problems, badRows, domains: found } = parse(sheet);
    expect(problems).toMatchObject([{ sheet: 'Sheet1', row: 4, message }]);
    expect(badRows).toBe(1);
    expect(found[0]!.entries.map(({ name }) => name)).toEqual(['一', '三']);
  });

  test('同上 without a row above, the same row twice -> problems', () => {
    const sheet = buildSheet([
      TITLE,
      HEAD,
      row('1', '甲', '一', { 4: '同上' }),
      row('2', '甲', '二'),
      row('3', '甲', '二'),
    ]);
    expect(parse(sheet).problems.map(problem => [problem.row, problem.message])).toEqual([
      [3, '“公开依据”写的是“同上”，可是上面没有事项'],
      [3, '“公开依据”没有写'],
      [5, '和第 4 行完全一样'],
    ]);
  });

  test('tick columns: both, none, or a word -> problems', () => {
    const head = [...HEAD, '全社会', '特定群体', '主动', '依申请', '县级', '乡、村级'];
    const sheet = buildSheet([
      TITLE,
      head,
      [...row('1', '甲', '一'), '√', '学生', '√', '', '√', ''],
      [...row('2', '甲', '二'), '', '', '√', '', '√', ''],
      [...row('3', '甲', '三'), '√', '', '', '', '√', ''],
      [...row('4', '甲', '四'), '√', '', '√', '', '', '×'],
      [...row('5', '甲', '五'), '√', '', '也许', '√', '√', ''],
      [...row('6', '甲', '六'), '✔', '—', 'V', '', '是', '☑'],
    ]);
    expect(parse(sheet).problems.map(problem => [problem.row, problem.message])).toEqual([
      [3, '“公开对象”同时勾了全社会和特定群体，只能选一个'],
      [4, '“公开对象”没有勾全社会，也没有写特定群体'],
      [5, '“公开方式”没有勾主动，也没有勾依申请'],
      [6, '“公开层级”一个也没有勾'],
      [7, '“主动”一栏写的是“也许”，这里只能打√或者留空'],
    ]);
    expect(entriesOf(sheet)).toMatchObject([{ name: '六', level: ['county', 'town', 'village'] }]);
  });
});
