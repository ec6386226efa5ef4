import type { GridRecord } from '@bandeng/contracts/types';
import type { GridDeps } from './deps';
import type { Answer, Arrival } from './sync-records';
import { takeOnBehalf, type Walker } from './take-on-behalf';

/** Hands on what somebody wants to know. No request yet: the office calls them first. */
export function takeRequest(
  deps: GridDeps,
  walker: Walker,
  { request, arrival }: { request: Extract<GridRecord, { kind: 'request' }>; arrival: Arrival },
): Promise<Answer> {
  const { id, wanted, method, contact } = request;
  return takeOnBehalf(deps, walker, {
    ...{ record: request, arrival, about: 'request', refusals: {} },
    write: lineage =>
      deps.requests.handOn(walker.actor, {
        ...{ id, wanted, method, contact, heardOn: arrival.on, lineage },
      }),
  });
}
