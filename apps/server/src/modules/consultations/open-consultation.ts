import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { windowFields } from './build-consultation';
import { facetsOf, SCHEDULED } from './consultation.facets';
import { runsConsultations } from './consultation.policy';
import type { ConsultationRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { itemRecords, readDraft } from './read-draft';

/**
 * Puts a draft before the public. The window counts from today when its first day has passed meanwhile, and the items are frozen as they
 * are now. Throws consultation.state, consultation.window_too_short, edition.frozen.
 */
export async function openConsultation(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  id: string,
): Promise<ConsultationRecord> {
  return deps.transaction(async tx => {
    const record = await deps.consultations.get(id, tx);
    if (!runsConsultations(actor, record.unitId))
      throw new AppError(record.publishedAt === null ? 'consultation.not_found' : 'auth.forbidden');
    const now = deps.clock.now();
    if (record.publishedAt !== null) throw new AppError('consultation.state');
    const today = shanghaiDate(now);
    const { kind, requestedClosesOn, requestedOutcomeDueOn, shortenReason } = record;
    const isScheduled = record.opensOn > today;
    const set: Partial<ConsultationRecord> = {
      ...windowFields({
        kind,
        opensOn: isScheduled ? record.opensOn : today,
        closesOn: requestedClosesOn,
        outcomeDueOn: requestedOutcomeDueOn,
        shortenReason,
        calendar: await deps.holidays.calendar(),
      }),
      publishedAt: now,
      facets: facetsOf(record, { isScheduled }),
    };
    if (record.editionId !== null) {
      const draft = await readDraft(deps, { kind: 'entries', editionId: record.editionId });
      await deps.catalog.markConsulted(actor, record.editionId, tx);
      await deps.consultations.putItems(id, itemRecords(id, draft.items), tx);
      Object.assign(set, { itemCount: draft.itemCount, changedCount: draft.changedCount });
    }
    await deps.consultations.update(id, set, tx);
    const name = isScheduled ? 'consultation.scheduled' : 'consultation.opened';
    const states = isScheduled ? { from: 'draft', to: 'scheduled' } : { from: 'draft', to: 'open' };
    await deps.audit.add(actor, name, { collection: 'consultations', id, fields: Object.keys(set), ...states }, tx);
    await deps.outbox.add({ name, consultationId: id, unitId: record.unitId }, tx);
    return { ...record, ...set };
  });
}

const AT_ONCE = 100;

/** Announces the consultations whose first day has come since they were published. */
export async function announceScheduled(deps: ConsultationsDeps): Promise<void> {
  const due = await deps.consultations.listByFacet(SCHEDULED, { opensBefore: deps.clock.now(), limit: AT_ONCE });
  for (const { _id } of due) {
    await deps.transaction(async tx => {
      const record = await deps.consultations.get(_id, tx);
      if (!record.facets.includes(SCHEDULED)) return;
      await deps.consultations.update(_id, { facets: facetsOf(record, { isScheduled: false }) }, tx);
      const subject = { collection: 'consultations', id: _id, from: 'scheduled', to: 'open' };
      await deps.audit.add('system', 'consultation.opened', subject, tx);
      await deps.outbox.add({ name: 'consultation.opened', consultationId: _id, unitId: record.unitId }, tx);
    });
  }
}
