import type { NoticesDeps } from '../deps';
import type { DraftRepository } from './draft.repository';
import type { Wording } from './wording';

export type DraftsDeps = NoticesDeps & { drafts: DraftRepository; wording: Wording };

/** Who does what nobody in particular did. */
export const SYSTEM = 'system';
export const DRAFTS = 'noticeDrafts';
