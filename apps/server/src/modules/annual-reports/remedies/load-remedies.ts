import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import type { AnnualReportsDeps } from '../deps';
import { concludeRemedy, recordRemedy } from './keep-remedies';

export interface LoadedRemedy {
  requestId: string;
  at: Date;
  officer: OfficeActor;
  input: RouteInput<'staff.remedies.record'>['body'];
  ended: { at: Date; on: string; result: 'upheld' | 'corrected' | 'other'; note?: string } | null;
}

/** Reviews and lawsuits as if at their times, by the same use cases as the calls. */
export async function loadRemedies(deps: AnnualReportsDeps, given: readonly LoadedRemedy[]): Promise<void> {
  for (const { requestId, at, officer, input, ended } of given) {
    if (await deps.remedies.find(input.id)) continue;
    const { remedy } = await recordRemedy(asOf(deps, at), officer, requestId, input);
    if (!ended) continue;
    const { at: endedAt, ...result } = ended;
    await concludeRemedy(asOf(deps, endedAt), officer, remedy._id, { ...result, revision: remedy.revision });
  }
}

const asOf = (deps: AnnualReportsDeps, at: Date): AnnualReportsDeps => ({
  ...deps,
  clock: { ...deps.clock, now: () => at, today: () => shanghaiDate(at) },
  outbox: { ...deps.outbox, add: () => Promise.resolve() },
});
