import type { Connection } from 'mongoose';
import type { Config } from '../config';
import { createClock, type Clock } from './clock';
import { createBlindIndex, createFieldCipher, type BlindIndex, type FieldCipher } from './crypto';
import { createCursors, type Cursors } from './cursor';
import { createHolidays, type Holidays } from './holidays';
import { createIds, type Ids } from './ids';
import { createInsertTogether } from './insert-together';
import { createLeases, type Leases } from './lease';
import type { Logger } from './logger';
import { createMetrics, type Metrics } from './metrics';
import { createOutbox, type Outbox } from './outbox';
import { createPersonKeys, type PersonKeys } from './person-keys';
import { createPublicVersions, type PublicVersions } from './public-version';
import { createTransaction, type Transaction } from './transaction';

/** What every module stands on. Modules take it as their first argument. */
export interface Platform {
  config: Config;
  logger: Logger;
  clock: Clock;
  ids: Ids;
  database: Connection;
  transaction: Transaction;
  /** For work that only inserts: shares a commit with what comes at the same time. */
  insertTogether: Transaction;
  outbox: Outbox;
  leases: Leases;
  /** Seals personal fields under the server's field keys. */
  fields: FieldCipher;
  blindIndex: BlindIndex;
  /** Seals personal values under the person's own key. */
  personKeys: PersonKeys;
  cursors: Cursors;
  /** Whether what everybody reads has changed. */
  versions: PublicVersions;
  /** Working days, by the notices known now. */
  holidays: Holidays;
  metrics: Metrics;
}

export function createPlatform(given: {
  config: Config;
  logger: Logger;
  database: Connection;
  clock?: Clock;
}): Platform {
  const { config, logger, database } = given;
  const clock = given.clock ?? createClock(config.startAt);
  const ids = createIds();
  const fields = createFieldCipher(config.keys.fields);
  const transaction = createTransaction(database);
  return {
    config,
    logger,
    clock,
    ids,
    database,
    transaction,
    insertTogether: createInsertTogether(transaction),
    outbox: createOutbox({ database, clock, ids }),
    leases: createLeases({ database, clock, ids }),
    fields,
    blindIndex: createBlindIndex(config.keys.index),
    personKeys: createPersonKeys({ database, fields, clock }),
    cursors: createCursors(config.keys.token),
    versions: createPublicVersions({ database, clock }),
    holidays: createHolidays({ database, clock }),
    metrics: createMetrics(),
  };
}
