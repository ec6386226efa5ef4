import type { Connection } from 'mongoose';

interface CommandStarted {
  databaseName: string;
  commandName: string;
  command: Record<string, unknown>;
}
type MonitoredClient = ReturnType<Connection['getClient']>;
type Plan = Record<string, unknown>;

const EXPLAINED = new Set(['find', 'aggregate', 'count', 'distinct', 'update', 'delete', 'findAndModify']);
/** Said by the driver to every command; explain wants none of it. */
const DRIVER_FIELDS = [
  'lsid',
  '$db',
  '$clusterTime',
  'txnNumber',
  'startTransaction',
  'autocommit',
  'readConcern',
  'writeConcern',
  'stmtId',
  'maxTimeMS',
];

/** Shapes that were found to use an index; shared by all servers of one test file. */
const explained = new Map<string, Promise<string | null>>();

type Shape = string | Shape[] | { [key: string]: Shape };

/** The command with its values left out: two of the same shape get the same plan. */
function shapeOf(value: unknown): Shape {
  // The driver keeps a sort as a Map: its order and directions belong to the shape.
  if (value instanceof Map) return [...value].map(([field, direction]) => `${String(field)} ${String(direction)}`);
  if (Array.isArray(value)) return value.slice(0, 3).map(shapeOf);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shapeOf(member)]));
  }
  return value === null ? 'null' : typeof value;
}

function strip(command: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(command).filter(([key]) => !DRIVER_FIELDS.includes(key)));
}

const isEmpty = (given: unknown): boolean =>
  given === undefined ||
  (typeof given === 'object' && given !== null && !(given instanceof Map) && Object.keys(given).length === 0);

/** A write of many statements is explained one by one: explain takes a single one. */
function explainable({ commandName, command }: CommandStarted): Record<string, unknown>[] {
  const plain = strip(command);
  // estimatedDocumentCount: a number that the database keeps by itself. Any one record (GridFS asks so): it reads one.
  if (commandName === 'count' && plain.query === undefined) return [];
  if (commandName === 'find' && plain.limit === 1 && isEmpty(plain.filter) && isEmpty(plain.sort)) return [];
  const list = commandName === 'update' ? 'updates' : commandName === 'delete' ? 'deletes' : null;
  if (list === null) return [plain];
  return ((plain[list] as Record<string, unknown>[] | undefined) ?? []).map(statement => ({
    [commandName]: plain[commandName],
    [list]: [statement],
  }));
}

function scansOf(plan: unknown): boolean {
  if (Array.isArray(plan)) return plan.some(scansOf);
  if (plan === null || typeof plan !== 'object') return false;
  const stage = (plan as Plan).stage;
  // An upsert of something new and a look-up by _id never show a COLLSCAN; what shows one read the whole collection.
  if (stage === 'COLLSCAN') return true;
  return Object.entries(plan).some(([key, member]) => key !== 'rejectedPlans' && scansOf(member));
}

/**
 * Watches every command of a connection; each new shape of query is explained once on the same database.
 * `stop` throws when one of them scanned its collection, naming the query.
 */
export function watchScans(connection: Connection): { stop(): Promise<void> } {
  const client: MonitoredClient = connection.getClient();
  const database = connection.db;
  if (!database) throw new Error('watchScans: the connection is not open');
  const pending = new Set<Promise<string | null>>();

  async function explain(command: Record<string, unknown>): Promise<string | null> {
    const plan = (await database!.command({ explain: command, verbosity: 'queryPlanner' })) as Plan;
    return scansOf(plan)
      ? JSON.stringify(command, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value))
      : null;
  }

  const onStarted = (event: CommandStarted) => {
    if (!EXPLAINED.has(event.commandName) || event.databaseName !== database.databaseName) return;
    for (const command of explainable(event)) {
      const shape = JSON.stringify(shapeOf(command)) + String(command[event.commandName]);
      let found = explained.get(shape);
      if (!found) {
        found = explain(command);
        explained.set(shape, found);
      }
      pending.add(found);
      found.catch(() => undefined);
    }
  };
  client.on('commandStarted', onStarted as never);

  return {
    stop: async () => {
      client.off('commandStarted', onStarted as never);
      const scans = (await Promise.all(pending)).filter(found => found !== null);
      if (scans.length > 0) throw new Error(`a query read a whole collection (no index fits it):\n${scans.join('\n')}`);
    },
  };
}
