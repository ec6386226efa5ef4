/** From a decoded message to a reply: session, transaction, fail point, handler, error. */
import { isDoc, Long, type Doc } from '../bson/codec';
import type { Engine } from '../engine';
import { codeName, MongoError } from '../errors';
import type { Session } from '../session/sessions';
import { Transaction } from '../session/transaction';
import type { CommandContext, Message, Reply } from './context';
import type { Failure } from './fail-points';
import { handlers, inTransaction, retryableWrites } from './registry';
import { noTransaction, sessionId } from './sessions';

export interface Client {
  id: number;
  appName?: string;
}

/** The connection is to be closed instead of answered (a fail point wants it). */
export class CloseConnection extends Error {}

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

function readConcern(body: Doc): void {
  const { readConcern: concern } = body as { readConcern?: Doc };
  if (!isDoc(concern)) return;
  const level = concern.level ?? 'local';
  if (!['local', 'available', 'majority', 'linearizable', 'snapshot'].includes(String(level)))
    throw new MongoError(9, `unknown read concern level ${String(level)}`);
  if (level === 'snapshot' && body.startTransaction !== true)
    throw new MongoError(238, 'readConcern snapshot outside a transaction is not supported by the embedded engine');
}

function writeConcern(body: Doc): void {
  const { writeConcern: concern } = body as { writeConcern?: Doc };
  if (!isDoc(concern) || concern.w === undefined || concern.w === 'majority') return;
  if (typeof concern.w === 'number' && concern.w > 1) throw new MongoError(100, 'Not enough data-bearing nodes');
  if (typeof concern.w !== 'number')
    throw new MongoError(79, `No write concern mode named '${String(concern.w)}' found in replica set configuration`);
}

/** Runs one command; its reply still lacks `ok` and the cluster time. */
async function run(engine: Engine, client: Client, message: Message, failure: Failure | undefined): Promise<Reply> {
  const { body } = message;
  const name = Object.keys(body)[0] ?? '';
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
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
  readConcern(body);
  writeConcern(body);
  engine.store.refresh();
  try {
    return abortOnWriteErrors(context, await handler(context));
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

const diskFull = new Set(['ENOSPC', 'MDB_MAP_FULL']);

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
  const code =
    diskFull.has(String((failure as NodeJS.ErrnoException).code)) || /No space left|MAP_FULL/.test(failure.message)
      ? 14031
      : 1;
  return { ok: 0, errmsg: failure.message, code, codeName: codeName(code) };
}

/** Codes that a driver may answer by sending a retryable write again. */
const retryableCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

function addRetryLabel(message: Message, reply: Doc, failure: Failure | undefined): void {
  const { body } = message;
  const outside = body.txnNumber !== undefined && body.autocommit !== false;
  const ends = 'commitTransaction' in body || 'abortTransaction' in body;
  if (!outside && !ends) return;
  if (failure?.error && failure.error.labels.length > 0) return;
  const concern = reply.writeConcernError as Doc | undefined;
  const code = reply.ok === 0 ? reply.code : concern && !('errorLabels' in concern) ? concern.code : undefined;
  if (typeof code === 'number' && retryableCodes.has(code))
    reply.errorLabels = [...((reply.errorLabels as string[] | undefined) ?? []), 'RetryableWriteError'];
}

/** Answers one command; never throws but CloseConnection. */
export async function dispatch(engine: Engine, client: Client, message: Message): Promise<Reply> {
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
    reply = { doc: errorReply(error) };
    const inOpenTransaction = message.body.autocommit === false && failure?.error;
    if (inOpenTransaction && !('commitTransaction' in message.body) && retryableCodes.has(failure.error?.code ?? 0))
      reply.doc.errorLabels = ['TransientTransactionError'];
  }
  if (failure?.writeConcernError) {
    const { errorLabels, ...rest } = failure.writeConcernError;
    reply.doc.writeConcernError = rest;
    if (Array.isArray(errorLabels)) reply.doc.errorLabels = errorLabels;
  }
  addRetryLabel(message, reply.doc, failure);
  const clusterTime = engine.tick();
  reply.doc.$clusterTime = { clusterTime, signature: { hash: Buffer.alloc(20), keyId: Long.ZERO } };
  reply.doc.operationTime = clusterTime;
  return reply;
}
