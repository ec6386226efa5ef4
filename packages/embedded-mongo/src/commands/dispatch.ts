/** From a decoded message to a reply: session, transaction, fail point, handler, error. */
import { Long, Timestamp, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, codeName, notOfAtlas } from '@bandeng/mongo-documents/errors';
import { words } from '@bandeng/mongo-documents/words';
import type { Engine } from '../engine';
import type { Session } from '../session/sessions';
import { Transaction } from '../session/transaction';
import type { CommandContext, Message, Reply } from './context';
import { CloseConnection } from './fail-points';
import { handlers, inTransaction, retryableWrites } from './registry';
import { noTransaction, sessionId } from './sessions';

export interface Client {
  id: number;
  appName?: string;
}

function enterTransaction(engine: Engine, name: string, body: Doc, session: Session): Transaction | undefined {
  const { txnNumber, startTransaction, autocommit } = body;
  if (txnNumber === undefined) {
    if (startTransaction !== undefined || autocommit !== undefined)
      throw new MongoError(72, "'startTransaction' and 'autocommit' need a txnNumber");
    return undefined;
  }
  const number = BigInt(String(txnNumber));
  const starts = startTransaction === true;
  if (starts && number === session.number && session.transaction)
    throw new MongoError(117, `Transaction with transaction number ${number} already in progress`);
  if (autocommit !== false || starts || number < session.number) engine.sessions.advance(session, number);
  if (autocommit !== false) return undefined;
  if (!inTransaction.has(name)) throw new MongoError(263, `Cannot run '${name}' in a multi-document transaction.`);
  if (starts) session.transaction = new Transaction(String(number), engine.store, engine.catalog, engine.conflicts);
  const { transaction } = session;
  if (transaction === undefined || number !== session.number) throw noTransaction(number, session.number);
  if (name === 'commitTransaction' || name === 'abortTransaction' || transaction.state === 'open') return transaction;
  if (transaction.state === 'aborted') throw noTransaction(number, session.number);
  throw new MongoError(256, `Transaction with { txnNumber: ${number} } has been committed.`);
}

const snapshotReads = words('find aggregate distinct count');
const levels = words('local available majority linearizable snapshot');

function readConcern(context: CommandContext): void {
  const { body, engine, name, transaction } = context;
  const concern = body.readConcern;
  if (!isDoc(concern)) return;
  const level = concern.level ?? 'local';
  if (!levels.has(String(level))) throw new MongoError(9, `unknown read concern level ${String(level)}`);
  if (level !== 'snapshot' || transaction) return;
  if (!snapshotReads.has(name)) throw new MongoError(72, `readConcern snapshot is not supported for ${name}`);
  const given = concern.atClusterTime instanceof Timestamp ? concern.atClusterTime : undefined;
  const time = given ?? engine.tick();
  context.snapshot = { reader: given ? engine.snapshots.at(given) : engine.snapshots.take(time), time };
}

/** A snapshot session learns from the first reply which moment it reads. */
function addSnapshotTime({ snapshot }: CommandContext, reply: Reply): Reply {
  if (snapshot === undefined) return reply;
  if (reply.cursor) return { ...reply, cursor: { ...reply.cursor, atClusterTime: snapshot.time } };
  return { doc: { ...reply.doc, atClusterTime: snapshot.time } };
}

/** A write concern that one server cannot meet: the write is done all the same, and this is said with it. */
function unmetWriteConcern({ writeConcern }: Doc): MongoError | undefined {
  const w = isDoc(writeConcern) ? (writeConcern.w ?? 1) : 1;
  if (w === 'majority' || Number(w) <= 1) return undefined;
  return typeof w === 'number'
    ? new MongoError(100, 'Not enough data-bearing nodes')
    : new MongoError(79, `No write concern mode named '${String(w)}' found in replica set configuration`);
}

/** Runs one command; its reply still lacks `ok` and the cluster time. */
async function run(engine: Engine, client: Client, name: string, message: Message): Promise<Reply> {
  const { body } = message;
  const { $db, lsid, txnNumber } = body;
  if (/SearchIndex/.test(name)) throw notOfAtlas(name);
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) throw new MongoError(59, `no such command: '${name}'`);
  if (typeof $db !== 'string') throw new MongoError(40414, 'OP_MSG requests require a $db argument');
  const session = lsid === undefined ? undefined : engine.sessions.get(sessionId(lsid));
  const context: CommandContext = {
    engine,
    name,
    database: $db,
    body,
    message,
    connection: client.id,
    session,
    transaction: session && enterTransaction(engine, name, body, session),
    retryable: session !== undefined && txnNumber !== undefined && retryableWrites.has(name),
  };
  if (context.transaction) context.retryable = false;
  readConcern(context);
  engine.store.refresh();
  try {
    const reply = await handler(context);
    if (Array.isArray(reply.doc.writeErrors)) context.transaction?.abort();
    return addSnapshotTime(context, reply);
  } catch (error) {
    // Any error ends a transaction, except a failed commit, which the client may repeat.
    if (name !== 'commitTransaction') context.transaction?.abort();
    throw error;
  }
}

/** LMDB reports a disk that is full as such, or as an input/output error when only a part could be written. */
const diskFull = /No space left|MAP_FULL|Input\/output error|could not be written/;

function asMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isBson = error instanceof Error && error.name.startsWith('BSON');
  return new MongoError(diskFull.test(message) ? 14031 : isBson ? 22 : 1, message);
}

function described({ code, message, extra }: MongoError): Doc {
  return { errmsg: message, code, codeName: codeName(code), ...extra };
}

/** Codes that a driver may answer by sending a retryable write again. */
const retryableCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Codes after which a transaction may be run again from its beginning. */
const transientCodes = new Set([24, 112, 246, 251, 267]);

/** The labels by which a driver knows that it may repeat the write, or the transaction. */
function labelsOf(body: Doc, failed: boolean, code: unknown): string[] {
  if (typeof code !== 'number' || body.txnNumber === undefined) return [];
  const ends = 'commitTransaction' in body || 'abortTransaction' in body;
  const inside = body.autocommit === false;
  const retryable = retryableCodes.has(code);
  return [
    ...((!inside || ends) && retryable ? ['RetryableWriteError'] : []),
    ...(inside && failed && (transientCodes.has(code) || (!ends && retryable)) ? ['TransientTransactionError'] : []),
  ];
}

/** Answers one command; never throws but CloseConnection. */
export const dispatch = (engine: Engine, client: Client, message: Message): Promise<Reply> =>
  engine.track(answer(engine, client, message));

async function answer(engine: Engine, client: Client, message: Message): Promise<Reply> {
  const { body } = message;
  const name = Object.keys(body)[0] ?? '';
  const failure = engine.failPoints.next(name, client.appName);
  if (failure.blockConnection === true) await new Promise(resolve => setTimeout(resolve, Number(failure.blockTimeMS)));
  if (failure.closeConnection === true) throw new CloseConnection();
  const clusterTime = engine.tick();
  const reply = await attempt(engine, client, name, message, failure);
  const { doc } = reply;
  const concern = failure.writeConcernError ?? (doc.ok === 1 ? unmetWriteConcern(body) : undefined);
  if (concern) doc.writeConcernError = concern instanceof MongoError ? described(concern) : concern;
  const code = doc.ok === 0 ? doc.code : (doc.writeConcernError as Doc | undefined)?.code;
  const labels = failure.errorLabels ?? labelsOf(body, doc.ok === 0, code);
  if (Array.isArray(labels) && labels.length > 0) doc.errorLabels = labels;
  doc.$clusterTime = { clusterTime, signature: { hash: Buffer.alloc(20), keyId: Long.ZERO } };
  doc.operationTime = clusterTime;
  return reply;
}

async function attempt(
  engine: Engine,
  client: Client,
  name: string,
  message: Message,
  { errorCode }: Doc,
): Promise<Reply> {
  try {
    if (errorCode !== undefined) throw new MongoError(Number(errorCode), "Failing command via 'failCommand' failpoint");
    const reply = await run(engine, client, name, message);
    reply.doc.ok = 1;
    return reply;
  } catch (error) {
    if (error instanceof CloseConnection) throw error;
    return { doc: { ok: 0, ...described(asMongoError(error)) } };
  }
}
