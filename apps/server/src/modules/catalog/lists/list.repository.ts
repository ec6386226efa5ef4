import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { readAll, readPage, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { createListModels, type ListItemRecord, type ListLinkRecord, type ListRecord } from './list.model';

export type { ListItemRecord, ListLinkRecord, ListRecord };

export function createListRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { lists, items, links } = createListModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });
  return {
    find: (id: string, tx?: Tx) => lists.findById(id, null, session(tx)).lean<ListRecord>(),
    findCurrent: (kind: ListRecord['kind'], tx?: Tx) =>
      lists.findOne({ kind, isCurrent: true }, null, session(tx)).sort({ _id: 1 }).lean<ListRecord>(),
    page: (query: PageQuery) =>
      readPage<ListRecord>({
        cursors,
        model: lists,
        list: 'staff.lists.list',
        filter: {},
        sort: { importedAt: -1, _id: -1 },
        query,
      }),
    insert: async (record: ListRecord, rows: readonly ListItemRecord[], tx: Tx): Promise<void> => {
      await lists.insertMany([record], { session: tx });
      await items.insertMany([...rows], { session: tx });
    },
    retire: async (id: string, tx: Tx): Promise<void> => {
      await lists.updateOne({ _id: id }, { $set: { isCurrent: false } }, { session: tx });
    },
    itemsOf: (listId: string, tx?: Tx): Promise<ListItemRecord[]> =>
      readAll<ListItemRecord>({ model: items, filter: { listId }, sort: { order: 1, _id: 1 }, tx }),
    findItem: (listId: string, key: string, tx?: Tx) =>
      items.findById(`${listId}:${key}`, null, session(tx)).lean<ListItemRecord>(),
    linksOf: (kind: ListRecord['kind'], tx?: Tx): Promise<ListLinkRecord[]> =>
      readAll<ListLinkRecord>({ model: links, filter: { kind }, sort: { _id: 1 }, tx }),
    putLink: async ({ _id, ...fields }: ListLinkRecord, tx: Tx): Promise<void> => {
      await links.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },
    deleteLink: async (id: string, tx: Tx): Promise<void> => {
      await links.deleteOne({ _id: id }, { session: tx });
    },
  };
}
export type ListRepository = ReturnType<typeof createListRepository>;
