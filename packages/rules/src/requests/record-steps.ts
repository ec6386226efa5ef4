import type { RequestKind } from './record-outcomes';
import type { RequestEventType } from './request-events';

/**
 * Art. 41 knows the request and what became of it. Asking for a correction of the application, more time, others' opinions and fees are
 * written for requests for information (Art. 30 to 35, 42), and their letters say so: none of them is a step of this.
 */
const RECORD_STEPS: readonly RequestEventType[] = ['submitted', 'registered', 'decided', 'withdrawn'];

/** Is this a step of a request of this kind at all? */
export const isStepOf = (kind: RequestKind, type: RequestEventType): boolean =>
  kind === 'information' || RECORD_STEPS.includes(type);
