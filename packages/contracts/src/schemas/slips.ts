import { z } from 'zod';
import { ClientId, Empty, Id, IdParams, Instant, LocalDate, Ref, listQuery, page } from './common';

/** What can be taken down for somebody and claimed by them later. */
export const SLIP_KINDS = ['comment', 'enquiry'] as const;

const LastFour = z.string().regex(/^\d{4}$/, '填手机号的最后四位');
/** What a code on a slip carries: its short number, and behind it the secret that the short number does not give away. */
const SlipCode = z.string().regex(/^\d{8}[0-9a-z]{20}$/, '没有扫全，请再扫一次');

/** A slip (便条) left with whoever spoke; `lastFour` of their own phone, when they gave it. */
export const SlipBinding = z.strictObject({
  number: z.string().regex(/^\d{8}$/, '便条的编号是八位数字'),
  lastFour: LastFour.nullable(),
});

/** A pad of printed slips, and what became of them. */
export const SlipPad = z.object({
  id: z.string(),
  area: Ref,
  madeAt: Instant,
  madeBy: Ref,
  voidedAt: Instant.nullable(),
  slips: z.object({
    all: z.number().int(),
    unused: z.number().int(),
    /** Left with somebody who has not claimed it yet. */
    open: z.number().int(),
    claimed: z.number().int(),
    expired: z.number().int(),
    void: z.number().int(),
  }),
  abilities: z.object({ void: z.boolean() }),
});

/** The office of the place, to be called by who cannot claim; null when none there has a number. */
const contact = z.object({ name: z.string(), phone: z.string() }).nullable();

export const slipSchemas = {
  'staff.grid.pads.list': { query: z.strictObject({ ...listQuery, area: Id.optional() }), response: page(SlipPad) },
  'staff.grid.pads.create': {
    body: z.strictObject({ id: ClientId, areaId: Id, count: z.number().int().min(1).max(200, '一次最多 200 张') }),
  },
  'staff.grid.pads.void': { params: IdParams, body: Empty, response: SlipPad },
  'slips.get': {
    params: z.strictObject({ code: SlipCode }),
    query: Empty,
    response: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('open'),
        kind: z.enum(SLIP_KINDS),
        asksLastFour: z.boolean(),
        /** Its last day. */
        until: LocalDate,
        /** Too many wrong digits: not before then. */
        lockedUntil: Instant.nullable(),
        contact,
      }),
      /** `unbound`: what was taken down has not arrived yet. */
      z.object({ state: z.enum(['unbound', 'claimed', 'expired', 'void']), contact }),
    ]),
  },
  'slips.claim': {
    body: z.strictObject({ code: SlipCode, lastFour: LastFour.optional() }),
    response: z.object({ kind: z.enum(SLIP_KINDS), id: z.string() }),
  },
};
