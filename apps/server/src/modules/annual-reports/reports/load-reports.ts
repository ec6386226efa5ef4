import type { OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import type { AnnualReportsDeps } from '../deps';
import { handInReport, saveReport } from './keep-report';
import type { EnteredFigures, Sections } from './report.repository';

export interface LoadedReport {
  unit: string;
  year: number;
  at: Date;
  officer: OfficeActor;
  sections: Sections;
  entered: EnteredFigures | null;
}

/** Reports as if handed in at their times, by the same use cases as the calls; the district's without waiting for all units. */
export async function loadReports(deps: AnnualReportsDeps, given: readonly LoadedReport[]): Promise<void> {
  for (const { unit, year, at, officer, sections, entered } of given) {
    const key = { unit, year };
    if (await deps.reports.find(key)) continue;
    const then: AnnualReportsDeps = {
      ...deps,
      clock: { ...deps.clock, now: () => at, today: () => shanghaiDate(at) },
      outbox: { ...deps.outbox, add: () => Promise.resolve() },
    };
    await saveReport(then, officer, key, { revision: 0, sections, entered });
    await handInReport(then, officer, key, { revision: 1, withoutUnits: true });
  }
}
