import { startTestServer, type TestServer } from '../../testing';
import { encodePosting, toMark, type Posting } from './posting';
import { createSearchRepository, type SearchRepository } from './search.repository';
import type { ListChange } from './term-list';

let server: TestServer;
let lists: SearchRepository;
beforeEach(async () => {
  server = await startTestServer();
  const { database } = server.deps.platform;
  // A connection with models of its own to the same database.
  lists = createSearchRepository({ database: database.useDb(database.name) });
});
afterEach(() => server.stop());

const TERM = '低保';
const record = () => server.collection('searchTerms');
const blocks = () => server.collection('searchPostings');
const postings = (from: number, to: number): Posting[] =>
  Array.from({ length: to - from }, (_, index) => from + index).map(at => ({
    at,
    number: at + 1,
    isDated: true,
    mark: toMark(true, 0),
  }));
const change = (part: Partial<ListChange>) =>
  server.deps.platform.transaction(tx => lists.apply(new Map([[TERM, { add: [], remove: [], ...part }]]), tx));
const stored = async () => {
  const one = (await record().findOne({ _id: TERM } as object, { promoteBuffers: true })) as unknown as {
    isLong: boolean;
    tops: Buffer;
  };
  const tops = (await blocks().findOne({ _id: `${TERM}\u0000tops` } as object, { promoteBuffers: true })) as {
    postings?: Buffer;
  } | null;
  return { isLong: one.isLong, topsInRecord: one.tops.length / 10, topsApart: tops && tops.postings!.length / 10 };
};
/** What the list says, beside what it must say. */
async function expectToHold(there: readonly Posting[]): Promise<void> {
  const list = (await lists.readLists([TERM])).get(TERM)!;
  expect(list.documents).toBe(there.length);
  const expected = Buffer.concat([...there].sort((a, b) => b.at - a.at).map(encodePosting));
  expect(Buffer.compare(await lists.readWhole(list), expected)).toBe(0);
}

describe('search: a list of 70,000 documents', () => {
  it('its tops stand apart; a new document changes the head alone, a full head them too; when it shrinks they are in the record again', async () => {
    await change({ add: postings(0, 70_000) });
    const long = await stored();
    expect(long).toEqual({ isLong: true, topsInRecord: 1, topsApart: 273 });
    await expectToHold(postings(0, 70_000));

    await change({ add: postings(70_000, 70_001) });
    expect(await stored()).toEqual(long);
    await expectToHold(postings(0, 70_001));

    await change({ add: postings(70_001, 70_300) });
    expect(await stored()).toEqual({ ...long, topsApart: 274 });
    await expectToHold(postings(0, 70_300));

    await change({ remove: [...postings(0, 1), ...postings(70_299, 70_300)] });
    await expectToHold(postings(1, 70_299));

    await change({ remove: postings(1, 60_000) });
    expect(await stored()).toMatchObject({ isLong: false, topsApart: null });
    await expectToHold(postings(60_000, 70_299));
  });

  it('all its tops in its record, as an earlier version wrote it -> read whole, and apart from the next change on that concerns them', async () => {
    await change({ add: postings(0, 70_000) });
    const apart = await blocks().findOneAndDelete({ _id: `${TERM}\u0000tops` } as object, { promoteBuffers: true });
    const tops = (apart as unknown as { postings: Buffer }).postings;
    await record().updateOne({ _id: TERM } as object, { $set: { tops }, $unset: { isLong: '' } });
    await expectToHold(postings(0, 70_000));

    await change({ add: postings(70_000, 70_001) });
    expect(await stored()).toEqual({ isLong: true, topsInRecord: 1, topsApart: 273 });
    await expectToHold(postings(0, 70_001));
  });
});
