import { z } from 'zod';
import {
  Attachment,
  Blocks,
  Empty,
  GivenDate,
  Id,
  IdParams,
  LocalDate,
  Ref,
  listQuery,
  page,
  standingQuery,
  text,
} from './common';
import { UnitContact } from './rosters';

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

/** With whom one can speak to there: who is in office today and public. */
export const UnitDetail = Unit.extend({ contacts: z.array(UnitContact) });

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

/** 自…起: since when it is, and since when no longer; what is closed is not listed to the public any more, and never deleted. */
const Standing = { since: LocalDate.nullable(), closedOn: LocalDate.nullable() };
export const StaffUnit = Unit.extend(Standing);
export const StaffPlace = Place.extend(Standing);
export const StaffArea = Area.extend({ ...Standing, level: z.enum([...AREA_LEVELS, 'grid']) });

const since = GivenDate.nullable();
const UnitInput = z.strictObject({
  name: text(80),
  shortName: text(40),
  kind: z.enum(UNIT_KINDS),
  areaId: Id.nullable(),
  phone: text(40).nullable(),
  address: text(200).nullable(),
  officeHours: text(200).nullable(),
  takesRequests: z.boolean(),
  since,
});
const PlaceInput = z.strictObject({
  name: text(80),
  kind: z.enum(PLACE_KINDS),
  areaId: Id,
  address: text(200),
  phone: text(40).nullable(),
  hours: text(200),
  services: z.array(text(80)).max(20),
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  since,
});
/** Level and parent are fixed once it is there: what lies in it is named by its way down. */
const AreaInput = z.strictObject({
  name: text(80),
  level: z.enum([...AREA_LEVELS, 'grid']),
  parentId: Id.nullable(),
  since,
});
const Closing = z.strictObject({ on: GivenDate });

export const WorkingDays = z.object({
  from: LocalDate,
  count: z.number().int(),
  date: LocalDate,
  provisional: z.boolean(),
  days: z.array(z.object({ date: LocalDate, counted: z.boolean(), reason: z.string() })),
});

/** One year's days off and make-up days, with the notices that say so; a run may begin in the year before. */
const HolidayYear = z.object({
  year: z.number().int(),
  sources: z.array(z.object({ title: z.string(), number: z.string(), date: LocalDate, url: z.string() })),
  off: z.array(z.object({ name: z.string(), from: LocalDate, to: LocalDate })),
  work: z.array(z.object({ name: z.string(), date: LocalDate })),
});

export const organizationSchemas = {
  'staff.holidays.list': { query: Empty, response: z.object({ years: z.array(HolidayYear) }) },
  'staff.holidays.enter': {
    body: z.strictObject({ text: text(20_000), url: z.url('写通知的网址'), dryRun: z.boolean().default(false) }),
    /** `isNew`: entered now; false when it was tried only, or stands there just so. */
    response: z.object({ year: HolidayYear, isNew: z.boolean() }),
  },
  'areas.list': {
    query: z.strictObject({ ...listQuery, parent: Id.optional(), level: z.enum(AREA_LEVELS).optional() }),
    response: page(Area),
  },
  'units.list': { query: z.strictObject({ ...listQuery, kind: z.enum(UNIT_KINDS).optional() }), response: page(Unit) },
  'units.get': { params: IdParams, query: Empty, response: UnitDetail },
  'places.list': {
    query: z.strictObject({ ...listQuery, area: Id.optional(), kind: z.enum(PLACE_KINDS).optional() }),
    response: page(Place),
  },
  'guides.list': {
    query: z.strictObject({ ...listQuery, kind: z.enum(GUIDE_KINDS).optional(), unit: Id.optional() }),
    response: page(Guide),
  },
  'guides.get': { params: IdParams, query: Empty, response: GuideDetail },
  'staff.units.list': {
    query: z.strictObject({ ...listQuery, ...standingQuery, kind: z.enum(UNIT_KINDS).optional() }),
    response: page(StaffUnit),
  },
  'staff.units.put': { params: IdParams, body: UnitInput, response: StaffUnit },
  'staff.units.close': { params: IdParams, body: Closing, response: StaffUnit },
  'staff.areas.list': {
    query: z.strictObject({ ...listQuery, ...standingQuery, level: z.enum([...AREA_LEVELS, 'grid']).optional() }),
    response: page(StaffArea),
  },
  'staff.areas.put': { params: IdParams, body: AreaInput, response: StaffArea },
  'staff.areas.close': { params: IdParams, body: Closing, response: StaffArea },
  'staff.places.list': {
    query: z.strictObject({ ...listQuery, ...standingQuery, kind: z.enum(PLACE_KINDS).optional() }),
    response: page(StaffPlace),
  },
  'staff.places.put': { params: IdParams, body: PlaceInput, response: StaffPlace },
  'staff.places.close': { params: IdParams, body: Closing, response: StaffPlace },
  'workingDays.get': {
    query: z.strictObject({ from: GivenDate, count: z.coerce.number().int().min(1, '最少 1').max(400, '最多 400') }),
    response: WorkingDays,
  },
};
