import type { SEARCH_KINDS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';
import type { ListRecord } from './stored-list';

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What a module gives to be found; only what everybody may read. */
export interface Findable {
  id: string;
  title: string;
  /** A paragraph or a field of it on each line. */
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
  /**
   * By which postings name it: given at the first indexing, kept as long as it stands in the index, never given again. Keeps a list
   * stable: what has a greater number than its first page knew stays out of its next pages.
   */
  number: number;
  kind: SearchKind;
  refId: string;
  at: Date;
  isDated: boolean;
  title: string;
  titleKey: string;
  text: string;
  detail: string;
  /** What its postings say, so that the next change knows which to take away. */
  terms: string[];
  /** One byte for each term (posting.ts). */
  marks: Uint8Array;
}

interface BlockRecord {
  /** The term and the greatest key that it may hold (term-list.ts), or the term and that these are its tops (stored-list.ts). */
  _id: string;
  postings: Buffer;
}

interface MissRecord {
  /** HMAC of the words: nobody can read them before three readers missed them. */
  _id: string;
  readers: string[];
  words: string | null;
  lastAt: Date;
}

const text = { type: String, required: true };
const count = { type: Number, required: true };

export function defineSearchModels(database: Connection) {
  const document = new Schema<SearchDocument>(
    {
      _id: String,
      number: count,
      kind: text,
      refId: text,
      at: { type: Date, required: true },
      isDated: { type: Boolean, required: true },
      title: text,
      titleKey: text,
      text: { type: String, default: '' },
      detail: { type: String, default: '' },
      terms: [String],
      marks: Buffer,
    },
    { versionKey: false, collection: 'searchDocuments' },
  );
  // Not unique: those of an earlier form have none until they are made anew.
  document.index({ number: 1 });
  document.index({ titleKey: 1, _id: 1 });
  const term = new Schema<ListRecord>(
    { _id: String, documents: count, words: count, head: Buffer, tops: Buffer, isLong: Boolean },
    { versionKey: false, collection: 'searchTerms' },
  );
  const block = new Schema<BlockRecord>(
    { _id: String, postings: Buffer },
    { versionKey: false, collection: 'searchPostings' },
  );
  const series = new Schema<{ _id: string; last: number }>(
    { _id: String, last: count },
    { versionKey: false, collection: 'searchNumbers' },
  );
  const miss = new Schema<MissRecord>(
    { _id: String, readers: [String], words: { type: String, default: null }, lastAt: { type: Date, required: true } },
    { versionKey: false, collection: 'searchMisses' },
  );
  miss.index({ lastAt: 1 });
  return {
    documents: database.model<SearchDocument>('SearchDocument', document),
    terms: database.model<ListRecord>('SearchTerm', term),
    blocks: database.model<BlockRecord>('SearchPosting', block),
    numbers: database.model<{ _id: string; last: number }>('SearchNumber', series),
    misses: database.model<MissRecord>('SearchMiss', miss),
  };
}
