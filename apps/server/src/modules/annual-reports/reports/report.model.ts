import type { RouteInput } from '@bandeng/contracts/types';
import type { NamedCase, ReportSection, ReportTables } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type EnteredFigures = NonNullable<RouteInput<'staff.annualReports.save'>['body']['entered']>;
export type Sections = Record<ReportSection, string>;

/** A report as it was handed in: nothing of it changes when the records do. */
export interface HandedIn {
  at: Date;
  by: string;
  title: string;
  sections: Sections;
  tables: ReportTables;
  /** Cases that go on in the next year, which its report is compared with. */
  carriedOut: NamedCase[];
  explanation: string | null;
  /** Of the district: whose report it adds up, and for whom the records spoke. */
  sources?: { unitId: string; from: 'report' | 'records' }[] | null;
}

/** The annual report of a unit, or of the whole district. Names no applicant. */
export interface AnnualReportRecord {
  /** unit.year */
  _id: string;
  unitId: string;
  year: number;
  state: 'draft' | 'handed_in';
  sections: Sections;
  entered: EnteredFigures | null;
  handedIn: HandedIn | null;
  earlier: (HandedIn & { takenBackAt: Date; reason: string })[];
  savedAt: Date;
  savedBy: string;
  revision: number;
}

const text = { type: String, required: true } as const;
const mixed = { type: Schema.Types.Mixed, default: null } as never;

export function defineAnnualReportModel(database: Connection) {
  const schema = new Schema<AnnualReportRecord>(
    {
      ...{ _id: String, unitId: text, year: { type: Number, required: true }, state: text as never },
      sections: { type: Schema.Types.Mixed, required: true } as never,
      entered: mixed,
      handedIn: mixed,
      earlier: { type: [Schema.Types.Mixed], default: [] } as never,
      savedAt: { type: Date, required: true },
      savedBy: text,
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'annualReports', minimize: false },
  );
  schema.index({ year: 1, _id: 1 });
  schema.index({ state: 1, year: -1, _id: 1 });
  schema.index({ state: 1, unitId: 1, year: -1, _id: 1 });
  return database.model<AnnualReportRecord>('AnnualReport', schema);
}
