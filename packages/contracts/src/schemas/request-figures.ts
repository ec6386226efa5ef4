import { z } from 'zod';
import { Id, Ref, listQuery, page } from './common';
import { InformationRequestSummary, SUGGESTION_USES } from './information-requests';

export const FIGURE_PERIODS = [
  'year',
  ...(['q1', 'q2', 'q3', 'q4'] as const),
  ...(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const),
] as const;
export const REQUEST_FIGURES = ['received', 'ended', 'answered', 'onTime', 'late', 'extended', 'corrected'] as const;

const ofPeriod = {
  year: z.coerce.number().int().min(2008, '条例从 2008 年开始施行').max(2100),
  period: z.enum(FIGURE_PERIODS).default('year'),
  unit: Id.optional(),
};
const rate = z.number().nullable();

export const requestFiguresSchemas = {
  'staff.requestFigures.get': {
    query: z.strictObject(ofPeriod),
    response: z.object({
      year: z.number().int(),
      period: z.enum(FIGURE_PERIODS),
      /** Forms that were shown what exists already, and what came of it; null for one unit: they are not counted by units. */
      suggestions: z.record(z.enum(SUGGESTION_USES), z.number().int()).nullable(),
      /** The units together first, then each that has something. */
      lines: z.array(
        z.object({
          /** Null: all of them together. */
          unit: Ref.nullable(),
          counts: z.record(z.enum(REQUEST_FIGURES), z.number().int()),
          /** Percent of what was answered, to one decimal; null when nothing was. */
          rates: z.object({ onTime: rate, extended: rate, corrected: rate }),
          /** Days of the calendar from receipt to answer. */
          days: z.object({ mean: z.number(), median: z.number() }).nullable(),
        }),
      ),
    }),
  },
  'staff.requestFigures.cases': {
    query: z.strictObject({ ...ofPeriod, ...listQuery, figure: z.enum(REQUEST_FIGURES) }),
    response: page(InformationRequestSummary),
  },
};
