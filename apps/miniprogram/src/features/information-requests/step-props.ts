import type { Photos } from '@/ui/use-photos';
import type { SuggestionUse } from './use-suggestion-uses';
import type { Faults, RequestDraft } from './request-draft';

/** What says who somebody is, that they may act for another, and that a record is wrong. */
export type RequestPapers = Record<'identity' | 'authority' | 'evidence', Photos>;

export interface StepProps {
  draft: RequestDraft;
  faults: Faults;
  change: (part: Partial<RequestDraft>) => void;
  /** A field was left: the moment to check it. */
  leave: (field: keyof RequestDraft) => void;
  /** Counts what became of what exists already. */
  noteUse: (use: SuggestionUse) => void;
  papers: RequestPapers;
  /** Pictures are sent when they are chosen: that needs a login. */
  addPaper: (kind: keyof RequestPapers) => void;
}
