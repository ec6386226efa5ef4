import type { SearchDeps } from './deps';
import { POSTING_BYTES, readColumns, type PostingColumns, type PostingKey } from './posting';
import { isSamePosting, postingsOf } from './postings-of';
import { countOf, wordsIn, type ListChange } from './term-list';

const AT_ONCE = 500;
/** Postings that are held in memory to be compared. */
const HELD_AT_ONCE = 1_000_000;

interface Sum {
  count: number;
  /** Of what every posting says, in any order. */
  check: number;
}

/** Compares the lists with the documents and puts those right that differ, each in a transaction. */
export async function repairLists(deps: SearchDeps): Promise<void> {
  const wrong = await findWrongTerms(deps);
  while (wrong.length > 0) {
    const some: typeof wrong = [];
    for (let held = 0; wrong.length > 0 && held < HELD_AT_ONCE;) {
      const next = wrong.pop()!;
      some.push(next);
      held += next.count;
    }
    await repair(deps, new Set(some.map(({ term }) => term)));
  }
}

async function findWrongTerms({ documents }: SearchDeps): Promise<{ term: string; count: number }[]> {
  const sums = new Map<string, Sum>();
  for await (const page of documents.listAll(AT_ONCE)) {
    for (const document of page) {
      for (const [term, posting] of postingsOf(document)) {
        const sum = sums.get(term) ?? { count: 0, check: 0 };
        sums.set(term, { count: sum.count + 1, check: add(sum.check, checkOf(posting)) });
      }
    }
  }
  const wrong: { term: string; count: number }[] = [];
  for await (const page of documents.listAllTerms(AT_ONCE)) {
    for (const list of page) {
      const bytes = await documents.readWhole(list);
      const sum = sums.get(list._id) ?? { count: 0, check: 0 };
      sums.delete(list._id);
      const isRight =
        sum.count > 0 &&
        list.documents === sum.count &&
        list.words === wordsIn(bytes) &&
        countOf(bytes) === sum.count &&
        checkOfBytes(bytes) === sum.check;
      if (!isRight) wrong.push({ term: list._id, count: Math.max(sum.count, countOf(bytes)) });
    }
  }
  return [...wrong, ...[...sums].map(([term, { count }]) => ({ term, count }))];
}

/** Where document and list differ, the document is read once more inside the transaction: it may have changed since. */
async function repair(deps: SearchDeps, terms: ReadonlySet<string>): Promise<void> {
  const said = new Map<string, Map<number, ReturnType<typeof postingAt>>>();
  for await (const page of deps.documents.listAll(AT_ONCE)) {
    for (const document of page) {
      for (const [term, posting] of postingsOf(document)) {
        if (!terms.has(term)) continue;
        if (!said.has(term)) said.set(term, new Map());
        said.get(term)!.set(posting.number, posting);
      }
    }
  }
  for (const term of terms) await repairOne(deps, term, said.get(term) ?? new Map());
}

function repairOne(
  { documents, transaction }: SearchDeps,
  term: string,
  said: ReadonlyMap<number, ReturnType<typeof postingAt>>,
): Promise<void> {
  return transaction(async tx => {
    const list = (await documents.readLists([term], tx)).get(term)!;
    const columns = readColumns(await documents.readWhole(list, tx));
    const doubtful = new Map<number, PostingKey | null>();
    const unseen = new Set(said.keys());
    for (let index = 0; index < columns.length; index += 1) {
      const posting = postingAt(columns, index);
      unseen.delete(posting.number);
      if (!isSamePosting(posting, said.get(posting.number))) doubtful.set(posting.number, posting);
    }
    unseen.forEach(number => doubtful.set(number, null));
    const change: ListChange = { remove: [...doubtful.values()].filter(key => key !== null), add: [] };
    const numbers = [...doubtful.keys()];
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      for (const document of await documents.findByNumbers(numbers.slice(at, at + AT_ONCE), tx)) {
        const posting = postingsOf(document).get(term);
        if (posting) change.add.push(posting);
      }
    }
    await documents.apply(new Map([[term, change]]), tx);
    await documents.recount(term, tx);
  });
}

const postingAt = ({ at, number, flags, marks }: PostingColumns, index: number) => ({
  at: at[index]!,
  number: number[index]!,
  isDated: flags[index] === 1,
  mark: marks[index]!,
});

/** Whole numbers below this can be added without loss, and so in any order. */
const MODULUS = 2 ** 50;
const add = (a: number, b: number): number => (a + b) % MODULUS;
/** Below the modulus; different for postings that differ, as good as always. */
function checkOf({ at, number, isDated, mark }: ReturnType<typeof postingAt>): number {
  const rest = Math.imul((at % 0x7fffffff) ^ (mark << 8) ^ Number(isDated), 0x85ebca6b) >>> 14;
  return (Math.imul(number, 0x9e3779b1) >>> 0) * 2 ** 18 + rest;
}

function checkOfBytes(bytes: Uint8Array): number {
  const columns = readColumns(bytes);
  let sum = 0;
  for (let index = 0; index < bytes.length / POSTING_BYTES; index += 1)
    sum = add(sum, checkOf(postingAt(columns, index)));
  return sum;
}
