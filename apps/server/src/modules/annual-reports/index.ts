import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { AnnualReportPorts, AnnualReportsDeps } from './deps';
import { concludeRemedy, readsRemedy, recordRemedy, REMEDIES, voidRemedy } from './remedies/keep-remedies';
import { loadRemedies, type LoadedRemedy } from './remedies/load-remedies';
import { listRemediesOf, listRemediesOfFigure, presentRemedy, readTableFour } from './remedies/read-remedies';
import { ANNUAL_REPORTS } from './reports/keep-report';
import { listWaitingReports } from './reports/list-reports';
import { loadReports, type LoadedReport } from './reports/load-reports';
import { reportHandlers } from './reports/report.handlers';
import { readsReport } from './reports/report.policy';
import { createAnnualReportRepository } from './reports/report.repository';
import { createRemedyRepository } from './remedies/remedy.repository';

export type { LoadedReport } from './reports/load-reports';
export type { LoadedRemedy } from './remedies/load-remedies';
export type AnnualReports = ReturnType<typeof createAnnualReportsModule>['api'];

/** The annual report (Art. 49, 50; 国办公开办函〔2021〕30号), and the register of reviews and lawsuits that its table four is counted from. */
export function createAnnualReportsModule(platform: Platform, ports: AnnualReportPorts) {
  const deps: AnnualReportsDeps = {
    ...platform,
    ...ports,
    remedies: createRemedyRepository(platform),
    reports: createAnnualReportRepository(platform),
  };
  const handlers = defineHandlers({
    ...reportHandlers(deps),
    'staff.informationRequests.remedies': ({ actor, params }) => listRemediesOf(deps, actor, params.id),
    'staff.remedies.record': async ({ actor, params, body }) => {
      const { remedy, isNew } = await recordRemedy(deps, actor, params.id, body);
      return created(await presentRemedy(deps, actor, remedy), isNew);
    },
    'staff.remedies.conclude': async ({ actor, params, body }) =>
      presentRemedy(deps, actor, await concludeRemedy(deps, actor, params.id, body)),
    'staff.remedies.void': async ({ actor, params, body }) =>
      presentRemedy(deps, actor, await voidRemedy(deps, actor, params.id, body)),
    'staff.annualReport.remedies': ({ actor, query }) => readTableFour(deps, actor, query),
    'staff.annualReport.remedyCases': ({ actor, query }) => listRemediesOfFigure(deps, actor, query),
  });
  return {
    handlers,
    recordReaders: {
      [REMEDIES]: async (id, actor) => {
        const remedy = await deps.remedies.find(id);
        return remedy !== null && readsRemedy(actor, remedy.unitId);
      },
      [ANNUAL_REPORTS]: async (id, actor) => {
        const report = await deps.reports.findById(id);
        return report !== null && readsReport(actor, report.unitId);
      },
    },
    listWaiting: actor => listWaitingReports(deps, actor),
    api: {
      /** Writes a register as it stands (the demo district); what exists is left alone. */
      load: (given: readonly LoadedRemedy[]) => loadRemedies(deps, given),
      /** Writes reports as they were handed in (the demo district); what exists is left alone. */
      loadReports: (given: readonly LoadedReport[]) => loadReports(deps, given),
    },
  } satisfies ServerModule & { api: unknown };
}
