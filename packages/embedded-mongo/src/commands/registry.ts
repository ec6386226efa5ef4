/** All commands by name, and what else has to be known about them. */
import {
  abortTransaction,
  commitTransaction,
  endSessions,
  killAllSessions,
  refreshSessions,
  startSession,
} from './sessions';
import * as admin from './admin';
import { aggregate } from './aggregate';
import { collMod, create, drop, dropDatabase, listCollections, renameCollection } from './collections';
import type { Handler } from './context';
import { remove } from './delete';
import { explain } from './explain';
import { count, distinct, find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import { update } from './update';

export const handlers: Record<string, Handler> = {
  abortTransaction,
  aggregate,
  buildInfo: admin.buildInfo,
  buildinfo: admin.buildInfo,
  collMod,
  collStats: admin.collStats,
  commitTransaction,
  configureFailPoint: admin.configureFailPoint,
  connectionStatus: admin.connectionStatus,
  count,
  create,
  createIndexes,
  delete: remove,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  deleteIndexes: dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  findandmodify: findAndModify,
  getCmdLineOpts: admin.getCmdLineOpts,
  getMore,
  getParameter: admin.getParameter,
  hello: admin.hello,
  hostInfo: admin.hostInfo,
  insert,
  isMaster: admin.hello,
  ismaster: admin.hello,
  killAllSessions,
  killCursors,
  killSessions: endSessions,
  listCollections,
  listDatabases: admin.listDatabases,
  listIndexes,
  ping: admin.ping,
  refreshSessions,
  renameCollection,
  replSetGetStatus: admin.replSetGetStatus,
  serverStatus: admin.serverStatus,
  startSession,
  update,
  validate: admin.validate,
};

/** Commands that may run inside a transaction. */
export const inTransaction = new Set([
  'abortTransaction',
  'aggregate',
  'commitTransaction',
  'create',
  'createIndexes',
  'delete',
  'distinct',
  'find',
  'findAndModify',
  'findandmodify',
  'getMore',
  'insert',
  'killCursors',
  'update',
  'bulkWrite',
]);

/** Writes that a driver may send again with the same txnNumber. */
export const retryableWrites = new Set(['delete', 'findAndModify', 'findandmodify', 'insert', 'update', 'bulkWrite']);
