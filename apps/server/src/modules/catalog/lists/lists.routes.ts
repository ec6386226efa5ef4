import { readFile } from 'node:fs/promises';
import { defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import type { CatalogPorts } from '../deps';
import { isDistrictOffice } from '../catalog.policy';
import { asImportError } from '../sheets/read-uploaded-workbook';
import type { ListsDeps } from './deps';
import { importList } from './import-list';
import { listChanges } from './list-changes';
import { coverageOf, listItems, readMapping } from './list-items';
import { mapItem } from './map-item';

/** The three lists, what they are to the catalog, and what a new issue asks of it. */
export function listsHandlers(deps: ListsDeps, { files }: Pick<CatalogPorts, 'files'>) {
  return defineHandlers({
    'staff.lists.list': async ({ query }) => {
      const { items, nextCursor } = await deps.lists.page(query);
      const presented = items.map(async ({ _id, kind, title, importedAt, itemCount, isCurrent }) => {
        const coverage = isCurrent ? coverageOf(await deps.lists.itemsOf(_id), await readMapping(deps, kind)) : null;
        return { id: _id, kind, title, importedAt: importedAt.toISOString(), itemCount, isCurrent, coverage };
      });
      return { items: await Promise.all(presented), nextCursor };
    },
    'staff.lists.import': async ({ actor, query, ctx }) => {
      // A list is the district's: a new one takes the place of the former for everybody.
      if (!isDistrictOffice(actor)) throw new AppError('auth.forbidden');
      const upload = await files.receive(ctx.req);
      try {
        const { kind, dryRun: isDryRun, skipBad: skipsBad } = query;
        return await importList(deps, actor, { kind, bytes: await readFile(upload.path), isDryRun, skipsBad });
      } catch (error) {
        throw asImportError(error);
      } finally {
        await upload.discard();
      }
    },
    'staff.lists.items': ({ params, query }) => listItems(deps, params.id, query),
    'staff.lists.map': ({ actor, params, body }) => mapItem(deps, actor, { ...params, ...body }),
    'staff.lists.changes': ({ params, query }) => listChanges(deps, params.id, query),
  });
}
