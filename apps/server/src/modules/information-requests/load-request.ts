import type { RouteName } from '@bandeng/contracts/routes';
import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { correctInformationRequest, withdrawInformationRequest } from './applicant-actions';
import { recordConference } from './confer';
import { answerConversion, offerConversion } from './conversion-actions';
import { suggestPublishing } from './asked-case';
import { consultOthers } from './consultation-actions';
import { createInformationRequest } from './create-information-request';
import type { InformationRequestsDeps } from './deps';
import { askReasons } from './excess-actions';
import { noticeFee } from './fee-actions';
import { decideInformationRequest, proposeDecision, reviewDecision } from './proposal-actions';
import { recordSearch } from './record-search';
import { redactTextOf } from './redaction-actions';
import { askCorrection, extendInformationRequest, registerInformationRequest } from './office-actions';

type BodyOf<N extends RouteName> = RouteInput<N>['body'];

/** A step as it was taken at an earlier time. */
export type LoadedStep = { at: Date } & (
  | { kind: 'register' }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'suggestPublishing'; reason: string }
  | { kind: 'correct'; body: BodyOf<'informationRequests.correct'> }
  | { kind: 'askCorrection'; body: BodyOf<'staff.informationRequests.askCorrection'> }
  | { kind: 'extend'; body: BodyOf<'staff.informationRequests.extend'> }
  | { kind: 'consult'; body: BodyOf<'staff.informationRequests.consult'> }
  | { kind: 'askReasons'; body: BodyOf<'staff.informationRequests.askReasons'> }
  | { kind: 'offerConversion'; body: BodyOf<'staff.informationRequests.offerConversion'> }
  | { kind: 'answerConversion'; body: BodyOf<'informationRequests.answerConversion'> }
  | { kind: 'noticeFee'; body: BodyOf<'staff.informationRequests.noticeFee'> }
  | { kind: 'recordSearch'; body: BodyOf<'staff.informationRequests.recordSearch'> }
  | { kind: 'confer'; body: BodyOf<'staff.informationRequests.confer'> }
  | { kind: 'redactText'; body: BodyOf<'staff.informationRequests.redactText'> }
  | { kind: 'propose'; body: BodyOf<'staff.informationRequests.propose'> }
  | { kind: 'review'; body: BodyOf<'staff.informationRequests.review'> }
  /** Proposed, found right by the legal adviser where one is needed, and approved. */
  | { kind: 'decide'; body: BodyOf<'staff.informationRequests.propose'>; legalNote: string }
);

export interface LoadedRequest {
  input: BodyOf<'informationRequests.create'>;
  submittedAt: Date;
  /** In the order of their time. */
  steps: readonly LoadedStep[];
  applicant: ResidentActor;
  officer: OfficeActor;
  legal: OfficeActor;
  head: OfficeActor;
}

/**
 * Takes a request through its steps as if at their times, by the same use cases and rules as the calls (the demo district).
 * Nobody is told; an id that exists is left alone.
 */
export async function loadInformationRequest(deps: InformationRequestsDeps, given: LoadedRequest): Promise<void> {
  const { input, applicant } = given;
  if (await deps.requests.find(input.id)) return;
  await createInformationRequest(asOf(deps, given.submittedAt), applicant, input);
  for (const step of given.steps) await takeStep(asOf(deps, step.at), given, step);
}

function takeStep(deps: InformationRequestsDeps, given: LoadedRequest, step: LoadedStep): Promise<unknown> {
  const { applicant, officer, head } = given;
  const { id } = given.input;
  switch (step.kind) {
    case 'register':
      return registerInformationRequest(deps, officer, id);
    case 'askCorrection':
      return askCorrection(deps, officer, { id, body: step.body });
    case 'correct':
      return correctInformationRequest(deps, applicant, { id, body: step.body });
    case 'extend':
      return extendInformationRequest(deps, head, { id, body: step.body });
    case 'consult':
      return consultOthers(deps, officer, { id, body: step.body });
    case 'askReasons':
      return askReasons(deps, officer, { id, body: step.body });
    case 'offerConversion':
      return offerConversion(deps, officer, { id, body: step.body });
    case 'answerConversion':
      return answerConversion(deps, applicant, { id, body: step.body });
    case 'noticeFee':
      return noticeFee(deps, officer, { id, body: step.body });
    case 'recordSearch':
      return recordSearch(deps, officer, { id, body: step.body });
    case 'confer':
      return recordConference(deps, officer, { id, body: step.body });
    case 'redactText':
      return redactTextOf(deps, officer, { id, body: step.body });
    case 'propose':
      return proposeDecision(deps, officer, { id, body: step.body });
    case 'review':
      return reviewDecision(deps, given.legal, { id, body: step.body });
    case 'decide':
      return decide(deps, given, step);
    case 'suggestPublishing':
      return suggestPublishing(deps, applicant, { id, reason: step.reason });
    case 'withdraw':
      return withdrawInformationRequest(deps, applicant, { id, reason: step.reason });
  }
}

async function decide(
  deps: InformationRequestsDeps,
  { input: { id }, officer, legal, head }: LoadedRequest,
  { body, legalNote }: Extract<LoadedStep, { kind: 'decide' }>,
): Promise<void> {
  const proposalId = body.id;
  const { decisionStep } = await proposeDecision(deps, officer, { id, body });
  if (decisionStep === 'review')
    await reviewDecision(deps, legal, { id, body: { proposalId, isAgreed: true, note: legalNote } });
  await decideInformationRequest(deps, head, { id, body: { proposalId, isApproved: true } });
}

/** The same dependencies at another time, with nobody listening. */
const asOf = (deps: InformationRequestsDeps, at: Date): InformationRequestsDeps => ({
  ...deps,
  clock: { ...deps.clock, now: () => at, today: () => shanghaiDate(at) },
  outbox: { ...deps.outbox, add: () => Promise.resolve() },
});
