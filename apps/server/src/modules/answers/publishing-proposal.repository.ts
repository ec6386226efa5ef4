import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { ofUnits, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { definePublishingProposalModels, type PublishingProposalRecord } from './publishing-proposal.model';

export const PUBLISHING_PROPOSALS = 'publishingProposals';

/** Reads and writes proposals to publish. */
export function createPublishingProposalRepository(deps: { database: Connection; cursors: Cursors }) {
  const { proposals } = definePublishingProposalModels(deps.database);
  const find = (id: string, tx?: Tx): Promise<PublishingProposalRecord | null> =>
    proposals
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<PublishingProposalRecord>();
  return {
    find,
    async get(id: string, tx?: Tx): Promise<PublishingProposalRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('publishing.not_found');
      return record;
    },
    insert: async (record: PublishingProposalRecord, tx: Tx): Promise<void> => {
      await proposals.insertMany([record], { session: tx });
    },
    /** Throws publishing.changed when somebody was quicker. */
    replace: async (record: PublishingProposalRecord, tx: Tx): Promise<void> => {
      const { _id, revision } = record;
      const next = { ...record, revision: revision + 1 };
      const { matchedCount } = await proposals.replaceOne({ _id, revision }, next, { session: tx });
      if (matchedCount === 0) throw new AppError('publishing.changed');
    },
    /** Those that one of these cases belongs to. */
    listOfRequests: (requestIds: readonly string[], tx?: Tx): Promise<PublishingProposalRecord[]> =>
      proposals
        .find({ requestIds: { $in: [...requestIds] } })
        .session(tx ?? null)
        .lean<PublishingProposalRecord[]>(),
    findOfDraft: (draftId: string, tx: Tx): Promise<PublishingProposalRecord | null> =>
      proposals.findOne({ draftId }).session(tx).lean<PublishingProposalRecord>(),
    list: (
      { unitIds, state }: { unitIds: readonly string[] | 'all'; state: PublishingProposalRecord['state'] },
      query: PageQuery,
    ): Promise<Page<PublishingProposalRecord>> =>
      readPage<PublishingProposalRecord>({
        ...{ cursors: deps.cursors, model: proposals, list: `publishingProposals:${state}`, query },
        filter: { ...ofUnits(unitIds), state },
        sort: { openedAt: -1, _id: -1 },
      }),
  };
}
export type PublishingProposalRepository = ReturnType<typeof createPublishingProposalRepository>;
