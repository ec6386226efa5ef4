import type { Connection } from 'mongoose';
import type { Tx } from '../../platform/transaction';
import type { NewDocument } from './index-documents';
import { createPostingRepository } from './posting.repository';
import { changesOf, type Indexed } from './postings-of';
import { defineSearchModels, type SearchDocument } from './search.model';

export type Hit = Omit<SearchDocument, 'terms' | 'marks'>;
export type IndexedDocument = Indexed & Pick<SearchDocument, '_id' | 'kind' | 'refId'>;

const AFTER_ANY_TEXT = '\uffff';
const SERIES = 'documents';
const INDEXED = 'number kind refId at isDated terms marks';
/** The index that bore all terms before they had lists of their own. */
const FORMER_INDEX = 'terms_1_at_-1__id_-1';
const INDEX_NOT_FOUND = 27;

const withBytes = <T extends Partial<Indexed>>(stored: T): T =>
  // Lean reads give the driver's Binary.
  ({ ...stored, ...(stored.marks && { marks: (stored.marks as unknown as { value(): Uint8Array }).value() }) });

export function createSearchRepository({ database }: { database: Connection }) {
  const { documents, terms, blocks, numbers, misses } = defineSearchModels(database);
  const postings = createPostingRepository({ terms, blocks });

  /** So many new numbers, the first of them. */
  async function takeNumbers(count: number, tx: Tx): Promise<number> {
    const series = await numbers
      .findOneAndUpdate(
        { _id: SERIES },
        { $inc: { last: count } },
        { upsert: true, returnDocument: 'after', session: tx },
      )
      .lean<{ last: number }>();
    return series.last - count + 1;
  }

  async function findIndexed(filter: Record<string, unknown>, tx?: Tx): Promise<IndexedDocument[]> {
    const found = await documents
      .find(filter as never)
      .select(INDEXED)
      .session(tx ?? null)
      .lean<IndexedDocument[]>();
    return found.map(withBytes);
  }

  return {
    ...postings,
    /** What a page of hits shows, by number. */
    findHits: (wanted: readonly number[]) =>
      documents
        .find({ number: { $in: wanted } })
        .select('-terms -marks')
        .lean<Hit[]>(),
    findRefs: (wanted: readonly number[]) =>
      documents
        .find({ number: { $in: wanted } })
        .select('number kind refId')
        .lean<Pick<SearchDocument, '_id' | 'number' | 'kind' | 'refId'>[]>(),
    findByNumbers: (wanted: readonly number[], tx: Tx) => findIndexed({ number: { $in: wanted } }, tx),
    listByTitlePrefix: (prefix: string, limit: number) =>
      documents
        .find({ titleKey: { $gte: prefix, $lt: prefix + AFTER_ANY_TEXT } })
        .sort({ titleKey: 1, _id: 1 })
        .limit(limit)
        .select('title at isDated')
        .lean<Pick<SearchDocument, '_id' | 'title' | 'at' | 'isDated'>[]>(),

    /** Replaces the documents of these ids by what `read` gives, and the lists of their terms with them. */
    async put(ids: readonly string[], read: () => Promise<readonly NewDocument[]>, tx: Tx): Promise<number> {
      const before = new Map((await findIndexed({ _id: { $in: ids } }, tx)).map(document => [document._id, document]));
      const items = await read();
      const isNew = ({ _id }: NewDocument) => typeof before.get(_id)?.number !== 'number';
      const fresh = items.filter(isNew).length;
      let nextNumber = fresh > 0 ? await takeNumbers(fresh, tx) : 0;
      const next = new Map(
        items.map(item => {
          const was = isNew(item) ? undefined : before.get(item._id);
          // What is simply there keeps the day on which it came: its place in a list that somebody is reading.
          const at = was && !item.isDated && !was.isDated ? was.at : item.at;
          return [item._id, { ...item, at, number: was?.number ?? nextNumber++ }];
        }),
      );
      const gone = [...before.keys()].filter(id => !next.has(id));
      if (gone.length > 0) await documents.deleteMany({ _id: { $in: gone } }, { session: tx });
      // Replaced where they stand: a search that runs meanwhile meets the one or the other.
      const replacements = [...next.values()].map(document => ({
        replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true },
      }));
      // They come whole from a builder of ours: mongoose need not check and copy them.
      if (replacements.length > 0) await documents.collection.bulkWrite(replacements as never, { session: tx });
      const pairs = [...new Set([...before.keys(), ...next.keys()])].map(id => ({
        before: before.get(id),
        after: next.get(id),
      }));
      await postings.apply(changesOf(pairs), tx);
      return next.size;
    },
    /** Everything in the index by id, some at a time. */
    async *listAll(atOnce: number): AsyncIterable<IndexedDocument[]> {
      for (let after = ''; ;) {
        const page = await documents
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(atOnce)
          .select(INDEXED)
          .lean<IndexedDocument[]>();
        if (page.length === 0) return;
        yield page.map(withBytes);
        after = page.at(-1)!._id;
      }
    },
    /** Whether some of it is of the form before the lists, and is found only when it was made anew. */
    isOfFormerForm: async (): Promise<boolean> => (await documents.exists({ number: null } as never)) !== null,
    dropFormerIndex: async (): Promise<void> => {
      await documents.collection.dropIndex(FORMER_INDEX).catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== INDEX_NOT_FOUND) throw error;
      });
    },

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
