/** All commands by name, and what else has to be known about them. */
import { words } from '@bandeng/mongo-documents/words';
import { abortTransaction, commitTransaction, endSessions, killAllSessions } from './sessions';
import * as admin from './admin';
import { aggregate } from './aggregate';
import { collMod, create, drop, dropDatabase, listCollections } from './collections';
import type { Handler } from './context';
import { remove } from './delete';
import { explain } from './explain';
import { count, distinct, find, getMore, killCursors } from './find';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import { findAndModify, update } from './update';

export const handlers: Record<string, Handler> = {
  abortTransaction,
  aggregate,
  buildInfo: admin.buildInfo,
  buildinfo: admin.buildInfo,
  collMod,
  commitTransaction,
  configureFailPoint: admin.configureFailPoint,
  count,
  create,
  createIndexes,
  delete: remove,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  findandmodify: findAndModify,
  getMore,
  getParameter: admin.getParameter,
  hello: admin.hello,
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
  serverStatus: admin.serverStatus,
  update,
};

/** Commands that may run inside a transaction. */
export const inTransaction = words(
  'abortTransaction aggregate commitTransaction create createIndexes delete distinct find findAndModify findandmodify getMore insert killCursors update',
);

/** Writes that a driver may send again with the same txnNumber. */
export const retryableWrites = words('delete findAndModify findandmodify insert update');
