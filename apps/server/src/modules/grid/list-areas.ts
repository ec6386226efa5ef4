import type { GridArea } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import { areasOf, WATCHERS } from './grid.policy';

/** These areas and what lies in them, down to the grids, level by level; closed ones left out. */
export async function withBelow(
  { organization }: Pick<GridDeps, 'organization'>,
  areaIds: readonly string[],
): Promise<AreaRecord[]> {
  const found = [...(await organization.findAreas(areaIds)).values()];
  for (let level = found; level.length > 0;) {
    const deeper = level.filter(area => area.level !== 'grid');
    level = (await Promise.all(deeper.map(({ _id }) => organization.listChildAreas(_id)))).flat();
    found.push(...level);
  }
  return found;
}

export async function listAreas(deps: GridDeps, actor: OfficeActor): Promise<{ items: GridArea[] }> {
  const areas = await withBelow(deps, await areasOf(deps, actor, WATCHERS));
  return { items: areas.map(({ _id: id, name, level, parentId }) => ({ id, name, level, parentId })) };
}
