/** Runs the statements of a write command: in slices, ordered or not, each answered once however often it is sent. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { CloseConnection } from './fail-points';
import { HeldByTransaction } from '../session/conflicts';
import { Overlay } from '../storage/overlay';
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

function asMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  throw error;
}

/** The number the driver gave a statement, under which its answer is remembered. */
function statementId(body: Doc, index: number): number {
  if (Array.isArray(body.stmtIds)) return Number(body.stmtIds[index]);
  return Number(body.stmtId ?? 0) + index;
}

function runSlice(
  context: CommandContext,
  writer: Writer,
  until: number,
  progress: Progress,
  run: (writer: Writer, index: number) => Doc,
): Promise<void> | undefined {
  const { session, retryable, engine, body, transaction } = context;
  const ordered = body.ordered !== false;
  const begin = progress.next;
  const fresh: Doc[] = [];
  let wait: Promise<void> | undefined;
  for (; progress.next < until && !progress.stopped; progress.next++) {
    const index = progress.next;
    const remembered = retryable ? session?.answers.get(statementId(body, index)) : undefined;
    const closing = retryable && !remembered ? engine.failPoints.onWrite() : undefined;
    progress.closes ||= closing !== undefined;
    if (closing === 'before') break;
    try {
      const answer = remembered ?? run(writer, index);
      progress.answers.set(index, answer);
      fresh.push(answer);
      if (retryable && session) session.answers.set(statementId(body, index), answer);
      if (closing === 'after') {
        progress.next++;
        break;
      }
    } catch (error) {
      if (error instanceof HeldByTransaction) {
        wait = error.ended;
        break;
      }
      const failure = asMongoError(error);
      if (failure.code === 112) throw failure;
      progress.errors.push({ index, error: failure });
      if (ordered || transaction) progress.stopped = true;
    }
  }
  if (retryable && session && progress.next > begin && fresh.length > 0) engine.sessions.remember(session);
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

/** A writer whose changes are made all at once, or not at all when a transaction holds one of the keys. */
export function allOrWait<T>(writer: Writer, run: (writer: Writer) => T): T {
  const overlay = new Overlay(writer.kv);
  try {
    const result = run({ ...writerParts(writer), kv: overlay });
    overlay.applyTo(writer.kv);
    return result;
  } catch (error) {
    // As in MongoDB, documents changed before a failing one stay changed.
    if (error instanceof MongoError && error.code !== 112) overlay.applyTo(writer.kv);
    throw error;
  }
}

function writerParts(writer: Writer): Pick<Writer, 'catalog' | 'touch'> {
  return { catalog: writer.catalog, touch: key => writer.touch(key) };
}

/** The reply of insert, update and delete: sums of the answers, and the errors by statement. */
export function writeReply(results: StatementResults, sums: string[]): Reply {
  const doc: Doc = {};
  for (const name of sums)
    doc[name] = [...results.answers.values()].reduce((sum, answer) => sum + Number(answer[name] ?? 0), 0);
  const upserted = [...results.answers].filter(([, answer]) => isDoc(answer) && 'upserted' in answer);
  if (upserted.length > 0) doc.upserted = upserted.map(([index, answer]) => ({ index, _id: answer.upserted }));
  if (results.errors.length > 0) {
    doc.writeErrors = results.errors.map(({ index, error }) => ({
      index,
      code: error.code,
      ...error.extra,
      errmsg: error.message,
    }));
  }
  return { doc };
}
