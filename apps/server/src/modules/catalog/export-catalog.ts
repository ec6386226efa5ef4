import district from '../../../../../config/district.json';
import { AppError } from '../../platform/errors';
import type { CatalogDeps } from './deps';
import { fieldsOf } from './entry-record';
import { listKnownDomains } from './known-domains';
import { sourceOf, writePackage } from './packages/catalog-package';
import { layoutDomain } from './sheets/layout';
import { writeWorkbook } from './sheets/write-workbook';

/**
 * A workbook or a Word file in the national layout (or both data and workbook as a package for other districts), one sheet a domain: of an edition, or of what is in force.
 * Throws edition.not_found, also when there is nothing to export.
 */
export async function exportCatalog(
  deps: Pick<CatalogDeps, 'catalog' | 'standardDomains' | 'clock'>,
  given: { editionId?: string | undefined; domainId?: string | undefined; format?: 'xlsx' | 'docx' | 'package' },
): Promise<{ bytes: Buffer; entryCount: number; domainCount: number }> {
  const { editionId, domainId, format = 'xlsx' } = given;
  const edition = editionId === undefined ? null : await deps.catalog.findEdition(editionId);
  if (editionId !== undefined && !edition) throw new AppError('edition.not_found');
  const domains = (await listKnownDomains(deps)).filter(({ id }) => domainId === undefined || id === domainId);
  const sheets = [];
  const packaged = [];
  let entryCount = 0;
  for (const domain of domains) {
    const source = edition ? (edition.domainIds.includes(domain.id) ? edition._id : null) : domain.inForceEditionId;
    const entries = source === null ? [] : await deps.catalog.listEditionEntries(source, domain.id);
    if (entries.length === 0) continue;
    entryCount += entries.length;
    const fields = entries.map(fieldsOf);
    packaged.push({ id: domain.id, name: domain.name, entries: fields });
    sheets.push(layoutDomain(domain.name, fields));
  }
  if (sheets.length === 0) throw new AppError('edition.not_found');
  // Most servers start and stop without writing one: its library is read with the first.
  const write = format === 'docx' ? (await import('./sheets/docx')).writeDocument : writeWorkbook;
  const counts = { entryCount, domainCount: sheets.length };
  const bytes = await write(sheets);
  if (format !== 'package') return { bytes, ...counts };
  const source = sourceOf(district.name, edition, deps.clock.today());
  return { bytes: writePackage({ source, domains: packaged, workbook: bytes }), ...counts };
}
