import type { OBJECTION_RESULTS, OBJECTION_SOURCES, OBJECTION_STATES } from '@bandeng/contracts/schemas';
import type { Receipt } from '@bandeng/contracts/types';
import { Schema, type Connection } from 'mongoose';
import type { PostingRecord } from '../notice.model';

export type ObjectionSource = (typeof OBJECTION_SOURCES)[number];
export type ObjectionResult = (typeof OBJECTION_RESULTS)[number];
export interface ObjectionTotals {
  received: number;
  upheld: number;
  partly: number;
  rejected: number;
}

/** The course of one posting, beside its notice: it outlives corrections and what a portal sends. */
export interface PostingCourse {
  /** The notice's. */
  _id: string;
  unitId: string;
  title: string;
  kind: PostingRecord['kind'] | null;
  from: string;
  to: string;
  /** The first instant at which the period is over. */
  endsAt: Date;
  /** When the system takes it down; null where it stays, or is down already. */
  takeDownAt: Date | null;
  /** `gone`: taken down before it was concluded. */
  state: 'open' | 'concluded' | 'gone';
  concluded: ({ at: Date; by: string; statement: string } & ObjectionTotals) | null;
  extended: { at: Date; before: string; reason: string } | null;
  revision: number;
}

/** What somebody holds against a posting. Words, name and telephone are sealed. */
export interface ObjectionRecord {
  /** Made by the client. */
  _id: string;
  noticeId: string;
  unitId: string;
  /** Null when staff wrote it down, and once its author closed the account. */
  accountId: string | null;
  recordedBy: string | null;
  source: ObjectionSource;
  /** Keyed: the words are nobody's to guess. */
  contentHash: string;
  text: string;
  name: string | null;
  phone: string | null;
  receivedOn: string;
  createdAt: Date;
  dueOn: string;
  receipt: Receipt;
  state: (typeof OBJECTION_STATES)[number];
  examinedBy: string | null;
  result: ObjectionResult | null;
  reason: string | null;
  settledBy: string | null;
  settledAt: Date | null;
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const date = { type: Date, required: true } as const;
const mixed = { type: Schema.Types.Mixed, default: null } as never;

export function definePostingModels(database: Connection) {
  const posting = new Schema<PostingCourse>(
    {
      _id: String,
      unitId: text,
      title: text,
      kind: nullable as never,
      from: text,
      to: text,
      endsAt: date,
      takeDownAt: { type: Date, default: null },
      state: text as never,
      concluded: mixed,
      extended: mixed,
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'noticePostings', minimize: false },
  );
  posting.index({ state: 1, endsAt: 1, _id: 1 });
  posting.index({ state: 1, unitId: 1, endsAt: 1, _id: 1 });
  posting.index({ takeDownAt: 1 }, { partialFilterExpression: { takeDownAt: { $type: 'date' } } });

  const objection = new Schema<ObjectionRecord>(
    {
      _id: String,
      noticeId: text,
      unitId: text,
      accountId: nullable,
      recordedBy: nullable,
      source: text as never,
      contentHash: text,
      text,
      name: nullable,
      phone: nullable,
      receivedOn: text,
      createdAt: date,
      dueOn: text,
      receipt: { type: Schema.Types.Mixed, required: true } as never,
      state: text as never,
      examinedBy: nullable,
      result: nullable as never,
      reason: nullable,
      settledBy: nullable,
      settledAt: { type: Date, default: null },
    },
    { versionKey: false, collection: 'noticeObjections', minimize: false },
  );
  objection.index({ noticeId: 1, createdAt: -1, _id: -1 });
  objection.index({ accountId: 1, createdAt: -1, _id: -1 });
  objection.index({ accountId: 1, noticeId: 1, createdAt: -1, _id: -1 });
  objection.index({ state: 1, unitId: 1, dueOn: 1, _id: 1 });
  objection.index({ state: 1, dueOn: 1, _id: 1 });
  // For config/retention.json.
  objection.index({ createdAt: 1 });
  return {
    postings: database.model<PostingCourse>('NoticePosting', posting),
    objections: database.model<ObjectionRecord>('NoticeObjection', objection),
  };
}
export type PostingModels = ReturnType<typeof definePostingModels>;
