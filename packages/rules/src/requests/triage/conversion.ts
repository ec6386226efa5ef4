import type { EnquiryStatus } from '../../enquiries';
import type { RequestStatus } from '../request-events';

/**
 * When a request may go on as a message of 网上民声, and a message as a request: why not, by where it stands; null when it may. What
 * has been answered stays what it is.
 */
const REFUSED = {
  request: {
    ...{ awaiting_confirmation: null, in_progress: null, extended: null, awaiting_correction: null, paused: null },
    decided: '已经答复的申请不能再转',
    withdrawn: '已经撤回或者转走了',
    lapsed: '已经结束的申请不能再转',
  },
  enquiry: {
    ...{ submitted: null, accepted: null, assigned: null, drafted: null },
    answered: '已经答复的留言不能再转，本人可以另外申请公开',
    with_hotline: '热线在办，先从热线接回来再转',
    not_ours: '已经告诉本人归谁办，不能再转',
    withdrawn: '已经撤回或者转走了',
  },
} as const satisfies {
  request: Readonly<Record<RequestStatus, string | null>>;
  enquiry: Readonly<Record<EnquiryStatus, string | null>>;
};

/** Why a request in this state cannot be converted, as a sentence; null when it can, with its applicant's agreement. */
export const requestConversionRefusal = (status: RequestStatus): string | null => REFUSED.request[status];
/** Why a message in this state cannot be converted, as a sentence; null when it can, with its author's agreement. */
export const enquiryConversionRefusal = (status: EnquiryStatus): string | null => REFUSED.enquiry[status];
