import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { oneOf, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createWalkModels, type AssignmentRecord, type CampaignRecord } from './walk.model';

export const ASSIGNMENTS = 'gridAssignments';
export const CAMPAIGNS = 'gridCampaigns';
/** Of one person at a time, and of one place at a time: more are not read. */
const MOST_AT_ONCE = 100;

/** Reads and writes who walks where, and what is brought. */
export function createWalkRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { assignments, campaigns } = createWalkModels(database);
  const newest = { from: -1, _id: -1 } as const;
  const lastFirst = { to: -1, _id: -1 } as const;
  return {
    findAssignment: (id: string, tx?: Tx) =>
      assignments
        .findById(id)
        .session(tx ?? null)
        .lean<AssignmentRecord>(),
    putAssignment: async (record: AssignmentRecord, tx: Tx): Promise<void> => {
      await assignments.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    listAssignments: (
      { areaIds, staffId }: { areaIds: readonly string[]; staffId?: string | undefined },
      query: PageQuery,
    ): Promise<Page<AssignmentRecord>> =>
      readPage<AssignmentRecord>({
        ...{ cursors, model: assignments, query, list: `grid.assignments:${staffId ?? ''}`, sort: newest },
        filter: { lineage: oneOf(areaIds), ...(staffId !== undefined && { staffId }) },
      }),
    /** What somebody walks on a day. */
    async listAssigned(staffId: string, on: string): Promise<AssignmentRecord[]> {
      const begun = await assignments
        .find({ staffId, from: { $lte: on } })
        .sort(newest)
        .limit(MOST_AT_ONCE)
        .lean<AssignmentRecord[]>();
      return begun.filter(({ to }) => to === null || to >= on);
    },
    findCampaign: (id: string, tx?: Tx) =>
      campaigns
        .findById(id)
        .session(tx ?? null)
        .lean<CampaignRecord>(),
    insertCampaign: async (record: CampaignRecord, tx: Tx): Promise<void> => {
      await campaigns.insertMany([record], { session: tx });
    },
    endCampaign: async (id: string, to: string, tx: Tx): Promise<void> => {
      await campaigns.updateOne({ _id: id }, { $set: { to } }, { session: tx });
    },
    /** Those whose last day is not over first; `over` those whose is. */
    listCampaigns: (
      { keys, state, today }: { keys: readonly string[]; state: 'current' | 'over' | undefined; today: string },
      query: PageQuery,
    ): Promise<Page<CampaignRecord>> =>
      readPage<CampaignRecord>({
        ...{ cursors, model: campaigns, query, list: `grid.campaigns:${state ?? ''}`, sort: lastFirst },
        filter: {
          keys: oneOf(keys),
          ...(state === 'current' && { to: { $gte: today } }),
          ...(state === 'over' && { to: { $lt: today } }),
        },
      }),
    /** What is brought to one of these areas on a day. */
    async listRunning(areaIds: readonly string[], on: string): Promise<CampaignRecord[]> {
      const open = await campaigns
        .find({ keys: oneOf(areaIds.map(id => `at:${id}`)), to: { $gte: on } })
        .sort(lastFirst)
        .limit(MOST_AT_ONCE)
        .lean<CampaignRecord[]>();
      return open.filter(({ from }) => from <= on);
    },
  };
}
export type WalkRepository = ReturnType<typeof createWalkRepository>;
export type { AssignmentRecord, CampaignRecord } from './walk.model';
