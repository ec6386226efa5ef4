import type { Block } from '@bandeng/contracts/schemas';

/** What can be said of a notice in a file, a row or an entry. */
export const IMPORT_FIELDS = [
  'title',
  'unit',
  'columns',
  'kind',
  'documentClass',
  'documentNumber',
  'indexNumber',
  'publishedAt',
  'madeOn',
  'effectiveOn',
  'abolishedOn',
  'sourceUrl',
  'areas',
  'keyPoints',
  'externalId',
  'body',
  'stage',
  'entries',
  'interprets',
  'interpretedBy',
  'answers',
  'answeredBy',
  'related',
  'posting',
  'postingFrom',
  'postingTo',
  'postingUnit',
  'objection',
  'limitedGroup',
  'limitedPostedAt',
  'limitedContact',
  'limitedCode',
  'attachments',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** One notice as its source words it, with where it stands there. */
export interface ImportedNotice {
  /** For problems: file, or sheet and row, or number of the entry. */
  place: string;
  /** Finds it again in the next import. */
  externalId: string;
  fields: Partial<Record<ImportField, string>>;
  body: Block[];
  /** Files on disk that belong to it. */
  attachments: { path: string; name: string }[];
}

export interface ReadResult {
  notices: ImportedNotice[];
  /** Sentences that name the place. */
  problems: string[];
}

/** Headers and keys by what they mean; the first field that a header fits takes it. */
const WORDS: Record<ImportField, RegExp> = {
  sourceUrl: /^(sourceurl|url|link|原文(链接|地址|网址)|链接|网址|来源(链接|地址|网址))$/,
  documentNumber: /^(documentnumber|文号|发文字号|文件(编?号|字号))$/,
  indexNumber: /^(indexnumber|索引号|信息索引号?)$/,
  publishedAt: /^(publishedat|published|date|(信息)?(发布|公开)(日期|时间)|日期|时间)$/,
  madeOn: /^(madeon|(成文|生成|制定|印发)(日期|时间))$/,
  effectiveOn: /^(effectiveon|(生效|施行|实施)(日期|时间))$/,
  abolishedOn: /^(abolishedon|(废止|失效)(日期|时间))$/,
  columns: /^(columnids?|columns?|(所属)?栏目(名称)?|信息分类|分类)$/,
  documentClass: /^(documentclass|文件(分类|类别|性质)|规范性文件(类别|认定)?)$/,
  kind: /^(kind|(信息)?(种类|类型|类别)|体裁)$/,
  unit: /^(unitid|unit|(发布|公开|发文|制定|来源|信息)?(单位|机构|机关|部门)(名称)?|公开主体|来源|作者)$/,
  areas: /^(areaids?|areas?|(适用|所属)?(地区|区域|街道|社区))$/,
  keyPoints: /^(keypoints|要点|摘要|概述|内容概述)$/,
  title: /^(title|(信息|文件)?(标题|名称)|题名)$/,
  externalId: /^(externalid|id|编号|信息编号|标识)$/,
  body: /^(body|content|text|正文|(信息)?内容|全文)$/,
  stage: /^(stage|五公开(环节)?|(公开)?环节)$/,
  entries: /^(entryids?|entries|(标准)?目录事项|(公开|对应|所属)?事项(名称)?)$/,
  interprets: /^(interprets|解读的?(文件|政策|原文)|解读对象)$/,
  interpretedBy: /^(interpretedby|(政策|相关)?解读(材料|稿|链接|信息)?)$/,
  answers: /^(answers|(答复|回应)的(问题|事项|来信)|答复对象)$/,
  answeredBy: /^(answeredby|后?续?(答复|回应)(材料|链接|信息)?)$/,
  related: /^(related|(相关|关联)(信息|文件|链接|公开)?)$/,
  posting: /^(posting|公示(期限?|时间|起止(日期|时间)?))$/,
  postingFrom: /^(postingfrom|公示(开始|起始)(日期|时间)?)$/,
  postingTo: /^(postingto|公示(结束|截止)(日期|时间)?)$/,
  postingUnit: /^(postingunit|公示期?(单位|按什么算))$/,
  objection: /^((posting)?objection|异议(方式|渠道)?|怎样提异议)$/,
  limitedGroup: /^(limitedgroup|公开(对象|范围)|特定群体)$/,
  limitedPostedAt: /^((limited)?postedat|张贴(地点|位置))$/,
  limitedContact: /^((limited)?contact|联系(方式|人|电话)|咨询电话)$/,
  limitedCode: /^((limited)?code|查阅码)$/,
  attachments: /^(attachments?|附件(名称|文件)?)$/,
};

/** The field that a header of a sheet or a key of a file means; undefined for one that is none of ours. */
export function fieldOf(header: string): ImportField | undefined {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*：:()（）.-]/g, '');
  return (Object.keys(WORDS) as ImportField[]).find(field => WORDS[field].test(plain));
}

/** Several things in one cell; their names may hold commas. */
export const partsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[；;\n]/)
    .map(part => part.trim())
    .filter(Boolean);
