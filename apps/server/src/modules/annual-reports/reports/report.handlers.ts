import type { OfficeActor } from '../../../http/actor';
import { DOCX_TYPE, sendDownload, XLSX_TYPE } from '../../../http/download';
import { defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import type { AnnualReportsDeps } from '../deps';
import { describeReport, nameOfReport, type AnnualReport } from './describe-report';
import { ANNUAL_REPORTS, handInReport, saveReport, takeBackReport } from './keep-report';
import { getPublishedReport, listPublishedReports, listRegulationsOfFigure, listReports } from './list-reports';
import { assertReads } from './report.policy';
import { reportIdOf, type ReportKey } from './report.repository';

export function reportHandlers(deps: AnnualReportsDeps) {
  async function getReport(actor: OfficeActor, key: ReportKey): Promise<AnnualReport> {
    assertReads(actor, key);
    if ((await nameOfReport(deps, key.unit)) === null) throw new AppError('unit.not_found');
    return describeReport(deps, actor, key);
  }
  /** Who took it along is in the audit. */
  async function getForFile(actor: OfficeActor, key: ReportKey): Promise<AnnualReport> {
    const report = await getReport(actor, key);
    const subject = { collection: ANNUAL_REPORTS, id: reportIdOf(key) };
    await deps.transaction(tx => deps.audit.add(actor, 'annual-report.exported', subject, tx));
    return report;
  }
  return defineHandlers({
    'annualReports.list': ({ query }) => listPublishedReports(deps, query),
    'annualReports.get': ({ params }) => getPublishedReport(deps, params),
    'staff.annualReports.list': ({ actor, query }) => listReports(deps, actor, query),
    'staff.annualReports.get': ({ actor, params }) => getReport(actor, params),
    'staff.annualReports.save': async ({ actor, params, body }) => {
      await saveReport(deps, actor, params, body);
      return getReport(actor, params);
    },
    'staff.annualReports.handIn': async ({ actor, params, body }) => {
      await handInReport(deps, actor, params, body);
      return getReport(actor, params);
    },
    'staff.annualReports.takeBack': async ({ actor, params, body }) => {
      await takeBackReport(deps, actor, params, body);
      return getReport(actor, params);
    },
    // Most servers start and stop without writing one: the libraries are read with the first.
    'staff.annualReports.docx': async ({ actor, params, ctx }) => {
      const report = await getForFile(actor, params);
      const { reportDocx } = await import('./report-docx');
      sendDownload(ctx, await reportDocx(report), { name: `${report.title}.docx`, type: DOCX_TYPE });
    },
    'staff.annualReports.xlsx': async ({ actor, params, ctx }) => {
      const report = await getForFile(actor, params);
      const { reportXlsx } = await import('./report-xlsx');
      sendDownload(ctx, await reportXlsx(report), { name: `${report.title}三张表.xlsx`, type: XLSX_TYPE });
    },
    'staff.annualReport.regulations': ({ actor, query }) => listRegulationsOfFigure(deps, actor, query),
  });
}
