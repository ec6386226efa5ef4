import type { RouteAnswer } from '@bandeng/contracts/types';
import { shanghaiDate, startOfShanghaiDate } from '../../../platform/clock';
import { AppError } from '../../../platform/errors';
import { refOf, itemsOf } from '../campaigns';
import type { GridDeps } from '../deps';
import type { ShareRecord } from './share.repository';

async function getShare(deps: GridDeps, code: string): Promise<ShareRecord> {
  const share = await deps.shares.find(code);
  if (!share) throw new AppError('share.not_found');
  return share;
}

/** What a code opens, if it may still be read. */
export async function describeShare(deps: GridDeps, code: string): Promise<RouteAnswer<'shares.get'>> {
  const { item, lineage, channel } = await getShare(deps, code);
  const [found] = await itemsOf(deps, [item]);
  if (!found) return { state: 'withdrawn', ...refOf(item), channel };
  return { state: 'open', ...found, channel, contact: await contactIn(deps, lineage) };
}

/** The office nearest to the area that can be called. */
export async function contactIn({ organization }: GridDeps, lineage: readonly string[]) {
  const units = (await organization.listAllUnits()).filter(({ phone }) => phone !== null);
  for (const areaId of [...lineage].reverse()) {
    const unit = units.find(one => one.areaId === areaId);
    if (unit?.phone) return { name: unit.name, phone: unit.phone };
  }
  return null;
}

/** Counts one opening, once: for the thing, the area, the way and the day, and of nobody. */
export async function countOpen(deps: GridDeps, code: string, openId: string): Promise<void> {
  const share = await getShare(deps, code);
  const now = deps.clock.now();
  if (!(await deps.shares.isFirst(`${code}|${openId}`, now))) return;
  const on = shanghaiDate(now);
  await deps.shares.count(share, { on, dayStart: startOfShanghaiDate(on) });
}
