/** What is wrong with what was written, and where: the path of the contract (`body.3`, `keyPoints.0`). */
export interface Fault {
  path: string;
  message: string;
}

const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** What to say at a field: its own faults and those of its parts, each once. */
export const faultsAt = (faults: readonly Fault[], field: string): string[] => [
  ...new Set(faults.filter(({ path }) => isWithin(path, field)).map(({ message }) => message)),
];

/** What to say at each block of a text. */
export function faultsByBlock(faults: readonly Fault[], field = 'body'): Map<number, string[]> {
  const byBlock = new Map<number, string[]>();
  for (const { path, message } of faults) {
    const block = isWithin(path, field) ? /^\d+/.exec(path.slice(field.length + 1))?.[0] : undefined;
    if (block === undefined) continue;
    const said = byBlock.get(Number(block)) ?? [];
    if (!said.includes(message)) byBlock.set(Number(block), [...said, message]);
  }
  return byBlock;
}
