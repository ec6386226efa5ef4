import { NoticeSource, type DraftContent } from '@bandeng/contracts/schemas';
import district from '../../../../../../config/district.json';
import { shanghaiDate } from '../../../platform/clock';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { DraftsDeps } from './deps';
import type { DraftRecord } from './draft.model';

/** What the system adds to the words of a draft. */
interface Given {
  publishedAt: Date;
  indexNumber: string | null;
  sourceUrl?: string | null;
  /** For a limited notice whose printed code stays as it is. */
  code?: string;
}

/** 索引号 by rule: the district's letters, the year in which the paper was made, and how many there were before it in that year. */
export async function nextIndexNumber(
  { notices }: Pick<DraftsDeps, 'notices'>,
  { madeOn }: Pick<DraftContent, 'madeOn'>,
  publishedAt: Date,
  tx: Tx,
): Promise<string> {
  const year = (madeOn ?? shanghaiDate(publishedAt)).slice(0, 4);
  const running = await notices.nextNumber(year, tx);
  return `${district.indexNumberPrefix}-${year}-${String(running).padStart(5, '0')}`;
}

/** A draft as the publishing code takes a notice; throws draft.incomplete when it is not whole. */
export function noticeOfDraft({ content, passes }: DraftRecord, given: Given): NoticeSource {
  const { posting, limited, documentNumber, documentClass, keyPoints, withholding: _, ...facts } = content;
  const parsed = NoticeSource.safeParse({
    ...facts,
    ...(documentNumber ? { documentNumber } : {}),
    // Left over from when it was still a paper.
    ...(facts.kind === 'regulation' ? { documentClass } : {}),
    ...(given.indexNumber ? { indexNumber: given.indexNumber } : {}),
    ...(given.sourceUrl ? { sourceUrl: given.sourceUrl } : {}),
    keyPoints: keyPoints.filter(Boolean),
    publishedAt: given.publishedAt.toISOString(),
    ...(posting && { posting: { ...posting, objection: posting.objection || undefined } }),
    ...(limited && { limited: { ...limited, code: limited.code ?? given.code } }),
    ...(passes.length > 0 && { personalDataConfirmed: true }),
  });
  if (parsed.success) return parsed.data;
  throw new AppError('draft.incomplete', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });
}
