import { AppError } from './errors';
import { gatherInserts } from './insert-record';
import { isDuplicateKey, type Transaction, type Tx } from './transaction';

/** So many works a transaction: a message to the database stays far below its limit. */
const MOST = 50;

interface Waiting {
  work: (tx: Tx) => Promise<unknown>;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/**
 * A transaction for work that does nothing but `insertRecord`: what comes while one is being committed shares the next one, with one
 * insert a collection for all of them (ADR 10). A caller alone has a transaction of its own and never waits. When one work of a shared
 * transaction may not be written, each is run again in its own, so it spoils nobody else's; a database that is lost is lost to all.
 */
export function createInsertTogether(transaction: Transaction): Transaction {
  let waiting: Waiting[] = [];
  let isRunning = false;

  const alone = ({ work, resolve, reject }: Waiting) => transaction(work).then(resolve as never, reject);

  async function together(members: readonly Waiting[]): Promise<void> {
    try {
      const results = await transaction(async tx => {
        const write = gatherInserts(tx);
        const made: unknown[] = [];
        for (const { work } of members) made.push(await work(tx));
        await write();
        return made;
      });
      members.forEach(({ resolve }, at) => resolve(results[at] as never));
    } catch (error) {
      if (error instanceof AppError || isDuplicateKey(error)) await Promise.all(members.map(alone));
      else for (const { reject } of members) reject(error);
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const members = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await (members.length === 1 ? alone(members[0]!) : together(members));
    }
    isRunning = false;
  }

  return work =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve: resolve as never, reject });
      if (!isRunning) void run();
    });
}
