import type { DraftContent } from '@bandeng/contracts/schemas';
import { postingTooShort } from '@bandeng/rules';
import type { FieldFault } from '../../../platform/errors';
import type { NoticesDeps } from '../deps';

/**
 * Why a posting may not hang out so: fewer days than its kind asks for.
 * @param publishedOn the day it comes out, where that is known
 */
export async function postingFaults(
  { holidays }: Pick<NoticesDeps, 'holidays'>,
  posting: DraftContent['posting'],
  publishedOn?: string,
): Promise<FieldFault[]> {
  if (posting?.kind === undefined || posting.from === undefined || posting.to === undefined) return [];
  const { kind, from, to } = posting;
  if (to < from) return [];
  const calendar = await holidays.calendar();
  const message = postingTooShort({ kind, from, to, calendar, ...(publishedOn && { publishedOn }) });
  return message === null ? [] : [{ path: 'posting.to', message }];
}
