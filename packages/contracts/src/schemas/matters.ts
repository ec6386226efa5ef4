import { z } from 'zod';
import { STAGES } from './catalog';
import {
  Abilities,
  ClientId,
  Empty,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Nothing,
  Ref,
  listQuery,
  page,
  text,
} from './common';

/** What a matter is made of. An item of the year's decisions is in it by its consultation. */
export const MATTER_KINDS = ['notice', 'consultation', 'survey', 'meeting', 'decision'] as const;
/** What is put into a matter by hand. */
export const LINKED_KINDS = ['notice', 'consultation', 'survey', 'meeting'] as const;
const Stage = z.enum(STAGES);

/** One thing that happened in a matter, and the record that tells of it. */
const MatterStep = z.object({
  kind: z.enum(MATTER_KINDS),
  id: z.string(),
  title: z.string(),
  unit: Ref,
  stage: Stage,
  /** What happened: 开始征求意见. */
  text: z.string(),
  at: Instant,
  /** Its full text is for some people only. */
  limited: z.boolean(),
  /** The year of the list it stands on; of decisions only. */
  year: z.number().int().nullable(),
});
/** What comes next; `on` is null where only a season was named. */
const MatterNext = MatterStep.omit({ at: true, stage: true, limited: true }).extend({ on: LocalDate.nullable() });

/** 一件事的经过: what was made public of it over the five stages, the newest first, and what comes next. */
export const Matter = z.object({
  id: z.string(),
  name: z.string(),
  unit: Ref,
  steps: z.array(MatterStep),
  next: z.array(MatterNext),
});
const StaffMatter = z.object({
  id: z.string(),
  name: z.string(),
  unit: Ref,
  createdAt: Instant,
  memberCount: z.number().int(),
});
const MatterMember = z.object({
  kind: z.enum(LINKED_KINDS),
  id: z.string(),
  title: z.string(),
  unit: Ref,
  stage: Stage,
  /** Whether everybody sees it in the matter now. */
  isPublic: z.boolean(),
  /** A notice that is still written or reviewed. */
  isDraft: z.boolean(),
  linkedAt: Instant,
  abilities: z.object({ unlink: z.boolean() }),
});
export const StaffMatterDetail = StaffMatter.extend({
  revision: z.number().int(),
  members: z.array(MatterMember),
  /** What everybody sees; null while nothing in it is public. */
  public: Matter.nullable(),
  abilities: Abilities,
});
export const MatterOfRecord = z.object({
  matter: Ref.nullable(),
  /** At which stage this record stands in it; null while it is in none and says none itself. */
  stage: Stage.nullable(),
  /** Matters of what it is linked to: probably its own too. */
  suggestions: z.array(Ref),
  abilities: z.object({ link: z.boolean() }),
});
const RecordParams = z.strictObject({ kind: z.enum(LINKED_KINDS), id: Id });

export const matterSchemas = {
  'matters.get': { params: IdParams, query: Empty, response: Matter },
  'matters.of': {
    params: z.strictObject({ kind: z.enum(LINKED_KINDS), id: Id }),
    query: Empty,
    response: z.object({ matter: Ref.nullable() }),
  },
  'staff.matters.list': { query: z.strictObject(listQuery), response: page(StaffMatter) },
  'staff.matters.get': { params: IdParams, query: Empty, response: StaffMatterDetail },
  'staff.matters.create': {
    body: z.strictObject({ id: ClientId, name: text(60), unitId: Id }),
    response: StaffMatterDetail,
  },
  'staff.matters.rename': {
    params: IdParams,
    body: z.strictObject({ name: text(60), revision: z.number().int().min(1) }),
    response: StaffMatterDetail,
  },
  'staff.matterMembers.get': { params: RecordParams, query: Empty, response: MatterOfRecord },
  'staff.matterMembers.put': {
    params: RecordParams,
    /** Without a stage it is the one of the notice; what asks people is 决策. */
    body: z.strictObject({ matterId: Id, stage: Stage.optional() }),
    response: MatterOfRecord,
  },
  'staff.matterMembers.delete': { params: RecordParams, response: Nothing },
};
