import type { TELL_WAYS } from '@bandeng/contracts/schemas';
import type { VisitReaction } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type ReachChannel = 'door' | 'phone' | 'online';

/** A visit, by its day. Neither the hour nor the order of a day's visits is kept: together they would be a track of the worker. */
export interface VisitRecord {
  _id: string;
  contentHash: string;
  staffId: string;
  doorId: string;
  buildingId: string;
  lineage: string[];
  on: string;
  way: ReachChannel;
  /** `notice:<id>`, `consultation:<id>`. */
  items: string[];
  reaction: VisitReaction;
  followUpOn: string | null;
  note: string | null;
  /** Under way longer than the office allows. */
  isLate: boolean;
  /** The same day as an instant, for config/retention.json. */
  dayStart: Date;
}

/** Somebody went to tell the answer. */
export interface TellRecord {
  id: string;
  staffId: string;
  how: (typeof TELL_WAYS)[number];
  on: string;
}

export const ON_BEHALF = 'gridOnBehalf';
/** What a worker wrote down for somebody, and how they agreed; the words themselves are where they belong. */
export interface OnBehalfRecord {
  _id: string;
  contentHash: string;
  staffId: string;
  kind: 'comment' | 'enquiry' | 'request';
  /** What it is of, for questions by topic: `consultation:<id>`, `enquiry:<kind>`, `request`. */
  about: string;
  doorId: string | null;
  lineage: string[];
  on: string;
  consent: { how: 'spoken' | 'signed'; words: string };
  /** The name they wrote on the screen, its strokes as JSON, sealed. */
  signature: string | null;
  isLate: boolean;
  /**
   * Whose it is to tell the answer: whoever walks one of these areas or buildings, or who took it down where no door was written (asked/tell-key). Empty once it is over:
   * told, or given up after so many times.
   */
  tellKeys: string[];
  tells: TellRecord[];
  dayStart: Date;
}

/** That a door was reached by an item, once and by which ways. */
export interface ReachedRecord {
  /** `<item>|<door>`; an item is `notice:<id>`, `consultation:<id>` or `campaign:<id>`. */
  _id: string;
  channels: ReachChannel[];
  dayStart: Date;
}

/** Doors of a building that an item reached. */
export interface CoverageRecord {
  /** `<item>|<building>`. */
  _id: string;
  item: string;
  buildingId: string;
  lineage: string[];
  reached: number;
  channels: Partial<Record<ReachChannel, number>>;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const flag = { type: Boolean, required: true };
const nullable = { type: String, default: null };
const mixed = { type: Schema.Types.Mixed, required: true };

export function createVisitModels(database: Connection) {
  const visit = new Schema<VisitRecord>(
    {
      ...{ _id: String, contentHash: text, staffId: text, doorId: text, buildingId: text, lineage: [String], on: text },
      ...{ way: text, items: [String], reaction: text, followUpOn: nullable, note: nullable, isLate: flag },
      dayStart: date,
    },
    { versionKey: false, collection: 'gridVisits' },
  );
  visit.index({ lineage: 1, on: 1 });
  visit.index({ dayStart: 1 });
  const onBehalf = new Schema<OnBehalfRecord>(
    {
      ...{ _id: String, contentHash: text, staffId: text, kind: text, about: text },
      ...{
        doorId: nullable,
        lineage: [String],
        on: text,
        tellKeys: [String],
        tells: { type: [Schema.Types.Mixed], default: [] } as never,
        consent: mixed,
        signature: nullable,
        isLate: flag,
        dayStart: date,
      },
    },
    { versionKey: false, collection: ON_BEHALF },
  );
  onBehalf.index({ lineage: 1, on: 1, _id: 1 });
  onBehalf.index({ staffId: 1, dayStart: -1, _id: -1 });
  onBehalf.index({ tellKeys: 1, dayStart: 1, _id: 1 });
  onBehalf.index({ dayStart: 1 });
  const reached = new Schema<ReachedRecord>(
    { _id: String, channels: [String], dayStart: date },
    { versionKey: false, collection: 'gridReached' },
  );
  reached.index({ dayStart: 1 });
  const coverage = new Schema<CoverageRecord>(
    {
      ...{ _id: String, item: text, buildingId: text, lineage: [String] },
      ...{ reached: { type: Number, required: true }, channels: mixed },
    },
    { versionKey: false, collection: 'gridCoverage', minimize: false },
  );
  coverage.index({ item: 1, lineage: 1, _id: 1 });
  return {
    visits: database.model<VisitRecord>('GridVisit', visit),
    onBehalf: database.model<OnBehalfRecord>('GridOnBehalf', onBehalf),
    reached: database.model<ReachedRecord>('GridReached', reached),
    coverage: database.model<CoverageRecord>('GridCoverage', coverage),
  };
}
