import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { carryAdopted } from './carry-adopted';
import { facetsOf } from './consultation.facets';
import { runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationRecord, OutcomeRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { channelsOf, ledgerOf, readLedgerRows, targetsOf } from './ledger';

/**
 * Publishes all answers together. Nothing of a comment is written: lists and answers look at the outcome, so that ten thousand
 * become readable with one write. Throws consultation.state, consultation.unbalanced, request.invalid.
 */
export async function publishOutcome(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.consultations.publishOutcome'>['body'] },
): Promise<ConsultationRecord> {
  return deps.transaction(async tx => {
    const record = await deps.consultations.get(id, tx);
    if (!runsConsultations(actor, record.unitId)) throw new AppError('auth.forbidden');
    const now = deps.clock.now();
    if (record.outcomeAt !== null || stateOf(record, now) !== 'closed') throw new AppError('consultation.state');
    const rows = await readLedgerRows(deps, id, tx);
    const ledger = ledgerOf(rows);
    if (!ledger.balanced) throw new AppError('consultation.unbalanced', { data: { problems: ledger.problems } });
    const nextEditionId = body.nextEditionId ?? null;
    if (nextEditionId !== null) await carryAdopted(deps, actor, { rows, editionId: nextEditionId }, tx);

    const outcome: OutcomeRecord = {
      summary: body.summary,
      ledger,
      byChannel: channelsOf(rows),
      byTarget: targetsOf(rows),
      nextEditionId,
      publishedBy: actor.staffId,
    };
    const set = { outcome, outcomeAt: now, facets: facetsOf({ ...record, outcomeAt: now }, { isScheduled: false }) };
    await deps.consultations.update(id, set, tx);
    await deps.audit.add(
      actor,
      'consultation.answered',
      { collection: 'consultations', id, fields: Object.keys(set), from: 'closed', to: 'answered' },
      tx,
    );
    await deps.outbox.add({ name: 'consultation.answered', consultationId: id, unitId: record.unitId }, tx);
    return { ...record, ...set };
  });
}
