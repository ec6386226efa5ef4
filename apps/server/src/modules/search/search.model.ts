import type { SEARCH_KINDS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What a module gives to be found; only what everybody may read. */
export interface Findable {
  id: string;
  title: string;
  text: string;
  /** One line under the title: unit, kind, day. */
  detail: string;
  /** When it came out; null for what is simply there, such as an entry in force. */
  at: Date | null;
  /** Document and index numbers. */
  numbers: string[];
  facets: string[];
}

export interface SearchDocument {
  _id: string;
  kind: SearchKind;
  refId: string;
  at: Date;
  isDated: boolean;
  title: string;
  titleKey: string;
  text: string;
  detail: string;
  terms: string[];
  titleTerms: string[];
  facets: string[];
  /** Keeps a list stable: what is indexed after its first page was read stays out of its next pages. */
  indexedAt: Date;
}

interface MissRecord {
  /** HMAC of the words: nobody can read them before three readers missed them. */
  _id: string;
  readers: string[];
  words: string | null;
  lastAt: Date;
}

const text = { type: String, required: true };

export function defineSearchModels(database: Connection) {
  const document = new Schema<SearchDocument>(
    {
      _id: String,
      kind: text,
      refId: text,
      at: { type: Date, required: true },
      isDated: { type: Boolean, required: true },
      title: text,
      titleKey: text,
      text: { type: String, default: '' },
      detail: { type: String, default: '' },
      terms: [String],
      titleTerms: [String],
      facets: [String],
      indexedAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'searchDocuments' },
  );
  document.index({ terms: 1, at: -1, _id: -1 });
  document.index({ titleKey: 1, _id: 1 });
  const term = new Schema<{ _id: string; documents: number }>(
    { _id: String, documents: { type: Number, required: true } },
    { versionKey: false, collection: 'searchTerms' },
  );
  const miss = new Schema<MissRecord>(
    { _id: String, readers: [String], words: { type: String, default: null }, lastAt: { type: Date, required: true } },
    { versionKey: false, collection: 'searchMisses' },
  );
  miss.index({ lastAt: 1 });
  return {
    documents: database.model<SearchDocument>('SearchDocument', document),
    terms: database.model<{ _id: string; documents: number }>('SearchTerm', term),
    misses: database.model<MissRecord>('SearchMiss', miss),
  };
}
