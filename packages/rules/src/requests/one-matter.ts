import type { LocalDate } from '../calendar';
import type { RequestStatus } from './request-events';

/** Of a request, what decides whether it may be split, or go on together with another. */
export interface OneMatterCase {
  status: RequestStatus;
  receivedOn: LocalDate | null;
  /** An answer to it is proposed, or on its way to a signature. */
  isProposed: boolean;
  unitId: string;
  /** The same for the same person or organization. */
  applicantKey: string;
}

const OVER: Partial<Record<RequestStatus, string>> = {
  decided: '已经作出答复，不能再拆分或者合并。',
  withdrawn: '已经撤回了，不能再拆分或者合并。',
  lapsed: '已经不再处理，不能再拆分或者合并。',
  paused: '在等别人回复或者缴费，先等到了再拆分或者合并。',
  awaiting_correction: '在等申请人补正，补正以后再拆分或者合并。',
};

/** Why a request cannot be split into several (一事一申请), as a sentence; null when it can. */
export function splitRefusal({ status, isProposed }: Pick<OneMatterCase, 'status' | 'isProposed'>): string | null {
  return OVER[status] ?? (isProposed ? '答复已经拟好在审，退回以后再拆分或者合并。' : null);
}

/**
 * Why `joined` cannot go on in `into`, as a sentence; null when it can. The one received first goes on, so that nobody waits longer
 * for it than the law lets them.
 */
export function mergeRefusal(joined: OneMatterCase, into: OneMatterCase): string | null {
  const refused = splitRefusal(joined) ?? splitRefusal(into);
  if (refused !== null) return refused;
  if (joined.unitId !== into.unitId) return '不是同一个单位的申请，不能合并。';
  if (joined.applicantKey !== into.applicantKey) return '不是同一个申请人的，不能合并。';
  if (joined.receivedOn === null || into.receivedOn === null) return '两件都登记了再合并。';
  return joined.receivedOn < into.receivedOn ? '要并到先收到的那一件里，期限按它算。' : null;
}
