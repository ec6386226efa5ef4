import { Schema, type Connection } from 'mongoose';

/** Art. 44: what several people asked for, or one of them suggests, may become public for all. */
export interface PublishingProposalRecord {
  _id: string;
  unitId: string;
  /** The cases it came of, in the order in which they were found. */
  requestIds: string[];
  origin: 'measured' | 'suggested';
  state: 'open' | 'accepted' | 'declined';
  openedAt: Date;
  settled: { at: Date; by: string; reason: string | null } | null;
  /** The draft of a notice that it led to, and that notice's id; empty while there is none. */
  draftId: string;
  isPublished: boolean;
  revision: number;
}

const text = { type: String, required: true };

export function definePublishingProposalModels(database: Connection) {
  const schema = new Schema<PublishingProposalRecord>(
    {
      ...{ _id: String, unitId: text, requestIds: [String], origin: text, state: text },
      openedAt: { type: Date, required: true },
      settled: { type: Schema.Types.Mixed, default: null },
      draftId: { type: String, default: '' },
      isPublished: { type: Boolean, required: true },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'publishingProposals' },
  );
  schema.index({ requestIds: 1 });
  schema.index({ draftId: 1 });
  schema.index({ state: 1, openedAt: -1, _id: -1 });
  schema.index({ unitId: 1, state: 1, openedAt: -1, _id: -1 });
  return { proposals: database.model<PublishingProposalRecord>('PublishingProposal', schema) };
}
