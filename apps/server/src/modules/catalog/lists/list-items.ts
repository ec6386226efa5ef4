import type { ListItem, PowerList, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { AppError } from '../../../platform/errors';
import type { EntryBrief } from '../catalog.repository';
import { squeeze } from '../sheets/sheet';
import type { ListsDeps } from './deps';
import type { ListItemRecord, ListLinkRecord, ListRecord } from './list.repository';
import { candidateOf, suggestEntries, type Candidate } from './suggest-entries';

type State = ListItem['state'];
export type Coverage = NonNullable<PowerList['coverage']>;

/** What one needs to say of an item how it stands: its links, and the entries in force. */
export interface Mapping {
  links: ReadonlyMap<string, ListLinkRecord>;
  inForce: ReadonlyMap<string, EntryBrief>;
}

export async function getList({ lists }: ListsDeps, id: string): Promise<ListRecord> {
  const list = await lists.find(id);
  if (!list) throw new AppError('list.not_found');
  return list;
}

export async function readMapping(deps: ListsDeps, kind: PowerList['kind']): Promise<Mapping> {
  const links = new Map((await deps.lists.linksOf(kind)).map(link => [link.key, link]));
  const inForce = new Map((await deps.catalog.listInForceBriefs()).map(entry => [entry.entryId, entry]));
  return { links, inForce };
}

function stateOf({ key, itemHash }: ListItemRecord, { links, inForce }: Mapping): State {
  const link = links.get(key);
  if (!link) return 'open';
  if (link.itemHash !== itemHash || link.entryIds.some(id => !inForce.has(id))) return 'flagged';
  return link.reason === null ? 'mapped' : 'none';
}

export function coverageOf(items: readonly ListItemRecord[], mapping: Mapping): Coverage {
  const coverage: Coverage = { all: items.length, open: 0, flagged: 0, mapped: 0, none: 0 };
  for (const item of items) coverage[stateOf(item, mapping)] += 1;
  return coverage;
}

/** Items of an issue in its order, each with what it is to the catalog; what is open or flagged comes with suggestions. */
export async function listItems(
  deps: ListsDeps,
  id: string,
  query: RouteInput<'staff.lists.items'>['query'],
): Promise<RouteAnswer<'staff.lists.items'>> {
  const { state, q, suggestions, cursor, limit } = query;
  const list = await getList(deps, id);
  const items = await deps.lists.itemsOf(id);
  const mapping = await readMapping(deps, list.kind);
  const name = `staff.lists.items:${id}:${state ?? ''}:${q ?? ''}`;
  const [after] = cursor === undefined ? [-1] : deps.cursors.decode(name, cursor);
  const wanted = squeeze(q ?? '');
  const rest = items.filter(
    item =>
      item.order > Number(after) &&
      (state === undefined || stateOf(item, mapping) === state) &&
      [item.name, item.code, item.unitText].some(text => squeeze(text ?? '').includes(wanted)),
  );
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const candidates = suggestions ? candidatesOf(mapping) : [];
  return {
    items: await Promise.all(shown.map(item => presentItem(deps, item, mapping, candidates))),
    coverage: coverageOf(items, mapping),
    nextCursor: last && rest.length > limit ? deps.cursors.encode(name, [last.order]) : null,
  };
}

export const candidatesOf = ({ inForce }: Mapping): Candidate[] => [...inForce.values()].map(candidateOf);

export async function presentItem(
  { catalog }: Pick<ListsDeps, 'catalog'>,
  item: ListItemRecord,
  mapping: Mapping,
  candidates: readonly Candidate[],
): Promise<ListItem> {
  const { key, name, code, category, basis, unitText } = item;
  const state = stateOf(item, mapping);
  const link = mapping.links.get(key);
  const entries: ListItem['entries'] = [];
  for (const id of link?.entryIds ?? []) {
    const inForce = mapping.inForce.get(id);
    const known = inForce ?? (await catalog.findLatest(id));
    if (known) entries.push({ id, name: known.name, path: known.path, inForce: inForce !== undefined });
  }
  const suggestions = state === 'open' || state === 'flagged' ? suggestEntries(item, candidates) : [];
  return {
    ...{ key, name, code, category, basis, unitText, state, entries },
    reason: link?.reason ?? null,
    suggestions: suggestions.map(({ path, ...facts }) => ({ ...facts, path: [...path] })),
  };
}
