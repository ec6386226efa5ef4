import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import { itemKey, itemsOf } from '../campaigns';
import type { GridDeps } from '../deps';
import { ownArea, SENDERS } from '../grid.policy';
import { SHARES, type ShareRecord } from './share.repository';

const CODE_LENGTH = 10;
/** Where a code leads, in the mini-program and, with `?scene=`, on the H5. */
const SHARE_PAGE = 'subpackages/reading/shared/index';
/** The way from the address of the site to what a code opens. */
const sharePath = (code: string): string => `/m/#/${SHARE_PAGE}?scene=${code}`;

/** The code of a thing for an area and a way; made when it is first asked for, by whoever it was. */
export async function makeShare(
  deps: GridDeps,
  actor: OfficeActor,
  { item, areaId, channel }: RouteInput<'grid.shares.create'>['body'],
): Promise<RouteAnswer<'grid.shares.create'>> {
  const area = await ownArea(deps, actor, { areaId, roles: ['grid', ...SENDERS] });
  const key = itemKey(item);
  if ((await itemsOf(deps, [key])).length === 0)
    throw new AppError(item.kind === 'notice' ? 'notice.not_found' : 'consultation.not_found');
  const wanted = { item: key, areaId: area._id, lineage: area.lineage, channel };
  const code = ((await deps.shares.findSame(wanted)) ?? (await insert(deps, actor, wanted)))._id;
  return { code, page: SHARE_PAGE, path: sharePath(code) };
}

async function insert(deps: GridDeps, actor: OfficeActor, wanted: Omit<ShareRecord, '_id'>): Promise<ShareRecord> {
  const record = { _id: deps.ids.letters(CODE_LENGTH), ...wanted };
  try {
    await deps.transaction(async tx => {
      await deps.shares.insert(record, tx);
      await deps.audit.add(actor, 'share.made', { collection: SHARES, id: record._id }, tx);
    });
    return record;
  } catch (error) {
    // Somebody else asked for the same at the same moment.
    const same = isDuplicateKey(error) ? await deps.shares.findSame(wanted) : null;
    if (!same) throw error;
    return same;
  }
}
