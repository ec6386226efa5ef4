/** Runs the statements of a write command: in slices, ordered or not, each answered once however often it is sent. */
import type { Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { CloseConnection } from './fail-points';
import { HeldByTransaction } from '../session/conflicts';
import { Overlay } from '../storage/overlay';
import type { Reader } from '../query/find';
import type { Writer } from '../storage/write-record';
import { write, type CommandContext, type Reply } from './context';

/** Statements of one slice share a commit; between slices other clients get their turn. */
const sliceSize = 1000;

export interface StatementResults {
  answers: Map<number, Doc>;
  errors: { index: number; error: MongoError }[];
}

interface Progress extends StatementResults {
  next: number;
  stopped: boolean;
  /** A fail point wants the connection closed once this slice is committed. */
  closes: boolean;
}

/** The number the driver gave a statement, under which its answer is remembered. */
function statementId(body: Doc, index: number): number {
  if (Array.isArray(body.stmtIds)) return Number(body.stmtIds[index]);
  return Number(body.stmtId ?? 0) + index;
}

/** Runs statements inside one write job; gives what has to be waited for before it can go on. */
function runSlice(
  context: CommandContext,
  writer: Writer,
  until: number,
  progress: Progress,
  run: (writer: Writer, index: number) => Doc,
): Promise<void> | undefined {
  const { retryable, engine, body, transaction } = context;
  const session = retryable ? context.session : undefined;
  const begin = progress.next;
  let wait: Promise<void> | undefined;
  while (progress.next < until && !progress.stopped && !progress.closes && !wait) {
    const index = progress.next;
    const statement = statementId(body, index);
    const remembered = session?.answers.get(statement);
    const closing = session && !remembered ? engine.failPoints.onWrite() : undefined;
    progress.closes = closing !== undefined;
    if (closing === 'before') break;
    try {
      const answer = remembered ?? run(writer, index);
      progress.answers.set(index, answer);
      session?.answers.set(statement, answer);
    } catch (error) {
      if (error instanceof HeldByTransaction) {
        wait = error.ended;
        break;
      }
      if (!(error instanceof MongoError) || error.code === 112) throw error;
      progress.errors.push({ index, error });
      progress.stopped = body.ordered !== false || transaction !== undefined;
    }
    progress.next++;
  }
  if (session && progress.next > begin) engine.sessions.remember(session);
  return wait;
}

/** Runs all statements; `run` gives the answer of one of them. */
export async function runStatements(
  context: CommandContext,
  count: number,
  run: (writer: Writer, index: number) => Doc,
): Promise<StatementResults> {
  const progress: Progress = { answers: new Map(), errors: [], next: 0, stopped: false, closes: false };
  while (progress.next < count && !progress.stopped) {
    const until = Math.min(count, progress.next + sliceSize);
    const wait = await write(context, writer => ({ ended: runSlice(context, writer, until, progress, run) }));
    if (progress.closes) throw new CloseConnection();
    if (wait.ended) await wait.ended;
  }
  return progress;
}

/** The reader of a write job sees what the job is about to commit. */
export function jobReader({ transaction, engine }: CommandContext, { kv }: Writer): Reader {
  return { kv, batch: transaction?.batch ?? engine.store.applied };
}

/** Changes many documents all at once, or none when a transaction holds one of the keys. */
export function allOrWait(writer: Writer, documents: number, run: (writer: Writer) => void): void {
  if (documents < 2) return run(writer);
  const overlay = new Overlay(writer.kv);
  try {
    run({ kv: overlay, catalog: writer.catalog, touch: key => writer.touch(key) });
  } catch (error) {
    // As in MongoDB, documents changed before a failing one stay changed.
    if (error instanceof MongoError && error.code !== 112) overlay.applyTo(writer.kv);
    throw error;
  }
  overlay.applyTo(writer.kv);
}

/** The reply of insert, update and delete: sums of the answers, and the errors by statement. */
export function writeReply(results: StatementResults, sums: string[]): Reply {
  const answers = [...results.answers];
  const doc: Doc = {};
  for (const name of sums) doc[name] = answers.reduce((sum, [, answer]) => sum + Number(answer[name] ?? 0), 0);
  const upserted = answers.filter(([, answer]) => 'upserted' in answer);
  if (upserted.length > 0) doc.upserted = upserted.map(([index, answer]) => ({ index, _id: answer.upserted }));
  if (results.errors.length > 0)
    doc.writeErrors = results.errors.map(({ index, error: { code, extra, message } }) => ({
      index,
      code,
      ...extra,
      errmsg: message,
    }));
  return { doc };
}
