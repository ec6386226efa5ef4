export interface BulkOutcome {
  done: number;
  refused: { id: string; error: unknown }[];
}

/** One after the other: one that is refused does not stop the others. */
export async function runEach(ids: readonly string[], one: (id: string) => Promise<unknown>): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: 0, refused: [] };
  for (const id of ids) {
    try {
      await one(id);
      outcome.done++;
    } catch (error) {
      outcome.refused.push({ id, error });
    }
  }
  return outcome;
}

/** 5 条写好了答复；1 条没有办成：已经撤回. The same reason is said once. */
export function sayBulk({ done, refused }: BulkOutcome, verb: string, sayWhy: (error: unknown) => string): string {
  const reasons = [...new Set(refused.map(({ error }) => sayWhy(error)))].join('；');
  const missed = `${refused.length} 条没有办成：${reasons}`;
  if (refused.length === 0) return `${done} 条${verb}`;
  return done === 0 ? missed : `${done} 条${verb}；${missed}`;
}
