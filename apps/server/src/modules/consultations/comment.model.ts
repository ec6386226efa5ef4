import type { ANSWER_RESULTS, COMMENT_CHANNELS, CommentTarget, CONSENTS } from '@bandeng/contracts/schemas';
import type { Receipt } from '@bandeng/contracts/types';
import type { CheckResult, ReviewResult } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type AnswerResult = (typeof ANSWER_RESULTS)[number];
export type CommentChannel = (typeof COMMENT_CHANNELS)[number];
export type Consent = (typeof CONSENTS)[number];

/** Where and when staff heard it, and what its author agreed to. */
export interface HeardRecord {
  on: string;
  at: string | null;
  consent: Consent;
}

export interface AnswerRecord {
  result: AnswerResult;
  reason: string;
  writtenBy: string;
  writtenAt: Date;
}

/** Another unit is asked what it would answer. */
export interface AssignmentRecord {
  unitId: string;
  dueOn: string;
  note: string | null;
  assignedBy: string;
  assignedAt: Date;
  draft: AnswerRecord | null;
}
export interface NoteRecord {
  /** Made by the client: the same one twice is one. */
  id: string;
  unitId: string;
  writtenBy: string;
  at: Date;
  text: string;
}

export interface CommentRecord {
  /** Made by the client. */
  _id: string;
  consultationId: string;
  /** Null when staff wrote it down, and once its author closed the account. */
  accountId: string | null;
  isAuthorGone: boolean;
  recordedBy: string | null;
  contentHash: string;
  target: CommentTarget;
  targetLabel: string;
  body: string;
  proposedText: string | null;
  anonymous: boolean;
  /** Chosen by the author, and public. */
  penName: string | null;
  /** Name on a letter, sealed; shown masked. */
  authorName: string | null;
  /** The draft it was written on. Absent in records made before there could be a second one. */
  draftVersion?: number;
  persons: number;
  channel: CommentChannel;
  /** Null for what its author wrote here; absent in what was written down before it was asked for. */
  heard?: HeardRecord | null;
  createdAt: Date;
  receipt: Receipt;
  check: CheckResult;
  checkNote: string | null;
  review: ReviewResult;
  reviewReason: string | null;
  withdrawnAt: Date | null;
  withdrawalReceipt: Receipt | null;
  duplicateOf: string | null;
  /** Written before it is published: readers see it once the outcome is. */
  answer: AnswerRecord | null;
  /** The comment that leads those that say the same; its own id for the leading one. Absent in older records, as what follows. */
  groupOf?: string | null;
  assignment?: AssignmentRecord | null;
  /** The unit that it waits for now, and until when: what that unit's list is made of. */
  assignedTo?: string | null;
  assignedDueOn?: string | null;
  /** Between the units at work on it, never public. */
  notes?: NoteRecord[];
  reportCount: number;
  /** Reported since a person last looked. */
  isReported: boolean;
  /** What lists find it by; made of the rest by keysOf. */
  keys: string[];
}

/** 我也这么想. One per account and comment. */
export interface SupportRecord {
  _id: string;
  commentId: string;
  accountId: string;
  createdAt: Date;
}
/** 举报. One per account and comment. */
export interface ReportRecord extends SupportRecord {
  reason: string;
  /** What became of it; absent or null while nobody has looked. */
  outcome?: ReportOutcome | null;
}
export interface ReportOutcome {
  result: 'kept' | 'hidden' | 'withdrawn';
  /** Null where its author took the comment back. */
  reason: string | null;
  at: Date;
  /** The same for those that were settled together: whom to tell. */
  settlement: string;
}

/** Derived from events, never written with a comment: many comments at once must not wait for one number. */
export interface CounterRecord {
  /** A consultation's id; with `|` and an item's id for a place in its draft; a comment's id for its supports. */
  _id: string;
  received?: number;
  /** Visible before the outcome, and with it. */
  now?: number;
  end?: number;
  /** Per column of an entry. */
  fields?: Record<string, number>;
  supports?: number;
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const date = { type: Date, required: true } as const;
const mixed = Schema.Types.Mixed;

export function defineCommentModels(database: Connection) {
  const comment = new Schema<CommentRecord>(
    {
      _id: String,
      consultationId: text,
      accountId: nullable,
      isAuthorGone: { type: Boolean, default: false },
      recordedBy: nullable,
      contentHash: text,
      target: { type: mixed, required: true } as never,
      targetLabel: text,
      body: text,
      proposedText: nullable,
      anonymous: { type: Boolean, required: true },
      penName: nullable,
      authorName: nullable,
      draftVersion: { type: Number, default: 1 },
      persons: { type: Number, required: true },
      channel: text as never,
      heard: { type: mixed, default: null },
      createdAt: date,
      receipt: { type: mixed, required: true } as never,
      check: text as never,
      checkNote: nullable,
      review: text as never,
      reviewReason: nullable,
      withdrawnAt: { type: Date, default: null },
      withdrawalReceipt: { type: mixed, default: null },
      duplicateOf: nullable,
      answer: { type: mixed, default: null },
      groupOf: nullable,
      assignment: { type: mixed, default: null },
      assignedTo: nullable,
      assignedDueOn: nullable,
      notes: { type: [mixed], default: [] } as never,
      reportCount: { type: Number, default: 0 },
      isReported: { type: Boolean, default: false },
      keys: [String],
    },
    { versionKey: false, collection: 'comments', minimize: false },
  );
  comment.index({ keys: 1, createdAt: -1, _id: -1 });
  // For config/retention.json, as those of the reactions below.
  comment.index({ createdAt: 1 });
  comment.index({ accountId: 1, createdAt: -1, _id: -1 });
  comment.index({ consultationId: 1, accountId: 1, createdAt: -1, _id: -1 });
  comment.index(
    { assignedTo: 1, assignedDueOn: 1, _id: 1 },
    { partialFilterExpression: { assignedTo: { $type: 'string' } } },
  );
  comment.index({ duplicateOf: 1, _id: 1 }, { partialFilterExpression: { duplicateOf: { $type: 'string' } } });

  const reaction = { _id: String, commentId: text, accountId: text, createdAt: date };
  const support = new Schema<SupportRecord>(reaction, { versionKey: false, collection: 'commentSupports' });
  const report = new Schema<ReportRecord>(
    { ...reaction, reason: text, outcome: { type: mixed, default: null } },
    { versionKey: false, collection: 'commentReports' },
  );
  for (const schema of [support, report]) {
    schema.index({ commentId: 1, accountId: 1 }, { unique: true });
    schema.index({ accountId: 1, _id: 1 });
    schema.index({ createdAt: 1 });
  }

  report.index({ accountId: 1, createdAt: -1, _id: -1 });

  const counter = new Schema<CounterRecord>(
    { _id: String, received: Number, now: Number, end: Number, fields: { type: mixed }, supports: Number },
    { versionKey: false, collection: 'consultationCounters' },
  );
  return {
    comments: database.model<CommentRecord>('Comment', comment),
    supports: database.model<SupportRecord>('CommentSupport', support),
    reports: database.model<ReportRecord>('CommentReport', report),
    counters: database.model<CounterRecord>('ConsultationCounter', counter),
  };
}
