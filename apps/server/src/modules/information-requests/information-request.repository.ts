import type { BlindIndex, FieldCipher } from '../../platform/crypto';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { countSome, ofUnits, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import type { Connection } from 'mongoose';
import { createApplicantLookup } from './applicant-lookup';
import { defineInformationRequestModels, type InformationRequestRecord } from './information-request.model';
import { fewRequests, FOR_INFORMATION } from './few-requests.repository';
import { createRequestSeals } from './request-seals';

export interface StaffFilter {
  unitIds: string[] | 'all';
  status?: InformationRequestRecord['status'] | undefined;
  kind?: InformationRequestRecord['kind'];
  /** Only what the office has to act on by this day, the most pressing first; else all, the newest first. */
  dueBy?: string | undefined;
  /** A name, a number of an identity document or of a telephone, or the last four digits of that. */
  applicant?: string | undefined;
  /** With whom a proposed answer is. */
  step?: InformationRequestRecord['decisionStep'] | undefined;
}

export type CountedRequest = Pick<
  InformationRequestRecord,
  '_id' | 'number' | 'unitId' | 'applicantKind' | 'organizationKind' | 'receivedOn' | 'endedOn' | 'dueOn' | 'fee'
> & { events: Pick<InformationRequestRecord['events'][number], 'fact'>[] };

/** Reads and writes requests; seals and opens their personal fields. */
export function createInformationRequestRepository(deps: {
  database: Connection;
  cursors: Cursors;
  fields: FieldCipher;
  blindIndex: BlindIndex;
}) {
  const { database, cursors, fields, blindIndex } = deps;
  const { requests, series } = defineInformationRequestModels(database);
  const lookup = createApplicantLookup(blindIndex);

  const find = (id: string, tx?: Tx) =>
    requests
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<InformationRequestRecord>();

  const filterOf = ({ unitIds, status, kind, dueBy, applicant, step }: StaffFilter) => ({
    ...ofUnits(unitIds),
    ...(status ? { status } : {}),
    ...(kind === 'information' ? FOR_INFORMATION : kind ? { kind } : {}),
    ...(applicant ? lookup.conditionFor(applicant) : {}),
    ...(step ? { decisionStep: step } : {}),
    ...(dueBy ? { actBy: { $gt: '', $lte: dueBy } } : {}),
  });

  return {
    find,
    async get(id: string, tx?: Tx): Promise<InformationRequestRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('request.not_found');
      return record;
    },
    insert: async (record: InformationRequestRecord, tx: Tx): Promise<void> => {
      await requests.insertMany([record], { session: tx });
    },
    /** Writes a changed record back; false when somebody was quicker. */
    replace: async (record: InformationRequestRecord, tx: Tx): Promise<boolean> => {
      const { revision } = record;
      const result = await requests.replaceOne(
        { _id: record._id, revision },
        { ...record, revision: revision + 1 },
        { session: tx },
      );
      return result.matchedCount === 1;
    },
    /** Next number of a year's series, without gaps. */
    async nextNumber(name: string, tx: Tx): Promise<number> {
      const counter = await series
        .findOneAndUpdate({ _id: name }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after', session: tx })
        .lean();
      return counter!.last;
    },
    listOfAccount: (accountId: string, query: PageQuery): Promise<Page<InformationRequestRecord>> =>
      readPage<InformationRequestRecord>({
        cursors,
        model: requests,
        list: 'me.informationRequests',
        filter: { accountId },
        sort: { submittedAt: -1, _id: -1 },
        query,
      }),
    ...fewRequests(requests),
    countForStaff: (wanted: StaffFilter): Promise<number> => countSome(requests, filterOf(wanted)),
    listForStaff: (wanted: StaffFilter, query: PageQuery): Promise<Page<InformationRequestRecord>> =>
      readPage<InformationRequestRecord>({
        cursors,
        model: requests,
        list: `staff.informationRequests:${wanted.status ?? ''}:${wanted.kind ?? ''}:${wanted.dueBy ?? ''}:${wanted.applicant ?? ''}:${wanted.step ?? ''}`,
        filter: filterOf(wanted),
        sort: wanted.dueBy || wanted.step ? { actBy: 1, _id: 1 } : { submittedAt: -1, _id: -1 },
        query,
      }),
    /**
     * Those for information that were received by the last day of a year and had not ended before its first, with what its figures are counted
     * from and nothing of the applicant.
     */
    listOfYear: async (unitIds: readonly string[] | 'all', year: number): Promise<CountedRequest[]> => {
      const parts = await Promise.all(
        ['', { $gte: `${year}-01-01` }].map(endedOn =>
          readAll<InformationRequestRecord>({
            model: requests,
            filter: { ...ofUnits(unitIds), ...FOR_INFORMATION, endedOn, receivedOn: { $lte: `${year}-12-31` } },
            sort: { endedOn: 1, receivedOn: 1, _id: 1 },
            select: [
              ...['_id', 'number', 'unitId', 'applicantKind', 'organizationKind', 'receivedOn', 'endedOn', 'dueOn'],
              ...['fee.yuan', 'fee.paidOn', 'events.fact'],
            ],
          }),
        ),
      );
      return parts.flat();
    },
    /** Was any received by this day? Both open and ended ones are in the index. */
    hasReceivedBy: async (day: string): Promise<boolean> => {
      for (const endedOn of ['', { $gt: '' }])
        if (
          await requests
            .findOne({ endedOn, receivedOn: { $gt: '', $lte: day }, ...FOR_INFORMATION })
            .select({ _id: 1 })
            .lean()
        )
          return true;
      return false;
    },
    /** Writes changed records back, all or none of them: false when somebody was quicker with one. */
    replaceAll: async (records: readonly InformationRequestRecord[], tx: Tx): Promise<boolean> => {
      if (records.length === 0) return true;
      const operations = records.map(record => ({
        replaceOne: {
          filter: { _id: record._id, revision: record.revision },
          replacement: { ...record, revision: record.revision + 1 },
        },
      }));
      const { matchedCount } = await requests.collection.bulkWrite(operations as never, { session: tx });
      return matchedCount === records.length;
    },
    listByIds: (ids: readonly string[], tx?: Tx): Promise<InformationRequestRecord[]> =>
      requests
        .find({ _id: { $in: [...ids] } })
        .session(tx ?? null)
        .sort({ _id: 1 })
        .lean<InformationRequestRecord[]>(),
    /** Requests whose number begins so. */
    listByNumber: (
      begin: string,
      unitIds: readonly string[] | 'all',
      limit: number,
    ): Promise<InformationRequestRecord[]> =>
      requests
        .find({
          number: { $gte: begin, $lt: `${begin}\uffff` },
          ...(unitIds === 'all' ? {} : { unitId: { $in: [...unitIds] } }),
        })
        .sort({ number: -1 })
        .limit(limit)
        .lean<InformationRequestRecord[]>(),
    /** Requests in `status` whose `field` date is `until` or before and that were not chased on `notOn`; oldest first. */
    listDue: (
      wanted: {
        status: InformationRequestRecord['status'];
        field: 'registerBy' | 'dueOn' | 'actBy' | 'correction.deadline';
        until: string;
        notOn: string;
      },
      limit: number,
    ) => {
      const { status, field, until, notOn } = wanted;
      return requests
        .find({ status, [field]: { $lte: until, $gt: '' }, chasedOn: { $ne: notOn } })
        .sort({ [field]: 1 })
        .limit(limit)
        .lean<InformationRequestRecord[]>();
    },
    /** Some ids of requests in `status`, by id, after `afterId`. */
    listIdsIn: async (
      status: InformationRequestRecord['status'],
      afterId: string,
      limit: number,
    ): Promise<string[]> => {
      const found = await requests
        .find({ status, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .select({ _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    /** Some ids of requests that were written before there was an `actBy` or an `endedOn`. */
    listIdsWithoutDates: async (limit: number): Promise<string[]> => {
      // The field's index holds a missing value as null.
      for (const field of ['actBy', 'endedOn']) {
        const found = await requests
          .find({ [field]: null })
          .limit(limit)
          .select({ _id: 1 })
          .lean<{ _id: string }[]>();
        if (found.length > 0) return found.map(({ _id }) => _id);
      }
      return [];
    },
    /** True for the first one who chases it on this date. */
    markChased: async (id: string, date: string, tx: Tx): Promise<boolean> => {
      const result = await requests.updateOne(
        { _id: id, chasedOn: { $ne: date } },
        { $set: { chasedOn: date } },
        { session: tx },
      );
      return result.modifiedCount === 1;
    },
    allOfAccount: (accountId: string): Promise<InformationRequestRecord[]> =>
      readAll<InformationRequestRecord>({
        model: requests,
        filter: { accountId },
        sort: { submittedAt: -1, _id: -1 },
      }),
    /** Of requests for information: how many the same applicant handed in at the same unit from `from` up to this one, this one included. */
    countOfApplicant: ({ applicantIndex, unitId, submittedAt, number }: InformationRequestRecord, from: Date) =>
      requests.countDocuments({
        'applicantIndex.idNumber': applicantIndex.idNumber,
        unitId,
        ...FOR_INFORMATION,
        $or: [{ submittedAt: { $gte: from, $lt: submittedAt } }, { submittedAt, number: { $lte: number } }],
      }),
    /** What information the same applicant asked of the same unit before it, the newest first. */
    listEarlierOfApplicant: (
      { _id, applicantIndex, unitId, submittedAt }: InformationRequestRecord,
      limit: number,
    ): Promise<InformationRequestRecord[]> =>
      requests
        .find({
          'applicantIndex.idNumber': applicantIndex.idNumber,
          unitId,
          ...FOR_INFORMATION,
          submittedAt: { $lte: submittedAt },
          _id: { $ne: _id },
        })
        .sort({ submittedAt: -1, _id: -1 })
        .limit(limit)
        .lean<InformationRequestRecord[]>(),
    /** Some ids, by id, of requests that wait for others whose time is over on `today`. */
    listWaitedFor: async (today: string, afterId: string, limit: number): Promise<string[]> => {
      const found = await requests
        .find({ status: 'paused', actBy: { $gt: '', $lte: today }, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .select({ _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    /** Requests of which the office is to be reminded by `today`. */
    listToRemind: (today: string, limit: number) =>
      requests
        .find({ remindOn: { $gt: '', $lte: today } })
        .sort({ remindOn: 1 })
        .limit(limit)
        .lean<InformationRequestRecord[]>(),
    ...createRequestSeals(fields),
    indexApplicant: lookup.indexOf,
  };
}
export type InformationRequestRepository = ReturnType<typeof createInformationRequestRepository>;
