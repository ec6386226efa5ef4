import { Schema, type Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { oneOf, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import type { OnBehalfRecord } from '../visit.repository';

export const PADS = 'gridPads';
export const SLIPS = 'gridSlips';

/** A pad of slips, printed once. */
export interface PadRecord {
  _id: string;
  areaId: string;
  lineage: string[];
  madeAt: Date;
  madeBy: string;
  voidedAt: Date | null;
}

/** What becomes its author's by a slip; whoever wants information is called by the office. */
export type Claimable = Exclude<OnBehalfRecord['kind'], 'request'>;

/** A slip (便条): what was taken down goes to who claims it, once. Of the code on it only the hash is kept. */
export interface SlipRecord {
  /** The short number. */
  _id: string;
  padId: string;
  areaId: string;
  lineage: string[];
  codeHash: string;
  kind: Claimable | null;
  recordId: string | null;
  /** Keyed hash of the last four digits of a phone, when they were given. */
  lastFour: string | null;
  /** The day it was bound, never the hour. */
  boundAt: Date | null;
  /** From then on it opens nothing any more. */
  expiresAt: Date | null;
  claimedAt: Date | null;
  /** Keyed hash of the account that claimed it, which may ask again. */
  claimedBy: string | null;
  voidedAt: Date | null;
  wrongTries: number;
  lockedUntil: Date | null;
}

/** How many slips of a pad are in which state. */
export interface PadCount {
  padId: string;
  all: number;
  open: number;
  claimed: number;
  expired: number;
  void: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };
const date = { type: Date, required: true };
const someday = { type: Date, default: null };
const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const NEWEST_FIRST = { madeAt: -1, _id: -1 } as const;

function createSlipModels(database: Connection) {
  const pad = new Schema<PadRecord>(
    { _id: String, areaId: text, lineage: [String], madeAt: date, madeBy: text, voidedAt: someday },
    { versionKey: false, collection: PADS },
  );
  pad.index({ lineage: 1, ...NEWEST_FIRST });
  const slip = new Schema<SlipRecord>(
    {
      ...{ _id: String, padId: text, areaId: text, lineage: [String], codeHash: text, kind: nullable },
      ...{ recordId: nullable, lastFour: nullable, boundAt: someday, expiresAt: someday, claimedAt: someday },
      claimedBy: nullable,
      ...{ voidedAt: someday, wrongTries: { type: Number, required: true }, lockedUntil: someday },
    },
    { versionKey: false, collection: SLIPS },
  );
  slip.index({ padId: 1, boundAt: 1 });
  // For config/retention.json.
  slip.index({ expiresAt: 1 });
  return { pads: database.model<PadRecord>('GridPad', pad), slips: database.model<SlipRecord>('GridSlip', slip) };
}

/** Reads and writes pads of slips, and what became of each slip. */
export function createSlipRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { pads, slips } = createSlipModels(database);
  return {
    findPad: (id: string, tx?: Tx) =>
      pads
        .findById(id)
        .session(tx ?? null)
        .lean<PadRecord>(),
    insertPad: async (pad: PadRecord, ofPad: readonly SlipRecord[], tx: Tx): Promise<void> => {
      await pads.insertMany([pad], { session: tx });
      await slips.insertMany(ofPad, { session: tx });
    },
    listPads: (areaIds: readonly string[], query: PageQuery): Promise<Page<PadRecord>> =>
      readPage<PadRecord>({
        ...{ cursors, model: pads, query, list: 'grid.pads', sort: NEWEST_FIRST },
        filter: { lineage: oneOf(areaIds) },
      }),
    /** Takes those of a pad out of use that nobody was given yet. */
    voidPad: async (padId: string, at: Date, tx: Tx): Promise<void> => {
      await pads.updateOne({ _id: padId }, { $set: { voidedAt: at } }, { session: tx });
      await slips.updateMany({ padId, boundAt: null }, { $set: { voidedAt: at } }, { session: tx });
    },
    countSlips: (padIds: readonly string[], now: Date): Promise<PadCount[]> => {
      const isBound = { $ne: ['$boundAt', null] };
      const isUnclaimed = { $eq: ['$claimedAt', null] };
      return slips.aggregate<PadCount>([
        { $match: { padId: { $in: padIds } } },
        {
          $group: {
            _id: '$padId',
            all: { $sum: 1 },
            open: count({ $and: [isBound, isUnclaimed, { $gt: ['$expiresAt', now] }] }),
            claimed: count({ $ne: ['$claimedAt', null] }),
            expired: count({ $and: [isBound, isUnclaimed, { $lte: ['$expiresAt', now] }] }),
            void: count({ $ne: ['$voidedAt', null] }),
          },
        },
        { $project: { _id: 0, padId: '$_id', all: 1, open: 1, claimed: 1, expired: 1, void: 1 } },
      ]);
    },
    findSlip: (number: string, tx?: Tx) =>
      slips
        .findById(number)
        .session(tx ?? null)
        .lean<SlipRecord>(),
    /** Which of these numbers are printed already. */
    findTaken: async (numbers: readonly string[]): Promise<Set<string>> => {
      const taken = await slips.find({ _id: { $in: numbers } }, '_id').lean<{ _id: string }[]>();
      return new Set(taken.map(({ _id }) => _id));
    },
    setSlip: async (number: string, set: Partial<SlipRecord>, tx: Tx): Promise<void> => {
      await slips.updateOne({ _id: number }, { $set: set }, { session: tx });
    },
  };
}
export type SlipRepository = ReturnType<typeof createSlipRepository>;
