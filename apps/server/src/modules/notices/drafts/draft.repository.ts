import type { DraftState } from '@bandeng/rules';
import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { countSome, ofUnits, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { defineDraftModel, type DraftRecord } from './draft.model';
import { pairsOf } from './title-pairs';

export interface DraftListFilter {
  unitIds: readonly string[] | 'all';
  state?: DraftState | undefined;
  writer?: string | undefined;
}

/** What a list shows: no text, no files. */
const OUTLINE = [
  'content.title',
  'content.kind',
  'content.columnIds',
  'content.withholding',
  'unitId',
  'state',
  'steps',
  'signatures',
  'contentHash',
  'writers',
  'createdAt',
  'updatedAt',
  'updatedBy',
  'publishAt',
  'noticeId',
  'corrects',
  'revision',
];
export type DraftOutline = Pick<
  DraftRecord,
  | ('_id' | 'unitId' | 'state' | 'steps' | 'signatures' | 'contentHash')
  | ('writers' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'publishAt' | 'noticeId' | 'corrects' | 'revision')
> & {
  content: Pick<DraftRecord['content'], 'title' | 'kind' | 'columnIds' | 'withholding'>;
};

/** Another draft that names this one, or is named by it. */
export type DraftPartner = Pick<DraftRecord, '_id' | 'state' | 'contentHash'> & {
  content: Pick<DraftRecord['content'], 'title' | 'kind' | 'relatedIds'>;
};
/** More drafts than these never explain one file. */
const MOST_PARTNERS = 20;

interface Concerned {
  unitIds: readonly string[] | 'all';
  staffId: string;
}
/** Pairs of which it is asked how common they are. */
const PAIRS_COUNTED = 8;
const findable = (record: DraftRecord): DraftRecord => ({ ...record, titlePairs: pairsOf(record.content.title) });

const listFilter = ({ unitIds, state, writer }: DraftListFilter) => ({
  ...(writer !== undefined && { writers: writer }),
  ...(state && { state }),
  ...ofUnits(unitIds),
});

export function createDraftRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const drafts = defineDraftModel(database);
  const find = (id: string, tx?: Tx) =>
    drafts
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<DraftRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<DraftRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('draft.not_found');
      return record;
    },
    insert: (record: DraftRecord, tx: Tx): Promise<void> => insertRecord(drafts, findable(record), tx),
    /** Writes a record back that was read in this transaction. */
    replace: async (record: DraftRecord, tx: Tx): Promise<void> => {
      const { _id, revision } = record;
      await drafts.replaceOne({ _id, revision }, findable({ ...record, revision: revision + 1 }), { session: tx });
    },
    /** Whose title has all these pairs, the last changed first; the rarest of them bounds the scan, the others drop rows. */
    async listByPairs(
      { unitIds, pairs }: { unitIds: readonly string[] | 'all'; pairs: readonly string[] },
      limit: number,
    ): Promise<DraftOutline[]> {
      const counted = await Promise.all(
        pairs.slice(0, PAIRS_COUNTED).map(async pair => ({
          pair,
          count: await countSome(drafts, { titlePairs: pair }),
        })),
      );
      const [rarest] = counted.sort((a, b) => a.count - b.count);
      if (!rarest || rarest.count === 0) return [];
      const others = pairs.filter(pair => pair !== rarest.pair).map(titlePairs => ({ titlePairs }));
      return drafts
        .find({ titlePairs: rarest.pair, ...(others.length > 0 && { $and: others }), ...ofUnits(unitIds) })
        .sort({ updatedAt: -1, _id: -1 })
        .limit(limit)
        .select(OUTLINE.join(' '))
        .lean<DraftOutline[]>();
    },
    /** Scheduled, and their second has come. */
    listDue: (now: Date, limit: number) =>
      drafts
        .find({ state: 'scheduled', publishesWith: null, publishAt: { $lte: now } })
        .sort({ publishAt: 1 })
        .limit(limit)
        .select('_id')
        .lean<Pick<DraftRecord, '_id'>[]>(),
    findCorrecting: async (noticeId: string): Promise<string | null> =>
      (await drafts.findOne({ correcting: noticeId }).select('_id').lean<Pick<DraftRecord, '_id'>>())?._id ?? null,
    /** Whose words a notice has now: of its draft and its corrections the one that was published last. */
    findPublished: (noticeId: string) =>
      drafts.findOne({ noticeId, state: 'published' }).sort({ 'published.at': -1 }).lean<DraftRecord>(),
    /** Those that are scheduled with this one. */
    listScheduledWith: (id: string, tx: Tx) =>
      drafts.find({ state: 'scheduled', publishesWith: id }).session(tx).limit(MOST_PARTNERS).lean<DraftRecord[]>(),
    listRelatedTo: (id: string, tx?: Tx) =>
      drafts
        .find({ 'content.relatedIds.id': id })
        .session(tx ?? null)
        .limit(MOST_PARTNERS)
        .select('state contentHash content.title content.kind content.relatedIds')
        .lean<DraftPartner[]>(),
    /** In review for one of these units, by none of this person's hand nor signature, whoever waits longest first. */
    listToReview: ({ unitIds, staffId }: Concerned, limit: number) =>
      drafts
        .find({ ...ofUnits(unitIds), state: 'in_review', writers: { $ne: staffId } })
        .sort({ submittedAt: 1, _id: 1 })
        .limit(limit)
        .select([...OUTLINE, 'submittedAt'].join(' '))
        .lean<(DraftOutline & Pick<DraftRecord, 'submittedAt'>)[]>(),
    /** Lies with this person: to go on writing, or to publish. */
    listOfWriter: (staffId: string, state: 'sent_back' | 'approved', limit: number) =>
      drafts
        .find({ writers: staffId, state })
        .sort({ updatedAt: 1, _id: 1 })
        .limit(limit)
        .select([...OUTLINE, 'sentBack'].join(' '))
        .lean<(DraftOutline & Pick<DraftRecord, 'sentBack'>)[]>(),
    /** The secrecy reviewer was asked, whoever waits longest first. */
    listToCheck: ({ unitIds, staffId }: Concerned, limit: number) =>
      drafts
        .find({ 'secrecyAsked.at': { $gt: new Date(0) }, ...ofUnits(unitIds), writers: { $ne: staffId } })
        .sort({ 'secrecyAsked.at': 1, _id: 1 })
        .limit(limit)
        .select([...OUTLINE, 'secrecyAsked'].join(' '))
        .lean<(DraftOutline & Pick<DraftRecord, 'secrecyAsked'>)[]>(),
    count: (wanted: DraftListFilter): Promise<number> => countSome(drafts, listFilter(wanted)),
    list: (wanted: DraftListFilter, query: PageQuery): Promise<Page<DraftOutline>> =>
      readPage<DraftOutline>({
        cursors,
        model: drafts as never,
        list: `staff.drafts:${wanted.state ?? ''}:${wanted.writer ?? ''}`,
        filter: listFilter(wanted),
        sort: { updatedAt: -1, _id: -1 },
        query,
        select: OUTLINE,
      }),
  };
}
export type DraftRepository = ReturnType<typeof createDraftRepository>;
