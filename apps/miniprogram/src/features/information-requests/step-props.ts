import type { Faults, RequestDraft } from './request-draft';

export interface StepProps {
  draft: RequestDraft;
  faults: Faults;
  change: (part: Partial<RequestDraft>) => void;
  /** A field was left: the moment to check it. */
  leave: (field: keyof RequestDraft) => void;
}
