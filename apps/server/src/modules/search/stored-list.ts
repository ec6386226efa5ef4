/**
 * How a list stands in the database: the tops of a long one apart from its record. A new document changes the heads of some hundred
 * lists; it need not write again what the blocks of each are called.
 */
import { KEY_BYTES, readColumns } from './posting';
import { countOf, HEAD, listOf, MOST, segmentOf, type ListChange, type ListEdit, type TermList } from './term-list';

const MOST_TOPS = 256;
const TOPS_MARK = '\u0000tops';

/** Of a long list the record has the newest top only; all of them stand beside the blocks, under `topsId`. */
export interface ListRecord extends TermList {
  isLong: boolean;
}

/** What is written for a list: fields of its record; bytes beside it by id, null for what is no more. */
export interface ListWrite {
  _id: string;
  fields: Partial<ListRecord>;
  blocks: Map<string, Uint8Array | null>;
}

export const topsId = (term: string): string => term + TOPS_MARK;

export const recordOf = (term: string, stored: Partial<ListRecord> | undefined): ListRecord => ({
  ...listOf(term, stored),
  isLong: stored?.isLong ?? false,
});

/** Whether the newest top tells all that this change must know of the others: it stays in the head, and the head has room. */
export function staysInHead({ head, tops }: TermList, { remove, add }: ListChange): boolean {
  if (countOf(head) + add.length > MOST) return false;
  const newest = readColumns(tops.subarray(0, KEY_BYTES), KEY_BYTES);
  return [...remove, ...add].every(({ at, number }) => segmentOf(newest, at, number) === HEAD);
}

export const writeOfHead = ({ list: { _id, documents, words, head }, blocks }: ListEdit): ListWrite => ({
  _id,
  fields: { documents, words, head },
  blocks,
});

export function writeOf({ list: { _id, ...fields }, blocks }: ListEdit, { wasLong }: { wasLong: boolean }): ListWrite {
  const isLong = fields.tops.length > MOST_TOPS * KEY_BYTES;
  if (!isLong) return { _id, fields: { ...fields, isLong }, blocks: wasLong ? blocks.set(topsId(_id), null) : blocks };
  const newest = fields.tops.slice(0, KEY_BYTES);
  return { _id, fields: { ...fields, isLong, tops: newest }, blocks: blocks.set(topsId(_id), fields.tops) };
}
