/**
 * The 序号 of the rows of a catalog, as the national layout has it: 1…n within each domain, in the order of the rows.
 * @param domainIds the domain of each row, in order
 * @returns the number of each row as it is written, in the same order
 */
export function numberRows(domainIds: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return domainIds.map(id => {
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    return String(number);
  });
}
