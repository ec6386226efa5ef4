import { REQUIRED_FIELDS } from '@bandeng/contracts/schemas';
import type { ImportProblem } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import { customDomain, domainOfSheet, findDomainNamed, type DomainName } from '../domains';
import { FIELD_LABELS, type EntryFields } from '../entry-fields';
import { findTables, type Table } from './find-tables';
import { parseEntry } from './parse-entry';
import { readRows, type RowAbove, type RowProblem } from './read-rows';
import type { Sheet } from './sheet';

export interface ParsedCatalog {
  domains: { domain: DomainName; entries: EntryFields[] }[];
  problems: ImportProblem[];
  /** Rows that hold an entry but could not be read. */
  badRows: number;
  /** What the reader left out or assumed, as sentences. */
  notes: string[];
}

/**
 * Entries of a workbook in the national layout or a variant of it.
 * @param given.only id or name of the one domain wanted: sheets of another are left out, sheets that name none belong to it
 */
export function parseCatalog(
  sheets: readonly Sheet[],
  given: { domains: readonly DomainName[]; only?: string | undefined },
): ParsedCatalog {
  const only =
    given.only === undefined ? undefined : (findDomainNamed(given.only, given.domains) ?? customDomain(given.only));
  const found: ParsedCatalog = { domains: [], problems: [], badRows: 0, notes: [] };
  let tables = 0;
  for (const sheet of sheets) {
    if (sheet.isHidden) {
      found.notes.push(`工作表“${sheet.name}”是隐藏的，没有读；要导入请先取消隐藏。`);
      continue;
    }
    const inSheet = findTables(sheet);
    tables += inSheet.length;
    if (inSheet.length === 0 && sheet.rows.some(row => row.some(text => text !== '')))
      found.notes.push(`工作表“${sheet.name}”里没有标准目录的表头，没有读。`);
    let titles: string[] = [];
    let above: RowAbove | null = null;
    for (const table of inSheet) {
      // A header that comes again without a title belongs to the table before it, and its first row stands below that one's last.
      if (table.titles.length > 0) above = null;
      titles = table.titles.length > 0 ? table.titles : titles;
      above = readTable({ sheet, table, titles, domains: given.domains, only, found, above });
    }
  }
  if (tables === 0) {
    const message = '找不到标准目录的表头：要有公开事项、公开内容、公开依据、公开时限、公开主体等栏目';
    found.problems.push({ sheet: sheets[0]?.name ?? '', row: 1, column: null, message });
  } else if (found.domains.length === 0 && found.problems.length === 0) {
    const message = only ? `表里没有“${only.name}”领域的事项` : '表头下面没有事项';
    found.problems.push({ sheet: sheets[0]?.name ?? '', row: 1, column: null, message });
  }
  return found;
}

interface TableContext {
  sheet: Sheet;
  table: Table;
  titles: readonly string[];
  domains: readonly DomainName[];
  only: DomainName | undefined;
  found: ParsedCatalog;
  above: RowAbove | null;
}

/** @returns its last row, for a next page of the same table */
function readTable(context: TableContext): RowAbove | null {
  const { sheet, table, titles, domains, only, found } = context;
  const tell = (row: number, { column, message }: RowProblem) =>
    found.problems.push({ sheet: sheet.name, row, column, message });
  const headerRow = table.firstRow;
  const missing = missingColumns(table);
  if (missing.length > 0) {
    tell(headerRow, { column: null, message: `表头里缺少${missing.map(label => `“${label}”`).join('、')}` });
    return null;
  }
  if (table.unknownHeaders.length > 0) {
    found.notes.push(
      `“${sheet.name}”的${table.unknownHeaders.map(label => `“${label}”`).join('、')}不是标准目录的栏目，没有导入。`,
    );
  }
  const ofSheet = domainOfSheet(titles, sheet.name, domains);
  const seen = new Map<string, number>();
  const { rows, last } = readRows(sheet, table, context.above);
  for (const raw of rows) {
    const inRow = raw.texts.domain
      ? (findDomainNamed(raw.texts.domain, domains) ?? customDomain(raw.texts.domain))
      : undefined;
    const domain = inRow ?? ofSheet ?? only;
    if (only && domain && domain.id !== only.id) continue;
    if (!domain) {
      tell(headerRow, { column: null, message: '看不出是哪个领域：请在标题里写明，或者用 --domain 指定' });
      return null;
    }
    const list = listOf(found, domain);
    const { entry, problems } = parseEntry(raw, list.length + 1);
    const content = canonicalJson({ ...entry, number: '', domain: domain.id });
    const twin = seen.get(content);
    if (twin !== undefined) problems.push({ column: null, message: `和第 ${twin} 行完全一样` });
    seen.set(content, raw.row);
    problems.forEach(problem => tell(raw.row, problem));
    if (problems.length > 0) found.badRows += 1;
    else list.push(entry);
  }
  return last;
}

function listOf(found: ParsedCatalog, domain: DomainName): EntryFields[] {
  const known = found.domains.find(one => one.domain.id === domain.id);
  if (known) return known.entries;
  const fresh = { domain, entries: [] };
  found.domains.push(fresh);
  return fresh.entries;
}

function missingColumns(table: Table): string[] {
  const has = (field: string) =>
    table.columns.some(({ meaning }) => meaning.kind === 'text' && meaning.field === field);
  return REQUIRED_FIELDS.filter(field => field !== 'name' && !has(field)).map(field => FIELD_LABELS[field]);
}
