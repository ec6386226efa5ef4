import type { RosterEntry } from '@bandeng/contracts/types';
import { Schema, type Connection, type Model } from 'mongoose';

export interface RosterRecord {
  _id: string;
  post: RosterEntry['post'];
  unitId: string | null;
  areaId: string | null;
  /** Name and telephone are sealed: most of them are nobody's business outside the office. */
  name: string;
  duty: string | null;
  phone: string | null;
  isPublic: boolean;
  /** Dates of Shanghai, the first one in office and the first one that is not. */
  since: string;
  closedOn: string | null;
  /** `post:…`, `unit:…`, and `area:…` for its area and those it lies in. */
  facets: string[];
}

export function createRosterModel(database: Connection): Model<RosterRecord> {
  const text = { type: String, required: true } as const;
  const textOrNull = { type: String, default: null } as const;
  const schema = new Schema<RosterRecord>(
    {
      _id: String,
      post: text,
      unitId: textOrNull,
      areaId: textOrNull,
      name: text,
      duty: textOrNull,
      phone: textOrNull,
      isPublic: { type: Boolean, required: true },
      since: text,
      closedOn: textOrNull,
      facets: [String],
    },
    { versionKey: false, collection: 'rosters' },
  );
  schema.index({ since: -1, _id: -1 });
  schema.index({ facets: 1, since: -1, _id: -1 });
  return database.model<RosterRecord>('Roster', schema);
}
