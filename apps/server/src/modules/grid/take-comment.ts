import type { GridRecord } from '@bandeng/contracts/types';
import config from '../../../../../config/grid.json';
import type { GridDeps } from './deps';
import type { Answer, Arrival } from './sync-records';
import { takeOnBehalf, type Walker } from './take-on-behalf';

const REFUSALS = {
  'consultation.not_found': '这次征集撤下了。要不要改记成一条留言，问问本人。',
  'consultation.state': '这次征集的结果已经公布，不能再加意见。要不要改记成一条留言，问问本人。',
  'comment.target_unknown': '这一条已经不在草案里了，请改成对整份草案的意见，再读给本人听。',
};

/** Takes a comment in that was taken down for somebody: the author is who spoke, or nobody by name. */
export function takeComment(
  deps: GridDeps,
  walker: Walker,
  { comment, arrival }: { comment: Extract<GridRecord, { kind: 'comment' }>; arrival: Arrival },
): Promise<Answer> {
  const { id, consultationId, target, body, proposedText, authorName, showing } = comment;
  return takeOnBehalf(deps, walker, {
    ...{ record: comment, arrival, about: `consultation:${consultationId}`, refusals: REFUSALS },
    write: () =>
      deps.consultations.recordOnBehalf(walker.actor, consultationId, {
        ...{ id, target, body, consent: showing, saidAt: arrival.at, lateWithinHours: config.lateWithinHours },
        ...(proposedText !== null && { proposedText }),
        ...(authorName !== null && { authorName }),
      }),
  });
}
