import type { GridRecord } from '@bandeng/contracts/types';
import type { GridDeps } from './deps';
import type { Answer, Arrival } from './sync-records';
import { takeOnBehalf, type Walker } from './take-on-behalf';

/** Takes a message in that was taken down for somebody. Its days begin when the office has it; the day it was said stands beside them. */
export function takeEnquiry(
  deps: GridDeps,
  walker: Walker,
  { enquiry, arrival }: { enquiry: Extract<GridRecord, { kind: 'enquiry' }>; arrival: Arrival },
): Promise<Answer> {
  const { id, about: kind, title, body, publicConsent, contact } = enquiry;
  const { name, phone } = contact;
  return takeOnBehalf(deps, walker, {
    ...{ record: enquiry, arrival, about: `enquiry:${kind}`, refusals: {} },
    write: async lineage =>
      deps.enquiries.recordOnBehalf(walker.actor, {
        ...{ id, kind, title, body, publicConsent, heardOn: arrival.on },
        contact: { ...(name !== null && { name }), ...(phone !== null && { phone }) },
        // Without a door nobody said where.
        areaId: enquiry.doorId && (await publicAreaOf(deps, lineage)),
      }),
  });
}

/** The smallest area of a door that everybody may read: which grid somebody lives in is not said. */
async function publicAreaOf({ organization }: GridDeps, lineage: readonly string[]): Promise<string | null> {
  const areas = await organization.findAreas(lineage);
  const open = [...areas.values()].filter(({ isPublic }) => isPublic);
  return open.sort((one, other) => other.lineage.length - one.lineage.length)[0]?._id ?? null;
}
