import type { GridRecord } from '@bandeng/contracts/types';
import config from '../../../../../config/grid.json';
import type { OfficeActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { GridDeps } from './deps';
import { liesIn } from './grid.policy';
import type { Answer, Arrival } from './sync-records';

type ProxyComment = Extract<GridRecord, { kind: 'comment' }>;

/** Why a comment is not taken, in words the worker can act on. */
const REFUSALS: Readonly<Partial<Record<string, string>>> = {
  'consultation.not_found': '这次征集撤下了。要不要改记成一条留言，问问本人。',
  'consultation.state': '这次征集的结果已经公布，不能再加意见。要不要改记成一条留言，问问本人。',
  'comment.target_unknown': '这一条已经不在草案里了，请改成对整份草案的意见，再读给本人听。',
  'id.conflict': '这一条已经交过，内容不一样。留下已有的，或者把手里的另记一条。',
};

/**
 * Takes a comment in that was taken down for somebody. What the worker's account knows of the worker goes nowhere: the author is who
 * spoke, or nobody by name.
 */
export async function takeComment(
  deps: GridDeps,
  { actor, areaIds }: { actor: OfficeActor; areaIds: readonly string[] },
  { comment, arrival }: { comment: ProxyComment; arrival: Arrival },
): Promise<Answer> {
  const { id, doorId, consent } = comment;
  const { contentHash, on, isLate } = arrival;
  const existing = await deps.visits.findOnBehalf(id);
  if (existing?.contentHash === contentHash) return { id, result: 'known' };
  const door = doorId === null ? null : await deps.doors.findDoor(doorId);
  if (doorId !== null && (!door || !liesIn(door.lineage, areaIds)))
    return { id, result: 'rejected', reason: '这扇门不在你的网格里了，请问问街道，或者不写门再交。' };
  try {
    const { target, body, proposedText, authorName, showing } = comment;
    await deps.consultations.recordOnBehalf(actor, comment.consultationId, {
      ...{ id, target, body, consent: showing, saidAt: arrival.at, lateWithinHours: config.lateWithinHours },
      ...(proposedText !== null && { proposedText }),
      ...(authorName !== null && { authorName }),
    });
  } catch (error) {
    const reason = error instanceof AppError ? REFUSALS[error.code] : undefined;
    if (reason === undefined) throw error;
    const isConflict = error instanceof AppError && error.code === 'id.conflict';
    return isConflict
      ? { id, result: 'conflict', reason, current: existing ? [existing.on, existing.consent.words] : [] }
      : { id, result: 'rejected', reason };
  }
  const { how, words } = consent;
  await deps.transaction(tx =>
    deps.visits.putOnBehalf(
      {
        ...{
          _id: id,
          contentHash,
          staffId: actor.staffId,
          kind: 'comment',
          doorId,
          lineage: door?.lineage ?? [...areaIds],
        },
        ...{ on, consent: { how, words }, isLate, dayStart: startOfShanghaiDate(on) },
      },
      tx,
    ),
  );
  return { id, result: 'accepted', isLate };
}
