import { channelNamed } from './channel-words';
import { looseField } from './loose-headers';
import { squeeze } from './sheet';

export type Level = 'city' | 'county' | 'town' | 'village';

/** Columns that hold one text. */
export type TextColumn =
  | 'number'
  | 'domain'
  | 'stage'
  | 'content'
  | 'basis'
  | 'timeLimits'
  | 'publisher'
  | 'office'
  | 'channels'
  | 'audience'
  | 'mode'
  | 'level'
  | 'category'
  | 'attribute'
  | 'siteColumn'
  | 'phone'
  | 'supervisionPhone'
  | 'ground';

/** What a column of a sheet means, whatever its place. */
export type ColumnMeaning =
  | { kind: 'text'; field: TextColumn }
  | { kind: 'item'; depth: number }
  /** A tick column: a mark in it says `value` of `field`. */
  | { kind: 'mark'; field: 'audience' | 'mode' | 'level' | 'attribute'; values: readonly string[] }
  /** One of the 13 channels with a column of its own. */
  | { kind: 'channel'; name: string }
  /** 必选 and 可选 with a column each. */
  | { kind: 'channelList'; box: '■' | '□' };

/** A header over several columns whose own meaning stands in the row below. */
export type HeaderGroup = 'item' | 'audience' | 'mode' | 'level' | 'attribute' | 'channels';
const GROUP_FIELDS: readonly string[] = ['audience', 'mode', 'level', 'attribute', 'channels'];

/** Synonyms seen in the catalogs of many districts (FACTS §3), squeezed and without brackets. */
const TEXT_HEADERS: Record<TextColumn, readonly string[]> = {
  number: ['序号', '编号', '顺序号', '序', 'no', '项目编号', '事项编号', '事项编码'],
  domain: ['领域', '试点领域', '所属领域', '公开领域', '领域名称'],
  stage: ['过程', '五公开', '公开过程', '公开环节', '环节', '过程环节', '所属过程', '五公开属性', '五公开类别'],
  content: ['公开内容', '内容', '公开要素', '内容要素', '公开内容要素', '具体内容', '公开的内容', '主要内容'],
  basis: ['公开依据', '依据', '法律依据', '政策依据', '法规依据', '法定依据', '公开的依据'],
  timeLimits: ['公开时限', '时限', '公开时间', '公开期限', '公开时限要求', '公开的时限', '公开频率'],
  publisher: [
    '公开主体',
    '主体',
    '责任主体',
    '公开责任主体',
    '公开单位',
    '责任单位',
    '公开机构',
    '发布主体',
    '公开责任单位',
  ],
  office: ['责任科室', '责任部门', '承办科室', '责任处室', '科室', '内设机构', '责任股室', '具体承办科室'],
  channels: [
    '公开渠道和载体',
    '公开渠道及载体',
    '公开渠道与载体',
    '公开渠道',
    '渠道',
    '公开载体',
    '渠道和载体',
    '公开渠道载体',
    '载体',
  ],
  audience: ['公开对象', '对象', '公开范围', '公开群体'],
  mode: ['公开方式', '方式', '公开形式'],
  level: ['公开层级', '层级', '公开级别', '级别', '公开层次', '适用层级'],
  category: ['类别', '事项类别', '权力类别', '事项类型', '类型', '事项性质'],
  attribute: ['公开属性', '属性', '公开类型', '信息属性'],
  siteColumn: [
    '网站对应栏目',
    '对应栏目',
    '网站栏目',
    '公开栏目',
    '栏目',
    '对应网站栏目',
    '网站对应栏目名称',
    '门户网站对应栏目',
  ],
  phone: ['咨询电话', '联系电话', '电话', '咨询方式', '咨询联系电话', '联系方式'],
  supervisionPhone: ['监督举报电话', '监督电话', '举报电话', '投诉电话', '监督投诉电话', '投诉举报电话', '监督方式'],
  ground: [
    '不予公开依据',
    '不予公开理由',
    '不公开依据',
    '不予公开的依据',
    '不公开理由',
    '不予公开理由和依据',
    '不予公开理由及依据',
  ],
};
const TEXT_BY_WORD = new Map<string, TextColumn>(
  Object.entries(TEXT_HEADERS).flatMap(([field, words]) => words.map(word => [word, field as TextColumn] as const)),
);

const ITEM_GROUP = [
  '公开事项',
  '事项',
  '公开事项名称',
  '事项名称',
  '公开项目',
  '名称',
  '公开事项分类',
  '政务公开事项',
  '主项',
  '主项名称',
  '子项',
  '子项名称',
  '公开子项',
  '目录名称',
  '信息名称',
];
const ITEM_LEVEL =
  /^(?:第|公开|公开事项|事项)?([一二三四五六1-6])级(?:公开)?(?:事项|目录|分类|类别|项目|标题|指标)?(?:名称)?$/;
const DIGITS = '一二三四五六';

const AUDIENCE_EVERYONE = ['全社会', '社会', '社会公众', '全社会公众', '公众', '面向全社会'];
const AUDIENCE_GROUP = ['特定群体', '特定对象', '特定人群', '特定公众', '特殊群体', '特定社会群体'];
const MODE_ACTIVE = ['主动', '主动公开'];
const MODE_ON_REQUEST = ['依申请', '依申请公开', '申请公开', '申请'];
const WITHHELD = ['不予公开', '不公开', '不予'];

/** Header text without its explanations: 公开内容(要素) and 公开渠道和载体(“■”表示必选项…) lose what stands in brackets. */
export const headerWord = (text: string): string =>
  squeeze(text)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^】]*】/g, '')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

const LEVEL_TEXT = /^[两三各市辖设区县旗乡镇村居街道社办事处本级层公开、,/\\和与及·;.()]+$/;
const COUNTY = /[县区旗]/;

/** Levels that a short text names: 县级, 区(县)级, 乡、村级, 市/县/乡, 街道(镇). Empty when it is not about levels. */
export function levelsIn(text: string): Level[] {
  const word = squeeze(text);
  if (!LEVEL_TEXT.test(word)) return [];
  const plain = word
    .replace(/社区/g, '村')
    .replace(/市辖区/g, '区')
    // 县(市、区)级 is one level: the 市 in the brackets is a county-level city.
    .replace(/([县区旗])\([^()]*\)/g, '$1');
  const city = plain.indexOf('市');
  const county = plain.search(COUNTY);
  return [
    // Whoever means both writes the city first; 县、市、区 are all of the county's level.
    ...(city >= 0 && (county < 0 || city < county) ? (['city'] as const) : []),
    ...(county >= 0 ? (['county'] as const) : []),
    ...(/[乡镇街]/.test(plain) ? (['town'] as const) : []),
    ...(/[村居]/.test(plain) ? (['village'] as const) : []),
  ];
}

/** True when a header cell is one of the known words and not merely like one. */
export const isKnownHeader = (text: string): boolean => TEXT_BY_WORD.has(headerWord(text));

/** What a header cell opens when the cells below it say more. */
export function groupOf(text: string): HeaderGroup | null {
  const word = headerWord(text);
  if (ITEM_GROUP.includes(word)) return 'item';
  const field = TEXT_BY_WORD.get(word) ?? looseField(word);
  return field !== undefined && GROUP_FIELDS.includes(field) ? (field as HeaderGroup) : null;
}

function subMeaning(text: string, group: HeaderGroup | null): ColumnMeaning | null {
  const word = headerWord(text);
  const digit = ITEM_LEVEL.exec(word)?.[1];
  if (digit !== undefined)
    return { kind: 'item', depth: DIGITS.includes(digit) ? DIGITS.indexOf(digit) + 1 : Number(digit) };
  if (AUDIENCE_EVERYONE.includes(word)) return { kind: 'mark', field: 'audience', values: ['everyone'] };
  if (AUDIENCE_GROUP.includes(word)) return { kind: 'mark', field: 'audience', values: ['group'] };
  const markField = group === 'attribute' ? 'attribute' : 'mode';
  if (MODE_ACTIVE.includes(word)) return { kind: 'mark', field: markField, values: ['active'] };
  if (MODE_ON_REQUEST.includes(word)) return { kind: 'mark', field: markField, values: ['on_request'] };
  if (WITHHELD.includes(word)) return { kind: 'mark', field: 'attribute', values: ['withheld'] };
  if (group === 'channels' && /^(?:必选|应选)项?$/.test(word)) return { kind: 'channelList', box: '■' };
  if (group === 'channels' && /^可选项?$/.test(word)) return { kind: 'channelList', box: '□' };
  if (group === 'channels' && channelNamed(text)) return { kind: 'channel', name: text.replace(/\n/g, '') };
  const levels = levelsIn(text);
  // 市, 县, 乡 alone are columns only below 公开层级; 县级 says it by itself.
  if (levels.length > 0 && (group === 'level' || squeeze(text).includes('级')))
    return { kind: 'mark', field: 'level', values: levels };
  return null;
}

/** Meaning of a column from its header cells, top to bottom (the same text of a merged cell may repeat); null when nothing is recognised. */
export function meaningOf(headers: readonly string[]): ColumnMeaning | null {
  const texts = headers.filter((text, at) => text !== '' && text !== headers[at - 1]);
  const group =
    texts
      .slice(0, -1)
      .map(groupOf)
      .find(found => found !== null) ?? null;
  const last = texts.at(-1) ?? '';
  const sub = subMeaning(last, group);
  if (sub) return sub;
  const word = headerWord(last);
  const field = TEXT_BY_WORD.get(word);
  if (field) return { kind: 'text', field };
  if (ITEM_GROUP.includes(word)) return { kind: 'item', depth: 1 };
  const loose = group === null ? looseField(word) : undefined;
  if (loose) return { kind: 'text', field: loose };
  return group === null && texts.length > 1 ? meaningOf(texts.slice(0, -1)) : null;
}
