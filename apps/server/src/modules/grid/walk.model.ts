import { Schema, type Connection } from 'mongoose';

/** Who walks a grid, or a part of it, from when to when. */
export interface AssignmentRecord {
  _id: string;
  staffId: string;
  areaId: string;
  lineage: string[];
  /** Missing or null for the whole area. */
  part?: { kind: 'compound'; name: string } | { kind: 'building'; id: string } | null;
  from: string;
  to: string | null;
}

/** 入户任务: what is brought to which areas, until when. */
export interface CampaignRecord {
  _id: string;
  contentHash: string;
  title: string;
  unitId: string;
  createdBy: string;
  /** `notice:<id>`, `consultation:<id>`. */
  items: string[];
  areaIds: string[];
  /** `at:<area>` for each of them, `in:<area>` for it and what it lies in: who may find it, and whether a door belongs to it. */
  keys: string[];
  from: string;
  /** The last day; closed early it is the day before. */
  to: string;
  targetPercent: number;
}

const text = { type: String, required: true };

export function createWalkModels(database: Connection) {
  const assignment = new Schema<AssignmentRecord>(
    {
      ...{ _id: String, staffId: text, areaId: text, lineage: [String], from: text },
      ...{ to: { type: String, default: null }, part: { type: Schema.Types.Mixed, default: null } },
    },
    { versionKey: false, collection: 'gridAssignments' },
  );
  assignment.index({ staffId: 1, from: -1, _id: -1 });
  assignment.index({ lineage: 1, from: -1, _id: -1 });
  assignment.index({ lineage: 1, staffId: 1, from: -1, _id: -1 });
  const campaign = new Schema<CampaignRecord>(
    {
      ...{ _id: String, contentHash: text, title: text, unitId: text, createdBy: text, items: [String] },
      ...{ areaIds: [String], keys: [String], from: text, to: text, targetPercent: { type: Number, required: true } },
    },
    { versionKey: false, collection: 'gridCampaigns' },
  );
  campaign.index({ keys: 1, to: -1, _id: -1 });
  return {
    assignments: database.model<AssignmentRecord>('GridAssignment', assignment),
    campaigns: database.model<CampaignRecord>('GridCampaign', campaign),
  };
}
