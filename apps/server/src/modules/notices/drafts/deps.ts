import type { NoticesDeps } from '../deps';
import type { DraftRepository } from './draft.repository';

export type DraftsDeps = NoticesDeps & { drafts: DraftRepository };

export const DRAFTS = 'noticeDrafts';
