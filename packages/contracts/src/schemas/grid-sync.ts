import { z } from 'zod';
import { CommentTarget } from './comments';
import { ClientId, Empty, GivenDate, GivenInstant, Id, Instant, LocalDate, Ref, text } from './common';
import { ENQUIRY_KINDS, PhoneNumber } from './enquiries';
import { HANDED_ON_METHODS } from './handed-on';
import { GridItem, GridItemRef } from './grid';
import { toldFields } from './grid-asked';
import { PackedPoster, posterDownFields, posterFields } from './grid-posters';
import { Consent } from './signatures';
import { SlipBinding } from './slips';
import { limits } from '../routes/limits';

/** What the people behind a door did with what was brought to them. */
export const VISIT_REACTIONS = ['knew', 'question', 'opinion', 'wants_information', 'not_home', 'declined'] as const;
export const VISIT_WAYS = ['door', 'phone', 'online'] as const;

/** What a walk needs without a network, but for the texts. */
export const GridPack = z.object({
  madeAt: Instant,
  worker: Ref,
  areas: z.array(Ref),
  buildings: z.array(
    z.object({
      id: z.string(),
      areaId: z.string(),
      compound: z.string().nullable(),
      name: z.string(),
      position: z.number().int(),
      doors: z.array(
        z.object({
          id: z.string(),
          unit: z.string().nullable(),
          floor: z.number().int().nullable(),
          number: z.string(),
          visitEveryDays: z.number().int().nullable(),
          since: LocalDate,
          last: z
            .object({ on: LocalDate, reaction: z.enum(VISIT_REACTIONS), followUpOn: LocalDate.nullable() })
            .nullable(),
        }),
      ),
    }),
  ),
  campaigns: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: LocalDate,
      to: LocalDate,
      areaIds: z.array(z.string()),
      items: z.array(GridItem),
    }),
  ),
  /** What hangs in one's areas, the one to come down first at the front. */
  posters: z.array(PackedPoster),
  /** Days until one tries again where nobody was at home, and how long a record may be under way (config/grid.json). */
  retryDays: z.number().int(),
  lateWithinHours: z.number().int(),
});

/** What the phone's clock said, and how far the server's was ahead of it at their last contact, in milliseconds. */
const Taken = {
  id: ClientId,
  takenAt: GivenInstant,
  offset: z.number().int().min(-4e12).max(4e12),
};
const Visit = z.strictObject({
  ...Taken,
  kind: z.literal('visit'),
  doorId: Id,
  way: z.enum(VISIT_WAYS),
  items: z.array(GridItemRef).max(20),
  reaction: z.enum(VISIT_REACTIONS),
  followUpOn: GivenDate.nullable(),
  note: text(200).nullable(),
});
const ProxyComment = z.strictObject({
  ...Taken,
  kind: z.literal('comment'),
  doorId: Id.nullable(),
  consultationId: Id,
  target: CommentTarget,
  body: text(limits.commentBody),
  proposedText: text(limits.commentProposedText).nullable(),
  /** Whether and how it may be shown; said by who spoke, never by the worker. */
  showing: z.enum(['named', 'unnamed', 'unpublished']),
  authorName: text(40).nullable(),
  consent: Consent,
  slip: SlipBinding.nullable().default(null),
});
const ProxyEnquiry = z.strictObject({
  ...Taken,
  kind: z.literal('enquiry'),
  doorId: Id.nullable(),
  about: z.enum(ENQUIRY_KINDS),
  title: text(limits.enquiryTitle),
  body: text(limits.enquiryBody),
  /** Whether the answer may come out, masked; said by who asks, never by the worker. */
  publicConsent: z.boolean(),
  /** Only what they want to give; never the worker's own. */
  contact: z.strictObject({ name: text(40).nullable(), phone: PhoneNumber.nullable() }),
  consent: Consent,
  slip: SlipBinding.nullable().default(null),
});
const PosterUp = z.strictObject({ ...Taken, ...posterFields });
const PosterDown = z.strictObject({ ...Taken, ...posterDownFields });
/** Somebody wants information: handed on to the office, which calls them, completes what Art. 29 asks and thereby receives it (Art. 31). */
const HandedOnRequest = z.strictObject({
  ...Taken,
  kind: z.literal('request'),
  doorId: Id.nullable(),
  /** In their own words. */
  wanted: text(limits.requestName),
  method: z.enum(HANDED_ON_METHODS).nullable(),
  /** The office has to reach them; never the worker's own. */
  contact: z.strictObject({ name: text(40), phone: PhoneNumber }),
  consent: Consent,
});
/** Somebody went to tell the answer to who has no WeChat. */
const Told = z.strictObject({ ...Taken, ...toldFields });
export const GridRecord = z.discriminatedUnion('kind', [
  Visit,
  ProxyComment,
  ProxyEnquiry,
  HandedOnRequest,
  PosterUp,
  PosterDown,
  Told,
]);

const SyncAnswer = z.discriminatedUnion('result', [
  z.object({ id: z.string(), result: z.literal('accepted'), isLate: z.boolean() }),
  z.object({ id: z.string(), result: z.literal('known') }),
  z.object({ id: z.string(), result: z.literal('rejected'), reason: z.string() }),
  /** `current`: what is kept under this id, in the words of the screen. */
  z.object({ id: z.string(), result: z.literal('conflict'), reason: z.string(), current: z.array(z.string()) }),
]);

export const gridSyncSchemas = {
  'grid.pack': { query: Empty, response: GridPack },
  'grid.sync': {
    body: z.strictObject({ items: z.array(GridRecord).min(1).max(50) }),
    response: z.object({ serverTime: Instant, items: z.array(SyncAnswer) }),
  },
};
