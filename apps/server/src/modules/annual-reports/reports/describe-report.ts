import type { RouteAnswer } from '@bandeng/contracts/types';
import {
  factSentences,
  missingFigures,
  reportContradictions,
  reportDueOn,
  reportSections,
  type Contradiction,
  type ReportSection,
} from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import type { AnnualReportsDeps } from '../deps';
import district from '../../../../../../config/district.json';
import { gatherYear, NOTHING_ENTERED, type GatheredYear } from './gather-year';
import { listMissingUnits } from './reporting-units';
import { abilitiesOf, DISTRICT } from './report.policy';
import { reportIdOf, type AnnualReportRecord, type ReportKey } from './report.repository';

export type AnnualReport = RouteAnswer<'staff.annualReports.get'>;

export const emptyReport = ({ unit, year }: ReportKey): Omit<AnnualReportRecord, 'savedAt' | 'savedBy'> => ({
  ...{ _id: reportIdOf({ unit, year }), unitId: unit, year, state: 'draft', revision: 0 },
  sections: { overview: '', problems: '', others: '' },
  entered: unit === DISTRICT ? null : NOTHING_ENTERED,
  ...{ handedIn: null, earlier: [] },
});

export async function nameOfReport(deps: AnnualReportsDeps, unit: string): Promise<string | null> {
  if (unit === DISTRICT) return district.name;
  return (await deps.organization.findUnits([unit])).get(unit)?.name ?? null;
}

export const titleOf = (name: string, year: number): string => `${name} ${year} 年政府信息公开工作年度报告`;

/** Where it contradicts itself, the year before or the records, and what no row of it counts. */
export async function contradictionsOf(
  deps: AnnualReportsDeps,
  { unit, year }: ReportKey,
  { tables, carriedIn, doubts }: Pick<GatheredYear, 'tables' | 'carriedIn' | 'doubts'>,
): Promise<Contradiction[]> {
  const before = (await deps.reports.find({ unit, year: year - 1 }))?.handedIn ?? null;
  const last = before && { two: before.tables.two, carriedOut: before.carriedOut };
  return [...reportContradictions(tables, carriedIn, last), ...doubts.map(text => ({ text, caseId: null }))];
}

export const missingSections = (sections: AnnualReportRecord['sections']): string[] =>
  (Object.keys(reportSections) as ReportSection[])
    .filter(section => sections[section] === '')
    .map(section => reportSections[section]);

/** A report with all that helps to write it: as handed in, or as the records stand. */
export async function describeReport(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  key: ReportKey,
): Promise<AnnualReport> {
  const { unit, year } = key;
  const record = await deps.reports.find(key);
  const report = record ?? emptyReport(key);
  const scope = unit === DISTRICT ? ('district' as const) : ('unit' as const);
  const [name, gathered, units] = await Promise.all([
    nameOfReport(deps, unit),
    gatherYear(deps, key, report),
    scope === 'district' ? listMissingUnits(deps, year) : [],
  ]);
  const { handedIn, state, sections, earlier } = report;
  const tables = handedIn?.tables ?? gathered.tables;
  const people = await deps.identity.describeStaff([
    ...new Set([record?.savedBy, handedIn?.by, ...earlier.map(({ by }) => by)].filter(id => id !== undefined)),
  ]);
  const personOf = (id: string) => people.get(id)?.name ?? '';
  const dueOn = reportDueOn(scope, year);
  return {
    unit: { id: unit, name: name ?? unit },
    ...{ year, scope, state, dueOn, tables, sections },
    title: handedIn?.title ?? titleOf(name ?? unit, year),
    isLate: state === 'draft' && deps.clock.today() > dueOn,
    handedIn: handedIn && {
      at: handedIn.at.toISOString(),
      by: personOf(handedIn.by),
      explanation: handedIn.explanation,
    },
    saved: record && { at: record.savedAt.toISOString(), by: personOf(record.savedBy) },
    entered: report.entered,
    counted: gathered.counted,
    facts: factSentences(gathered.facts, tables),
    sources: await describeSources(deps, handedIn ? (handedIn.sources ?? null) : gathered.sources),
    contradictions: handedIn ? [] : await contradictionsOf(deps, key, gathered),
    missing: {
      figures: scope === 'unit' ? missingFigures(tables.two) : [],
      sections: missingSections(sections),
      units,
    },
    earlier: earlier.map(({ at, by, takenBackAt, reason }) => ({
      at: at.toISOString(),
      by: personOf(by),
      takenBackAt: takenBackAt.toISOString(),
      reason,
    })),
    revision: report.revision,
    abilities: abilitiesOf(actor, unit, state),
  };
}

/** By name, those that have not handed in first. */
async function describeSources(
  deps: AnnualReportsDeps,
  sources: GatheredYear['sources'],
): Promise<AnnualReport['sources']> {
  if (sources === null) return null;
  const names = await deps.organization.findUnits(sources.map(({ unitId }) => unitId));
  return sources
    .map(({ unitId, from }) => ({ unit: { id: unitId, name: names.get(unitId)?.name ?? unitId }, from }))
    .sort((a, b) => Number(a.from === 'report') - Number(b.from === 'report'));
}
