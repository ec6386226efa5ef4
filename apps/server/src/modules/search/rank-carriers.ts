import type { Carrier } from './find-carriers';
import { placeOf, SOMEWHERE } from './posting';
import type { TermList } from './term-list';

const TITLE_WEIGHT = 3;
const PHRASE_BONUS = 4;
const YEAR_MS = 365 * 24 * 3_600_000;

/** A rare term says more than a common one. */
export const rarityOf = ({ documents }: Pick<TermList, 'documents'>): number => 1 / Math.log2(2 + documents);

/**
 * Title before body, the whole phrase before its words, rare words before common ones, new before old. `lists` are those of the
 * carriers' marks; `phrase` is what was asked for, normalized.
 */
export function rankCarriers(
  carriers: readonly Carrier[],
  { lists, phrase, now }: { lists: readonly TermList[]; phrase: string; now: Date },
): Carrier[] {
  const weights = lists.map(list => TITLE_WEIGHT * rarityOf(list));
  const offsets = lists.map(list => phrase.indexOf(list._id));
  const points = (carrier: Carrier): number => {
    const places = carrier.marks.slice(0, lists.length).map(placeOf);
    const inTitle = places.reduce((sum, place, index) => (place > 0 ? sum + weights[index]! : sum), 0);
    const age = (now.getTime() - carrier.at) / YEAR_MS;
    return inTitle + (isPhrase(places, offsets) ? PHRASE_BONUS : 0) + 1 / (1 + Math.max(0, age));
  };
  const scored = carriers.map(carrier => ({ carrier, points: points(carrier) }));
  // A stable sort: of like ones the newest, which came first, stays first.
  return scored.sort((a, b) => b.points - a.points).map(({ carrier }) => carrier);
}

/** Whether the terms stand in the title as far from each other as in the phrase. */
function isPhrase(places: readonly number[], offsets: readonly number[]): boolean {
  let shift: number | undefined;
  for (const [index, place] of places.entries()) {
    const offset = offsets[index]!;
    if (place === 0 || offset === -1) return false;
    if (place === SOMEWHERE) continue;
    if (shift !== undefined && place - offset !== shift) return false;
    shift = place - offset;
  }
  return true;
}
