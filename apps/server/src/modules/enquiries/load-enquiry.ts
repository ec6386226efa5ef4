import type { RouteName } from '@bandeng/contracts/routes';
import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { rateEnquiry, reopenEnquiry } from './author-actions';
import { offerConversion } from './convert-enquiry';
import { createEnquiry } from './create-enquiry';
import type { EnquiryDeps } from './deps';
import { acceptEnquiry, answerEnquiry, approveAnswer, assignEnquiry, refuseEnquiry } from './office-actions';
import { featureEnquiry, publishEnquiry } from './publish-enquiry';

type BodyOf<N extends RouteName> = RouteInput<N>['body'];

/** A step as it was taken at an earlier time. */
export type LoadedEnquiryStep = { at: Date } & (
  | { kind: 'accept'; body: BodyOf<'staff.enquiries.accept'> }
  | { kind: 'refuse'; body: BodyOf<'staff.enquiries.refuse'> }
  | { kind: 'assign'; body: BodyOf<'staff.enquiries.assign'> }
  | { kind: 'answer'; body: BodyOf<'staff.enquiries.answer'> }
  | { kind: 'approve' }
  | { kind: 'publish'; body: BodyOf<'staff.enquiries.publish'> }
  | { kind: 'feature' }
  | { kind: 'offerConversion'; body: BodyOf<'staff.enquiries.offerConversion'> }
  | { kind: 'rate'; body: BodyOf<'enquiries.rate'> }
  | { kind: 'reopen'; reason: string }
);

export interface LoadedEnquiry {
  input: BodyOf<'enquiries.create'>;
  submittedAt: Date;
  /** In the order of their time. */
  steps: readonly LoadedEnquiryStep[];
  author: ResidentActor;
  /** Takes in, hands on and looks at answers; writes them. */
  office: OfficeActor;
  editor: OfficeActor;
}

/**
 * Takes a message through its steps as if at their times, by the same use cases and rules as the calls (the demo district).
 * Nobody is told; an id that exists is left alone.
 */
export async function loadEnquiry(deps: EnquiryDeps, given: LoadedEnquiry): Promise<void> {
  if (await deps.enquiries.find(given.input.id)) return;
  await createEnquiry(asOf(deps, given.submittedAt), given.author, given.input);
  for (const step of given.steps) await takeStep(asOf(deps, step.at), given, step);
}

function takeStep(deps: EnquiryDeps, given: LoadedEnquiry, step: LoadedEnquiryStep): Promise<unknown> {
  const { author, office, editor } = given;
  const { id } = given.input;
  switch (step.kind) {
    case 'accept':
      return acceptEnquiry(deps, office, id, step.body);
    case 'refuse':
      return refuseEnquiry(deps, office, id, step.body);
    case 'assign':
      return assignEnquiry(deps, office, id, step.body);
    case 'answer':
      return answerEnquiry(deps, editor, id, step.body);
    case 'approve':
      return approveAnswer(deps, office, id);
    case 'publish':
      return publishEnquiry(deps, office, { id, body: step.body });
    case 'feature':
      return featureEnquiry(deps, office, { id, isFaq: true });
    case 'offerConversion':
      return offerConversion(deps, office, { id, body: step.body });
    case 'rate':
      return rateEnquiry(deps, author, { id, body: step.body });
    case 'reopen':
      return reopenEnquiry(deps, author, { id, reason: step.reason });
  }
}

/** The same dependencies at another time, with nobody listening. */
const asOf = (deps: EnquiryDeps, at: Date): EnquiryDeps => ({
  ...deps,
  clock: { ...deps.clock, now: () => at, today: () => shanghaiDate(at) },
  outbox: { ...deps.outbox, add: () => Promise.resolve() },
});
