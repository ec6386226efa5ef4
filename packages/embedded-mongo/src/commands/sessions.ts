/** Sessions and transactions: start, end, commit, abort. */
import { Binary, isDoc, listMember } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { ok, type CommandContext, type Reply } from './context';

/** The key of a session in memory and on disk: the bytes of its UUID. */
export function sessionId(lsid: unknown): string {
  const id = isDoc(lsid) ? lsid.id : undefined;
  if (!(id instanceof Binary) || id.position !== 16) throw new MongoError(9, 'lsid needs an id that is a UUID');
  return Buffer.from(id.buffer.subarray(0, 16)).toString('latin1');
}

export function endSessions({ engine, body, name }: CommandContext): Reply {
  for (const lsid of listMember(body, name)) engine.sessions.end(sessionId(lsid));
  return ok();
}

export function killAllSessions({ engine }: CommandContext): Reply {
  engine.sessions.abortAll();
  return ok();
}

export async function commitTransaction({ transaction, session, body }: CommandContext): Promise<Reply> {
  if (transaction === undefined) throw noTransaction(body.txnNumber, session?.number);
  await transaction.commit();
  return ok();
}

export function abortTransaction({ transaction, session, body }: CommandContext): Reply {
  if (transaction === undefined || transaction.state === 'aborted')
    throw noTransaction(body.txnNumber, session?.number);
  if (transaction.state !== 'open')
    throw new MongoError(256, 'Cannot call abortTransaction after calling commitTransaction');
  transaction.abort();
  return ok();
}

/** The transaction a command belongs to is not there (any more); the driver starts it again. */
export function noTransaction(number: unknown, known: unknown = -1): MongoError {
  return new MongoError(
    251,
    `Given transaction number ${String(number)} does not match any in-progress transactions. The active transaction number is ${String(known)}`,
  );
}
