import { Schema, type Connection } from 'mongoose';

/** One person asked for one late period of an entry. */
export interface NudgeRecord {
  _id: string;
  taskId: string;
  entryId: string;
  from: string;
  accountId: string;
  createdAt: Date;
}

/** What the entry's units owe because people asked: one for an entry and period, open until it is published or answered. */
export interface NudgeTaskRecord {
  _id: string;
  entryId: string;
  entryName: string;
  from: string;
  label: string;
  dueOn: string;
  unitIds: string[];
  createdAt: Date;
  state: 'open' | 'done';
  noticeId: string | null;
  conclusion: string | null;
}

const text = { type: String, required: true };

export function createNudgeModels(database: Connection) {
  const nudge = new Schema<NudgeRecord>(
    {
      _id: String,
      taskId: text,
      entryId: text,
      from: text,
      accountId: text,
      createdAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'catalogNudges' },
  );
  nudge.index({ accountId: 1, entryId: 1, from: 1 }, { unique: true });
  nudge.index({ taskId: 1, _id: 1 });
  nudge.index({ accountId: 1, createdAt: -1, _id: -1 });
  nudge.index({ createdAt: 1 });

  const task = new Schema<NudgeTaskRecord>(
    {
      _id: String,
      entryId: text,
      entryName: text,
      from: text,
      label: text,
      dueOn: text,
      unitIds: [String],
      createdAt: { type: Date, required: true },
      state: text as never,
      noticeId: { type: String, default: null },
      conclusion: { type: String, default: null },
    },
    { versionKey: false, collection: 'catalogNudgeTasks' },
  );
  task.index({ entryId: 1, from: 1 }, { unique: true });
  task.index({ state: 1, createdAt: -1, _id: -1 });
  task.index({ state: 1, unitIds: 1, createdAt: -1, _id: -1 });
  task.index({ createdAt: 1 });
  return {
    nudges: database.model<NudgeRecord>('CatalogNudge', nudge),
    tasks: database.model<NudgeTaskRecord>('CatalogNudgeTask', task),
  };
}
