import type { Outcome, PublicComment } from '@bandeng/contracts/types';
import { consultationKinds } from '@bandeng/rules';
import { ANONYMOUS } from '../../../http/actor';
import { presentPublicComment } from '../comment.presenter';
import type { ConsultationRecord } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import { describeComments, listPublic } from '../read-comments';
import { describeOutcome } from '../read-consultations';

const AT_ONCE = 100;
/** A report of more comments is no longer read on paper: it says that it leaves some out, and where they are. */
export const MOST_COMMENTS = 1_000;

/** 征集结果反馈 (FACTS.md, section 4): everything it says is public. */
export interface OutcomeReport {
  kindLabel: string;
  basis: string;
  outcome: Outcome;
  /** Those whose words are public, oldest first. */
  comments: PublicComment[];
  isCut: boolean;
}

/** Throws consultation.not_found, outcome.not_yet. */
export async function collectReport(deps: ConsultationsDeps, record: ConsultationRecord): Promise<OutcomeReport> {
  const outcome = await describeOutcome(deps, record);
  const consultations = new Map([[record._id, record]]);
  const comments: PublicComment[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPublic(deps, record, { limit: AT_ONCE, cursor });
    const given = { comments: page.items, consultations };
    comments.push(...(await describeComments(deps, ANONYMOUS, given, presentPublicComment)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && comments.length < MOST_COMMENTS);
  const { label, basis } = consultationKinds[record.kind];
  return { kindLabel: label, basis, outcome, comments: comments.reverse(), isCut: cursor !== undefined };
}
