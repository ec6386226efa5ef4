import {
  reportSections,
  reportSourceLabels,
  reportTableTitles,
  tableFourForm,
  tableThreeForm,
  tableTwoForm,
  type FormRow,
  type ReportSection,
} from '@bandeng/rules';
import type { AnnualReport } from './describe-report';

export type FiledReport = Pick<AnnualReport, 'title' | 'sections' | 'tables' | 'unit' | 'state' | 'sources'>;

/** The six sections in the order of the form: written ones as paragraphs, the others as tables. */
export type FilePart =
  | { kind: 'written'; title: string; paragraphs: string[] }
  | { kind: 'table'; title: string; form: FormRow[]; columns: number };

export function fileParts({ sections, tables: { two, three, four } }: FiledReport): FilePart[] {
  const written = (section: ReportSection): FilePart => ({
    kind: 'written',
    title: reportSections[section],
    paragraphs: sections[section].split('\n').filter(line => line.trim() !== ''),
  });
  return [
    written('overview'),
    { kind: 'table', title: reportTableTitles.two, form: tableTwoForm(two), columns: 4 },
    { kind: 'table', title: reportTableTitles.three, form: tableThreeForm(three), columns: 10 },
    { kind: 'table', title: reportTableTitles.four, form: tableFourForm(four), columns: 15 },
    written('problems'),
    written('others'),
  ];
}

/** Said at the top of what is not handed in yet. */
export const DRAFT_MARK = '（草稿，还没有交）';

/** Beside the form, for the district: whose report each unit's numbers are from. */
export const SOURCES_TITLE = '附：各单位的数字从哪里来';
export function sourcesForm({ sources }: Pick<FiledReport, 'sources'>): FormRow[] | null {
  if (sources === null) return null;
  const cell = (text: string) => ({ text, columns: 1, rows: 1, isHead: true });
  const rows = sources.map(({ unit, from }) => [cell(unit.name), cell(reportSourceLabels[from])]);
  return [[cell('单位'), cell('数字的来源')], ...rows];
}
