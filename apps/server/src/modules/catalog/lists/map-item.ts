import type { ListItem, RouteInput } from '@bandeng/contracts/types';
import type { Actor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import type { ListsDeps } from './deps';
import { candidatesOf, getList, presentItem, readMapping } from './list-items';

type Input = RouteInput<'staff.lists.map'>['body'] & RouteInput<'staff.lists.map'>['params'];

/** Says which entries an item of the current issue is, or why there is none; neither opens it again. */
export async function mapItem(deps: ListsDeps, actor: Actor, input: Input): Promise<ListItem> {
  const { id, key, entryIds, reason } = input;
  if (entryIds.length > 0 && reason !== undefined) throw invalidField('reason', '有对应的事项，就不用写理由。');
  const list = await getList(deps, id);
  if (!list.isCurrent) throw new AppError('list.replaced');
  const item = await deps.lists.findItem(id, key);
  if (!item) throw new AppError('list.not_found');
  const known = new Map((await deps.catalog.findInForce(entryIds)).map(entry => [entry.entryId, entry]));
  const unknown = entryIds.findIndex(entryId => !known.has(entryId));
  if (unknown >= 0) throw invalidField(`entryIds.${unknown}`, '现行目录里没有这个事项。');

  const linkId = `${list.kind}:${key}`;
  const isSettled = entryIds.length > 0 || reason !== undefined;
  const said = { kind: list.kind, key, entryIds: [...new Set(entryIds)], reason: reason ?? null };
  const link = { _id: linkId, ...said, itemHash: item.itemHash, at: deps.clock.now() };
  await deps.transaction(async tx => {
    if (isSettled) await deps.lists.putLink(link, tx);
    else await deps.lists.deleteLink(linkId, tx);
    await deps.audit.add(actor, 'list.item_mapped', { collection: 'catalogListLinks', id: linkId }, tx);
  });
  // What is settled needs no suggestions, and so not the whole catalog.
  if (isSettled) return presentItem(deps, item, { links: new Map([[key, link]]), inForce: known }, []);
  const mapping = await readMapping(deps, list.kind);
  return presentItem(deps, item, mapping, candidatesOf(mapping));
}
