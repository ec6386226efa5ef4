import { z } from 'zod';
import { limits } from '../routes/limits';
import { Abilities, ClientId, Id, IdParams, Instant, Ref, listQuery, page, text } from './common';
import { InformationRequest } from './information-requests';

export const PUBLISHING_STATES = ['open', 'accepted', 'declined'] as const;

/** Art. 44: what several people asked for, or one of them suggests, may become public for all. */
export const PublishingProposal = z.object({
  id: z.string(),
  unit: Ref,
  /** By the system, from how alike cases are; or by whoever was given it. */
  origin: z.enum(['measured', 'suggested']),
  state: z.enum(PUBLISHING_STATES),
  openedAt: Instant,
  /** How many different people. */
  applicants: z.number().int(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      statusText: z.string(),
      /** What was asked for was given, whole or in part. */
      isGiven: z.boolean(),
      suggestion: z.object({ reason: z.string().nullable() }).nullable(),
    }),
  ),
  /** A beginning for the notice: of the case in which it was given, without names. */
  words: z.object({ title: z.string(), text: z.string() }),
  settled: z.object({ at: Instant, by: z.string(), reason: z.string().nullable() }).nullable(),
  draftId: z.string().nullable(),
  /** Once it is out. */
  noticeId: z.string().nullable(),
  abilities: Abilities,
});

const settled = { params: IdParams, response: PublishingProposal };
export const publishingSchemas = {
  'informationRequests.suggestPublishing': {
    params: IdParams,
    body: z.strictObject({ reason: text(500).optional() }),
    response: InformationRequest,
  },
  'staff.publishing.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(PUBLISHING_STATES).default('open') }),
    response: page(PublishingProposal),
  },
  'staff.publishing.accept': {
    ...settled,
    body: z.strictObject({
      draftId: ClientId,
      title: text(limits.requestName),
      columnId: Id,
      text: text(limits.publicAnswer),
    }),
  },
  'staff.publishing.decline': { ...settled, body: z.strictObject({ reason: text(500) }) },
};
