import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../platform/crypto';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { countSome, oneOf, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { defineEnquiryModels, type EnquiryRecord, type HotlineMonthRecord } from './enquiry.model';

export const ENQUIRIES = 'enquiries';
export type ContactField = keyof EnquiryRecord['contact'];

interface StaffFilter {
  unitIds: readonly string[] | 'all';
  status?: EnquiryRecord['status'] | undefined;
  /** Only what has to be done by this day, the most pressing first; else all, the newest first. */
  dueBy?: string | undefined;
}

const filterOf = ({ unitIds, status, dueBy }: StaffFilter) => ({
  ...(unitIds !== 'all' && { unitIds: oneOf(unitIds) }),
  ...(status && { status }),
  ...(dueBy && { actBy: { $gt: '', $lte: dueBy } }),
});

/** Reads and writes messages of 网上民声; seals and opens who wrote them. */
export function createEnquiryRepository(deps: { database: Connection; cursors: Cursors; fields: FieldCipher }) {
  const { database, cursors, fields } = deps;
  const { enquiries, series, months } = defineEnquiryModels(database);
  const place = (id: string, field: string) => ({ collection: ENQUIRIES, id, field });
  const find = (id: string, tx?: Tx) =>
    enquiries
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<EnquiryRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<EnquiryRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('enquiry.not_found');
      return record;
    },
    insert: async (record: EnquiryRecord, tx: Tx): Promise<void> => {
      await enquiries.insertMany([record], { session: tx });
    },
    /** Writes a changed record back; false when somebody was quicker. */
    replace: async (record: EnquiryRecord, tx: Tx): Promise<boolean> => {
      const { revision } = record;
      const result = await enquiries.replaceOne(
        { _id: record._id, revision },
        { ...record, revision: revision + 1 },
        { session: tx },
      );
      return result.matchedCount === 1;
    },
    /** Next number of a year, without gaps. */
    async nextNumber(year: string, tx: Tx): Promise<number> {
      const counter = await series
        .findOneAndUpdate({ _id: year }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after', session: tx })
        .lean();
      return counter!.last;
    },
    /** Those of a kind, or those that are often asked. */
    listPublic: (
      { kind, faq }: { kind?: EnquiryRecord['kind'] | undefined; faq?: boolean | undefined },
      query: PageQuery,
    ): Promise<Page<EnquiryRecord>> =>
      readPage<EnquiryRecord>({
        ...{ cursors, model: enquiries, list: `enquiries:${kind ?? ''}:${faq === true}`, query },
        filter: { isPublic: true, ...(kind && { kind }), ...(faq && { isFaq: true }) },
        sort: { publishedAt: -1, _id: -1 },
      }),
    listOfAccount: (accountId: string, query: PageQuery): Promise<Page<EnquiryRecord>> =>
      readPage<EnquiryRecord>({
        ...{ cursors, model: enquiries, list: 'me.enquiries', query },
        filter: { accountId },
        sort: { submittedAt: -1, _id: -1 },
      }),
    listForStaff: (wanted: StaffFilter, query: PageQuery): Promise<Page<EnquiryRecord>> =>
      readPage<EnquiryRecord>({
        ...{ cursors, model: enquiries, query },
        list: `staff.enquiries:${wanted.status ?? ''}:${wanted.dueBy ?? ''}`,
        filter: filterOf(wanted),
        sort: wanted.dueBy ? { actBy: 1, _id: 1 } : { submittedAt: -1, _id: -1 },
      }),
    countForStaff: (wanted: StaffFilter): Promise<number> => countSome(enquiries, filterOf(wanted)),
    findAll: (ids: readonly string[]): Promise<EnquiryRecord[]> =>
      enquiries.find({ _id: { $in: [...ids] } }).lean<EnquiryRecord[]>(),
    /** Of these, those that are public. */
    findPublic: (ids: readonly string[]): Promise<EnquiryRecord[]> =>
      enquiries.find({ _id: { $in: [...ids] }, isPublic: true }).lean<EnquiryRecord[]>(),
    /** Ids of those that are public, in their order, some at a time. */
    listPublicIdsAfter: async (afterId: string, limit: number): Promise<string[]> => {
      const found = await enquiries
        .find({ isPublic: true, _id: { $gt: afterId } }, '_id')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    /** With a report or an appeal that waits, the longest first. */
    listToLookAt: (unitIds: StaffFilter['unitIds'], limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({ ...(unitIds !== 'all' && { unitIds: oneOf(unitIds) }), lookFrom: { $type: 'date' } })
        .sort({ lookFrom: 1, _id: 1 })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    listMonths: (query: PageQuery): Promise<Page<HotlineMonthRecord>> =>
      readPage<HotlineMonthRecord>({
        ...{ cursors, model: months, list: 'hotline.months', filter: {}, sort: { _id: -1 }, query },
      }),
    /** Which of these months are there. */
    findMonthIds: async (ids: readonly string[]): Promise<string[]> =>
      (await months.find({ _id: { $in: [...ids] } }, '_id').lean<{ _id: string }[]>()).map(({ _id }) => _id),
    putMonth: async (record: HotlineMonthRecord, tx: Tx): Promise<void> => {
      await months.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    /** That came with this ticket of the hotline, or went on under it. */
    listByTicket: (ticket: string, unitIds: StaffFilter['unitIds'], limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({ 'hotline.ticket': ticket, ...(unitIds !== 'all' && { unitIds: oneOf(unitIds) }) })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    /** Those whose number begins so. */
    listByNumber: (begin: string, unitIds: StaffFilter['unitIds'], limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({ number: { $gte: begin, $lt: `${begin}\uffff` }, ...(unitIds !== 'all' && { unitIds: oneOf(unitIds) }) })
        .sort({ number: -1 })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    /** On which somebody has to act by `today` and that nobody was reminded of on it. */
    listDue: (today: string, limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({ actBy: { $gt: '', $lte: today }, chasedOn: { $ne: today } })
        .sort({ actBy: 1, _id: 1 })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    listToRemind: (today: string, limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({ remindOn: { $gt: '', $lte: today } })
        .sort({ remindOn: 1 })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    /** Some of those on which somebody still has to act, in the order of their days. */
    listOpen: (after: Pick<EnquiryRecord, 'actBy' | '_id'>, limit: number): Promise<EnquiryRecord[]> =>
      enquiries
        .find({
          actBy: { $gte: after.actBy, $gt: '' },
          $or: [{ actBy: { $gt: after.actBy } }, { actBy: after.actBy, _id: { $gt: after._id } }],
        })
        .sort({ actBy: 1, _id: 1 })
        .limit(limit)
        .lean<EnquiryRecord[]>(),
    allOfAccount: (accountId: string): Promise<EnquiryRecord[]> =>
      readAll<EnquiryRecord>({
        model: enquiries,
        filter: { accountId },
        sort: { submittedAt: -1, _id: -1 },
      }),
    /** What was asked is still answered and what is published stays; whose it was is cut off. */
    eraseOf: async (accountId: string, tx: Tx): Promise<void> => {
      const gone = { accountId: null, 'contact.name': null, 'contact.phone': null, contentHash: 'erased' };
      await enquiries.updateMany({ accountId }, { $set: gone }, { session: tx });
      const ofReporter = { 'reports.accountId': accountId };
      await enquiries.updateMany(ofReporter, { $pull: { reports: { accountId } } as never }, { session: tx });
    },
    seal: (id: string, field: ContactField, value: string | undefined): string | null =>
      value === undefined ? null : fields.encrypt(value, place(id, field)),
    open: ({ _id, contact }: EnquiryRecord, field: ContactField): string | null => {
      const sealed = contact[field];
      return sealed === null ? null : fields.decrypt(sealed, place(_id, field));
    },
  };
}
export type EnquiryRepository = ReturnType<typeof createEnquiryRepository>;
