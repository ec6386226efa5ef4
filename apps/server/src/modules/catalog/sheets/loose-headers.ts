import type { TextColumn } from './header-words';

/** The word that carries a header's meaning, for the wordings that no list foresees; the first that fits wins. */
const CORES: [RegExp, TextColumn][] = [
  [/不予?公开/, 'ground'],
  [/栏目/, 'siteColumn'],
  [/(?:监督|举报|投诉).*(?:电话|方式|渠道)/, 'supervisionPhone'],
  [/电话|联系方式/, 'phone'],
  [/渠道|载体|途径|平台/, 'channels'],
  [/时限|期限|时效|频[次率]|(?:公开|更新|发布)时间/, 'timeLimits'],
  [/依据/, 'basis'],
  [/内容|要素/, 'content'],
  [/对象|群体/, 'audience'],
  [/层级|级别/, 'level'],
  [/公开方[式法]/, 'mode'],
  [/属性/, 'attribute'],
  [/主体|(?:公开|责任|发布|牵头|实施)(?:责任)?(?:单位|机[构关]|部门)/, 'publisher'],
  [/[科处股]室/, 'office'],
  [/五公开|环节/, 'stage'],
  [/编[码号]|序号/, 'number'],
  [/类[别型]$/, 'category'],
];
/** A header says it in few words; a longer text is data. */
const MAX_LENGTH = 10;

/** @param word of a header, see `headerWord` */
export const looseField = (word: string): TextColumn | undefined =>
  word.length > MAX_LENGTH ? undefined : CORES.find(([pattern]) => pattern.test(word))?.[1];
