import type { PanelNote, PanelRound } from '@bandeng/contracts/types';
import { Schema, type Connection, type Model } from 'mongoose';

/** 评审: experts or representatives read a draft edition and leave notes until the office concludes. */
export interface RoundRecord {
  _id: string;
  editionId: string;
  kind: PanelRound['kind'];
  /** Staff who hold the role of an evaluator. */
  memberIds: string[];
  dueOn: string;
  openedAt: Date;
  openedBy: string;
  state: PanelRound['state'];
  conclusion: string | null;
  closedAt: Date | null;
}

export interface NoteRecord {
  _id: string;
  roundId: string;
  editionId: string;
  /** Null: of the edition as a whole. */
  entryId: string | null;
  by: string;
  at: Date;
  body: string;
  answer: { verdict: NonNullable<PanelNote['answer']>['verdict']; words: string; by: string; at: Date } | null;
}

export function createRoundModels(database: Connection): { rounds: Model<RoundRecord>; notes: Model<NoteRecord> } {
  const text = { type: String, required: true } as const;
  const date = { type: Date, required: true } as const;
  const round = new Schema<RoundRecord>(
    {
      _id: String,
      editionId: text,
      kind: text as never,
      memberIds: [String],
      dueOn: text,
      openedAt: date,
      openedBy: text,
      state: text as never,
      conclusion: { type: String, default: null },
      closedAt: { type: Date, default: null },
    },
    { versionKey: false, collection: 'catalogRounds' },
  );
  round.index({ editionId: 1, openedAt: -1, _id: -1 });
  round.index({ editionId: 1, state: 1 });
  round.index({ state: 1, memberIds: 1, dueOn: 1, _id: 1 });
  round.index({ state: 1, dueOn: 1, _id: 1 });
  const note = new Schema<NoteRecord>(
    {
      _id: String,
      roundId: text,
      editionId: text,
      entryId: { type: String, default: null },
      by: text,
      at: date,
      body: text,
      answer: { type: Schema.Types.Mixed, default: null } as never,
    },
    { versionKey: false, collection: 'catalogNotes' },
  );
  note.index({ roundId: 1, at: 1, _id: 1 });
  note.index({ roundId: 1, answer: 1 });
  return {
    rounds: database.model<RoundRecord>('CatalogRound', round),
    notes: database.model<NoteRecord>('CatalogNote', note),
  };
}
