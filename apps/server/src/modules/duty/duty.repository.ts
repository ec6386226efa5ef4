import { Schema, type Connection } from 'mongoose';
import type { LocalDate } from '@bandeng/rules';
import type { Tx } from '../../platform/transaction';

export const DUTY_DAYS = 'dutyDays';

/** Who answers 网上民声 and public-opinion matters for a unit on one day. */
export interface DutyDayRecord {
  /** The unit and the day. */
  _id: string;
  unitId: string;
  on: LocalDate;
  mainId: string | null;
  deputyId: string | null;
}
/** The week of a unit, by its Monday: which saving is the last one. */
export interface DutyWeekRecord {
  /** The unit and the Monday. */
  _id: string;
  revision: number;
  savedBy: string;
  savedAt: Date;
}
export type DutyDay = Pick<DutyDayRecord, 'on' | 'mainId' | 'deputyId'>;

const keyOf = (unitId: string, on: LocalDate) => `${unitId}:${on}`;

/** Reads and writes days of duty. */
export function createDutyRepository({ database }: { database: Connection }) {
  const text = { type: String, required: true };
  const nullable = { type: String, default: null };
  const schema = new Schema<DutyDayRecord>(
    { _id: String, unitId: text, on: text, mainId: nullable, deputyId: nullable },
    { versionKey: false, collection: DUTY_DAYS },
  );
  schema.index({ mainId: 1, on: 1 });
  schema.index({ deputyId: 1, on: 1 });
  schema.index({ on: 1 });
  const days = database.model<DutyDayRecord>('DutyDay', schema);
  const weeks = database.model<DutyWeekRecord>(
    'DutyWeek',
    new Schema<DutyWeekRecord>(
      {
        _id: String,
        revision: { type: Number, required: true },
        savedBy: text,
        savedAt: { type: Date, required: true },
      },
      { versionKey: false, collection: 'dutyWeeks' },
    ),
  );
  return {
    find: (unitId: string, on: LocalDate): Promise<DutyDayRecord | null> =>
      days.findById(keyOf(unitId, on)).lean<DutyDayRecord>(),
    listDays: (unitId: string, dates: readonly LocalDate[]): Promise<DutyDayRecord[]> =>
      days.find({ _id: { $in: dates.map(on => keyOf(unitId, on)) } }).lean<DutyDayRecord[]>(),
    findWeek: (unitId: string, monday: LocalDate, tx?: Tx): Promise<DutyWeekRecord | null> =>
      weeks.findById(keyOf(unitId, monday), null, { session: tx ?? null }).lean<DutyWeekRecord>(),
    /** Says who saved a week; of two at once the transaction of one is repeated and sees the other. */
    async markWeek(
      unitId: string,
      monday: LocalDate,
      { revision, savedBy, savedAt }: Omit<DutyWeekRecord, '_id'>,
      tx: Tx,
    ): Promise<void> {
      const _id = keyOf(unitId, monday);
      await weeks.replaceOne({ _id }, { _id, revision: revision + 1, savedBy, savedAt }, { upsert: true, session: tx });
    },
    /** Units for which somebody is on duty on a day. */
    async listUnitsOf(staffId: string, on: LocalDate): Promise<string[]> {
      const found = await Promise.all(
        [
          { mainId: staffId, on },
          { deputyId: staffId, on },
        ].map(filter => days.find(filter).lean<DutyDayRecord[]>()),
      );
      return [...new Set(found.flat().map(({ unitId }) => unitId))];
    },
    /** Writes these days of a unit; a day with nobody stands for itself. */
    async put(unitId: string, given: readonly DutyDay[], tx: Tx): Promise<void> {
      for (const day of given) {
        const _id = keyOf(unitId, day.on);
        await days.replaceOne({ _id }, { ...day, _id, unitId }, { upsert: true, session: tx });
      }
    },
  };
}
export type DutyRepository = ReturnType<typeof createDutyRepository>;
