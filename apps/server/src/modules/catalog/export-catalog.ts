import { AppError } from '../../platform/errors';
import type { CatalogDeps } from './deps';
import { fieldsOf } from './entry-record';
import { listKnownDomains } from './known-domains';
import { layoutDomain } from './sheets/layout';
import { writeWorkbook } from './sheets/write-workbook';

/**
 * A workbook or a Word file in the national layout, one sheet a domain: of an edition, or of what is in force.
 * Throws edition.not_found, also when there is nothing to export.
 */
export async function exportCatalog(
  deps: Pick<CatalogDeps, 'catalog' | 'standardDomains'>,
  given: { editionId?: string | undefined; domainId?: string | undefined; format?: 'xlsx' | 'docx' },
): Promise<{ bytes: Buffer; entryCount: number; domainCount: number }> {
  const { editionId, domainId, format = 'xlsx' } = given;
  const edition = editionId === undefined ? null : await deps.catalog.findEdition(editionId);
  if (editionId !== undefined && !edition) throw new AppError('edition.not_found');
  const domains = (await listKnownDomains(deps)).filter(({ id }) => domainId === undefined || id === domainId);
  const sheets = [];
  let entryCount = 0;
  for (const domain of domains) {
    const source = edition ? (edition.domainIds.includes(domain.id) ? edition._id : null) : domain.inForceEditionId;
    const entries = source === null ? [] : await deps.catalog.listEditionEntries(source, domain.id);
    if (entries.length === 0) continue;
    entryCount += entries.length;
    sheets.push(layoutDomain(domain.name, entries.map(fieldsOf)));
  }
  if (sheets.length === 0) throw new AppError('edition.not_found');
  // Most servers start and stop without writing one: its library is read with the first.
  const write = format === 'docx' ? (await import('./sheets/docx')).writeDocument : writeWorkbook;
  return { bytes: await write(sheets), entryCount, domainCount: sheets.length };
}
