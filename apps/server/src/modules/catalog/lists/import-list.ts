import { canonicalJson } from '@bandeng/rules';
import type { PowerList, RouteAnswer } from '@bandeng/contracts/types';
import type { Actor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import type { ChangeCounts } from '../diff-editions';
import { readWorkbook } from '../sheets/read-workbook';
import type { ListsDeps } from './deps';
import type { ListItemRecord, ListRecord } from './list.repository';
import { identityOf, parseList, type ListRow } from './parse-list';

type Answer = RouteAnswer<'staff.lists.import'>;

const LIST_NAMES: Readonly<Record<PowerList['kind'], string>> = {
  powers: '权责清单',
  services: '公共服务清单',
  enforcement: '行政执法清单',
};

/** Short enough for an address, and the same in every issue. */
const keyOf = (row: ListRow): string => sha256(identityOf(row)).slice(0, 32);

/**
 * A workbook becomes the current issue of its list, all or nothing: with a wrong row nothing is written unless `skipsBad`. The same
 * content again writes nothing.
 * @throws UnreadableWorkbook when the file is no workbook
 */
export async function importList(
  deps: ListsDeps,
  actor: Actor,
  input: { kind: PowerList['kind']; bytes: Buffer; isDryRun: boolean; skipsBad: boolean },
): Promise<Answer> {
  const { kind, bytes, isDryRun, skipsBad } = input;
  const { rows, problems, notes } = parseList(await readWorkbook(bytes));
  const told = { itemCount: rows.length, problems, notes };
  const nothing = { listId: null, created: false };
  if (isDryRun || rows.length === 0 || (problems.length > 0 && !skipsBad)) {
    const current = await deps.lists.findCurrent(kind);
    const before = current ? await deps.lists.itemsOf(current._id) : [];
    return { ...nothing, ...told, counts: countChanges(before, itemsOf('', rows)) };
  }
  return deps.transaction(async tx => {
    const current = await deps.lists.findCurrent(kind, tx);
    const before = current ? await deps.lists.itemsOf(current._id, tx) : [];
    const id = deps.ids.uuid();
    const items = itemsOf(id, rows);
    const counts = countChanges(before, items);
    const contentHash = sha256(canonicalJson(items.map(({ key, itemHash }) => [key, itemHash])));
    if (current?.contentHash === contentHash) return { listId: current._id, created: false, ...told, counts };
    if (current) await deps.lists.retire(current._id, tx);
    const record: ListRecord = {
      _id: id,
      kind,
      title: `${LIST_NAMES[kind]}（${deps.clock.today()}导入）`,
      importedAt: deps.clock.now(),
      itemCount: items.length,
      contentHash,
      isCurrent: true,
      previousId: current?._id ?? null,
    };
    await deps.lists.insert(record, items, tx);
    await deps.audit.add(actor, 'list.imported', { collection: 'catalogLists', id }, tx);
    return { listId: id, created: true, ...told, counts };
  });
}

const itemsOf = (listId: string, rows: readonly ListRow[]): ListItemRecord[] =>
  rows.map((row, order) => {
    const key = keyOf(row);
    return { ...row, _id: `${listId}:${key}`, listId, key, order, itemHash: sha256(canonicalJson(row)) };
  });

/** What is new, changed, gone or the same from one issue to the next. */
function countChanges(before: readonly ListItemRecord[], after: readonly ListItemRecord[]): ChangeCounts {
  const counts: ChangeCounts = { new: 0, changed: 0, removed: 0, same: 0 };
  const known = new Map(before.map(({ key, itemHash }) => [key, itemHash]));
  for (const { key, itemHash } of after) {
    const hash = known.get(key);
    counts[hash === undefined ? 'new' : hash === itemHash ? 'same' : 'changed'] += 1;
    known.delete(key);
  }
  counts.removed = known.size;
  return counts;
}
