import type { TELLING_WAYS } from '@bandeng/contracts/schemas';
import type { RequestChannel } from '@bandeng/rules';

/** Another case that this one was split from or into, or merged with. */
export interface RequestLink {
  relation: 'splitFrom' | 'splitInto' | 'mergedFrom' | 'mergedInto';
  id: string;
  at: Date;
  reason: string;
}

/** An applicant without an account was told that the case was split or merged. */
export interface RequestTelling {
  id: string;
  at: Date;
  staffId: string;
  on: string;
  way: (typeof TELLING_WAYS)[number];
  note: string | null;
}

/** How it came, and who wrote it down (null: the applicant); `isReadBack`: what was spoken was read to the applicant. */
export interface Intake {
  channel: RequestChannel;
  staffId: string | null;
  isReadBack: boolean;
}

/** What is wrong with a record of the applicant (Art. 41). */
export interface RecordError {
  holder: string;
  written: string;
  right: string;
}

/** Somebody who acts for the applicant. */
export interface RequestAgent {
  name: string;
  phone: string;
  isAuthorityOnPaper: boolean;
}
