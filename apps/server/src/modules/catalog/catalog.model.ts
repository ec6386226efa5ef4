import type { EntryFieldName } from '@bandeng/contracts/schemas';
import type { Edition, Entry } from '@bandeng/contracts/types';
import { Schema, type Connection, type Model } from 'mongoose';
import type { EntryFields } from './entry-fields';

/** A domain of the catalog and which edition is in force for it; absent while nothing of it was ever imported. */
export interface DomainRecord {
  _id: string;
  name: string;
  order: number;
  inForceEditionId: string | null;
  /** Entries in force: counted when they came into force, they do not change after. */
  entryCount: number;
}

export interface EditionRecord {
  _id: string;
  number: string | null;
  title: string;
  state: Edition['state'];
  domainIds: string[];
  entryCount: number;
  /** SHA-256 over the entries of every domain: two editions with the same one say the same. */
  contentHash: string;
  domainHashes: { domainId: string; hash: string }[];
  /** Domains for which this edition is in force now. */
  inForceDomainIds: string[];
  /** What was in force before, per domain, when this one took its place: its diff is against that. */
  replaced: { domainId: string; editionId: string }[];
  createdAt: Date;
  frozenAt: Date | null;
  /** Who made it and from what: a repeat of the call gives this edition, another call with its id does not. */
  requestHash: string | null;
}

export interface EntryRecord extends EntryFields {
  /** editionId:entryId */
  _id: string;
  /** The same in every edition. */
  entryId: string;
  editionId: string;
  domainId: string;
  /** Order in an edition and in the whole catalog: the domain's order, then the row. */
  position: number;
  timeLimits: Entry['timeLimits'];
  publisherUnitIds: string[];
  /** SHA-256 over the columns: equal means same, without reading them. */
  fieldsHash: string;
  isInForce: boolean;
  /** dom:, unit:, level:, stage:, duty: and the character pairs of name and path (t:). */
  keys: string[];
  /** Comments whose adoption changed a column of this edition; `isAnswered` once their answers are out. */
  adopted: { field: EntryFieldName; commentIds: string[]; isAnswered: boolean }[];
}

const options = (collection: string) => ({ versionKey: false as const, collection, minimize: false });
const mixed = Schema.Types.Mixed;
const text = { type: String, default: null };

export function createCatalogModels(database: Connection): {
  domains: Model<DomainRecord>;
  editions: Model<EditionRecord>;
  entries: Model<EntryRecord>;
} {
  const domain = new Schema<DomainRecord>(
    {
      _id: String,
      name: { type: String, required: true },
      order: { type: Number, required: true },
      inForceEditionId: text,
      entryCount: { type: Number, required: true },
    },
    options('catalogDomains'),
  );
  domain.index({ order: 1, _id: 1 });

  const edition = new Schema<EditionRecord>(
    {
      _id: String,
      number: text,
      title: { type: String, required: true },
      state: { type: String, required: true },
      domainIds: [String],
      entryCount: { type: Number, required: true },
      contentHash: { type: String, required: true },
      domainHashes: { type: [mixed], required: true } as never,
      inForceDomainIds: [String],
      replaced: { type: [mixed], required: true } as never,
      createdAt: { type: Date, required: true },
      frozenAt: { type: Date, default: null },
      requestHash: text,
    },
    options('catalogEditions'),
  );
  edition.index({ createdAt: -1, _id: -1 });
  edition.index({ state: 1, createdAt: -1, _id: -1 });
  edition.index({ contentHash: 1, _id: 1 });
  edition.index({ number: 1, _id: 1 });

  const entry = new Schema<EntryRecord>(
    {
      _id: String,
      entryId: { type: String, required: true },
      editionId: { type: String, required: true },
      domainId: { type: String, required: true },
      position: { type: Number, required: true },
      path: [String],
      name: { type: String, required: true },
      number: { type: String, default: '' },
      content: { type: [mixed], required: true } as never,
      basis: [String],
      timeLimits: { type: [mixed], required: true } as never,
      timeLimitsText: { type: String, default: '' },
      publisherText: { type: String, default: '' },
      publisherUnitIds: [String],
      office: text,
      channels: { type: [mixed], required: true } as never,
      audience: { type: mixed, required: true } as never,
      mode: [String] as never,
      level: [String] as never,
      stage: text as never,
      category: text,
      attribute: { type: String, required: true } as never,
      siteColumn: text,
      phone: text,
      supervisionPhone: text,
      ground: text,
      fieldsHash: { type: String, required: true },
      isInForce: { type: Boolean, required: true },
      keys: [String],
      adopted: { type: [mixed], required: true } as never,
    },
    options('catalogEntries'),
  );
  entry.index({ editionId: 1, position: 1, _id: 1 });
  entry.index({ editionId: 1, domainId: 1, position: 1, _id: 1 });
  entry.index({ isInForce: 1, position: 1, _id: 1 });
  // One array per index: every filter of the list is a key.
  entry.index({ isInForce: 1, keys: 1, position: 1, _id: 1 });
  entry.index({ entryId: 1, isInForce: -1, _id: 1 });

  return {
    domains: database.model<DomainRecord>('CatalogDomain', domain),
    editions: database.model<EditionRecord>('CatalogEdition', edition),
    entries: database.model<EntryRecord>('CatalogEntry', entry),
  };
}
