import type { GROUND_FINDINGS } from '@bandeng/contracts/schemas';
import type { RequestDecision } from './information-request.model';

/** An earlier request that a finding rests on, as it was then. */
export interface GroundCase {
  id: string;
  number: string;
  name: string;
  likeness: number;
  submittedOn: string;
  answeredOn: string | null;
  kinds: RequestDecision['kinds'];
}
/** What an officer found in the applicant's earlier requests (Art. 35, 36 (6)). */
export interface RequestGround {
  id: string;
  at: Date;
  staffId: string;
  finding: (typeof GROUND_FINDINGS)[number];
  note: string;
  cases: GroundCase[];
  countInMonth: number;
  countInYear: number;
}
