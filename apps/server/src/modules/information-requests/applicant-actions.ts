import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, type LocalDate } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { assertAllowed, changeInformationRequest, type CaseChange } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { isApplicant } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

type Change = Promise<InformationRequestRecord>;

export const withdrawInformationRequest = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: { id: string; reason: string | undefined },
): Change =>
  changeInformationRequest(deps, actor, input.id, (record, on) => {
    assertAllowed(isApplicant(actor, record));
    return withdrawFor(record, { on, reason: input.reason });
  });

/** 补正: replaces the content; its receipt restarts the clock (Art. 30). Content already handed in under this id is a repeat. */
export const correctInformationRequest = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: { id: string; body: RouteInput<'informationRequests.correct'>['body'] },
): Change =>
  changeInformationRequest(deps, actor, input.id, (record, on) => {
    assertAllowed(isApplicant(actor, record));
    return correctFor(deps, record, { ...input.body, on });
  });

/** The applicant's reasons (Art. 35). */
export const giveReasons = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  { id, text }: { id: string; text: string },
): Change =>
  changeInformationRequest(deps, actor, id, (record, on) => {
    assertAllowed(isApplicant(actor, record));
    return explainFor(record, { on, text });
  });

/** What the applicant does on that day, by their own hand or written down by the office; null when it was done already. */
export function withdrawFor(
  record: InformationRequestRecord,
  { on, reason }: { on: LocalDate; reason?: string | undefined },
): CaseChange | null {
  if (record.status === 'withdrawn') return null;
  return { event: 'information-request.withdrawn', by: 'applicant', fact: { type: 'withdrawn', on }, note: reason };
}

export function correctFor(
  deps: Pick<InformationRequestsDeps, 'blindIndex'>,
  record: InformationRequestRecord,
  { id, on, content }: RouteInput<'informationRequests.correct'>['body'] & { on: LocalDate },
): CaseChange | null {
  const contentHash = deps.blindIndex.of('correction', canonicalJson(content));
  const earlier = record.corrections.find(correction => correction.id === id);
  if (earlier && earlier.contentHash !== contentHash) throw new AppError('id.conflict');
  if (earlier) return null;
  const { name, documentNumber, description } = content;
  return {
    event: 'information-request.corrected',
    by: 'applicant',
    fact: { type: 'corrected', on },
    fields: ['content'],
    set: {
      content: { name, documentNumber: documentNumber ?? null, description: description ?? null },
      corrections: [...record.corrections, { id, contentHash }],
      correction: null,
    },
  };
}

/** The same words again are no second answer. */
export function explainFor(
  record: InformationRequestRecord,
  { on, text }: { on: LocalDate; text: string },
): CaseChange | null {
  if (record.reasons?.given === text) return null;
  return {
    event: 'information-request.reasons_given',
    by: 'applicant',
    fact: { type: 'reasonsGiven', on },
    note: text,
    fields: ['reasons'],
    set: { reasons: record.reasons ? { ...record.reasons, given: text } : null },
  };
}
