import { comparable, similarity, type Comparable } from '../findings/similarity';
import { squeeze } from '../sheets/sheet';
import type { ListRow } from './parse-list';

/** An entry made ready to be compared with many items. */
export interface Candidate {
  id: string;
  name: string;
  path: readonly string[];
  /** Its name, and its name with what stands directly above: lists name in one line what a catalog breaks in two. */
  names: readonly Comparable[];
  laws: ReadonlySet<string>;
}
export interface Suggestion {
  id: string;
  name: string;
  path: readonly string[];
  /** From 0 to 1. */
  score: number;
}

/** Below this nothing is suggested. */
const LEAST = 0.45;
/** A law in common says that two likely mean the same; not by itself, and not the regulation that all entries name. */
const LAW_BONUS = 0.1;
const COMMON_LAW = /政府信息公开条例/;

const lawsOf = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .flatMap(text => [...text.matchAll(/《([^》]+)》/g)].map(([, law]) => squeeze(law!)))
      .filter(law => !COMMON_LAW.test(law)),
  );

export const candidateOf = (entry: {
  entryId: string;
  name: string;
  path: readonly string[];
  basis: readonly string[];
}): Candidate => {
  const { entryId: id, name, path, basis } = entry;
  const above = path.at(-1);
  return {
    id,
    name,
    path,
    names: [comparable(name), ...(above === undefined ? [] : [comparable(above + name), comparable(above)])],
    laws: lawsOf(basis),
  };
};

/** The entries that an item most likely means, the likeliest first. */
export function suggestEntries(
  row: Pick<ListRow, 'name' | 'basis'>,
  candidates: readonly Candidate[],
  most = 3,
): Suggestion[] {
  const wanted = comparable(row.name);
  const laws = lawsOf(row.basis === null ? [] : [row.basis]);
  const scored = candidates.flatMap(({ id, name, path, names, laws: known }) => {
    const likeness = Math.max(...names.map(one => similarity(one, wanted)));
    const bonus = likeness > 0.2 && [...laws].some(law => known.has(law)) ? LAW_BONUS : 0;
    const score = Math.min(1, likeness + bonus);
    return score >= LEAST ? [{ id, name, path, score: Math.round(score * 100) / 100 }] : [];
  });
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
}
