import type { ListChange, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { ChangeCounts } from '../diff-editions';
import type { ListsDeps } from './deps';
import { candidatesOf, getList, readMapping, type Mapping } from './list-items';
import type { ListItemRecord } from './list.repository';
import { proposeEdits, rowChanges } from './propose-changes';
import { suggestEntries } from './suggest-entries';

type Pair = { key: string; change: ListChange['change']; before: ListItemRecord | null; after: ListItemRecord | null };

/** What an issue changes against the one before it, and what that asks of the catalog: a proposal, nothing is written. */
export async function listChanges(
  deps: ListsDeps,
  id: string,
  { cursor, limit }: RouteInput<'staff.lists.changes'>['query'],
): Promise<RouteAnswer<'staff.lists.changes'>> {
  const list = await getList(deps, id);
  const [before, after] = [
    list.previousId === null ? [] : await deps.lists.itemsOf(list.previousId),
    await deps.lists.itemsOf(id),
  ];
  const { pairs, counts } = pairItems(before, after);
  const name = `staff.lists.changes:${id}`;
  const [from] = cursor === undefined ? [0] : deps.cursors.decode(name, cursor);
  const shown = pairs.slice(Number(from), Number(from) + limit);
  const next = Number(from) + shown.length;
  const mapping = await readMapping(deps, list.kind);
  const candidates = candidatesOf(mapping);
  const items = shown.map(({ key, change, before: was, after: is }): ListChange => ({
    key,
    change,
    name: (is ?? was)!.name,
    fields: rowChanges(was, is),
    entries: entriesOf({ key, before: was, after: is }, mapping),
    suggestions:
      change === 'new'
        ? suggestEntries(is!, candidates).map(({ path, ...facts }) => ({ ...facts, path: [...path] }))
        : [],
  }));
  return { items, counts, nextCursor: next < pairs.length ? deps.cursors.encode(name, [next]) : null };
}

/** An issue never changes: a place in this order stays what it is. */
function pairItems(before: readonly ListItemRecord[], after: readonly ListItemRecord[]) {
  const counts: ChangeCounts = { new: 0, changed: 0, removed: 0, same: 0 };
  const known = new Map(before.map(item => [item.key, item]));
  const pairs: Pair[] = [];
  const note = (was: ListItemRecord | undefined, is: ListItemRecord | undefined) => {
    const isSame = was !== undefined && is !== undefined && was.itemHash === is.itemHash;
    const change = was === undefined ? 'new' : is === undefined ? 'removed' : isSame ? 'same' : 'changed';
    counts[change] += 1;
    if (change !== 'same') pairs.push({ key: (is ?? was)!.key, change, before: was ?? null, after: is ?? null });
  };
  for (const item of after) {
    note(known.get(item.key), item);
    known.delete(item.key);
  }
  for (const gone of known.values()) note(gone, undefined);
  return { pairs, counts };
}

function entriesOf({ key, before, after }: Omit<Pair, 'change'>, { links, inForce }: Mapping): ListChange['entries'] {
  const { entryIds = [] } = links.get(key) ?? {};
  return entryIds.flatMap(entryId => {
    const entry = inForce.get(entryId);
    if (!entry) return [];
    const { name, path } = entry;
    // Another item may stand for the same entry: only the last one takes it with it.
    const isNeeded = [...links.values()].some(link => link.key !== key && link.entryIds.includes(entryId));
    const edits = before && after ? proposeEdits(before, after, entry) : [];
    return [{ id: entryId, name, path, edits, remove: after === null && !isNeeded }];
  });
}
