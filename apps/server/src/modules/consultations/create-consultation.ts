import { canonicalJson } from '@bandeng/rules';
import { actorLabel, type OfficeActor } from '../../http/actor';
import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import { isDuplicateKey } from '../../platform/transaction';
import { buildConsultation, type NewConsultation } from './build-consultation';
import { assertReferences, filesOf } from './check-references';
import { runsConsultations } from './consultation.policy';
import type { ConsultationRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { itemRecords, readDraft } from './read-draft';

/** Drafts a consultation; nobody else sees it until it is opened. The same id and content again gives the same record. */
export async function createConsultation(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  input: NewConsultation,
): Promise<{ record: ConsultationRecord; isNew: boolean }> {
  if (!runsConsultations(actor, input.unitId)) throw new AppError('auth.forbidden');
  const contentHash = sha256(canonicalJson({ actor: actorLabel(actor), input }));
  const existing = await deps.consultations.find(input.id);
  if (existing) return { record: sameOrConflict(existing, contentHash), isNew: false };
  await assertReferences(deps, input);
  const draft = await readDraft(deps, input.draft);
  const record = buildConsultation(input, {
    contentHash,
    createdBy: actor.staffId,
    createdAt: deps.clock.now(),
    draft,
    calendar: await deps.holidays.calendar(),
  });
  try {
    await deps.transaction(async tx => {
      await deps.consultations.insert(record, tx);
      await deps.consultations.putItems(record._id, itemRecords(record._id, draft.items), tx);
      await deps.files.bindToRecord(actor, filesOf(record), { collection: 'consultations', id: record._id }, tx);
      await deps.audit.add(
        actor,
        'consultation.created',
        { collection: 'consultations', id: record._id, to: 'draft' },
        tx,
      );
      await deps.outbox.add({ name: 'consultation.created', consultationId: record._id, unitId: record.unitId }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { record: sameOrConflict(await deps.consultations.get(input.id), contentHash), isNew: false };
  }
  return { record, isNew: true };
}

function sameOrConflict(existing: ConsultationRecord, contentHash: string): ConsultationRecord {
  if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}
