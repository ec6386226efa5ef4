import { NoticeSource } from '@bandeng/contracts/schemas';
import { startOfShanghaiDate } from '../../../platform/clock';
import type { DocumentClass, NoticeKind, Relation, Stage } from '../notice.model';
import { partsOf, type ImportedNotice } from './imported-notice';
import { limitedOf, postingOf } from './resolve-periods';
import type { Vocabulary } from './vocabulary';

/** Kinds by the words of a sheet or, without one, of the title; the first that fits. */
const KINDS: [NoticeKind, RegExp][] = [
  ['interpretation', /解读|一问一答/],
  ['posting', /公示/],
  ['tender', /招标|采购|中标|成交/],
  ['land', /征地|征收|土地/],
  ['finance', /预算|决算|资金|财政/],
  ['meeting', /会议|常务会/],
  ['result', /结果|处罚决定|抽检/],
  ['regulation', /^文件$|办法|规定|细则|意见|方案|政策文件|规范性文件|规章/],
  ['news', /动态|新闻|快讯/],
  ['announcement', /通知|公告|通告|提醒/],
];
const KIND_CODES = new Set<string>(KINDS.map(([kind]) => kind));

function kindOf(given: string | undefined, title: string): NoticeKind {
  if (given !== undefined && KIND_CODES.has(given)) return given as NoticeKind;
  return KINDS.find(([, words]) => words.test(given ?? title))?.[0] ?? 'announcement';
}

/** Only where the sheet says so: what a title sounds like decides nothing that is counted. */
const CLASSES: Readonly<Record<string, DocumentClass>> = {
  规章: 'rule',
  政府规章: 'rule',
  行政规范性文件: 'normative',
  规范性文件: 'normative',
  其他文件: 'other',
  其他: 'other',
};
const classOf = (text: string): DocumentClass | undefined =>
  CLASSES[text] ?? Object.values(CLASSES).find(one => one === text);

const STAGES: Record<string, Stage> = {
  决策: 'decision',
  执行: 'execution',
  管理: 'management',
  服务: 'service',
  结果: 'result',
};
const stageOf = (text: string): Stage | undefined =>
  STAGES[text.replace(/公开$/, '')] ?? Object.values(STAGES).find(stage => stage === text);

const LINKS = [
  'interprets',
  'interpretedBy',
  'answers',
  'answeredBy',
  'related',
] as const satisfies readonly Relation[];

/** 2019-05-15, 2019/5/15, 2019.5.15, 2019年5月15日 as YYYY-MM-DD; undefined for what is no date. */
export function dateOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return isReal ? date : undefined;
}

/** A day is its beginning in Shanghai; a time without a zone is Shanghai's. */
export function instantOf(text: string): string | undefined {
  const date = dateOf(text);
  if (date !== undefined) return startOfShanghaiDate(date).toISOString();
  const local = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  const day = local && dateOf(local[1]!);
  if (local && day) {
    const [hours, minutes, seconds] = [local[2], local[3], local[4] ?? '0'].map(Number) as [number, number, number];
    if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
    return new Date(startOfShanghaiDate(day).getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString();
  }
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text.trim())) return undefined;
  const instant = new Date(text.trim());
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[；;、,，\n]/)
    .map(part => part.trim())
    .filter(Boolean);

/** The notice as the portal would send it, or why it cannot be, in sentences. */
export function resolveNotice(
  { fields, body }: ImportedNotice,
  vocabulary: Vocabulary,
): { source: NoticeSource; problems: [] } | { source: null; problems: string[] } {
  const problems: string[] = [];
  const refuse = (message: string): undefined => void problems.push(message);
  const must = (label: string, text: string | undefined, read: (text: string) => string | undefined) => {
    if (text === undefined) return refuse(`没有写${label}`);
    return read(text) ?? refuse(`不认识${label}“${text.slice(0, 40)}”`);
  };
  const day = (label: string, text: string | undefined) =>
    text === undefined ? undefined : (dateOf(text) ?? refuse(`${label}“${text}”不是日期`));
  const each = (label: string, parts: readonly string[], read: (text: string) => string | undefined) =>
    parts.flatMap(part => read(part) ?? refuse(`不认识${label}“${part}”`) ?? []);
  const find = (part: string, look: (text: string) => readonly string[], words: { none: string; several: string }) => {
    const found = look(part);
    if (found.length === 1) return found;
    return refuse(`“${part}”${found.length === 0 ? words.none : words.several}`) ?? [];
  };
  const entriesOf = (part: string) =>
    find(part, vocabulary.entryIds, { none: '不是现行目录的事项', several: '在目录里不止一项，写成“领域/事项”' });
  const noticesOf = (part: string) =>
    find(part, vocabulary.noticeIds, {
      none: '不是这次要导入的、也不是已经导入的信息',
      several: '不止一条，改写编号或者原文链接',
    });

  const documentClass =
    fields.documentClass === undefined
      ? classOf(fields.kind ?? '')
      : (classOf(fields.documentClass) ?? refuse(`不认识文件分类“${fields.documentClass}”`));
  const kindFor = (title: string): NoticeKind => {
    // Only papers have a class: one that has no kind of its own is a paper.
    if (documentClass !== undefined && fields.kind === undefined) return 'regulation';
    const kind = kindOf(fields.kind, title);
    if (documentClass !== undefined && kind !== 'regulation') refuse(`写了文件分类，种类“${fields.kind}”却不是文件`);
    return kind;
  };
  const title = must('标题', fields.title, text => text);
  const candidate = {
    title,
    kind: kindFor(title ?? ''),
    unitId: must('单位', fields.unit, vocabulary.unitId),
    columnIds: each('栏目', listOf(fields.columns), vocabulary.columnId),
    documentNumber: fields.documentNumber,
    documentClass,
    indexNumber: fields.indexNumber,
    publishedAt: must('发布日期', fields.publishedAt, instantOf),
    madeOn: day('成文日期', fields.madeOn),
    effectiveOn: day('施行日期', fields.effectiveOn),
    abolishedOn: day('废止日期', fields.abolishedOn),
    sourceUrl: fields.sourceUrl,
    keyPoints: (fields.keyPoints ?? '').split('\n').filter(Boolean).slice(0, 6),
    body,
    stage: fields.stage === undefined ? undefined : (stageOf(fields.stage) ?? refuse(`不认识环节“${fields.stage}”`)),
    entryIds: partsOf(fields.entries).flatMap(entriesOf),
    relatedIds: LINKS.flatMap(relation =>
      partsOf(fields[relation])
        .flatMap(noticesOf)
        .map(id => ({ relation, id })),
    ),
    posting: postingOf(fields, { day, refuse }),
    limited: limitedOf(fields, refuse),
    areaIds: each('地区', listOf(fields.areas), vocabulary.areaId),
  };
  if (candidate.limited && !candidate.posting && problems.length === 0)
    refuse(`只对“${candidate.limited.group}”公开的，要写明公示的起止日期`);
  if (listOf(fields.columns).length === 0) refuse('没有写栏目');
  if (body.length === 0) refuse('没有正文');
  if (problems.length > 0) return { source: null, problems };
  const parsed = NoticeSource.safeParse(candidate);
  if (parsed.success) return { source: parsed.data, problems: [] };
  return { source: null, problems: parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`) };
}
