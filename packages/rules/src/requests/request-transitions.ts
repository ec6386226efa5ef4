import type { RequestEventType, RequestStatus } from './request-events';

/**
 * Status × event → status. What is not listed is not allowed. `resume` is the status under the pause: in_progress or extended,
 * or still paused when another question is open.
 */
export type RequestTarget = RequestStatus | 'resume';

const questions = {
  thirdPartyAsked: 'paused',
  otherAgencyAsked: 'paused',
  feeNoticed: 'paused',
} as const;
/** Art. 35, which stops nothing. */
const excess = { reasonsAsked: 'resume', reasonsGiven: 'resume', delayed: 'resume' } as const;
const ends = { decided: 'decided', withdrawn: 'withdrawn' } as const;

export const requestTransitions: Readonly<
  Record<RequestStatus, Readonly<Partial<Record<RequestEventType, RequestTarget>>>>
> = {
  awaiting_confirmation: { registered: 'in_progress', withdrawn: 'withdrawn' },
  in_progress: { correctionAsked: 'awaiting_correction', extended: 'extended', ...questions, ...excess, ...ends },
  awaiting_correction: { corrected: 'in_progress', correctionLapsed: 'lapsed', withdrawn: 'withdrawn' },
  extended: { ...questions, ...excess, ...ends },
  paused: {
    ...questions,
    ...excess,
    thirdPartyServed: 'resume',
    thirdPartyAnswered: 'resume',
    thirdPartySilent: 'resume',
    otherAgencyServed: 'resume',
    otherAgencyAnswered: 'resume',
    otherAgencySilent: 'resume',
    feePaid: 'resume',
    feeDropped: 'resume',
    feeLapsed: 'lapsed',
    extended: 'paused',
    ...ends,
  },
  decided: {},
  withdrawn: {},
  lapsed: {},
};

/** Where an event leads from a status, or null when it is not allowed there. */
export function nextRequestTarget(status: RequestStatus, event: RequestEventType): RequestTarget | null {
  return requestTransitions[status][event] ?? null;
}

/** The events allowed in a status. */
export function allowedRequestEvents(status: RequestStatus): RequestEventType[] {
  return Object.keys(requestTransitions[status]) as RequestEventType[];
}
