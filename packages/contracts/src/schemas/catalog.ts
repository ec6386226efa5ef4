import { z } from 'zod';
import { ChangeCounts, FieldChange, ImportResult, LocalWords } from './catalog-import';
import {
  Abilities,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Ref,
  listQuery,
  page,
  text,
} from './common';

/** 公开渠道和载体: the 13 check-boxes of the national layout (FACTS §3), in their printed order. */
export const CHANNELS = [
  'website',
  'gazette',
  'new_media',
  'press_hearing',
  'broadcast',
  'print',
  'reading_point',
  'service_center',
  'convenience_station',
  'doorstep',
  'bulletin_board',
  'targeted_push',
  'other',
] as const;
/** 公开层级. */
export const LEVELS = ['city', 'county', 'town', 'village'] as const;
/** 五公开: 决策 执行 管理 服务 结果. */
export const STAGES = ['decision', 'execution', 'management', 'service', 'result'] as const;
export const MODES = ['active', 'on_request'] as const;
/** 公开属性: 主动公开, 依申请公开, 不予公开. */
export const ATTRIBUTES = ['active', 'on_request', 'withheld'] as const;
export const EDITION_STATES = ['draft', 'consulted', 'frozen'] as const;

/** One part of 公开时限; `text` is verbatim, the rest what the parser of @bandeng/rules made of it. */
export const TimeLimit = z.object({
  part: z.string().nullable(),
  text: z.string(),
  kind: z.string(),
  event: z.string().nullable(),
  count: z.number().int().nullable(),
  unit: z.enum(['workingDays', 'days', 'months', 'years', 'hours']).nullable(),
  /** week, month, quarter, halfYear or year when it comes round by the calendar. */
  period: z.string().nullable(),
});

export const Entry = z.object({
  /** Stable over editions. */
  id: z.string(),
  domain: Ref,
  editionId: z.string(),
  /** Ancestors from 一级事项 down, without the entry itself; publishing duty lies on leaves only. */
  path: z.array(z.string()),
  name: z.string(),
  number: z.string(),
  /** 必选 (●) is required, 可选 (〇) is not. */
  content: z.array(z.object({ text: z.string(), required: z.boolean() })),
  basis: z.array(z.string()),
  timeLimits: z.array(TimeLimit),
  timeLimitsText: z.string(),
  /** Verbatim 公开主体; `publishers` are the units that the mapping table makes of it. */
  publisherText: z.string(),
  publishers: z.array(Ref),
  office: z.string().nullable(),
  channels: z.array(z.object({ channel: z.enum(CHANNELS), required: z.boolean(), note: z.string().nullable() })),
  audience: z.object({ kind: z.enum(['everyone', 'group']), group: z.string().nullable() }),
  mode: z.array(z.enum(MODES)),
  level: z.array(z.enum(LEVELS)),
  stage: z.enum(STAGES).nullable(),
  category: z.string().nullable(),
  attribute: z.enum(ATTRIBUTES),
  siteColumn: z.string().nullable(),
  phone: z.string().nullable(),
  supervisionPhone: z.string().nullable(),
  /** Ground and article when not public (Art. 14–16). */
  ground: z.string().nullable(),
});

/** A row in the tree or in a list. */
export const EntrySummary = Entry.pick({
  id: true,
  path: true,
  name: true,
  number: true,
  domain: true,
  level: true,
  stage: true,
  publisherText: true,
  timeLimitsText: true,
}).extend({
  noticeCount: z.number().int(),
  overdue: z.boolean(),
});

/** For duties by the calendar (每月, 每季度): which periods were published and which are late; 应公开 = 已公开 + 逾期, what is not due yet waits. */
export const Duty = z.object({
  period: z.enum(['month', 'quarter', 'halfYear', 'year']),
  expected: z.number().int(),
  published: z.number().int(),
  overdue: z.number().int(),
  periods: z.array(
    z.object({
      label: z.string(),
      from: LocalDate,
      to: LocalDate,
      dueOn: LocalDate,
      state: z.enum(['published', 'overdue', 'waiting']),
      noticeId: z.string().nullable(),
    }),
  ),
});
/** 催一催: somebody asks for one period of an entry that is late, once. */
export const Nudge = z.object({
  id: z.string(),
  entryId: z.string(),
  /** First day of the period, as the duty has it. */
  from: LocalDate,
  at: Instant,
  /** What happens next, for the person who asked. */
  next: z.string(),
});
/** What I asked for, and what came of it: it was published, or the unit said why not. */
export const OwnNudge = z.object({
  id: z.string(),
  entry: Ref,
  /** Such as 9月. */
  label: z.string(),
  dueOn: LocalDate,
  createdAt: Instant,
  state: z.enum(['waiting', 'published', 'answered']),
  noticeId: z.string().nullable(),
  answer: z.string().nullable(),
});
/** What a unit owes because people asked: one task an entry and period, with how many they are. */
export const NudgeTask = z.object({
  id: z.string(),
  entryId: z.string(),
  entryName: z.string(),
  /** Such as 9月. */
  label: z.string(),
  from: LocalDate,
  dueOn: LocalDate,
  unitIds: z.array(z.string()),
  count: z.number().int(),
  createdAt: Instant,
  state: z.enum(['open', 'done']),
  /** The notice that fulfilled it, or what the unit answered instead. */
  noticeId: z.string().nullable(),
  conclusion: z.string().nullable(),
});
export const EntryDetail = Entry.extend({
  noticeCount: z.number().int(),
  duty: Duty.nullable(),
  /** What the caller asked for; absent for anonymous reads. */
  nudges: z.array(Nudge.pick({ from: true, at: true })).optional(),
  abilities: Abilities,
});

export const Domain = z.object({
  id: z.string(),
  name: z.string(),
  order: z.number().int(),
  entryCount: z.number().int(),
  noticeCount: z.number().int(),
  /** How often its notices were read: one reader counts once a notice and day, and is kept nowhere. */
  readCount: z.number().int(),
  overdueCount: z.number().int(),
});

export const Edition = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  state: z.enum(EDITION_STATES),
  inForce: z.boolean(),
  domains: z.array(Ref),
  entryCount: z.number().int(),
  createdAt: Instant,
  frozenAt: Instant.nullable(),
  /** SHA-256 over what its entries say: with the number, how a frozen edition is cited. */
  hash: z.string(),
});

export const CHANGE_KINDS = ['new', 'changed', 'removed', 'same'] as const;
/** An entry of one edition beside the same of another; `moved`: it says the same in another place. */
const ENTRY_CHANGE_KINDS = [...CHANGE_KINDS, 'moved'] as const;
const EntryPlace = z.object({ path: z.array(z.string()), number: z.string() });
export const EntryChange = z.object({
  change: z.enum(ENTRY_CHANGE_KINDS),
  entryId: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  fields: z.array(FieldChange),
  /** Where it stood and where it stands, when that is below others or in another order among them; also of one that changed. */
  moved: z.object({ before: EntryPlace, after: EntryPlace }).nullable(),
  /** Comments of a consultation whose adoption made this change. */
  commentIds: z.array(z.string()),
});
export const catalogSchemas = {
  'domains.list': { query: z.strictObject(listQuery), response: page(Domain) },
  'entries.list': {
    query: z.strictObject({
      ...listQuery,
      domain: Id.optional(),
      unit: Id.optional(),
      level: z.enum(LEVELS).optional(),
      stage: z.enum(STAGES).optional(),
      q: z.string().trim().min(1).max(60).optional(),
    }),
    response: page(EntrySummary),
  },
  'entries.get': { params: IdParams, query: Empty, response: EntryDetail },
  'entries.nudge': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, from: GivenDate }),
    response: Nudge,
  },
  'me.nudges.list': { query: z.strictObject(listQuery), response: page(OwnNudge) },
  'staff.nudges.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(['open', 'done']).default('open') }),
    response: page(NudgeTask),
  },
  'staff.nudges.close': { params: IdParams, body: z.strictObject({ conclusion: text(500) }), response: NudgeTask },
  'editions.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(EDITION_STATES).optional() }),
    response: page(Edition),
  },
  'editions.get': { params: IdParams, query: Empty, response: Edition.extend({ abilities: Abilities }) },
  'editions.diff': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, against: Id.optional(), change: z.enum(ENTRY_CHANGE_KINDS).optional() }),
    response: page(EntryChange).extend({
      counts: ChangeCounts.extend({ moved: z.number().int() }),
    }),
  },
  'staff.catalog.import': {
    query: z.strictObject({
      dryRun: z.stringbool().default(false),
      skipBad: z.stringbool().default(false),
      domain: Id.optional(),
      /** Words of the package, each with what it is called here, as JSON: names of the district, its streets, its units. */
      words: LocalWords.optional(),
    }),
    response: ImportResult,
  },
  'staff.catalog.export': {
    query: z.strictObject({
      edition: Id.optional(),
      domain: Id.optional(),
      /** `package`: a zip with the workbook, its columns as JSON and their hashes, for other districts. */
      format: z.enum(['xlsx', 'docx', 'package']).default('xlsx'),
    }),
  },
};
