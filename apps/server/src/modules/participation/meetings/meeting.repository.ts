import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { ofUnits, readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import {
  defineMeetingModels,
  type MeetingRecord,
  type ResolutionRecord,
  type SignUpRecord,
  type SignUpState,
} from './meeting.model';

export type {
  MeetingRecord,
  MinutesRecord,
  Represents,
  ResolutionRecord,
  SignUpRecord,
  SignUpState,
} from './meeting.model';

export type MeetingState = 'draft' | 'announced' | 'held' | 'recorded' | 'cancelled';

function stateFilter(state: MeetingState | undefined, now: Date): object {
  if (state === undefined) return {};
  if (state === 'draft') return { publishedAt: null, cancelledAt: null };
  if (state === 'cancelled') return { cancelledAt: { $ne: null } };
  const there = { publishedAt: { $ne: null }, cancelledAt: null };
  if (state === 'recorded') return { ...there, 'minutes.confirmedAt': { $type: 'date' } };
  const open = { ...there, 'minutes.confirmedAt': { $not: { $type: 'date' } } };
  return { ...open, startsAt: state === 'announced' ? { $gt: now } : { $lte: now } };
}

export function createMeetingRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { meetings, signUps, resolutions } = defineMeetingModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });
  const find = (id: string, tx?: Tx): Promise<MeetingRecord | null> =>
    meetings.findById(id, null, session(tx)).lean<MeetingRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<MeetingRecord> {
      const record = await find(id, tx);
      if (!record || record.discardedAt) throw new AppError('meeting.not_found');
      return record;
    },
    findMany: async (ids: readonly string[]): Promise<Map<string, MeetingRecord>> => {
      const records = await meetings.find({ _id: { $in: [...new Set(ids)] } }).lean<MeetingRecord[]>();
      return new Map(records.map(record => [record._id, record]));
    },
    listIdsAfter: async (afterId: string, limit: number): Promise<string[]> => {
      const rows = await meetings
        .find({ _id: { $gt: afterId } }, '_id')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },
    /** Who may come, in the order of their ids; those who were invited have no account. */
    listAcceptedAfter: (meetingId: string, afterId: string, limit: number): Promise<SignUpRecord[]> =>
      signUps
        .find({ meetingId, state: 'accepted', _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<SignUpRecord[]>(),
    listOfConsultations: (consultationIds: readonly string[], most: number): Promise<MeetingRecord[]> =>
      meetings
        .find({ consultationId: { $in: consultationIds } })
        .sort({ _id: 1 })
        .limit(most)
        .lean<MeetingRecord[]>(),
    insert: (record: MeetingRecord, tx: Tx): Promise<void> => insertRecord(meetings, record, tx),
    /** Every act on a meeting or a sign-up writes here, so that two at once conflict: a place is never given twice. */
    update: async (id: string, set: Partial<MeetingRecord>, tx: Tx): Promise<void> => {
      await meetings.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } }, { session: tx });
    },
    /** Published ones: the next first, or those that were, the latest first. */
    listPublic: (when: 'coming' | 'past', now: Date, query: PageQuery): Promise<Page<MeetingRecord>> =>
      readPage<MeetingRecord>({
        cursors,
        model: meetings,
        list: `meetings:${when}`,
        filter: { facets: 'all', startsAt: when === 'coming' ? { $gt: now } : { $lte: now } },
        sort: when === 'coming' ? { startsAt: 1, _id: 1 } : { startsAt: -1, _id: -1 },
        query,
      }),
    /** What a desk sees: those it prepares too, newest first. */
    listForStaff: (
      wanted: { unitIds: readonly string[] | 'all'; state: MeetingState | undefined; now: Date },
      query: PageQuery,
    ): Promise<Page<MeetingRecord>> =>
      readPage<MeetingRecord>({
        cursors,
        model: meetings,
        list: `staff.meetings:${wanted.state ?? ''}`,
        filter: {
          ...ofUnits(wanted.unitIds),
          discardedAt: null,
          ...(wanted.state && { $and: [stateFilter(wanted.state, wanted.now)] }),
        },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),

    findSignUp: (id: string, tx?: Tx): Promise<SignUpRecord | null> =>
      signUps.findById(id, null, session(tx)).lean<SignUpRecord>(),
    findTurn: (turn: string): Promise<SignUpRecord | null> => signUps.findOne({ turn }).lean<SignUpRecord>(),
    insertSignUp: (record: SignUpRecord, tx: Tx): Promise<void> => insertRecord(signUps, record, tx),
    updateSignUp: async (id: string, set: Partial<SignUpRecord>, tx: Tx): Promise<void> => {
      await signUps.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    countSignUps: (meetingId: string, state: SignUpState, tx?: Tx): Promise<number> =>
      signUps.countDocuments({ meetingId, state }).session(tx ?? null),
    /** Of one state, the earliest first: a draw that left one out would be wrong. */
    allSignUps: (meetingId: string, state: SignUpState, tx?: Tx): Promise<SignUpRecord[]> =>
      readAll<SignUpRecord>({ model: signUps, filter: { meetingId, state }, sort: { createdAt: 1, _id: 1 }, tx }),
    listSignUps: (meetingId: string, state: SignUpState | undefined, query: PageQuery): Promise<Page<SignUpRecord>> =>
      readPage<SignUpRecord>({
        cursors,
        model: signUps,
        list: `meetings.signUps:${meetingId}:${state ?? ''}`,
        filter: { meetingId, ...(state !== undefined && { state }) },
        sort: { createdAt: 1, _id: 1 },
        query,
      }),
    listOfAccount: (accountId: string, query: PageQuery): Promise<Page<SignUpRecord>> =>
      readPage<SignUpRecord>({
        cursors,
        model: signUps,
        list: 'me.signUps',
        filter: { accountId },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    allOfAccount: (accountId: string, tx?: Tx): Promise<SignUpRecord[]> =>
      readAll<SignUpRecord>({ model: signUps, filter: { accountId }, sort: { createdAt: -1, _id: -1 }, tx }),

    findResolution: (id: string, tx?: Tx): Promise<ResolutionRecord | null> =>
      resolutions.findById(id, null, session(tx)).lean<ResolutionRecord>(),
    insertResolution: (record: ResolutionRecord, tx: Tx): Promise<void> => insertRecord(resolutions, record, tx),
    updateResolution: async (id: string, set: Partial<ResolutionRecord>, tx: Tx): Promise<void> => {
      await resolutions.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    /** Of one meeting: a few. */
    listResolutions: (meetingId: string): Promise<ResolutionRecord[]> =>
      readAll<ResolutionRecord>({ model: resolutions, filter: { meetingId }, sort: { dueOn: 1, _id: 1 } }),
    listUndone: (unitIds: readonly string[] | 'all', limit: number): Promise<ResolutionRecord[]> =>
      resolutions
        .find({
          ...ofUnits(unitIds),
          doneAt: null,
        })
        .sort({ dueOn: 1, _id: 1 })
        .limit(limit)
        .lean<ResolutionRecord[]>(),
  };
}
export type MeetingRepository = ReturnType<typeof createMeetingRepository>;
