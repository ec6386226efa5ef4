import { Schema, type Connection } from 'mongoose';
import type { MemberKey, Stage } from './matter-source';

/** 一件事: a name under which offices put what they make public of it. */
export interface MatterRecord {
  /** Made by the client. */
  _id: string;
  contentHash: string;
  createdBy: string;
  createdAt: Date;
  name: string;
  unitId: string;
  revision: number;
}

/** That a record belongs to a matter: one for each record. */
export interface MatterMemberRecord {
  /** kind:id */
  _id: string;
  kind: MemberKey['kind'];
  recordId: string;
  matterId: string;
  stage: Stage;
  linkedAt: Date;
}

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;

export function defineMatterModels(database: Connection) {
  const matter = new Schema<MatterRecord>(
    {
      ...{ _id: String, contentHash: text, createdBy: text, createdAt: date, name: text, unitId: text },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'matters' },
  );
  matter.index({ createdAt: -1, _id: -1 });
  const member = new Schema<MatterMemberRecord>(
    { _id: String, kind: text as never, recordId: text, matterId: text, stage: text as never, linkedAt: date },
    { versionKey: false, collection: 'matterMembers' },
  );
  member.index({ matterId: 1, linkedAt: 1, _id: 1 });
  return {
    matters: database.model<MatterRecord>('Matter', matter),
    members: database.model<MatterMemberRecord>('MatterMember', member),
  };
}
