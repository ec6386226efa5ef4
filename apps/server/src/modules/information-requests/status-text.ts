import { requestStatusLabels } from '@bandeng/rules';
import type { InformationRequestRecord } from './information-request.model';

/** It goes on in another case. */
export const isMerged = ({ links = [] }: Pick<InformationRequestRecord, 'links'>): boolean =>
  links.some(({ relation }) => relation === 'mergedInto');

/** Where a case stands, in words: one that ended because it goes on elsewhere says so. */
export function statusTextOf(record: Pick<InformationRequestRecord, 'status' | 'conversion' | 'links'>): string {
  if (record.conversion?.to) return '已转到网上民声';
  return isMerged(record) ? '已并入另一件' : requestStatusLabels[record.status];
}
