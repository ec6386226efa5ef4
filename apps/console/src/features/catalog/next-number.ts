/** Such as 栖政公开〔2026〕3号 or 2026-3: what stands before the year, between it and the count, and after. */
const SHAPE = /^(\D*)(\d{4})(\D+)(\d{1,4})(\D*)$/;

/** The number that follows in the shape of the latest one, counted anew each year; 2026-1 where none has a shape. */
export function nextNumber(newestFirst: readonly string[], year: string): string {
  const shaped = newestFirst.flatMap(number => {
    const [, before = '', ofYear = '', between = '', count = '', after = ''] = SHAPE.exec(number) ?? [];
    return count ? [{ before, ofYear, between, count: Number(count), after }] : [];
  });
  const { before, between, after } = shaped[0] ?? { before: '', between: '-', after: '' };
  const isAlike = (other: (typeof shaped)[number]) =>
    other.ofYear === year && other.before === before && other.between === between && other.after === after;
  const highest = Math.max(0, ...shaped.filter(isAlike).map(({ count }) => count));
  return `${before}${year}${between}${highest + 1}${after}`;
}
