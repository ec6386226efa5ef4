import type { RouteAnswer, RouteInput, SlipPad } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { GridDeps } from '../deps';
import { areasOf, liesIn, ownArea, SENDERS } from '../grid.policy';
import { PADS, type PadRecord } from './slip.repository';

export async function listPads(
  deps: GridDeps,
  actor: OfficeActor,
  { area, ...query }: RouteInput<'staff.grid.pads.list'>['query'],
): Promise<RouteAnswer<'staff.grid.pads.list'>> {
  const areaIds = area
    ? [(await ownArea(deps, actor, { areaId: area, roles: SENDERS }))._id]
    : await areasOf(deps, actor, SENDERS);
  const { items, nextCursor } = await deps.slips.listPads(areaIds, query);
  return { items: await presentPads(deps, items), nextCursor };
}

/** Takes those of a pad out of use that nobody was given yet; once more changes nothing. */
export async function voidPad(deps: GridDeps, actor: OfficeActor, id: string): Promise<SlipPad> {
  const areaIds = await areasOf(deps, actor, SENDERS);
  const pad = await deps.transaction(async tx => {
    const found = await deps.slips.findPad(id, tx);
    if (!found || !liesIn(found.lineage, areaIds)) throw new AppError('pad.not_found');
    if (found.voidedAt !== null) return found;
    const voidedAt = deps.clock.now();
    await deps.slips.voidPad(id, voidedAt, tx);
    await deps.audit.add(actor, 'pad.voided', { collection: PADS, id }, tx);
    return { ...found, voidedAt };
  });
  const [presented] = await presentPads(deps, [pad]);
  return presented!;
}

async function presentPads(deps: GridDeps, pads: readonly PadRecord[]): Promise<SlipPad[]> {
  const [counts, areas, names] = await Promise.all([
    deps.slips.countSlips(
      pads.map(({ _id }) => _id),
      deps.clock.now(),
    ),
    deps.organization.findAreas(pads.map(({ areaId }) => areaId)),
    deps.identity.findStaffNames([...new Set(pads.map(({ madeBy }) => madeBy))]),
  ]);
  const countOf = new Map(counts.map(({ padId, ...count }) => [padId, count]));
  return pads.map(({ _id: id, areaId, madeAt, madeBy, voidedAt }) => {
    const slips = countOf.get(id) ?? { all: 0, open: 0, claimed: 0, expired: 0, void: 0 };
    const unused = slips.all - slips.open - slips.claimed - slips.expired - slips.void;
    return {
      id,
      area: { id: areaId, name: areas.get(areaId)?.name ?? '' },
      madeAt: madeAt.toISOString(),
      madeBy: { id: madeBy, name: names.get(madeBy) ?? '' },
      voidedAt: voidedAt?.toISOString() ?? null,
      slips: { ...slips, unused },
      abilities: { void: voidedAt === null && unused > 0 },
    };
  });
}
