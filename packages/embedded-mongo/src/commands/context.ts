/** What a command handler gets: the decoded command, the engine, and the session or transaction it runs in. */
import { docMember, numberMember, rawDocuments, type Doc, type Timestamp } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { evaluateExpression } from '@bandeng/mongo-documents/query';
import type { Engine } from '../engine';
import type { Reader } from '../query/find';
import { HeldByTransaction } from '../session/conflicts';
import type { Batch } from '../session/cursors';
import type { Session } from '../session/sessions';
import type { Transaction } from '../session/transaction';
import type { Collection } from '../storage/catalog';
import type { Writer } from '../storage/write-record';

export interface Message {
  body: Doc;
  raw: Buffer;
  /** Document sequences (OP_MSG sections of kind 1) by name. */
  sequences: Map<string, Buffer[]>;
}

export interface CommandContext {
  engine: Engine;
  name: string;
  database: string;
  body: Doc;
  message: Message;
  connection: number;
  session: Session | undefined;
  transaction: Transaction | undefined;
  /** The write can be repeated by the driver: statements and their answers are remembered. */
  retryable: boolean;
  /** Reads see the state of this cluster time (readConcern snapshot outside transactions). */
  snapshot?: { reader: Reader; time: Timestamp };
}

/** A reply is a document; a batch of raw documents goes in without being decoded. */
export interface Reply {
  doc: Doc;
  cursor?: Batch & { atClusterTime?: Timestamp };
}

export type Handler = (context: CommandContext) => Reply | Promise<Reply>;

/** The collection a command names in its first member. */
export function collectionName(context: CommandContext): string {
  const name = context.body[context.name];
  if (typeof name !== 'string' || name === '')
    throw new MongoError(73, `Invalid namespace specified '${context.database}.${String(name ?? '')}'`);
  return name;
}

/** The collection, or undefined when there is none. */
export function findCollection(context: CommandContext, name = collectionName(context)): Collection | undefined {
  return (context.transaction ?? context.engine.catalog).find(context.database, name);
}

/** The collection of a command that needs one. */
export function existingCollection(context: CommandContext): Collection {
  const collection = findCollection(context);
  if (collection) return collection;
  throw new MongoError(26, `ns does not exist: ${context.database}.${collectionName(context)}`);
}

/** What this command reads from: the transaction, or the newest committed state. */
export function readerOf(context: CommandContext): Reader {
  const { transaction, engine, snapshot } = context;
  if (snapshot) return snapshot.reader;
  if (transaction) return { kv: transaction.kv, batch: transaction.batch };
  return {
    kv: engine.store.live,
    batch: engine.store.committed,
    count: (from, to) => engine.store.countKeys(from, to),
  };
}

/** The documents of a list member, raw, whether it came inside the command or as a sequence. */
export function rawList(context: CommandContext, name: string): Buffer[] {
  const list = context.message.sequences.get(name) ?? rawDocuments(context.message.raw, name);
  if (list === undefined)
    throw new MongoError(40414, `BSON field '${context.name}.${name}' is missing but a required field`);
  return list;
}

/**
 * Runs a write: at once inside a transaction, else as a job of the next write batch. A write that meets a key held by a
 * transaction is run again when that has ended, so it must check everything before it writes anything.
 */
export async function write<T>(context: CommandContext, run: (writer: Writer) => T): Promise<T> {
  const { transaction, engine } = context;
  if (transaction) return run(transaction);
  for (;;) {
    try {
      return await engine.store.write(() => run(engine.writer));
    } catch (error) {
      if (!(error instanceof HeldByTransaction)) throw error;
      await error.ended;
    }
  }
}

/** The values of `let`: each is an expression without a document. */
export function letMember(body: Doc, name = 'let'): Doc {
  const given = docMember(body, name);
  return Object.fromEntries(
    Object.entries(given).map(([variable, value]) => [variable, evaluateExpression({}, value) ?? null]),
  );
}

export function ok(doc: Doc = {}): Reply {
  return { doc };
}

/** A reply with the first batch of documents; the rest stays in a cursor, unless only one batch is wanted. */
export function cursorReply(
  { engine, body, session }: CommandContext,
  namespace: string,
  documents: Iterable<Buffer>,
  options: { batchSize?: number | undefined; single?: boolean } = {},
): Reply {
  const { batchSize = numberMember(docMember(body, 'cursor'), 'batchSize'), single = false } = options;
  const iterator = documents[Symbol.iterator]();
  return { doc: {}, cursor: engine.cursors.start(namespace, iterator, batchSize, single, session?.id) };
}
