import { readFile } from 'node:fs/promises';
import type { EditionRecord } from './catalog.repository';
import type { Actor } from '../../http/actor';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { DOCX_TYPE, sendDownload, XLSX_TYPE } from '../../http/download';
import { defineHandlers } from '../../http/handlers';
import { canEditEdition, canEnforceEdition, canFreezeEdition, canSeeAdopted, canSeeDrafts } from './catalog.policy';
import { presentEdition } from './catalog.presenter';
import type { CatalogPorts } from './deps';
import { pairEntries, presentChange } from './diff-editions';
import { exportCatalog } from './export-catalog';
import { importCatalog } from './import-catalog';
import { listKnownDomains } from './known-domains';
import type { NudgesDeps } from './nudges/deps';
import { getEntry, listDomains, listEntries, namesOf } from './read-entries';
import { asImportError } from './sheets/read-uploaded-workbook';

const FILES = {
  xlsx: { extension: 'xlsx', type: XLSX_TYPE },
  docx: { extension: 'docx', type: DOCX_TYPE },
  package: { extension: 'zip', type: 'application/zip' },
} as const;

export function catalogHandlers(
  deps: NudgesDeps & { cursors: Cursors },
  { files, consultations }: Pick<CatalogPorts, 'files' | 'consultations'>,
) {
  /** A draft is not there for who may not see it. */
  async function getVisible(actor: Actor, id: string): Promise<EditionRecord> {
    const record = await deps.catalog.findEdition(id);
    if (!record) throw new AppError('edition.not_found');
    const isVisible = record.state !== 'draft' || canSeeDrafts(actor) || (await consultations.leadTo(id));
    if (!isVisible) throw new AppError('edition.not_found');
    return record;
  }

  const present = async (record: EditionRecord) => presentEdition(record, namesOf(await listKnownDomains(deps)));

  return defineHandlers({
    'domains.list': async ({ query }) => {
      const domains = await listDomains(deps);
      const [after] = query.cursor === undefined ? [] : deps.cursors.decode('domains.list', query.cursor);
      // Some dozens, in one order: the place of the last one is its id.
      const start = after === undefined ? 0 : domains.findIndex(({ id }) => id === after) + 1;
      const items = domains.slice(start, start + query.limit);
      const last = items.at(-1);
      const hasMore = start + items.length < domains.length;
      return { items, nextCursor: hasMore && last ? deps.cursors.encode('domains.list', [last.id]) : null };
    },

    'entries.list': ({ query }) => listEntries(deps, query),
    'entries.get': ({ params, actor }) => getEntry(deps, actor, params.id),

    'editions.list': async ({ query, actor }) => {
      const filter = { state: query.state, hidesDrafts: !canSeeDrafts(actor) };
      const { items, nextCursor } = await deps.catalog.listEditions(filter, query);
      const names = namesOf(await listKnownDomains(deps));
      return { items: items.map(record => presentEdition(record, names)), nextCursor };
    },
    'editions.get': async ({ params, actor }) => {
      const record = await getVisible(actor, params.id);
      if (actor.kind === 'anonymous') return present(record);
      const entries = record.state === 'draft' ? await deps.catalog.listEditionEntries(record._id) : [];
      const abilities = {
        edit: canEditEdition(actor, record, entries),
        freeze: canFreezeEdition(actor, record),
        enforce: canEnforceEdition(actor, record),
      };
      return { ...(await present(record)), abilities };
    },
    'editions.diff': async ({ params, query, actor }) => {
      const { against, change } = query;
      for (const id of [params.id, ...(against === undefined ? [] : [against])]) await getVisible(actor, id);
      const page = await pairEntries(deps, { editionId: params.id, against, change, query });
      const showsAllComments = canSeeAdopted(actor, page.edition);
      return {
        items: page.items.map(pair => presentChange(pair, showsAllComments)),
        nextCursor: page.nextCursor,
        ...(page.total !== undefined && { total: page.total }),
        counts: page.counts,
      };
    },

    'staff.catalog.import': async ({ actor, query, ctx }) => {
      const upload = await files.receive(ctx.req);
      try {
        const { domain, dryRun: isDryRun, skipBad: skipsBad, words } = query;
        return await importCatalog(deps, actor, {
          bytes: await readFile(upload.path),
          domain,
          isDryRun,
          skipsBad,
          isInForce: false,
          words,
        });
      } catch (error) {
        throw asImportError(error);
      } finally {
        await upload.discard();
      }
    },
    'staff.catalog.export': async ({ query, ctx }) => {
      const { edition: editionId, domain: domainId, format } = query;
      const { bytes } = await exportCatalog(deps, { editionId, domainId, format });
      const { extension, type } = FILES[format];
      sendDownload(ctx, bytes, { name: `标准目录-${deps.clock.today()}.${extension}`, type });
    },
  });
}
