import mongoose from 'mongoose';

type Find = (collection: string, field: string, filter?: object) => Promise<Set<string>>;

/** What one transaction writes together: the record, what audit says of it, what the outbox tells of it. */
const TOGETHER = [
  { collection: 'comments', filter: {}, event: 'comment.created', id: 'commentId' },
  { collection: 'comments', filter: { withdrawnAt: { $ne: null } }, event: 'comment.withdrawn', id: 'commentId' },
  { collection: 'informationRequests', filter: {}, event: 'information-request.submitted', id: 'requestId' },
  {
    collection: 'informationRequests',
    filter: { receivedOn: { $ne: null } },
    event: 'information-request.registered',
    id: 'requestId',
  },
] as const;

/** Which transactions are there in part, as seen at one moment while others go on writing; a name each. */
export async function findHalves(uri: string): Promise<string[]> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 3_000 }).asPromise();
  const session = connection.getClient().startSession({ snapshot: true });
  const find: Find = async (collection, field, filter = {}) =>
    new Set((await connection.db!.collection(collection).distinct(field, filter, { session })).map(String));
  try {
    const halves: string[] = [];
    for (const { collection, filter, event, id } of TOGETHER) {
      const records = await find(collection, '_id', filter);
      const audited = await find('auditEntries', 'subject', { action: event });
      const told = await find('outbox', `event.${id}`, { name: event });
      halves.push(
        ...missing(records, audited).map(key => `${event} ${key} has no audit entry`),
        ...missing(records, told).map(key => `${event} ${key} has no outbox entry`),
        ...missing(audited, records).map(key => `${event} ${key} is audited and not there`),
        ...missing(told, records).map(key => `${event} ${key} is told and not there`),
      );
    }
    const issued = await find('receipts', '_id', { kind: 'comment' });
    const held = await find('comments', 'receipt.hash');
    halves.push(...missing(held, issued).map(key => `receipt ${key} is not kept`));
    halves.push(...missing(issued, held).map(key => `receipt ${key} is of no comment`));
    return halves;
  } finally {
    await session.endSession();
    await connection.close();
  }
}

const missing = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter(key => !others.has(key));
