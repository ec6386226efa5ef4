import type { Connection, Model } from 'mongoose';
import { askedIn, askedPublicly, type AskedState } from '../../platform/asked-window';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { findTogether } from '../../platform/find-together';
import { countSome, ofUnits, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { UNANSWERED } from './consultation.facets';
import { defineConsultationModels, type ConsultationRecord, type DraftItemRecord } from './consultation.model';

export type { ConsultationRecord, DraftItemRecord, ItemField, OutcomeRecord } from './consultation.model';

/** Everything but the long texts: what lists and comments need of a consultation. */
export type ConsultationOutline = Omit<
  ConsultationRecord,
  'background' | 'outcome' | 'contentHash' | 'attachmentIds' | 'contact' | 'ways'
>;
const OUTLINE =
  'createdBy createdAt question title unitId kind opensOn closesOn opensAt closesAt requestedClosesOn requestedOutcomeDueOn ' +
  'shortenReason outcomeDueOn display areaIds domainIds draftKind editionId additionParents itemCount changedCount draftVersion publishedAt outcomeAt facets revision';

const TOUCHED = ['new', 'changed', 'removed'];

export function createConsultationRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { consultations, items } = defineConsultationModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });
  const find = (id: string, tx?: Tx): Promise<ConsultationRecord | null> =>
    consultations.findById(id, null, session(tx)).lean<ConsultationRecord>();
  const findOutline = (id: string, tx?: Tx): Promise<ConsultationOutline | null> =>
    consultations.findById(id, OUTLINE, session(tx)).lean<ConsultationOutline>();
  const findOutlines = async (ids: readonly string[]): Promise<Map<string, ConsultationOutline>> => {
    const records = await consultations.find({ _id: { $in: ids } }, OUTLINE).lean<ConsultationOutline[]>();
    return new Map(records.map(record => [record._id, record]));
  };
  /** On its last evening many write to one consultation at once. */
  const findOutlineTogether = findTogether(findOutlines);
  const outlines = consultations as unknown as Model<ConsultationOutline>;

  return {
    find,
    findOutline,
    async get(id: string, tx?: Tx): Promise<ConsultationRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('consultation.not_found');
      return record;
    },
    async getOutline(id: string, tx?: Tx): Promise<ConsultationOutline> {
      const record = tx ? await findOutline(id, tx) : await findOutlineTogether(id);
      if (!record) throw new AppError('consultation.not_found');
      return record;
    },
    findOutlines,
    insert: async (record: ConsultationRecord, tx: Tx): Promise<void> => {
      await consultations.insertMany([record], { session: tx });
    },
    /** Writes fields of a consultation; every act of the office does, so that two at once conflict. */
    update: async (id: string, set: Partial<ConsultationRecord>, tx: Tx): Promise<void> => {
      await consultations.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } }, { session: tx });
    },

    /** What the public may list. `anyArea`: facets of which one must fit. */
    listPublic(
      wanted: { state: AskedState | undefined; facets: readonly string[]; anyArea: readonly string[]; now: Date },
      query: PageQuery,
    ): Promise<Page<ConsultationOutline>> {
      const { first, range, sort } = askedPublicly('outcomeAt', wanted.state, wanted.now);
      const others = [
        ...wanted.facets.map(facet => ({ facets: facet })),
        ...(wanted.anyArea.length > 0 ? [{ facets: { $in: wanted.anyArea } }] : []),
      ];
      return readPage<ConsultationOutline>({
        cursors,
        model: outlines,
        list: `consultations:${wanted.state ?? ''}`,
        filter: { facets: first, ...range, ...(others.length > 0 && { $and: others }) },
        sort,
        query,
        select: OUTLINE.split(' '),
      });
    },
    /** What a desk sees: drafts too, newest first. */
    listForStaff: (
      wanted: { unitIds: readonly string[] | 'all'; state: AskedState | undefined; now: Date },
      query: PageQuery,
    ): Promise<Page<ConsultationOutline>> =>
      readPage<ConsultationOutline>({
        cursors,
        model: outlines,
        list: `staff.consultations:${wanted.state ?? ''}`,
        filter: {
          ...ofUnits(wanted.unitIds),
          ...(wanted.state && { $and: [askedIn('outcomeAt', wanted.state, wanted.now)] }),
        },
        sort: { createdAt: -1, _id: -1 },
        query,
        select: OUTLINE.split(' '),
      }),
    /** Of what `listForStaff` lists in this state. */
    countForStaff: (wanted: {
      unitIds: readonly string[] | 'all';
      state: 'open' | 'closed';
      now: Date;
    }): Promise<number> => {
      const { first, range } = askedPublicly('outcomeAt', wanted.state, wanted.now);
      return countSome(outlines, { facets: first, ...range, ...ofUnits(wanted.unitIds) });
    },
    listByFacet: (
      facet: string,
      { opensBefore, limit }: { opensBefore: Date; limit: number },
    ): Promise<ConsultationOutline[]> =>
      consultations
        .find({ facets: facet, opensAt: { $lte: opensBefore } }, OUTLINE)
        .sort({ opensAt: -1, _id: -1 })
        .limit(limit)
        .lean<ConsultationOutline[]>(),
    /** Those that ended before then and have no outcome, the longest first. */
    listUnanswered: (closedBefore: Date, limit: number): Promise<ConsultationOutline[]> =>
      consultations
        .find({ facets: UNANSWERED, closesAt: { $lte: closedBefore } }, OUTLINE)
        .sort({ closesAt: 1, _id: 1 })
        .limit(limit)
        .lean<ConsultationOutline[]>(),
    hasOutcomeLeadingTo: async (editionId: string, now: Date): Promise<boolean> =>
      (await consultations.exists({ 'outcome.nextEditionId': editionId, outcomeAt: { $lte: now } })) !== null,
    /** All of them by id, for the search index. */
    listAfter: (afterId: string, limit: number): Promise<ConsultationRecord[]> =>
      consultations
        .find({ _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ConsultationRecord[]>(),

    /** Replaces the items of a draft. */
    putItems: async (consultationId: string, records: readonly DraftItemRecord[], tx: Tx): Promise<void> => {
      await items.deleteMany({ consultationId }, { session: tx });
      if (records.length > 0) await items.insertMany(records, { session: tx });
    },
    findItem: (consultationId: string, itemId: string): Promise<DraftItemRecord | null> =>
      items.findById(`${consultationId}:${itemId}`).lean<DraftItemRecord>(),
    findItems: async (consultationId: string, itemIds: readonly string[]): Promise<Map<string, DraftItemRecord>> => {
      const ids = itemIds.map(id => `${consultationId}:${id}`);
      const records = await items.find({ _id: { $in: ids } }).lean<DraftItemRecord[]>();
      return new Map(records.map(record => [record.itemId, record]));
    },
    listItems: (
      consultationId: string,
      change: DraftItemRecord['change'] | 'touched' | undefined,
      query: PageQuery,
    ): Promise<Page<DraftItemRecord>> =>
      readPage<DraftItemRecord>({
        cursors,
        model: items,
        list: `consultations.draft:${consultationId}:${change ?? ''}`,
        filter: { consultationId, ...(change && { change: change === 'touched' ? { $in: TOUCHED } : change }) },
        sort: { position: 1, _id: 1 },
        query,
      }),
    /** A draft whole, for the search index: 800 clauses at most, or the entries of an edition. */
    listAllItems: (consultationId: string, tx?: Tx): Promise<DraftItemRecord[]> =>
      readAll<DraftItemRecord>({ model: items, filter: { consultationId }, sort: { position: 1, _id: 1 }, tx }),
  };
}
export type ConsultationRepository = ReturnType<typeof createConsultationRepository>;
