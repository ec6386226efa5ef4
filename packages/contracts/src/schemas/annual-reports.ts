import { z } from 'zod';
import { TableThreeLine } from './annual-report';
import { Abilities, Id, Instant, LocalDate, Ref, Seen, listQuery, page, text } from './common';
import { DOCUMENT_CLASSES } from './notices';
import { TableFourBlock } from './remedies';

export const REPORT_STATES = ['draft', 'handed_in'] as const;
export const REGULATION_FIGURES = ['made', 'abolished', 'inForce'] as const;
/** Rows of table two that are counted from published papers, and the papers that are in none because nobody classed them. */
export const REGULATION_ROWS = ['rules', 'normative', 'unclassed'] as const;

const count = z.number().int('要是整数').min(0, '不能是负数').max(10_000_000, '太大了');
const Stated = z.strictObject({ made: count, abolished: count, inForce: count, reason: text(200) });
const Fees = z.string().regex(/^\d{1,9}(?:\.\d{1,6})?$/, '写成 12.5 这样，单位是万元，最多六位小数');
/** What no record here holds; null is not entered yet. */
const Entered = z.strictObject({
  /** Another count of 规章 or 行政规范性文件 than the published papers give, and why. */
  rules: Stated.nullable(),
  normative: Stated.nullable(),
  permits: count.nullable(),
  penalties: count.nullable(),
  coercion: count.nullable(),
  fees: Fees.nullable(),
});
const written = z.union([z.literal(''), text(5_000)]);
const Sections = z.strictObject({ overview: written, problems: written, others: written });
const SentencesOfSections = z.object({
  overview: z.array(z.string()),
  problems: z.array(z.string()),
  others: z.array(z.string()),
});

const Counts = z.object({ made: z.number().int(), abolished: z.number().int(), inForce: z.number().int() });
const Tables = z.object({
  two: z.object({
    rules: Counts,
    normative: Counts,
    permits: z.number().int().nullable(),
    penalties: z.number().int().nullable(),
    coercion: z.number().int().nullable(),
    fees: z.string().nullable(),
  }),
  three: z.array(TableThreeLine),
  four: z.array(TableFourBlock),
});

/** A unit's, or the whole district's, which is called `district`. */
const Year = z.coerce.number().int().min(2008, '条例从 2008 年开始施行').max(2100);
const ReportParams = z.strictObject({ unit: Id, year: Year });

const AnnualReport = z.object({
  unit: Ref,
  year: z.number().int(),
  scope: z.enum(['unit', 'district']),
  title: z.string(),
  state: z.enum(REPORT_STATES),
  dueOn: LocalDate,
  isLate: z.boolean(),
  handedIn: z.object({ at: Instant, by: z.string(), explanation: z.string().nullable() }).nullable(),
  saved: z.object({ at: Instant, by: z.string() }).nullable(),
  sections: z.object({ overview: z.string(), problems: z.string(), others: z.string() }),
  /** Null for the district, whose table two is the sum of its units’. */
  entered: Entered.nullable(),
  /** As handed in, or as the records stand. */
  tables: Tables,
  /** What the published papers give; `unclassed` have a part in the year and are in neither row. */
  counted: z.object({ rules: Counts, normative: Counts, unclassed: z.number().int() }),
  /** The year’s facts, laid ready for each section. */
  facts: SentencesOfSections,
  /** Of the district: what each unit's numbers are, its report or, because it has not handed one in, the records. Null for a unit. */
  sources: z.array(z.object({ unit: Ref, from: z.enum(['report', 'records']) })).nullable(),
  contradictions: z.array(z.object({ text: z.string(), caseId: z.string().nullable() })),
  missing: z.object({ figures: z.array(z.string()), sections: z.array(z.string()), units: z.array(Ref) }),
  /** Handed in before, and taken back. */
  earlier: z.array(z.object({ at: Instant, by: z.string(), takenBackAt: Instant, reason: z.string() })),
  /** 0 while nothing was saved. */
  revision: z.number().int(),
  abilities: Abilities,
});

const PublicSummary = z.object({
  id: z.string(),
  unit: Ref,
  year: z.number().int(),
  title: z.string(),
  publishedAt: Instant,
});

export const annualReportsSchemas = {
  'annualReports.list': {
    query: z.strictObject({ ...listQuery, unit: Id.optional() }),
    response: page(PublicSummary),
  },
  'annualReports.get': {
    params: ReportParams,
    query: z.strictObject({}),
    response: PublicSummary.extend({
      sections: z.object({ overview: z.string(), problems: z.string(), others: z.string() }),
      tables: Tables,
    }),
  },
  'staff.annualReports.list': {
    query: z.strictObject({ year: Year }),
    response: z.object({
      year: z.number().int(),
      items: z.array(
        z.object({
          unit: Ref,
          scope: z.enum(['unit', 'district']),
          state: z.enum([...REPORT_STATES, 'none']),
          dueOn: LocalDate,
          isLate: z.boolean(),
          handedInAt: Instant.nullable(),
        }),
      ),
    }),
  },
  'staff.annualReports.get': { params: ReportParams, query: z.strictObject({}), response: AnnualReport },
  'staff.annualReports.save': {
    params: ReportParams,
    body: z.strictObject({ revision: z.number().int().min(0), sections: Sections, entered: Entered.nullable() }),
    response: AnnualReport,
  },
  'staff.annualReports.handIn': {
    params: ReportParams,
    body: z.strictObject({
      revision: z.number().int().min(1),
      /** Why it is handed in although it contradicts something. */
      explanation: text(1_000).optional(),
      /** The district’s, although units have not handed in theirs. */
      withoutUnits: z.boolean().optional(),
    }),
    response: AnnualReport,
  },
  'staff.annualReports.takeBack': {
    params: ReportParams,
    body: Seen.extend({ reason: text(500) }),
    response: AnnualReport,
  },
  'staff.annualReports.docx': { params: ReportParams, query: z.strictObject({}) },
  'staff.annualReports.xlsx': { params: ReportParams, query: z.strictObject({}) },
  'staff.annualReport.regulations': {
    query: z.strictObject({
      ...listQuery,
      year: Year,
      unit: Id.optional(),
      row: z.enum(REGULATION_ROWS),
      /** Without it every paper that has a part in the year. */
      figure: z.enum(REGULATION_FIGURES).optional(),
    }),
    response: page(
      z.object({
        id: z.string(),
        title: z.string(),
        documentNumber: z.string().nullable(),
        documentClass: z.enum(DOCUMENT_CLASSES).nullable(),
        unit: Ref,
        madeOn: z.string().nullable(),
        effectiveOn: z.string().nullable(),
        abolishedOn: z.string().nullable(),
      }),
    ),
  },
};
