import type { EditionEntry } from '@bandeng/contracts/types';

/** A line of the tree that is seen: what holds entries, or an entry. */
export type TreeRow =
  | { kind: 'group'; key: string; level: number; name: string; count: number; isOpen: boolean; entry: null }
  | { kind: 'entry'; key: string; level: number; name: string; entry: EditionEntry };

interface Group {
  key: string;
  name: string;
  count: number;
  groups: Map<string, Group>;
  /** Groups and entries in the order of the sheet. */
  children: (Group | EditionEntry)[];
}

const isEntry = (child: Group | EditionEntry): child is EditionEntry => 'texts' in child;
const groupOf = (key: string, name: string): Group => ({ key, name, count: 0, groups: new Map(), children: [] });

function child(parent: Group, step: string, key = `${parent.key}\u0000${step}`): Group {
  const known = parent.groups.get(step);
  if (known) return known;
  const made = groupOf(key, step);
  parent.groups.set(step, made);
  parent.children.push(made);
  return made;
}

/** Domain, then what stands above an entry, then the entry; each where it first occurs. */
function grow(entries: readonly EditionEntry[]): Group {
  const root = groupOf('', '');
  for (const entry of entries) {
    let at = child(root, entry.domain.name, entry.domain.id);
    at.count += 1;
    for (const step of entry.path) {
      at = child(at, step);
      at.count += 1;
    }
    at.children.push(entry);
  }
  return root;
}

/**
 * The lines of the tree that are seen.
 * @param isOpen whether a group shows what is in it, by its key
 */
export function treeRows(entries: readonly EditionEntry[], isOpen: (key: string) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (group: Group, level: number) => {
    for (const one of group.children) {
      if (isEntry(one)) {
        rows.push({ kind: 'entry', key: one.id, level, name: one.texts.name, entry: one });
        continue;
      }
      const { key, name, count } = one;
      const shown = isOpen(key);
      rows.push({ kind: 'group', key, level, name, count, isOpen: shown, entry: null });
      if (shown) walk(one, level + 1);
    }
  };
  walk(grow(entries), 1);
  return rows;
}

/** The keys of the groups that lead to an entry, the outermost first. */
export const groupKeysOf = ({ domain, path }: EditionEntry): string[] =>
  path.reduce((keys, step) => [...keys, `${keys.at(-1)!}\u0000${step}`], [domain.id]);

/** Entries that say a word anywhere, or all of them when there is none. */
export function findEntries(entries: readonly EditionEntry[], word: string): readonly EditionEntry[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return entries;
  const says = (text: string) => text.toLowerCase().includes(wanted);
  return entries.filter(({ texts, path }) => path.some(says) || Object.values(texts).some(says));
}
