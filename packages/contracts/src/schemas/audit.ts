import { z } from 'zod';
import { STAFF_ROLES } from '../routes/define';
import { GivenDate, Id, Instant, listQuery, page, text } from './common';

/** Who did it: staff by name, everybody else by what they are. */
export const AuditPerson = z.object({
  kind: z.enum(['staff', 'resident', 'service', 'system', 'anonymous']),
  /** Of the member, the account or the source; null for the system and for nobody in particular. */
  id: z.string().nullable(),
  /** Of staff only. */
  name: z.string().nullable(),
  /** What the member is now; empty once closed. */
  roles: z.array(z.enum(STAFF_ROLES)),
});

const Step = z.object({
  id: z.string(),
  at: Instant,
  who: AuditPerson,
  /** Past tense: `comment.created`. */
  action: z.string(),
  /** Names of the fields that changed; never their values. */
  fields: z.array(z.string()),
  /** The state before and after; null where none changed or it was not kept. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const AuditEntry = Step.extend({
  subject: z.object({ collection: z.string(), id: z.string() }),
  sealed: z.boolean(),
});
export const TimelineStep = Step;

export const auditSchemas = {
  'staff.audit.list': {
    query: z.strictObject({
      ...listQuery,
      collection: Id.optional(),
      subject: Id.optional(),
      action: Id.optional(),
      /** Name or user name of a staff member, whole. */
      person: text(40).optional(),
      /** Days in Shanghai, both included. */
      from: GivenDate.optional(),
      to: GivenDate.optional(),
    }),
    response: page(AuditEntry),
  },
  'staff.records.timeline': {
    params: z.strictObject({ collection: Id, id: Id }),
    query: z.strictObject(listQuery),
    response: page(TimelineStep),
  },
};
