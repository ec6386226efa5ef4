import type { PowerList } from '@bandeng/contracts/types';
import { Schema, type Connection } from 'mongoose';

/** One issue of one of the three lists; the newest of a kind counts. */
export interface ListRecord {
  _id: string;
  kind: PowerList['kind'];
  title: string;
  importedAt: Date;
  itemCount: number;
  contentHash: string;
  isCurrent: boolean;
  /** The issue it took the place of. */
  previousId: string | null;
}

export interface ListItemRecord {
  /** listId:key */
  _id: string;
  listId: string;
  /** The same in every issue: of its code, else of its unit and name. */
  key: string;
  order: number;
  name: string;
  code: string | null;
  category: string | null;
  basis: string | null;
  unitText: string | null;
  /** SHA-256 over what it says. */
  itemHash: string;
}

/** What an item is to the catalog; it outlives the issue in which it was said. */
export interface ListLinkRecord {
  /** kind:key */
  _id: string;
  kind: PowerList['kind'];
  key: string;
  entryIds: string[];
  /** Why nothing is published of it; null when something is. */
  reason: string | null;
  /** What the item said then: when it says something else, one looks again. */
  itemHash: string;
  at: Date;
}

const text = { type: String, required: true };
const maybe = { type: String, default: null };
const options = (collection: string) => ({ versionKey: false as const, collection });

export function createListModels(database: Connection) {
  const list = new Schema<ListRecord>(
    {
      _id: String,
      kind: text as never,
      title: text,
      importedAt: { type: Date, required: true },
      itemCount: { type: Number, required: true },
      contentHash: text,
      isCurrent: { type: Boolean, required: true },
      previousId: maybe,
    },
    options('catalogLists'),
  );
  list.index({ importedAt: -1, _id: -1 });
  list.index({ kind: 1, isCurrent: 1, _id: 1 });

  const item = new Schema<ListItemRecord>(
    {
      _id: String,
      listId: text,
      key: text,
      order: { type: Number, required: true },
      name: text,
      code: maybe,
      category: maybe,
      basis: maybe,
      unitText: maybe,
      itemHash: text,
    },
    options('catalogListItems'),
  );
  item.index({ listId: 1, order: 1, _id: 1 });

  const link = new Schema<ListLinkRecord>(
    {
      _id: String,
      kind: text as never,
      key: text,
      entryIds: [String],
      reason: maybe,
      itemHash: text,
      at: { type: Date, required: true },
    },
    options('catalogListLinks'),
  );
  link.index({ kind: 1, _id: 1 });
  return {
    lists: database.model<ListRecord>('CatalogList', list),
    items: database.model<ListItemRecord>('CatalogListItem', item),
    links: database.model<ListLinkRecord>('CatalogListLink', link),
  };
}
