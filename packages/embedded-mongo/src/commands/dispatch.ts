/** From a decoded message to a reply: session, transaction, fail point, handler, error. */
import { isDoc, Long, Timestamp, type Doc } from '../bson/codec';
import type { Engine } from '../engine';
import { codeName, MongoError, notOfAtlas } from '../errors';
import type { Session } from '../session/sessions';
import { Transaction } from '../session/transaction';
import type { CommandContext, Message, Reply } from './context';
import { CloseConnection, type Failure } from './fail-points';
import { handlers, inTransaction, retryableWrites } from './registry';
import { noTransaction, sessionId } from './sessions';

export interface Client {
  id: number;
  appName?: string;
}

function enterTransaction(context: CommandContext, session: Session): Transaction | undefined {
  const { body, engine, name } = context;
  if (body.txnNumber === undefined) {
    if (body.startTransaction !== undefined || body.autocommit !== undefined)
      throw new MongoError(72, "'startTransaction' and 'autocommit' need a txnNumber");
    return undefined;
  }
  const number = body.txnNumber instanceof Long ? body.txnNumber.toBigInt() : BigInt(Number(body.txnNumber));
  const starts = body.startTransaction === true;
  if (starts && number === session.number && session.transaction)
    throw new MongoError(117, `Transaction with transaction number ${number} already in progress`);
  if (body.autocommit !== false || starts || number < session.number) engine.sessions.advance(session, number);
  if (body.autocommit !== false) return undefined;
  if (!inTransaction.has(name)) throw new MongoError(263, `Cannot run '${name}' in a multi-document transaction.`);
  if (starts) session.transaction = new Transaction(String(number), engine.store, engine.catalog, engine.conflicts);
  const { transaction } = session;
  if (transaction === undefined || number !== session.number) throw noTransaction(number, session.number);
  if (name === 'commitTransaction' || name === 'abortTransaction') return transaction;
  if (transaction.state === 'aborted') throw noTransaction(number, session.number);
  if (transaction.state !== 'open')
    throw new MongoError(256, `Transaction with { txnNumber: ${number} } has been committed.`);
  return transaction;
}

const snapshotReads = new Set(['find', 'aggregate', 'distinct', 'count']);

function readConcern(context: CommandContext): void {
  const { body, engine, name, transaction } = context;
  const concern = body.readConcern;
  if (!isDoc(concern)) return;
  const level = concern.level ?? 'local';
  if (!['local', 'available', 'majority', 'linearizable', 'snapshot'].includes(String(level)))
    throw new MongoError(9, `unknown read concern level ${String(level)}`);
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
function unmetWriteConcern(body: Doc): Doc | undefined {
  const concern = body.writeConcern;
  if (!isDoc(concern) || concern.w === undefined || concern.w === 'majority') return undefined;
  if (typeof concern.w !== 'number')
    return {
      code: 79,
      codeName: codeName(79),
      errmsg: `No write concern mode named '${String(concern.w)}' found in replica set configuration`,
    };
  return concern.w > 1 ? { code: 100, codeName: codeName(100), errmsg: 'Not enough data-bearing nodes' } : undefined;
}

/** Runs one command; its reply still lacks `ok` and the cluster time. */
async function run(engine: Engine, client: Client, message: Message, failure: Failure | undefined): Promise<Reply> {
  const { body } = message;
  const name = Object.keys(body)[0] ?? '';
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (/SearchIndex/.test(name)) throw notOfAtlas(name);
  if (handler === undefined) throw new MongoError(59, `no such command: '${name}'`);
  if (failure?.error) throw failure.error;
  if (typeof body.$db !== 'string') throw new MongoError(40414, 'OP_MSG requests require a $db argument');
  const context: CommandContext = {
    engine,
    name,
    database: body.$db,
    body,
    message,
    connection: client.id,
    retryable: false,
  };
  if (body.lsid !== undefined) context.session = engine.sessions.get(sessionId(body.lsid));
  if (context.session) {
    const transaction = enterTransaction(context, context.session);
    if (transaction) context.transaction = transaction;
    context.retryable = transaction === undefined && body.txnNumber !== undefined && retryableWrites.has(name);
  }
  readConcern(context);
  engine.store.refresh();
  try {
    return addSnapshotTime(context, abortOnWriteErrors(context, await handler(context)));
  } catch (error) {
    // Any error ends a transaction, except a failed commit, which the client may repeat.
    if (context.transaction && name !== 'commitTransaction') context.transaction.abort();
    throw error;
  }
}

function abortOnWriteErrors(context: CommandContext, reply: Reply): Reply {
  if (context.transaction && Array.isArray(reply.doc.writeErrors)) context.transaction.abort();
  return reply;
}

/** LMDB reports a disk that is full as such, or as an input/output error when only a part could be written. */
const diskFull = /No space left|MAP_FULL|Input\/output error|could not be written/;

function errorReply(error: unknown): Doc {
  if (error instanceof MongoError) {
    const labels = error.labels.length > 0 ? { errorLabels: error.labels } : {};
    return {
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: codeName(error.code),
      ...error.extra,
      ...labels,
    };
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  const code = diskFull.test(failure.message) ? 14031 : 1;
  return { ok: 0, errmsg: failure.message, code, codeName: codeName(code) };
}

/** Codes that a driver may answer by sending a retryable write again. */
const retryableCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Codes after which a transaction may be run again from its beginning. */
const transientCodes = new Set([24, 112, 246, 251, 267]);

/** The label by which a driver knows that it may repeat the write, or the transaction. */
function addLabels(body: Doc, reply: Doc, failure: Failure | undefined): void {
  if (failure?.labelled) return;
  const code = reply.ok === 0 ? reply.code : (reply.writeConcernError as Doc | undefined)?.code;
  if (typeof code !== 'number' || body.txnNumber === undefined) return;
  const labels = new Set(reply.errorLabels as string[] | undefined);
  const ends = 'commitTransaction' in body || 'abortTransaction' in body;
  const inside = body.autocommit === false;
  if ((!inside || ends) && retryableCodes.has(code)) labels.add('RetryableWriteError');
  if (inside && reply.ok === 0 && (transientCodes.has(code) || (!ends && retryableCodes.has(code))))
    labels.add('TransientTransactionError');
  if (labels.size > 0) reply.errorLabels = [...labels];
}

function addWriteConcernError(body: Doc, reply: Doc, failure: Failure | undefined): void {
  const unmet = reply.ok === 1 ? unmetWriteConcern(body) : undefined;
  if (unmet) reply.writeConcernError = unmet;
  if (!failure?.writeConcernError) return;
  const { errorLabels, ...rest } = failure.writeConcernError;
  reply.writeConcernError = rest;
  if (Array.isArray(errorLabels)) reply.errorLabels = errorLabels;
}

/** Answers one command; never throws but CloseConnection. */
export const dispatch = (engine: Engine, client: Client, message: Message): Promise<Reply> =>
  engine.track(answer(engine, client, message));

async function answer(engine: Engine, client: Client, message: Message): Promise<Reply> {
  const name = Object.keys(message.body)[0] ?? '';
  const failure = engine.failPoints.next(name, client.appName);
  if (failure && failure.blockMilliseconds > 0)
    await new Promise(resolve => setTimeout(resolve, failure.blockMilliseconds));
  if (failure?.closeConnection) throw new CloseConnection();
  let reply: Reply;
  try {
    reply = await run(engine, client, message, failure);
    reply.doc.ok = 1;
  } catch (error) {
    if (error instanceof CloseConnection) throw error;
    reply = { doc: errorReply(error) };
  }
  addWriteConcernError(message.body, reply.doc, failure);
  addLabels(message.body, reply.doc, failure);
  const clusterTime = engine.tick();
  reply.doc.$clusterTime = { clusterTime, signature: { hash: Buffer.alloc(20), keyId: Long.ZERO } };
  reply.doc.operationTime = clusterTime;
  return reply;
}
