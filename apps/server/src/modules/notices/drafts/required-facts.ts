import type { DraftContent } from '@bandeng/contracts/schemas';
import { withholdingGrounds } from '@bandeng/rules';
import type { FieldFault } from '../../../platform/errors';

type Kind = DraftContent['kind'];
type Fact =
  | 'documentNumber'
  | 'documentClass'
  | 'madeOn'
  | 'effectiveOn'
  | 'keyPoints'
  | 'areaIds'
  | 'interprets'
  | 'period'
  | 'postingKind'
  | 'objection';

/**
 * What a notice must say of itself, by kind. The directory of the regulation (Art. 12: 索引, 名称, 内容概述, 生成日期) asks for the date
 * of everything but news; a file is found by its number and read by its points.
 */
const REQUIRED: Readonly<Record<Kind, readonly Fact[]>> = {
  regulation: ['documentClass', 'documentNumber', 'madeOn', 'effectiveOn', 'keyPoints'],
  interpretation: ['madeOn', 'interprets'],
  posting: ['madeOn', 'period', 'postingKind', 'objection'],
  announcement: ['madeOn'],
  meeting: ['madeOn', 'keyPoints'],
  tender: ['madeOn'],
  land: ['madeOn', 'documentNumber', 'areaIds'],
  finance: ['madeOn'],
  news: [],
  result: ['madeOn'],
};

const CHECKS: Readonly<Record<Fact, { path: string; message: string; isThere(content: DraftContent): boolean }>> = {
  documentNumber: {
    path: 'documentNumber',
    message: '请写文号。',
    isThere: content => Boolean(content.documentNumber),
  },
  documentClass: {
    path: 'documentClass',
    message: '请选是规章、行政规范性文件还是其他文件，年度报告照这个数。',
    isThere: content => content.documentClass !== undefined,
  },
  madeOn: { path: 'madeOn', message: '请写成文日期。', isThere: content => content.madeOn !== undefined },
  effectiveOn: {
    path: 'effectiveOn',
    message: '请写施行日期。',
    isThere: content => content.effectiveOn !== undefined,
  },
  keyPoints: {
    path: 'keyPoints',
    message: '请用大白话写至少一条要点。',
    isThere: content => content.keyPoints.some(Boolean),
  },
  areaIds: { path: 'areaIds', message: '请写涉及哪些地方。', isThere: content => content.areaIds.length > 0 },
  interprets: {
    path: 'relatedIds',
    message: '请写明解读的是哪一份文件。',
    isThere: content => content.relatedIds.some(link => link.relation === 'interprets'),
  },
  period: {
    path: 'posting',
    message: '请写公示的起止日期。',
    isThere: ({ posting }) => posting?.from !== undefined && posting.to !== undefined,
  },
  postingKind: {
    path: 'posting.kind',
    message: '请选是哪一种公示，它定了最少公示几天。',
    isThere: ({ posting }) => posting?.kind !== undefined,
  },
  objection: {
    path: 'posting.objection',
    message: '请写怎样提异议。',
    isThere: ({ posting }) => Boolean(posting?.objection),
  },
};

const fault = (isWrong: boolean, path: string, message: string): FieldFault[] => (isWrong ? [{ path, message }] : []);

interface Given {
  /** Of a limited notice: its printed code may stay as it is. */
  isCorrection: boolean;
  today: string;
}

/** Facts that are missing, and dates that cannot be together. */
export function missingFacts(content: DraftContent, { isCorrection, today }: Given): FieldFault[] {
  const { body, attachmentIds, effectiveOn, abolishedOn, takeDownOn, posting, withholding } = content;
  if (withholding) return missingOfWithheld(content, withholding, isCorrection);
  return [
    ...fault(content.title === '', 'title', '请写标题。'),
    ...fault(content.columnIds.length === 0, 'columnIds', '请选至少一个栏目。'),
    ...fault(body.length === 0 && attachmentIds.length === 0, 'body', '请写正文，或者放上附件。'),
    ...REQUIRED[content.kind].flatMap(fact => {
      const { path, message, isThere } = CHECKS[fact];
      return fault(!isThere(content), path, message);
    }),
    ...missingWordsOfPictures(content),
    ...fault(
      effectiveOn !== undefined && abolishedOn !== undefined && abolishedOn < effectiveOn,
      'abolishedOn',
      '废止不能早于施行。',
    ),
    ...fault(
      posting?.from !== undefined && posting.to !== undefined && posting.to < posting.from,
      'posting.to',
      '公示结束不能早于开始。',
    ),
    ...fault(takeDownOn !== undefined && takeDownOn <= today, 'takeDownOn', '下架日期要晚于今天。'),
    ...fault(
      takeDownOn !== undefined && posting?.to !== undefined && takeDownOn <= posting.to,
      'takeDownOn',
      '公示还没结束，不能下架。',
    ),
    ...missingOfLimited(content, isCorrection),
  ];
}

const missingWordsOfPictures = ({ body }: DraftContent): FieldFault[] =>
  body.flatMap((block, at) =>
    fault(
      block.type === 'image' && block.alt.trim() === '',
      `body.${at}.alt`,
      '请用一句话写图里是什么，给看不见图的人听。',
    ),
  );

/**
 * 拟制公文时明确属性，拟不公开的说明理由 (国办发〔2016〕80号). What only readers need (columns, points, a period) is not asked of a paper that
 * has none; what is a state secret is not written into a system that stands on the internet.
 */
function missingOfWithheld(
  { title, madeOn, body, attachmentIds }: DraftContent,
  { attribute, ground, reason }: NonNullable<DraftContent['withholding']>,
  isCorrection: boolean,
): FieldFault[] {
  const isEmpty = body.length === 0 && attachmentIds.length === 0;
  const isSecret = ground === 'state_secret';
  return [
    ...fault(isCorrection, 'withholding', '已经公开的，要改成不公开，请撤下。'),
    ...fault(title === '', 'title', '请写标题。'),
    ...fault(madeOn === undefined, 'madeOn', '请写成文日期。'),
    ...fault(ground === undefined, 'withholding.ground', '请选不主动公开的依据。'),
    ...fault(
      ground !== undefined && withholdingGrounds[ground].attribute !== attribute,
      'withholding.ground',
      '这条依据和公开属性对不上，请另选一条。',
    ),
    ...fault(reason === '', 'withholding.reason', '请写明理由。'),
    ...fault(isEmpty && !isSecret, 'body', '请写正文，或者放上附件。'),
    ...fault(!isEmpty && isSecret, 'body', '涉密的内容不能写进这里：正文和附件要空着，标题也不要写出秘密。'),
  ];
}

function missingOfLimited({ limited, posting }: DraftContent, isCorrection: boolean): FieldFault[] {
  if (!limited) return [];
  return [
    ...fault(limited.group === '', 'limited.group', '请写全文给哪些人看。'),
    ...fault(limited.postedAt === '', 'limited.postedAt', '请写张贴在哪里。'),
    ...fault(limited.contact === '', 'limited.contact', '请写联系人和电话。'),
    ...fault(
      !(isCorrection && !limited.code) && !/^[A-Z0-9]{6,12}$/.test(limited.code ?? ''),
      'limited.code',
      '查阅码是 6 到 12 位大写字母和数字，印在张贴的纸上。',
    ),
    ...fault(
      posting?.from === undefined || posting.to === undefined,
      'posting',
      '限定范围公开的，要写明公示的起止日期。',
    ),
  ];
}
