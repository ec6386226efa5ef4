import { z } from 'zod';
import { CONSULTATION_STATES } from './consultations';
import { ClientId, Empty, GivenDate, Id, IdParams, Instant, LocalDate, Ref, listQuery, page, text } from './common';

/**
 * Where an item of the year's list stands: from its consultations (planned, asking, asked, answered), or as the office concluded it (decided,
 * or dropped with the reason).
 */
export const DECISION_STATES = ['planned', 'asking', 'asked', 'answered', 'decided', 'dropped'] as const;
const Year = z.coerce.number().int().min(2000).max(2099);
/** 年度重大行政决策事项目录 (第713号令第三条): published each year, an item a row. */
export const MajorDecision = z.object({
  id: z.string(),
  year: z.number().int(),
  /** Its place in the list of the year. */
  position: z.number().int(),
  title: z.string(),
  /** Who brings it in. */
  unit: Ref,
  /** When it is planned to be decided, as the list says it: 三季度. */
  plannedFor: z.string(),
  basis: z.string(),
  state: z.enum(DECISION_STATES),
  stateText: z.string(),
  /** Those that everybody can open. */
  consultations: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      state: z.enum(CONSULTATION_STATES),
      outcomeAt: Instant.nullable(),
    }),
  ),
  conclusion: z
    .object({
      kind: z.enum(['decided', 'dropped']),
      on: LocalDate,
      /** What was decided and under which number, or why it is not pursued. */
      text: z.string(),
    })
    .nullable(),
});
const StaffDecision = MajorDecision.extend({
  isPublished: z.boolean(),
  /** Drafts among them too. */
  consultationIds: z.array(z.string()),
  revision: z.number().int(),
});
const DecisionInput = z.strictObject({
  year: z.number().int().min(2000).max(2099),
  position: z.number().int().min(1).max(999),
  title: text(200),
  unitId: Id,
  plannedFor: text(40),
  basis: text(500),
  consultationIds: z.array(Id).max(10).default([]),
});

export const decisionSchemas = {
  /** Of the newest year that has a list, when none is named. */
  'decisions.list': {
    query: z.strictObject({ ...listQuery, year: Year.optional() }),
    response: page(MajorDecision),
  },
  /** Years with a list, the newest first. */
  'decisions.years': { query: Empty, response: z.object({ years: z.array(z.number().int()) }) },
  'staff.decisions.list': { query: z.strictObject({ ...listQuery, year: Year }), response: page(StaffDecision) },
  'staff.decisions.create': { body: DecisionInput.extend({ id: ClientId }), response: StaffDecision },
  'staff.decisions.update': {
    params: IdParams,
    body: DecisionInput.extend({ revision: z.number().int().min(1) }),
    response: StaffDecision,
  },
  /** From now on everybody reads it; it is never taken off the list, only concluded. */
  'staff.decisions.publish': { params: IdParams, response: StaffDecision },
  'staff.decisions.conclude': {
    params: IdParams,
    body: z.strictObject({ kind: z.enum(['decided', 'dropped']), on: GivenDate, text: text(500) }),
    response: StaffDecision,
  },
};
