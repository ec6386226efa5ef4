import { fieldsFromText, fieldText } from '../field-texts';
import { emptyEntry } from '../entry-from-texts';
import { levelsIn, meaningOf } from './header-words';
import { parseAudience, parseBasis, parseContent, parseGroup, parseLevels, parseMode, parseTick } from './parse-cells';

describe('公开内容', () => {
  it.each([
    ['文件名称、文号', [['文件名称、文号', true]]],
    [
      '1.条件；\n2.程序',
      [
        ['1.条件；', true],
        ['2.程序', true],
      ],
    ],
    [
      '●文件名称 ●文号 〇废止日期',
      [
        ['文件名称', true],
        ['文号', true],
        ['废止日期', false],
      ],
    ],
    [
      '●正文\n附件\n○解读',
      [
        ['正文', true],
        ['附件', true],
        ['解读', false],
      ],
    ],
    ['', []],
  ])('%p -> elements', (text, expected) => {
    expect(parseContent(text).map(one => [one.text, one.required])).toEqual(expected);
  });
});

describe('公开依据', () => {
  it.each([
    ['《预算法》\n《政府信息公开条例》', ['《预算法》', '《政府信息公开条例》']],
    ['《预算法》、《条例》（国令第711号）；《办法》', ['《预算法》', '《条例》（国令第711号）', '《办法》']],
    [
      '《政府信息公开条例》《关于全面推进政务公开工作的意见》及其实施细则',
      ['《政府信息公开条例》', '《关于全面推进政务公开工作的意见》及其实施细则'],
    ],
    ['《关于印发《办法》的通知》', ['《关于印发《办法》的通知》']],
    ['根据《甲》和《乙》执行', ['根据《甲》和《乙》执行']],
  ])('%p -> titles', (text, expected) => expect(parseBasis(text)).toEqual(expected));
});

describe('marks, groups, levels', () => {
  it.each([
    ['√', true],
    ['✔', true],
    ['是', true],
    ['Ｖ', true],
    ['', false],
    ['—', false],
    ['×', false],
    ['□', false],
    ['县局', null],
  ])('tick %p -> %p', (text, expected) => expect(parseTick(text)).toBe(expected));

  it.each([
    ['√', null],
    ['申请家庭', '申请家庭'],
    ['√（被征收人）', '被征收人'],
    ['特定群体：老人', '老人'],
  ])('group %p -> %p', (text, expected) => expect(parseGroup(text)).toBe(expected));

  it.each([
    ['全社会', 'everyone', null],
    ['面向社会公众', 'everyone', null],
    ['在征收范围内', 'group', '在征收范围内'],
    ['特定群体', 'group', null],
  ])('audience %p -> %p, %p', (text, kind, group) => expect(parseAudience(text).value).toEqual({ kind, group }));

  it.each([
    ['县级', ['county']],
    ['区（县）级', ['county']],
    ['县(市、区)级', ['county']],
    ['区（市）县级', ['county']],
    ['市、县级', ['city', 'county']],
    ['市级', ['city']],
    ['乡、村级', ['town', 'village']],
    ['乡（镇、街道）级', ['town']],
    ['街道/镇', ['town']],
    ['村（社区）', ['village']],
    ['市/县/乡', ['city', 'county', 'town']],
    ['县级、乡级、村级', ['county', 'town', 'village']],
    ['全社会', []],
  ])('levels %p -> %p', (text, expected) => expect(levelsIn(text)).toEqual(expected));

  it.each([
    [['公开内容（要素）'], { kind: 'text', field: 'content' }],
    [['公开渠道和载体（“■”表示必选项，“□”表示可选项）'], { kind: 'text', field: 'channels' }],
    [['公开事项', '二级\n事项'], { kind: 'item', depth: 2 }],
    [['公开对象', '特定群体（请写明）'], { kind: 'mark', field: 'audience', values: ['group'] }],
    [['公开属性', '不予公开'], { kind: 'mark', field: 'attribute', values: ['withheld'] }],
    [['公开层级', '县'], { kind: 'mark', field: 'level', values: ['county'] }],
    [['监督 举报 电话'], { kind: 'text', field: 'supervisionPhone' }],
    [['责任部门（科室）'], { kind: 'text', field: 'office' }],
    [['备注'], null],
    [['县'], null],
  ])('header %j -> %j', (texts, expected) => expect(meaningOf(texts)).toEqual(expected));
});

describe('a column written back', () => {
  it.each([
    ['content', '●甲\n〇乙'],
    ['channels', '■政府网站\n□其他____'],
    ['channels', '■政府网站：子站\n□其他：微信群'],
    ['audience', '特定群体：申请家庭'],
    ['audience', '全社会'],
    ['mode', '主动、依申请'],
    ['level', '市级、县级、乡级、村级'],
    ['stage', '结果'],
    ['attribute', '不予公开'],
    ['basis', '《甲》\n《乙》'],
    ['timeLimits', '每月；\n每年'],
    ['phone', '19900000001'],
  ] as const)('%s: %p -> the same text', (field, text) => {
    const parsed = fieldsFromText(field, text);
    expect(fieldText({ ...emptyEntry(), ...parsed.value }, field)).toBe(text);
  });

  it.each([
    ['name', ' ', '“公开事项”没有写'],
    ['stage', '策划', '“策划”不是决策、执行、管理、服务、结果之一'],
    ['mode', '随便', '“随便”看不出是主动还是依申请'],
    ['attribute', '内部', '“内部”不是主动公开、依申请公开或者不予公开'],
  ] as const)('%s: %p -> problem', (field, text, problem) => expect(fieldsFromText(field, text).problem).toBe(problem));
});

describe('boxes in a cell of its own', () => {
  it.each([
    ['■全社会 □特定群体', 'everyone', null],
    ['□全社会\n■特定群体（申请人）', 'group', '申请人'],
    ['全社会√', 'everyone', null],
    ['□全社会 √特定群体：老人', 'group', '老人'],
    ['√全社会 ×特定群体', 'everyone', null],
  ])('audience %p -> %p, %p', (text, kind, group) => expect(parseAudience(text).value).toEqual({ kind, group }));
  it.each(['□全社会 □特定群体', '全社会、特定群体'])('audience %p -> problem', text =>
    expect(parseAudience(text).problem).toMatch(/公开对象/),
  );

  it.each([
    ['■主动 □依申请', ['active']],
    ['□主动 ■依申请', ['on_request']],
    ['主动√\n依申请√', ['active', 'on_request']],
  ])('mode %p -> %p', (text, expected) => expect(parseMode(text).value).toEqual(expected));

  it.each([
    ['■县级 □乡级', ['county']],
    ['县级√、乡级√', ['county', 'town']],
    ['□县级 ■乡、村级', ['town', 'village']],
    ['市县两级', ['city', 'county']],
  ])('level %p -> %p', (text, expected) => expect(parseLevels(text).value).toEqual(expected));

  it.each([
    ['✅', true],
    ['\uF052', true],
    ['\uF0FE', true],
    ['R', true],
    ['★', true],
    ['∨', true],
    ['√√', true],
    ['\uF0A8', false],
    ['❌', false],
    ['\\', false],
    ['◎', null],
  ])('tick %p -> %p', (text, expected) => expect(parseTick(text)).toBe(expected));

  it.each([
    [
      '★名称 ☆文号',
      [
        ['名称', true],
        ['文号', false],
      ],
    ],
    [
      '1.●名称\n2.○文号',
      [
        ['名称', true],
        ['文号', false],
      ],
    ],
    [
      '■名称 □文号',
      [
        ['名称', true],
        ['文号', false],
      ],
    ],
    ['补贴（ ）元', [['补贴（ ）元', true]]],
  ])('content %p -> %p', (text, expected) =>
    expect(parseContent(text).map(one => [one.text, one.required])).toEqual(expected),
  );
});
