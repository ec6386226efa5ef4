import type { Model } from 'mongoose';
import type { Tx } from '../../platform/transaction';
import { KEY_BYTES, readColumns } from './posting';
import type { defineSearchModels } from './search.model';
import { recordOf, staysInHead, topsId, writeOf, writeOfHead, type ListRecord, type ListWrite } from './stored-list';
import { blockIdAt, blocksOfChange, countOf, editList, wordsIn, type ListChange, type TermList } from './term-list';

type Models = Pick<ReturnType<typeof defineSearchModels>, 'terms' | 'blocks'>;

const AFTER_ANY_TEXT = '\uffff';

/** Reads past mongoose, bytes as they are: hundreds of lists for every document that changes. */
function readById<T>(model: Model<T>, ids: readonly string[], tx: Tx | undefined): Promise<T[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const options = { promoteBuffers: true, batchSize: ids.length + 1, ...(tx && { session: tx }) };
  return model.collection.find({ _id: { $in: ids } } as never, options).toArray() as unknown as Promise<T[]>;
}

export function createPostingRepository({ terms, blocks }: Models) {
  async function readRecords(wanted: readonly string[], tx: Tx | undefined): Promise<ListRecord[]> {
    const found = new Map((await readById(terms, wanted, tx)).map(record => [record._id, record]));
    return wanted.map(term => recordOf(term, found.get(term)));
  }

  /** The same with all their tops. */
  async function withTops(records: readonly ListRecord[], tx: Tx | undefined): Promise<ListRecord[]> {
    const long = records.filter(record => record.isLong);
    const tops = await readBlocks(
      long.map(({ _id }) => topsId(_id)),
      tx,
    );
    return records.map(record => ({ ...record, tops: tops.get(topsId(record._id)) ?? record.tops }));
  }

  /** The list of each term; an empty one for a term that nothing carries. */
  async function readLists(wanted: readonly string[], tx?: Tx): Promise<Map<string, TermList>> {
    const lists = await withTops(await readRecords(wanted, tx), tx);
    return new Map(lists.map(list => [list._id, list]));
  }

  async function readBlocks(ids: readonly string[], tx?: Tx): Promise<Map<string, Uint8Array>> {
    return new Map((await readById(blocks, ids, tx)).map(({ _id, postings }) => [_id, postings]));
  }

  /** Changes the lists of these terms. */
  async function apply(changes: ReadonlyMap<string, ListChange>, tx: Tx): Promise<void> {
    if (changes.size === 0) return;
    const changeOf = ({ _id }: TermList) => changes.get(_id)!;
    const records = await readRecords([...changes.keys()], tx);
    const heads = new Set(records.filter(record => record.isLong && staysInHead(record, changeOf(record))));
    const lists = await withTops(
      records.filter(record => !heads.has(record)),
      tx,
    );
    const read = await readBlocks(
      lists.flatMap(list => blocksOfChange(list, changeOf(list))),
      tx,
    );
    const edit = (list: TermList) => editList(list, changeOf(list), id => read.get(id));
    const ofHeads = [...heads].map(record => writeOfHead(edit(record)));
    const ofWhole = lists.map(list => writeOf(edit(list), { wasLong: list.isLong }));
    await write([...ofHeads, ...ofWhole], tx);
  }

  async function write(changed: readonly ListWrite[], tx: Tx): Promise<void> {
    const lists = changed.map(({ _id, fields }) => ({
      updateOne: { filter: { _id }, update: { $set: fields }, upsert: true },
    }));
    const parts = changed.flatMap(({ blocks: changedBlocks }) =>
      [...changedBlocks].map(([_id, postings]) =>
        postings === null
          ? { deleteOne: { filter: { _id } } }
          : { replaceOne: { filter: { _id }, replacement: { _id, postings }, upsert: true } },
      ),
    );
    await terms.collection.bulkWrite(lists as never, { session: tx });
    if (parts.length > 0) await blocks.collection.bulkWrite(parts as never, { session: tx });
  }

  /** All postings of a list, as they are stored. */
  async function readWhole(list: TermList, tx?: Tx): Promise<Uint8Array> {
    const ids = Array.from({ length: readColumns(list.tops, KEY_BYTES).length }, (_, segment) =>
      blockIdAt(list, segment),
    );
    const read = await readBlocks(ids, tx);
    return Buffer.concat([list.head, ...ids.map(id => read.get(id) ?? new Uint8Array())]);
  }

  return {
    readLists,
    readBlocks,
    readWhole,
    apply,
    /** Puts the numbers of a list right by its postings; one that nothing carries leaves. */
    async recount(term: string, tx: Tx): Promise<void> {
      const list = (await readLists([term], tx)).get(term)!;
      const bytes = await readWhole(list, tx);
      const counted = { documents: countOf(bytes), words: wordsIn(bytes) };
      if (counted.documents === 0) await terms.deleteOne({ _id: term }, { session: tx });
      else await terms.updateOne({ _id: term }, { $set: counted }, { session: tx });
    },
    /** Every list, some at a time. */
    async *listAllTerms(atOnce: number): AsyncIterable<TermList[]> {
      for (let after = ''; ;) {
        const options = { promoteBuffers: true, sort: { _id: 1 as const }, limit: atOnce };
        const page = (await terms.collection
          .find({ _id: { $gt: after } } as never, options)
          .toArray()) as unknown as ListRecord[];
        if (page.length === 0) return;
        // One of the former form keeps its own numbers here: they are not those of its postings.
        const records = page.map(stored => ({ ...recordOf(stored._id, stored), documents: stored.documents }));
        yield await withTops(records, undefined);
        after = page.at(-1)!._id;
      }
    },
    /** Terms that begin so, with how many documents carry them and in how many they are a word. */
    listTermsByPrefix: (prefix: string, limit: number) =>
      terms
        .find({ _id: { $gte: prefix, $lt: prefix + AFTER_ANY_TEXT } })
        .sort({ _id: 1 })
        .limit(limit)
        .select('documents words')
        .lean<Pick<TermList, '_id' | 'documents' | 'words'>[]>(),
  };
}
