import type { DraftContent } from '@bandeng/contracts/schemas';
import type { FieldFault } from '../../../platform/errors';

type Kind = DraftContent['kind'];
type Fact =
  'documentNumber' | 'madeOn' | 'effectiveOn' | 'keyPoints' | 'areaIds' | 'interprets' | 'period' | 'objection';

/**
 * What a notice must say of itself, by kind. The directory of the regulation (Art. 12: 索引, 名称, 内容概述, 生成日期) asks for the date
 * of everything but news; a file is found by its number and read by its points.
 */
const REQUIRED: Readonly<Record<Kind, readonly Fact[]>> = {
  regulation: ['documentNumber', 'madeOn', 'effectiveOn', 'keyPoints'],
  interpretation: ['madeOn', 'interprets'],
  posting: ['madeOn', 'period', 'objection'],
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
  objection: {
    path: 'posting.objection',
    message: '请写怎样提异议。',
    isThere: ({ posting }) => Boolean(posting?.objection),
  },
};

const fault = (isWrong: boolean, path: string, message: string): FieldFault[] => (isWrong ? [{ path, message }] : []);

/**
 * Facts that are missing, and dates that cannot be together.
 * @param isCorrection of a limited notice: its printed code may stay as it is
 */
export function missingFacts(content: DraftContent, isCorrection: boolean): FieldFault[] {
  const { body, attachmentIds, effectiveOn, abolishedOn, posting } = content;
  return [
    ...fault(content.title === '', 'title', '请写标题。'),
    ...fault(content.columnIds.length === 0, 'columnIds', '请选至少一个栏目。'),
    ...fault(body.length === 0 && attachmentIds.length === 0, 'body', '请写正文，或者放上附件。'),
    ...REQUIRED[content.kind].flatMap(fact => {
      const { path, message, isThere } = CHECKS[fact];
      return fault(!isThere(content), path, message);
    }),
    ...body.flatMap((block, at) =>
      fault(
        block.type === 'image' && block.alt.trim() === '',
        `body.${at}.alt`,
        '请用一句话写图里是什么，给看不见图的人听。',
      ),
    ),
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
    ...missingOfLimited(content, isCorrection),
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
