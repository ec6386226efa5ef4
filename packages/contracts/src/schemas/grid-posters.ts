import { z } from 'zod';
import { Attachment, GivenDate, Id, IdParams, Instant, LocalDate, Ref, listQuery, page, text } from './common';
import { GRID_ITEM_KINDS, GridItemRef } from './grid';
import { limits } from '../routes/limits';

/** A poster that somebody put up: where it hangs, and the day it is to come down. */
export const posterFields = {
  kind: z.literal('poster'),
  item: GridItemRef,
  areaId: Id,
  /** Null: a board of no building, under its own name. */
  buildingId: Id.nullable(),
  place: text(60),
  takeDownOn: GivenDate,
};
export const posterDownFields = { kind: z.literal('poster_down'), posterId: Id };

const hanging = {
  id: z.string(),
  /** `title` is null once it may not be read any more: what hangs of it comes down at once. */
  item: z.object({ kind: z.enum(GRID_ITEM_KINDS), id: z.string(), title: z.string().nullable() }),
  place: z.string(),
  on: LocalDate,
  takeDownOn: LocalDate,
};
/** One that still hangs, as the walk knows it. */
export const PackedPoster = z.object({ ...hanging, buildingId: z.string().nullable() });

/** One of a campaign, as the office sees it: of who put it up nothing, and no hour. */
export const CampaignPoster = z.object({
  ...hanging,
  area: Ref,
  building: z.string().nullable(),
  downOn: LocalDate.nullable(),
  photos: z.array(Attachment),
});

export const gridPosterSchemas = {
  'grid.photos.create': {
    params: z.strictObject({
      id: Id,
      /** Which of them, from 0. */
      at: z.coerce
        .number()
        .int()
        .min(0)
        .max(limits.photosPerPoster - 1),
    }),
    response: z.object({ receivedAt: Instant }),
  },
  'staff.grid.posters.list': {
    params: IdParams,
    query: z.strictObject(listQuery),
    response: page(CampaignPoster),
  },
};
