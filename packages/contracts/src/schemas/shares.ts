import { z } from 'zod';
import { Empty, Id, IdParams, Nothing } from './common';
import { GRID_ITEM_KINDS, GridItemRef } from './grid';

/** How something was passed on. */
export const SHARE_CHANNELS = ['chat', 'moments', 'picture', 'sheet', 'poster'] as const;

/** Letters and digits that are not taken for one another; WeChat takes up to 32 as a scene. */
const CodeParams = z.strictObject({ code: z.string().regex(/^[0-9a-z]{6,32}$/) });

/** What the id is of. */
const ofKind = { kind: z.enum(GRID_ITEM_KINDS).default('notice') };
const shared = { kind: z.enum(GRID_ITEM_KINDS), id: z.string(), channel: z.enum(SHARE_CHANNELS) };

export const shareSchemas = {
  'grid.shares.create': {
    body: z.strictObject({ item: GridItemRef, areaId: Id, channel: z.enum(SHARE_CHANNELS) }),
    response: z.object({
      code: z.string(),
      /** The page in the mini-program, and the way to it from the address of the H5. */
      page: z.string(),
      path: z.string(),
    }),
  },
  'grid.posters.picture': {
    params: IdParams,
    query: z.strictObject({ ...ofKind, area: Id, channel: z.enum(['picture', 'poster']).default('picture') }),
  },
  'grid.posters.sheets': {
    params: IdParams,
    query: z.strictObject({
      ...ofKind,
      /** One, or several with commas between. */
      area: z
        .string()
        .transform(ids => ids.split(','))
        .pipe(z.array(Id).min(1).max(20, '一次最多 20 张')),
      channel: z.enum(['sheet', 'poster']).default('sheet'),
    }),
  },
  'shares.get': {
    params: CodeParams,
    query: Empty,
    response: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('open'),
        ...shared,
        title: z.string(),
        /** Who can be called about it there; null when no office there has a number. */
        contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
      }),
      z.object({ state: z.literal('withdrawn'), ...shared }),
    ]),
  },
  'shares.opens': { params: CodeParams, body: z.strictObject({ id: z.uuid() }), response: Nothing },
};
