import { z } from 'zod';
import { Attachment, Blocks, Empty, GivenDate, Id, IdParams, LocalDate, Ref, listQuery, page } from './common';

export const AREA_LEVELS = ['district', 'street', 'community'] as const;
export const UNIT_KINDS = ['government', 'department', 'street', 'utility'] as const;
export const PLACE_KINDS = [
  'reading_room',
  'service_hall',
  'library',
  'archive',
  'community_corner',
  'screen',
] as const;
export const GUIDE_KINDS = ['guide', 'rule', 'annual_report'] as const;

/** 行政区划 and 网格; the public list goes down to the community and no further. */
export const Area = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(AREA_LEVELS),
  parentId: z.string().nullable(),
  /** Names from the district down, for a line like 柳营街道 · 槐影社区. */
  path: z.array(z.string()),
});

export const Unit = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(UNIT_KINDS),
  areaId: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  officeHours: z.string().nullable(),
  /** Whether this unit receives information requests itself (Art. 27). */
  takesRequests: z.boolean(),
});

export const Place = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLACE_KINDS),
  areaId: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  hours: z.string(),
  services: z.array(z.string()),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});

/** 公开指南 (fields of Art. 12), 制度 and 年度报告 of a unit. */
export const Guide = z.object({
  id: z.string(),
  kind: z.enum(GUIDE_KINDS),
  title: z.string(),
  unit: Ref,
  publishedOn: LocalDate,
  year: z.number().int().nullable(),
  /** Art. 12: only on kind `guide`. */
  office: z
    .object({
      classification: z.string(),
      arrangement: z.string(),
      access: z.string(),
      name: z.string(),
      address: z.string(),
      hours: z.string(),
      phone: z.string(),
      fax: z.string().nullable(),
      contact: z.string(),
    })
    .nullable(),
  summary: z.string(),
});
export const GuideDetail = Guide.extend({ body: Blocks, attachments: z.array(Attachment) });

export const WorkingDays = z.object({
  from: LocalDate,
  count: z.number().int(),
  date: LocalDate,
  provisional: z.boolean(),
  days: z.array(z.object({ date: LocalDate, counted: z.boolean(), reason: z.string() })),
});

export const organizationSchemas = {
  'areas.list': {
    query: z.strictObject({ ...listQuery, parent: Id.optional(), level: z.enum(AREA_LEVELS).optional() }),
    response: page(Area),
  },
  'units.list': { query: z.strictObject({ ...listQuery, kind: z.enum(UNIT_KINDS).optional() }), response: page(Unit) },
  'units.get': { params: IdParams, query: Empty, response: Unit },
  'places.list': {
    query: z.strictObject({ ...listQuery, area: Id.optional(), kind: z.enum(PLACE_KINDS).optional() }),
    response: page(Place),
  },
  'guides.list': {
    query: z.strictObject({ ...listQuery, kind: z.enum(GUIDE_KINDS).optional(), unit: Id.optional() }),
    response: page(Guide),
  },
  'guides.get': { params: IdParams, query: Empty, response: GuideDetail },
  'workingDays.get': {
    query: z.strictObject({ from: GivenDate, count: z.coerce.number().int().min(1, '最少 1').max(400, '最多 400') }),
    response: WorkingDays,
  },
};
