import type { RequestEvent, RequestEventType } from './request-events';

const ENDS: readonly RequestEventType[] = ['decided', 'correctionLapsed', 'feeLapsed', 'withdrawn'];

/** What ended a request, or null while it is open. */
export const endOfRequest = (events: readonly RequestEvent[]): RequestEvent | null =>
  events.find(({ type }) => ENDS.includes(type)) ?? null;
