import fc from 'fast-check';
import type { Tx } from '../../platform/transaction';
import { findCarriers, type CarrierFilter } from './find-carriers';
import { toMark, type Posting } from './posting';
import { rarestFirst } from './resolve-terms';
import { editList, listOf, type TermList } from './term-list';

const tx = {} as Tx;

/** Lists of these documents by term, and what reads their blocks. */
function index(documents: readonly (Posting & { terms: readonly string[] })[]) {
  const blocks = new Map<string, Uint8Array>();
  const reads: string[] = [];
  const listFor = (term: string): TermList => {
    const add = documents.filter(document => document.terms.includes(term));
    const edit = editList(listOf(term, undefined), { remove: [], add }, () => undefined);
    edit.blocks.forEach((bytes, id) => blocks.set(id, bytes!));
    return edit.list;
  };
  const readBlocks = (ids: readonly string[]) => {
    reads.push(...ids);
    return Promise.resolve(new Map(ids.flatMap(id => (blocks.has(id) ? [[id, blocks.get(id)!] as const] : []))));
  };
  return { listFor, deps: { documents: { readBlocks } }, reads };
}

const document = (number: number, at: number, terms: readonly string[], isDated = true) => ({
  number,
  at,
  terms,
  isDated,
  mark: toMark(true, (number % 100) + 1),
});
const whole: Omit<CarrierFilter, 'groups'> = { until: new Date(8e12), withUndated: true };

describe('findCarriers', () => {
  it('any lists and any filter -> what a look at every document finds, new before old', async () => {
    const one = fc.record({
      at: fc.integer({ min: 0, max: 40 }),
      terms: fc.subarray(['甲', '乙', '丙', '丁']),
      isDated: fc.boolean(),
      times: fc.integer({ min: 1, max: 200 }),
    });
    const filters = fc.record({
      since: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      until: fc.integer({ min: 0, max: 45 }),
      withUndated: fc.boolean(),
      lastNumber: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
      after: fc.option(fc.record({ at: fc.integer({ min: 0, max: 40 }), number: fc.integer({ min: 1, max: 2_000 }) }), {
        nil: undefined,
      }),
      groups: fc.constantFrom<string[][]>(
        [['甲']],
        [['甲'], ['乙']],
        [['甲'], ['乙', '丙']],
        [['甲'], ['乙'], ['丙'], ['丁']],
      ),
      limit: fc.integer({ min: 1, max: 3_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 30 }), filters, async (kinds, { groups, limit, ...given }) => {
        const all = kinds
          .flatMap(kind => Array.from({ length: kind.times }, () => kind))
          .map((kind, at) => document(at + 1, kind.at, kind.terms, kind.isDated));
        const { listFor, deps } = index(all);
        const since = given.since === undefined ? undefined : new Date(given.since);
        const filter = { ...given, since, until: new Date(given.until) };
        const lists = rarestFirst(groups.map(group => group.map(listFor)));
        const found = await findCarriers(deps, { ...filter, groups: lists }, limit, tx);
        const expected = all
          .filter(({ terms }) => groups.every(group => group.some(term => terms.includes(term))))
          .filter(({ at, isDated }) => (isDated ? at <= given.until && at >= (given.since ?? 0) : given.withUndated))
          .filter(({ number }) => number <= (given.lastNumber ?? Infinity))
          .filter(
            ({ at, number }) =>
              !given.after || at < given.after.at || (at === given.after.at && number < given.after.number),
          )
          .sort((a, b) => b.at - a.at || b.number - a.number)
          .map(({ number }) => number);
        expect(found.carriers.map(({ number }) => number)).toEqual(expected.slice(0, limit));
        expect(found.isCut).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('a rare word beside one that everything carries -> few parts of the long list are read', async () => {
    const documents = Array.from({ length: 20_000 }, (_, at) =>
      document(at + 1, at, at % 5_000 === 0 ? ['甲', '乙'] : ['甲']),
    );
    const { listFor, deps, reads } = index(documents);
    const lists = rarestFirst([[listFor('甲')], [listFor('乙')]]);
    const { carriers } = await findCarriers(deps, { ...whole, groups: lists }, 2_001, tx);
    expect(carriers.map(({ number }) => number)).toEqual([15_001, 10_001, 5_001, 1]);
    expect(reads.length).toBeLessThanOrEqual(4);
  });

  it('a page of the newest -> the first parts only, however long the list', async () => {
    const documents = Array.from({ length: 20_000 }, (_, at) => document(at + 1, at, ['甲']));
    const { listFor, deps, reads } = index(documents);
    const { carriers } = await findCarriers(deps, { ...whole, groups: [[listFor('甲')]] }, 21, tx);
    expect([carriers.length, carriers[0]!.number]).toEqual([21, 20_000]);
    expect(reads.length).toBeLessThanOrEqual(1);
  });

  it('words that never stand together in a very long list -> given up, and it says so', async () => {
    const documents = Array.from({ length: 140_000 }, (_, at) =>
      document(at + 1, at, at === 0 ? ['甲', '乙'] : [at % 2 ? '甲' : '乙']),
    );
    const { listFor, deps } = index(documents);
    const lists = rarestFirst([[listFor('甲')], [listFor('乙')]]);
    expect(await findCarriers(deps, { ...whole, groups: lists }, 2_001, tx)).toEqual({ carriers: [], isCut: true });
  });
});
