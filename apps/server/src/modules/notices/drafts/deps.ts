import type { NoticesDeps } from '../deps';
import type { DraftRepository } from './draft.repository';

export type DraftsDeps = NoticesDeps & { drafts: DraftRepository };

/** Who does what nobody in particular did. */
export const SYSTEM = 'system';
export const DRAFTS = 'noticeDrafts';
