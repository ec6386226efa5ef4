import { isDeepStrictEqual } from 'node:util';
import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { draftedFields } from './build-consultation';
import { assertReferences, filesOf } from './check-references';
import { runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { itemRecords, readDraft } from './read-draft';

/**
 * Writes a consultation anew while nobody else has seen it. Published for a day to come it is taken back and has to be published again: what
 * was signed for is no longer what it says. Throws consultation.state, consultation.changed, consultation.window_too_short, request.invalid.
 */
export async function updateConsultation(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.consultations.update'>['body'] },
): Promise<ConsultationRecord> {
  const { revision, ...input } = body;
  const known = await deps.consultations.getOutline(id);
  if (!runsConsultations(actor, known.unitId)) throw new AppError('consultation.not_found');
  if (!runsConsultations(actor, input.unitId)) throw new AppError('auth.forbidden');
  await assertReferences(deps, input);
  const draft = await readDraft(deps, input.draft);
  const fields = draftedFields({ ...input, id }, { draft, calendar: await deps.holidays.calendar() });
  return deps.transaction(async tx => {
    const record = await deps.consultations.get(id, tx);
    if (stateOf(record, deps.clock.now()) !== 'draft') throw new AppError('consultation.state');
    if (record.revision !== revision) throw new AppError('consultation.changed');
    const set = { ...fields, publishedAt: null, facets: [] };
    await deps.consultations.update(id, set, tx);
    await deps.consultations.putItems(id, itemRecords(id, draft.items), tx);
    await deps.files.bindToRecord(actor, filesOf(fields), { collection: 'consultations', id }, tx);
    const changed = (Object.keys(fields) as (keyof typeof fields)[]).filter(
      field => !isDeepStrictEqual(record[field], fields[field]),
    );
    const subject = { collection: 'consultations', id, fields: changed };
    const states = record.publishedAt === null ? {} : { from: 'scheduled', to: 'draft' };
    await deps.audit.add(actor, 'consultation.updated', { ...subject, ...states }, tx);
    await deps.outbox.add({ name: 'consultation.updated', consultationId: id, unitId: fields.unitId }, tx);
    return { ...record, ...set, revision: record.revision + 1 };
  });
}
