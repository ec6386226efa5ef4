/** Hundredths of a percent. */
export interface HotlineRates {
  onTime: number;
  result: number;
  process: number;
}

const NAMES: Readonly<Record<keyof HotlineRates, RegExp>> = {
  onTime: /按[期时]办结率/,
  result: /(?:办理)?结果满意[率度]/,
  process: /(?:办理)?过程满意[率度]/,
};
const FIGURE = /(\d{1,3}(?:[.．]\d{1,2})?)\s*[%％]/g;

/**
 * The three rates of a month out of words or cells that were pasted from the city's report: each name with the figure that follows it, or a
 * row of three names above a row of three figures. What is not there, or over 100 %, is left out.
 * @returns hundredths of a percent, so that 99.99 % is a whole number
 */
export function readHotlineRates(pasted: string): Partial<HotlineRates> {
  const named = (Object.keys(NAMES) as (keyof HotlineRates)[])
    .map(name => ({ name, at: pasted.search(NAMES[name]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const figures = [...pasted.matchAll(FIGURE)].map(match => ({ at: match.index, value: inHundredths(match[1]!) }));
  const last = named.at(-1)?.at ?? 0;
  // Names first and all figures after them: a table; else each figure stands behind its name.
  const isTable = figures.length > 0 && figures.every(({ at }) => at > last);
  return Object.fromEntries(
    named.flatMap(({ name, at }, index) => {
      const next = named[index + 1]?.at ?? Infinity;
      const found = isTable ? figures[index] : figures.find(figure => figure.at > at && figure.at < next);
      return found && found.value <= 10_000 ? [[name, found.value]] : [];
    }),
  );
}

const inHundredths = (figure: string): number => Math.round(Number(figure.replace('．', '.')) * 100);
