import type { RouteInput } from '@bandeng/contracts/types';
import { Schema, type Connection } from 'mongoose';
import { startOfShanghaiDate, type Clock } from '../../platform/clock';

type Use = RouteInput<'informationRequests.suggestionUse'>['body']['use'];
interface UseRecord {
  /** Of one form, made for this and for nothing else. */
  _id: string;
  on: string;
  uses: Use[];
  /** The same day as an instant, for config/retention.json. */
  dayStart: Date;
}

/** Counts what became of suggestions before a request is filed: by day, of nobody, with no word of what was looked for. */
export function createSuggestionUses({ database, clock }: { database: Connection; clock: Clock }) {
  const schema = new Schema<UseRecord>(
    {
      _id: String,
      on: { type: String, required: true },
      uses: [String],
      dayStart: { type: Date, required: true },
    },
    { versionKey: false, collection: 'suggestionUses' },
  );
  schema.index({ uses: 1, on: 1 });
  schema.index({ dayStart: 1 });
  const model = database.model<UseRecord>('SuggestionUse', schema);
  return {
    async note(id: string, use: Use): Promise<void> {
      const on = clock.today();
      const first = { on, dayStart: startOfShanghaiDate(on) };
      await model.updateOne({ _id: id }, { $addToSet: { uses: use }, $setOnInsert: first }, { upsert: true });
    },
    async count({ from, to }: { from: string; to: string }): Promise<Record<Use, number>> {
      const of = (use: Use) => model.countDocuments({ uses: use, on: { $gte: from, $lte: to } });
      const [shown, opened, found, filed] = await Promise.all([of('shown'), of('opened'), of('found'), of('filed')]);
      return { shown, opened, found, filed };
    },
  };
}
export type SuggestionUses = ReturnType<typeof createSuggestionUses>;
