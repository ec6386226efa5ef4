import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { figuresOfRegulation, reportDueOn, rowOfRegulation } from '@bandeng/rules';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import { AppError } from '../../../platform/errors';
import type { WaitingTask } from '../../../platform/module';
import type { AnnualReportsDeps } from '../deps';
import { readableUnits } from '../../../http/readable-units';
import district from '../../../../../../config/district.json';
import { listMissingUnits, listReportingUnits } from './reporting-units';
import { DISTRICT, readsReport } from './report.policy';
import { reportIdOf, type AnnualReportRecord, type ReportKey } from './report.repository';

/** Who handed in the report of a year and who did not, of the units this member may read; the district's own first. */
export async function listReports(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { year }: RouteInput<'staff.annualReports.list'>['query'],
): Promise<RouteAnswer<'staff.annualReports.list'>> {
  const [units, reports] = await Promise.all([listReportingUnits(deps), deps.reports.listOfYear(year)]);
  const found = new Map(reports.map(report => [report.unitId, report]));
  const today = deps.clock.today();
  const all = [{ id: DISTRICT, name: district.name }, ...units].filter(({ id }) => readsReport(actor, id));
  return {
    year,
    items: all.map(unit => {
      const scope = unit.id === DISTRICT ? ('district' as const) : ('unit' as const);
      const report = found.get(unit.id);
      const dueOn = reportDueOn(scope, year);
      return {
        ...{ unit, scope, dueOn, state: report?.state ?? 'none' },
        isLate: report?.state !== 'handed_in' && today > dueOn,
        handedInAt: report?.handedIn?.at.toISOString() ?? null,
      };
    }),
  };
}

const presentPublished = ({ _id, unitId, year, handedIn }: AnnualReportRecord, name: string) => ({
  id: _id,
  unit: { id: unitId, name },
  year,
  title: handedIn!.title,
  publishedAt: handedIn!.at.toISOString(),
});

export async function listPublishedReports(
  deps: AnnualReportsDeps,
  { unit, ...query }: RouteInput<'annualReports.list'>['query'],
): Promise<RouteAnswer<'annualReports.list'>> {
  const { items, nextCursor } = await deps.reports.listPublished(unit, query);
  const units = await deps.organization.findUnits(items.map(({ unitId }) => unitId));
  const nameOf = (id: string) => (id === DISTRICT ? district.name : (units.get(id)?.name ?? id));
  return { items: items.map(report => presentPublished(report, nameOf(report.unitId))), nextCursor };
}

/** A report as it was handed in; annual_report.not_found before that, and once it was taken back. */
export async function getPublishedReport(
  deps: AnnualReportsDeps,
  key: ReportKey,
): Promise<RouteAnswer<'annualReports.get'>> {
  const report = await deps.reports.find(key);
  if (!report?.handedIn) throw new AppError('annual_report.not_found');
  const units = await deps.organization.findUnits([report.unitId]);
  const name = report.unitId === DISTRICT ? district.name : (units.get(report.unitId)?.name ?? report.unitId);
  const { sections, tables } = report.handedIn;
  return { ...presentPublished(report, name), sections, tables };
}

/** The papers behind a figure of table two, or those in none because nobody classed them; the newest first. */
export async function listRegulationsOfFigure(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  query: RouteInput<'staff.annualReport.regulations'>['query'],
): Promise<RouteAnswer<'staff.annualReport.regulations'>> {
  const { year, unit, row, figure, cursor, limit } = query;
  const unitIds = readableUnits(actor, unit);
  const list = `staff.annualReport.regulations:${year}:${unit ?? ''}:${row}:${figure ?? ''}`;
  const after = cursor === undefined ? undefined : String(deps.cursors.decode(list, cursor)[0]);
  const today = deps.clock.today();
  const counted = (await deps.notices.listRegulations())
    .filter(({ unitId }) => unitIds === 'all' || unitIds.includes(unitId))
    .filter(paper => rowOfRegulation(paper) === row)
    .filter(paper => {
      const figures = figuresOfRegulation(paper, year, today);
      return figure === undefined ? figures.length > 0 : figures.includes(figure);
    });
  const from = after === undefined ? 0 : counted.findIndex(({ _id }) => _id === after) + 1;
  const shown = counted.slice(from, from + limit);
  const units = await deps.organization.findUnits([...new Set(shown.map(({ unitId }) => unitId))]);
  const last = shown.at(-1);
  return {
    items: shown.map(({ _id, title, documentNumber, documentClass, unitId, madeOn, effectiveOn, abolishedOn }) => ({
      ...{ id: _id, title, documentNumber, documentClass, madeOn, effectiveOn, abolishedOn },
      unit: { id: unitId, name: units.get(unitId)?.name ?? unitId },
    })),
    nextCursor: last && counted.length > from + limit ? deps.cursors.encode(list, [last._id]) : null,
  };
}

/**
 * Last year's report that is not handed in, and for the office of the district the units whose is not; only when there is a case of
 * that year: an office that began later owes none from here.
 */
export async function listWaitingReports(deps: AnnualReportsDeps, actor: OfficeActor): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'officer', 'head');
  if (unitIds.length === 0) return [];
  const year = Number(deps.clock.today().slice(0, 4)) - 1;
  if (!(await deps.requests.hasCasesBy(`${year}-12-31`))) return [];
  const missing = await listMissingUnits(deps, year);
  const since = startOfShanghaiDate(`${year + 1}-01-01`).toISOString();
  const own = (id: string, name: string, dueOn: string): WaitingTask => ({
    kind: 'annualReport',
    recordId: reportIdOf({ unit: id, year }),
    title: `${name} ${year} 年度报告`,
    note: '政府信息公开条例第四十九条',
    step: '写好交上',
    since,
    dueOn,
  });
  if (unitIds !== 'all')
    return missing
      .filter(({ id }) => unitIds.includes(id))
      .map(({ id, name }) => own(id, name, reportDueOn('unit', year)));
  const ofDistrict = await deps.reports.find({ unit: DISTRICT, year });
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'annualReports' as const,
            recordId: String(year),
            title: `${year} 年度报告：${missing.length} 个单位还没交`,
            note: missing.map(({ name }) => name).join('、'),
            step: '督促交上',
            since,
            dueOn: reportDueOn('unit', year),
          },
        ]),
    ...(ofDistrict?.state === 'handed_in' ? [] : [own(DISTRICT, district.name, reportDueOn('district', year))]),
  ];
}
