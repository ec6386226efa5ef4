import {
  buildHolidayCalendar,
  canonicalJson,
  nationalCalendar,
  nationalHolidayYears,
  type HolidayCalendar,
  type HolidayYear,
} from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';
import type { Clock } from './clock';
import type { Tx } from './transaction';

type HolidayYearRecord = HolidayYear & { _id: string };

/** The working-day calendar: config/holidays of this release, and the years that the office entered since (`holidays import`). */
export interface Holidays {
  /** At most five seconds behind what another server or the command line entered; `isFresh` reads what stands there now. */
  calendar(options?: { isFresh?: boolean }): Promise<HolidayCalendar>;
  /** Every year that is known, the latest first; one that was entered stands for what the release has. */
  years(): Promise<HolidayYear[]>;
  /** Enters a year or replaces it; false when it stands there just so. Throws RangeError when it contradicts another year. */
  put(year: HolidayYear, tx: Tx): Promise<boolean>;
}

/** So long a calendar is used before the entered years are read again: some dozens of bytes from an index. */
const FRESH_MS = 5_000;

export function createHolidays({ database, clock }: { database: Connection; clock: Clock }): Holidays {
  const mixed = { type: [Schema.Types.Mixed], required: true } as never;
  const schema = new Schema<HolidayYearRecord>(
    { _id: String as never, year: { type: Number, required: true }, sources: mixed, off: mixed, work: mixed },
    { versionKey: false, collection: 'holidayYears', minimize: false },
  );
  const model = database.model<HolidayYearRecord>('HolidayYear', schema);
  let known: { calendar: HolidayCalendar; content: string; readAt: number } | undefined;

  async function read(): Promise<HolidayCalendar> {
    const readAt = clock.wall().getTime();
    const entered = await model.find({}).sort({ _id: 1 }).lean<HolidayYearRecord[]>();
    const content = canonicalJson(entered);
    const calendar = content === known?.content ? known.calendar : calendarWith(entered);
    known = { calendar, content, readAt };
    return calendar;
  }

  return {
    calendar: async ({ isFresh = false } = {}) => {
      if (isFresh || known === undefined || clock.wall().getTime() - known.readAt >= FRESH_MS) return read();
      return known.calendar;
    },
    years: async () => {
      const entered = await model.find({}, { _id: 0 }).sort({ _id: 1 }).lean<HolidayYear[]>();
      const byYear = new Map([...nationalHolidayYears, ...entered].map(one => [one.year, one]));
      return [...byYear.values()].sort((a, b) => b.year - a.year);
    },
    put: async ({ year, sources, off, work }, tx) => {
      const record = { _id: String(year), year, sources, off, work };
      const entered = await model.find({}).sort({ _id: 1 }).session(tx).lean<HolidayYearRecord[]>();
      const earlier = [...nationalHolidayYears, ...entered].findLast(one => one.year === year);
      if (earlier && contentOf(earlier) === contentOf(record)) return false;
      calendarWith([...entered, record]);
      await model.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
      known = undefined;
      return true;
    },
  };
}

const contentOf = ({ sources, off, work }: HolidayYear): string => canonicalJson({ sources, off, work });

/** What the office entered stands above what this release brought. */
const calendarWith = (entered: readonly HolidayYear[]): HolidayCalendar =>
  entered.length === 0 ? nationalCalendar : buildHolidayCalendar([...nationalHolidayYears, ...entered]);
