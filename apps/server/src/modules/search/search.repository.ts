import type { Cursors } from '../../platform/cursor';
import { readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import type { Connection } from 'mongoose';
import { defineSearchModels, type SearchDocument, type SearchKind } from './search.model';

/** Terms that a document must carry; the first is the rarest and bounds the index scan. */
export interface TermFilter {
  terms: readonly string[];
  kind?: SearchKind | undefined;
  facets?: readonly string[];
  anyOf?: readonly string[];
  since?: Date | undefined;
  until: Date;
  /** For the pages after the first: what was indexed later stays out of them. */
  indexedBefore?: Date | undefined;
}

export type Candidate = Pick<
  SearchDocument,
  '_id' | 'kind' | 'refId' | 'at' | 'isDated' | 'title' | 'titleTerms' | 'indexedAt'
>;

const AFTER_ANY_TEXT = '\uffff';

function toFilter({
  terms,
  kind,
  facets = [],
  anyOf = [],
  since,
  until,
  indexedBefore,
}: TermFilter): Record<string, unknown> {
  const [rarest, ...others] = terms;
  const dated = { at: { $lte: until, ...(since && { $gte: since }) } };
  // What is simply there bears the hour of its indexing, which says nothing of when it came out.
  const mayBeUndated = kind !== 'notice' && since === undefined;
  const rest = [
    ...(mayBeUndated ? [{ $or: [dated, { isDated: false }] }] : []),
    ...others.map(term => ({ terms: term })),
    ...facets.map(facet => ({ facets: facet })),
    ...(anyOf.length > 0 ? [{ facets: { $in: [...anyOf] } }] : []),
  ];
  return {
    terms: rarest,
    ...(!mayBeUndated && dated),
    ...(kind && { kind }),
    ...(indexedBefore && { indexedAt: { $lte: indexedBefore } }),
    ...(rest.length > 0 && { $and: rest }),
  };
}

export function createSearchRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { documents, terms, misses } = defineSearchModels(database);
  return {
    findAll: (ids: readonly string[], tx?: Tx) =>
      documents
        .find({ _id: { $in: ids } })
        .session(tx ?? null)
        .lean<SearchDocument[]>(),
    /** The newest documents that carry all terms, without their text. */
    listCandidates: (filter: TermFilter, limit: number) =>
      documents
        .find(toFilter(filter))
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .select('kind refId at isDated title titleTerms indexedAt')
        .lean<Candidate[]>(),
    listNewest: (list: string, filter: TermFilter, query: PageQuery): Promise<Page<SearchDocument>> =>
      readPage<SearchDocument>({
        cursors,
        model: documents,
        list,
        filter: toFilter(filter),
        sort: { at: -1, _id: -1 },
        query,
        select: ['refId', 'at'],
      }),
    listByTitlePrefix: (prefix: string, limit: number) =>
      documents
        .find({ titleKey: { $gte: prefix, $lt: prefix + AFTER_ANY_TEXT } })
        .sort({ titleKey: 1, _id: 1 })
        .limit(limit)
        .select('title at isDated')
        .lean<Pick<SearchDocument, '_id' | 'title' | 'at' | 'isDated'>[]>(),

    /** Replaces the documents of these ids by what `read` gives, and keeps the document frequencies of their terms with them. */
    async put(ids: readonly string[], read: () => Promise<readonly SearchDocument[]>, tx: Tx): Promise<number> {
      const before = await documents
        .find({ _id: { $in: ids } })
        .select('terms indexedAt')
        .session(tx)
        .lean<Pick<SearchDocument, '_id' | 'terms' | 'indexedAt'>[]>();
      // What was there already stays in the next pages of a list that somebody is reading.
      const since = new Map(before.map(document => [document._id, document.indexedAt]));
      const next = (await read()).map(one => ({ ...one, indexedAt: since.get(one._id) ?? one.indexedAt }));
      const change = new Map<string, number>();
      const count = (term: string, by: number) => change.set(term, (change.get(term) ?? 0) + by);
      before.forEach(document => document.terms.forEach(term => count(term, -1)));
      next.forEach(document => document.terms.forEach(term => count(term, 1)));

      const kept = new Set(next.map(document => document._id));
      const gone = before.map(document => document._id).filter(id => !kept.has(id));
      if (gone.length > 0) await documents.deleteMany({ _id: { $in: gone } }, { session: tx });
      // Replaced where they stand: a search that runs meanwhile meets the one or the other.
      const replacements = next.map(document => ({
        replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true },
      }));
      if (replacements.length > 0) await documents.bulkWrite(replacements, { session: tx });
      const updates = [...change]
        .filter(([, by]) => by !== 0)
        .map(([term, by]) => ({
          updateOne: { filter: { _id: term }, update: { $inc: { documents: by } }, upsert: true },
        }));
      if (updates.length > 0) await terms.bulkWrite(updates, { session: tx });
      return next.length;
    },
    /** Everything in the index by id, some at a time. */
    async *listAll(atOnce: number): AsyncIterable<Pick<SearchDocument, '_id' | 'kind' | 'refId' | 'terms'>[]> {
      for (let after = ''; ;) {
        const page = await documents
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(atOnce)
          .select('kind refId terms')
          .lean<Pick<SearchDocument, '_id' | 'kind' | 'refId' | 'terms'>[]>();
        if (page.length === 0) return;
        yield page;
        after = page.at(-1)!._id;
      }
    },
    /** Every term with the number kept for it, some at a time. */
    async *listAllTerms(atOnce: number): AsyncIterable<{ _id: string; documents: number }[]> {
      for (let after = ''; ;) {
        const page = await terms
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(atOnce)
          .lean<{ _id: string; documents: number }[]>();
        if (page.length === 0) return;
        yield page;
        after = page.at(-1)!._id;
      }
    },
    /** Counts these terms anew; one whose documents change meanwhile conflicts and is counted again. */
    async recount(some: readonly string[], tx: Tx): Promise<void> {
      for (const term of some) {
        const count = await documents.countDocuments({ terms: term }).session(tx);
        if (count === 0) await terms.deleteOne({ _id: term }, { session: tx });
        else await terms.updateOne({ _id: term }, { $set: { documents: count } }, { upsert: true, session: tx });
      }
    },
    /** How many documents carry each term; 0 for a term that none does. */
    async frequencies(wanted: readonly string[]): Promise<Map<string, number>> {
      const known = await terms.find({ _id: { $in: wanted } }).lean<{ _id: string; documents: number }[]>();
      const found = new Map(known.map(term => [term._id, term.documents]));
      return new Map(wanted.map(term => [term, Math.max(0, found.get(term) ?? 0)]));
    },
    listTermsByPrefix: (prefix: string, limit: number) =>
      terms
        .find({ _id: { $gte: prefix, $lt: prefix + AFTER_ANY_TEXT } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string; documents: number }[]>(),

    noteMiss: (id: string, reader: string, at: Date) =>
      misses
        .findOneAndUpdate(
          { _id: id },
          { $addToSet: { readers: reader }, $set: { lastAt: at } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<{ readers: string[]; words: string | null }>(),
    /** From three readers on the words may be read; who they were is forgotten. */
    keepMiss: async (id: string, words: string): Promise<void> => {
      await misses.updateOne({ _id: id }, { $set: { words, readers: [] } });
    },
  };
}
export type SearchRepository = ReturnType<typeof createSearchRepository>;
