import { randomUUID } from 'node:crypto';
import { startTestServer, type TestServer } from '../testing';
import { AppError } from './errors';
import { insertRecord } from './insert-record';
import { createInsertTogether } from './insert-together';
import { isDuplicateKey, type Transaction, type Tx } from './transaction';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Works that add one receipt each, all of one prefix; the transactions they took are counted. */
function setUp() {
  const { transaction, database } = server.deps.platform;
  const receipts = database.model<{ _id: string }>('Receipt');
  const prefix = `${randomUUID()} `;
  const insert = (id: string, tx: Tx) => insertRecord(receipts, { _id: `${prefix}${id}` }, tx);
  let transactions = 0;
  const counted: Transaction = work => {
    transactions += 1;
    return transaction(work);
  };
  const insertTogether = createInsertTogether(counted);
  return {
    transactions: () => transactions,
    add: (id: string) =>
      insertTogether(async tx => {
        await insert(id, tx);
        return id;
      }),
    addAndThrow: (error: Error) =>
      insertTogether(async tx => {
        await insert('never', tx);
        throw error;
      }),
    added: async () => {
      const records = await receipts
        .find({ _id: { $gte: prefix, $lt: `${prefix}~` } })
        .sort({ _id: 1 })
        .lean();
      return records.map(({ _id }) => _id.slice(prefix.length));
    },
  };
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `id ${String(at).padStart(3, '0')}`);

describe('insertTogether', () => {
  it('works one after another -> a transaction each', async () => {
    const { add, added, transactions } = setUp();
    for (const id of ids(3)) expect(await add(id)).toBe(id);
    expect(await added()).toEqual(ids(3));
    expect(transactions()).toBe(3);
  });

  it('120 side by side -> each its own answer, every record once, in four transactions of at most 50', async () => {
    const { add, added, transactions } = setUp();
    expect(await Promise.all(ids(120).map(add))).toEqual(ids(120));
    expect(await added()).toEqual(ids(120));
    expect(transactions()).toBe(4);
  });

  it('one of them refuses -> it alone is refused, and nothing of it is there', async () => {
    const { add, addAndThrow, added } = setUp();
    const works = [...ids(4).map(add), addAndThrow(new AppError('auth.forbidden'))];
    const outcomes = await Promise.allSettled(works);
    expect(outcomes.map(({ status }) => status)).toEqual([...ids(4).map(() => 'fulfilled'), 'rejected']);
    expect(await added()).toEqual(ids(4));
  });

  it('two with the same key among others -> the second is told of it, the others are written', async () => {
    const { add, added } = setUp();
    const outcomes = await Promise.allSettled([...ids(3).map(add), add('twice'), add('twice')]);
    const refused = outcomes.filter(outcome => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => isDuplicateKey(reason))).toEqual([true]);
    expect(await added()).toEqual([...ids(3), 'twice']);
  });

  it('the database is lost -> all who shared are told, and nothing is tried again', async () => {
    let transactions = 0;
    const insertTogether = createInsertTogether(() => {
      transactions += 1;
      return Promise.reject(new Error('connection lost'));
    });
    const outcomes = await Promise.allSettled(ids(5).map(id => insertTogether(() => Promise.resolve(id))));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(transactions).toBe(2);
  });
});
