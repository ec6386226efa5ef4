import { z } from 'zod';
import { GivenDate, Id, IdParams, LocalDate, Ref, listQuery, page, text } from './common';

/** What somebody is responsible for; the first three are of a unit, a grid worker is of an area. */
export const ROSTER_POSTS = [
  'head',
  'information_officer',
  'spokesperson',
  'grid_worker',
  'expert',
  'representative',
] as const;

export const RosterEntry = z.object({
  id: z.string(),
  post: z.enum(ROSTER_POSTS),
  unit: Ref.nullable(),
  area: Ref.nullable(),
  name: z.string(),
  /** Title, field or what in particular. */
  duty: z.string().nullable(),
  /** Null also for readers who need not have it. */
  phone: z.string().nullable(),
  /** Whether name and telephone stand on the page of the unit. */
  isPublic: z.boolean(),
  since: LocalDate,
  /** From this day on no longer. */
  closedOn: LocalDate.nullable(),
});

/** As everybody reads it. */
export const UnitContact = RosterEntry.pick({ post: true, name: true, duty: true, phone: true });

/** What the post is, and of what, is fixed once it is there: another post is another entry. */
const RosterInput = z.strictObject({
  post: z.enum(ROSTER_POSTS),
  unitId: Id.nullable(),
  areaId: Id.nullable(),
  name: text(40),
  duty: text(80).nullable(),
  phone: text(40).nullable(),
  isPublic: z.boolean(),
  since: GivenDate,
});

export const rosterSchemas = {
  'staff.rosters.list': {
    query: z.strictObject({
      ...listQuery,
      post: z.enum(ROSTER_POSTS).optional(),
      unit: Id.optional(),
      /** With everything that lies in it. */
      area: Id.optional(),
      /** Who was responsible on this day. */
      on: GivenDate.optional(),
    }),
    response: page(RosterEntry),
  },
  'staff.rosters.put': { params: IdParams, body: RosterInput, response: RosterEntry },
  'staff.rosters.close': { params: IdParams, body: z.strictObject({ on: GivenDate }), response: RosterEntry },
};
