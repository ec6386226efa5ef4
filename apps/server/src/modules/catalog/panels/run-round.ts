import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import type { PanelDeps } from './deps';
import { canConvene, canReadRound } from './round.policy';
import type { RoundRecord } from './round.repository';

/** Shows a draft to a panel until the office concludes; meanwhile the edition cannot become final. */
export async function openRound(
  deps: PanelDeps,
  actor: OfficeActor,
  given: { editionId: string } & RouteInput<'staff.rounds.open'>['body'],
): Promise<{ round: RoundRecord; isNew: boolean }> {
  if (!canConvene(actor)) throw new AppError('auth.forbidden');
  const { id, editionId, kind, memberIds, dueOn } = given;
  if (dueOn < deps.clock.today()) throw invalidField('dueOn', '截止的日子不能在今天以前');
  const evaluators = new Set((await deps.people.listStaffWith('evaluator')).map(one => one.id));
  memberIds.forEach((memberId, at) => {
    if (!evaluators.has(memberId)) throw invalidField(`memberIds.${at}`, '只能请第三方评估岗位的人');
  });
  return deps.transaction(async tx => {
    const edition = await deps.catalog.findEdition(editionId, tx);
    if (!edition) throw new AppError('edition.not_found');
    const known = await deps.rounds.find(id, tx);
    if (known) {
      if (known.editionId !== editionId || known.openedBy !== actor.staffId) throw new AppError('id.conflict');
      return { round: known, isNew: false };
    }
    if (edition.state !== 'draft') throw new AppError('edition.state');
    const round: RoundRecord = {
      _id: id,
      editionId,
      kind,
      memberIds: [...new Set(memberIds)],
      dueOn,
      openedAt: deps.clock.now(),
      openedBy: actor.staffId,
      state: 'open',
      conclusion: null,
      closedAt: null,
    };
    await deps.rounds.put(round, tx);
    // An edition that becomes final at the same time conflicts with this.
    await deps.catalog.updateEdition(editionId, { state: 'draft' }, tx);
    await deps.audit.add(actor, 'round.opened', { collection: 'catalogRounds', id, to: 'open' }, tx);
    return { round, isNew: true };
  });
}

/** @throws round.unanswered while a note waits for its answer */
export async function closeRound(
  deps: PanelDeps,
  actor: OfficeActor,
  { id, conclusion }: { id: string; conclusion: string },
): Promise<RoundRecord> {
  if (!canConvene(actor)) throw new AppError('auth.forbidden');
  return deps.transaction(async tx => {
    const round = await deps.rounds.find(id, tx);
    if (!round) throw new AppError('round.not_found');
    if (round.state !== 'open') throw new AppError('round.closed');
    if (await deps.rounds.hasUnanswered(id, tx)) throw new AppError('round.unanswered');
    const closed = { ...round, state: 'closed' as const, conclusion, closedAt: deps.clock.now() };
    await deps.rounds.put(closed, tx);
    const subject = { collection: 'catalogRounds', id, fields: ['conclusion'], from: 'open', to: 'closed' };
    await deps.audit.add(actor, 'round.closed', subject, tx);
    return closed;
  });
}

/** Throws round.not_found also to who may not read it. */
export async function getReadableRound(deps: PanelDeps, actor: OfficeActor, id: string): Promise<RoundRecord> {
  const round = await deps.rounds.find(id);
  if (!round || !canReadRound(actor, round)) throw new AppError('round.not_found');
  return round;
}
