import { z } from 'zod';
import { Id, LocalDate, Ref, listQuery, page, text } from './common';

const Within = z.strictObject({ n: z.number().int().min(1).max(52), unit: z.enum(['weeks', 'months']) });
/** At the latest so long after the last notice, or period by period in the words of 公开时限 (每月结束后20日内). */
const Rhythm = z.union([z.strictObject({ within: Within }), z.strictObject({ schedule: text(60) })]);

/** A column of the site (config/columns.json). */
export const ColumnSetting = z.strictObject({
  id: Id,
  name: text(40),
  parentId: Id.nullable(),
  /** How many people look at what goes out under it before it is public; from the column above when left out. */
  reviewSteps: z.number().int().min(1).max(3).optional(),
  /** Who has to keep it going. */
  unitIds: z.array(Id).min(1).max(20).optional(),
  /** How often something new has to stand in it; none when left out. */
  rhythm: Rhythm.optional(),
});
export type ColumnSetting = z.output<typeof ColumnSetting>;

/** The tree of columns: each id once, each under one that stands before it. */
export const ColumnSettings = z
  .array(ColumnSetting)
  .min(1)
  .max(500)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [at, { id, parentId }] of value.entries()) {
      const message = seen.has(id)
        ? `“${id}”写了两次`
        : parentId !== null && !seen.has(parentId)
          ? `上级“${parentId}”要写在前面`
          : undefined;
      if (message) issues.push({ code: 'custom', message, input: value, path: [at] });
      seen.add(id);
    }
  });

/** `late`: nothing new for its limit, `empty`: never anything, `none`: nothing is asked of it. */
export const COLUMN_STATES = ['late', 'empty', 'kept', 'none'] as const;

/** What a column should have by today, and what it has. */
export const ColumnDuty = z.object({
  id: z.string(),
  name: z.string(),
  parent: Ref.nullable(),
  units: z.array(Ref),
  /** In words; null when none is asked. */
  rhythm: z.string().nullable(),
  state: z.enum(COLUMN_STATES),
  noticeCount: z.number().int(),
  lastNotice: z.object({ id: z.string(), title: z.string(), publishedOn: LocalDate }).nullable(),
  /** By when something new is due, or was; null while nothing can be counted from. */
  dueOn: LocalDate.nullable(),
  /** Periods without a notice, the oldest first. */
  overdue: z.array(z.object({ label: z.string(), dueOn: LocalDate })),
});

export const columnSchemas = {
  'staff.columns.duties': {
    query: z.strictObject({ ...listQuery, unit: Id.optional(), state: z.enum(COLUMN_STATES).optional() }),
    response: page(ColumnDuty).extend({
      counts: z.object({
        all: z.number().int(),
        late: z.number().int(),
        empty: z.number().int(),
        kept: z.number().int(),
        none: z.number().int(),
      }),
    }),
  },
};
