import type { Model } from 'mongoose';
import { ofUnits } from '../../platform/paging';
import type { InformationRequestRecord } from './information-request.model';

/** Not those that ask for a correction of one's own record (Art. 41): they are counted and compared nowhere. Older requests have no kind. */
export const FOR_INFORMATION = { kind: { $ne: 'record_correction' as const } };

/** Short reads over the requests of units: what is compared, and what waits for a word. */
export const fewRequests = (requests: Model<InformationRequestRecord>) => ({
  /** The newest of a unit since then, at most so many. */
  listNewest: (unitId: string, since: Date, limit: number): Promise<InformationRequestRecord[]> =>
    requests
      .find({ unitId, submittedAt: { $gte: since }, ...FOR_INFORMATION })
      .sort({ submittedAt: -1, _id: -1 })
      .limit(limit)
      .select(['number', 'unitId', 'content', 'applicant', 'applicantIndex', 'status', 'decision', 'suggestion'])
      .lean<InformationRequestRecord[]>(),
  /** What applicants say against fees and nobody has answered, the oldest first. */
  listFeeDisputes: (unitIds: readonly string[] | 'all', limit: number): Promise<InformationRequestRecord[]> =>
    requests
      .find({ ...ofUnits(unitIds), feeDisputedOn: { $gt: '' }, status: 'paused' })
      .sort({ feeDisputedOn: 1, _id: 1 })
      .limit(limit)
      .lean<InformationRequestRecord[]>(),
  /** Split or merged, and applicants without an account were not told, the oldest first. */
  listUntold: (unitIds: readonly string[] | 'all', limit: number): Promise<InformationRequestRecord[]> =>
    requests
      .find({ ...ofUnits(unitIds), untoldSince: { $gt: '' } })
      .sort({ untoldSince: 1, _id: 1 })
      .limit(limit)
      .lean<InformationRequestRecord[]>(),
});
