/** A worker's phone as the mini-program has it: the same engine, with a network that comes and goes. */
import { begin, emptyOutbox, nextOutbox, nextStep, type ItemAnswer, type OutboxEvent } from '@bandeng/rules';
import type { GridRecord } from '@bandeng/contracts/types';
import type { TestClient } from '@bandeng/test-kit';

/** Of a hundred calls so many never arrive, and of so many more the answer is lost. */
const LOST_CALLS = 10;
const LOST_ANSWERS = 10;

function busyOrThrow(error: unknown): null {
  if ((error as { status?: number }).status === 503) return null;
  throw error;
}

/**
 * Sends everything until all of it has arrived.
 * @param luck a number from 0 to 99, new for every call
 * @param timed told how long a batch that arrived took, and of how many records
 * @returns how many records the server said it has, how many calls were made, and how many of them a busy server put off
 */
export async function sendAll(
  client: TestClient,
  records: readonly GridRecord[],
  { luck, timed }: { luck: () => number; timed: (took: number, records: number) => void },
): Promise<{ delivered: number; refused: number; calls: number; busy: number }> {
  let outbox = emptyOutbox<GridRecord>();
  const happens = (event: OutboxEvent<GridRecord>) => {
    outbox = nextOutbox(outbox, event);
  };
  for (const record of records) happens({ type: 'written', id: record.id, body: record });
  happens({ type: 'network', isOnline: true });
  let [calls, busy] = [0, 0];
  for (let step = nextStep(outbox); step !== null; step = nextStep(outbox)) {
    // The pause is skipped: what is measured is the server.
    if (step.do !== 'send') {
      happens({ type: 'retry' });
      continue;
    }
    outbox = begin(outbox, step);
    calls += 1;
    const drawn = luck();
    if (drawn < LOST_CALLS) {
      happens({ type: 'unanswered' });
      continue;
    }
    const sent = new Set(step.ids);
    const items = outbox.records.filter(({ id }) => sent.has(id)).map(({ body }) => body);
    const since = process.hrtime.bigint();
    const answer = await client.call('grid.sync', { body: { items } }).catch(busyOrThrow);
    if (answer === null) {
      busy += 1;
      happens({ type: 'unanswered' });
      continue;
    }
    timed(Number(process.hrtime.bigint() - since) / 1e6, items.length);
    if (drawn < LOST_CALLS + LOST_ANSWERS) happens({ type: 'unanswered' });
    else happens({ type: 'answered', items: answer.items as ItemAnswer[] });
  }
  const stateCount = (state: string) => outbox.records.filter(record => record.state === state).length;
  return { delivered: stateCount('delivered'), refused: stateCount('look'), calls, busy };
}
