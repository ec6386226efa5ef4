import { z } from 'zod';
import { Id, Ref, listQuery, page } from './common';
import { InformationRequestSummary } from './information-requests';

/** Columns of table three (国办公开办函〔2021〕30号). */
export const APPLICANT_COLUMNS = ['person', 'business', 'research', 'charity', 'legal_service', 'other'] as const;
/** Its lines: how requests came into the year, the 21 results and their sum, and how they went out of it. */
export const TABLE_THREE_FIGURES = [
  ...(['received', 'carriedIn', 'granted', 'partial'] as const),
  ...(['denied.stateSecret', 'denied.forbidden', 'denied.safety', 'denied.thirdParty'] as const),
  ...(['denied.internal', 'denied.process', 'denied.enforcement', 'denied.inquiry'] as const),
  ...(['unable.notHeld', 'unable.needsCreating', 'unable.unclear'] as const),
  ...(['unhandled.complaint', 'unhandled.repeated', 'unhandled.publication'] as const),
  ...(['unhandled.excessive', 'unhandled.reconfirm'] as const),
  ...(['other.correctionLapsed', 'other.feeLapsed', 'other.other'] as const),
  ...(['total', 'carriedOut'] as const),
] as const;

const ofYear = { year: z.coerce.number().int().min(2008, '条例从 2008 年开始施行').max(2100), unit: Id.optional() };

export const TableThreeLine = z.object({
  figure: z.enum(TABLE_THREE_FIGURES),
  label: z.string(),
  byColumn: z.record(z.enum(APPLICANT_COLUMNS), z.number().int()),
  total: z.number().int(),
});

export const annualReportSchemas = {
  'staff.annualReport.requests': {
    query: z.strictObject(ofYear),
    response: z.object({
      year: z.number().int(),
      /** Null: the whole district. */
      units: z.array(Ref).nullable(),
      columns: z.array(z.object({ column: z.enum(APPLICANT_COLUMNS), label: z.string() })),
      lines: z.array(TableThreeLine),
      /** Where the sums do not hold, as sentences. */
      faults: z.array(z.string()),
    }),
  },
  'staff.annualReport.cases': {
    query: z.strictObject({
      ...ofYear,
      ...listQuery,
      figure: z.enum(TABLE_THREE_FIGURES),
      column: z.enum(APPLICANT_COLUMNS).optional(),
    }),
    response: page(InformationRequestSummary),
  },
};
