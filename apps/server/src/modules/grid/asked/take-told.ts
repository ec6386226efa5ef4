import type { GridRecord } from '@bandeng/contracts/types';
import config from '../../../../../../config/grid.json';
import type { GridDeps } from '../deps';
import { liesIn } from '../grid.policy';
import type { Answer, Arrival } from '../sync-records';
import type { Walker } from '../take-on-behalf';

type Told = Extract<GridRecord, { kind: 'told' }>;

/** Takes in that somebody went to tell an answer. Who was not reached is tried again, so many times; two who told it are no conflict. */
export async function takeTold(
  deps: GridDeps,
  { actor, areaIds }: Walker,
  { told, arrival }: { told: Told; arrival: Arrival },
): Promise<Answer> {
  const { id, recordId, how } = told;
  return deps.transaction(async tx => {
    const record = await deps.visits.findOnBehalf(recordId, tx);
    if (!record || (record.staffId !== actor.staffId && !liesIn(record.lineage, areaIds)))
      return { id, result: 'rejected', reason: '这一条不在你的网格里了，不用再去告诉。删掉就行。' };
    if (record.tells.some(one => one.id === id)) return { id, result: 'known' };
    const tells = [...record.tells, { id, staffId: actor.staffId, how, on: arrival.on }];
    const isOver = how !== 'not_reached' || tells.length >= config.tellTries;
    await deps.visits.putOnBehalf({ ...record, tells, tellKeys: isOver ? [] : record.tellKeys }, tx);
    return { id, result: 'accepted', isLate: arrival.isLate };
  });
}
