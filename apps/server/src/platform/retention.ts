import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from './clock';

const kindOf = { kind: z.string(), collection: z.string(), basis: z.string().min(4) };
const age = {
  /** A date field with an index that begins with it; records without it are kept. */
  field: z.string(),
  days: z.number().int().min(0),
};

/** Records that have outlived their time go. */
const DeleteRule = z.strictObject({ ...kindOf, ...age, action: z.literal('delete') });
/** The record stays for the archive; these fields take these values. The first one tells what was erased already. */
const EraseRule = z.strictObject({
  ...kindOf,
  ...age,
  action: z.literal('erase'),
  /** Only records in which this field is not null. */
  having: z.string().optional(),
  erases: z
    .record(z.string(), z.union([z.string(), z.boolean(), z.null(), z.array(z.never())]))
    .refine(fields => Object.keys(fields).length > 0, 'erase names its fields'),
});
/** The module that owns the records sweeps them with a schedule of its own (bytes, or days instead of instants). */
const OwnRule = z.strictObject({
  ...kindOf,
  action: z.literal('own'),
  schedule: z.string(),
  days: z.number().int().min(0),
  /** Of files: those that belong to records of this collection. */
  boundTo: z.string().optional(),
});
/** Time does not end these; the basis says what does. */
const KeepRule = z.strictObject({ ...kindOf, action: z.literal('keep') });

const Rules = z.array(z.discriminatedUnion('action', [DeleteRule, EraseRule, OwnRule, KeepRule]));
export type RetentionRule = z.output<typeof Rules>[number];
type SweptRule = Extract<RetentionRule, { action: 'delete' | 'erase' }>;

const BATCH = 500;
const DAY_MS = 86_400_000;

export function loadRetention(root: string): RetentionRule[] {
  return Rules.parse(JSON.parse(readFileSync(join(root, 'config/retention.json'), 'utf8')));
}

export const isSwept = (rule: RetentionRule): rule is SweptRule => rule.action === 'delete' || rule.action === 'erase';

/** Deletes or erases what has outlived its time by our clock; returns how many records each kind lost. */
export function createSweeper({
  database,
  clock,
  rules,
}: {
  database: Connection;
  clock: Clock;
  rules: readonly RetentionRule[];
}) {
  async function sweepRule(rule: SweptRule): Promise<number> {
    const collection = database.collection<{ _id: string }>(rule.collection);
    const before = new Date(clock.now().getTime() - rule.days * DAY_MS);
    const filter = { [rule.field]: { $lt: before }, ...(rule.action === 'erase' && notYetErased(rule)) };
    let swept = 0;
    for (;;) {
      const batch = await collection
        .find(filter)
        .sort({ [rule.field]: 1 })
        .limit(BATCH)
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      if (batch.length === 0) return swept;
      const ids = { _id: { $in: batch.map(record => record._id) } };
      if (rule.action === 'erase') await collection.updateMany(ids, { $set: rule.erases as never });
      else await collection.deleteMany(ids);
      swept += batch.length;
    }
  }

  return async function sweep(): Promise<Record<string, number>> {
    const swept: Record<string, number> = {};
    for (const rule of rules.filter(isSwept)) swept[rule.kind] = await sweepRule(rule);
    return swept;
  };
}

function notYetErased({ erases, having }: Extract<SweptRule, { action: 'erase' }>): Record<string, unknown> {
  const [marker, value] = Object.entries(erases)[0]!;
  return { [marker]: { $ne: value }, ...(having !== undefined && { [having]: { $ne: null } }) };
}
