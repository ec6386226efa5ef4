import type { RouteInput } from '@bandeng/contracts/types';
import { checkOpinionEvent } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { refused, writeEvent } from './change-opinion';
import type { OpinionDeps } from './deps';
import { opinionSettings } from './opinion-times';
import type { OpinionRecord } from './opinion.model';
import { accessOf, OFFICE_UNIT, reads, reassignsTo } from './opinion.policy';

/** Another unit answers for it from now on; its hours run on, and both units are told. A repeat changes nothing. */
export async function reassignOpinion(
  deps: OpinionDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.opinions.reassign'>['body'] },
): Promise<OpinionRecord> {
  const { unitId, reason } = body;
  const [access, unit] = await Promise.all([accessOf(deps, actor), deps.organization.findUnit(unitId)]);
  return deps.transaction(async tx => {
    const record = await deps.opinions.get(id, tx);
    const known = record.events.find(event => event.id === body.id);
    if (known) {
      if (known.staffId !== actor.staffId || known.units?.to !== unitId) throw new AppError('id.conflict');
      return record;
    }
    if (!reads(access, record)) throw new AppError('opinion.not_found');
    const now = deps.clock.now();
    const fact = { type: 'reassigned', at: now } as const;
    const facts = record.events.map(event => event.fact);
    const refusal = checkOpinionEvent(facts, fact, opinionSettings.hours, now);
    if (refusal) throw refused(refusal.code, refusal.message);
    const to = reassignsTo(actor, record);
    if (to === null) throw new AppError('auth.forbidden');
    if (to === 'office' && unitId !== OFFICE_UNIT)
      throw refused('opinion.unit', '只能交回政府办，由政府办改给别的单位');
    if (!unit || unit.closedOn) throw new AppError('unit.not_found');
    if (unitId === record.unitId) throw refused('opinion.same', '本来就由这个单位负责');
    const event = {
      ...{ id: body.id, fact, recordedAt: now, staffId: actor.staffId, note: reason, notice: null },
      units: { from: record.unitId, to: unitId },
    };
    const unitIds = [...new Set([unitId, OFFICE_UNIT])];
    const next = await writeEvent(deps, actor, { record, event, set: { unitId, unitIds } }, tx);
    await deps.outbox.add({ name: 'opinion.reassigned', opinionId: id, unitId, fromUnitId: record.unitId }, tx);
    return next;
  });
}
