import type { Asked, GridRecord } from '@bandeng/contracts/types';
import { dayTaken } from './contact';
import type { Told } from './words';

/** What was told to whom by these records, by what it was told of. */
export const tellingsIn = (records: readonly (GridRecord | null)[]): Map<string, Told> =>
  new Map(records.flatMap(record => (record?.kind === 'told' ? [[record.recordId, record] as const] : [])));

/** Answers after these were told: what is told for good leaves, unless the list keeps it; who was not there is tried again. */
export const afterTelling = (rows: readonly Asked[], told: ReadonlyMap<string, Told>, isKept = false): Asked[] =>
  rows.flatMap(row => {
    const record = told.get(row.id);
    if (!record) return row;
    return record.how === 'not_reached' || isKept ? { ...row, told: { how: record.how, on: dayTaken(record) } } : [];
  });
