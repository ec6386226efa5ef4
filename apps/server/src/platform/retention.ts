import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from './clock';

/** One kind of record: how long it is kept, counted from `field`, on what basis, and what happens then. */
const Rule = z.strictObject({
  kind: z.string(),
  collection: z.string(),
  /** A date field with an index; records without it are kept. */
  field: z.string(),
  days: z.number().int().min(0),
  /** `delete` the record, or `erase` the named fields and keep the rest for the statistics. */
  action: z.enum(['delete', 'erase']),
  erases: z.array(z.string()).min(1).optional(),
  basis: z.string().min(4),
});
const Rules = z.array(
  Rule.refine(
    rule => (rule.action === 'erase') === (rule.erases !== undefined),
    'erase names its fields, delete does not',
  ),
);
export type RetentionRule = z.output<typeof Rule>;

const BATCH = 500;
const DAY_MS = 86_400_000;

export function loadRetention(root: string): RetentionRule[] {
  return Rules.parse(JSON.parse(readFileSync(join(root, 'config/retention.json'), 'utf8')));
}

/** Deletes or erases what has outlived its time; returns how many records each kind lost. */
export function createSweeper({
  database,
  clock,
  rules,
}: {
  database: Connection;
  clock: Clock;
  rules: readonly RetentionRule[];
}) {
  async function sweepRule(rule: RetentionRule): Promise<number> {
    const collection = database.collection<{ _id: string }>(rule.collection);
    const before = new Date(clock.now().getTime() - rule.days * DAY_MS);
    const [first] = rule.erases ?? [];
    // Erased records lack the first field: they are not found again.
    const filter = { [rule.field]: { $lt: before }, ...(first ? { [first]: { $exists: true } } : {}) };
    let swept = 0;
    for (;;) {
      const batch = await collection
        .find(filter)
        .sort({ [rule.field]: 1 })
        .limit(BATCH)
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      const ids = { _id: { $in: batch.map(record => record._id) } };
      if (batch.length === 0) return swept;
      if (rule.erases)
        await collection.updateMany(ids, { $unset: Object.fromEntries(rule.erases.map(field => [field, 1])) as never });
      else await collection.deleteMany(ids);
      swept += batch.length;
    }
  }

  return async function sweep(): Promise<Record<string, number>> {
    const swept: Record<string, number> = {};
    for (const rule of rules) swept[rule.kind] = await sweepRule(rule);
    return swept;
  };
}
