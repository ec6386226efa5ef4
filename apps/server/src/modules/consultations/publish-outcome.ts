import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { facetsOf } from './build-consultation';
import type { LedgerRow } from './comment.repository';
import { runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationRecord, OutcomeRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { channelsOf, ledgerOf, readLedgerRows } from './ledger';

/**
 * Publishes all answers together. Nothing of a comment is written: lists and answers look at the outcome, so that ten thousand
 * become readable with one write. Throws consultation.state, consultation.unbalanced, edition.not_found.
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
    if (stateOf(record, now) !== 'closed') throw new AppError('consultation.state');
    const rows = await readLedgerRows(deps, id, tx);
    const ledger = ledgerOf(rows);
    if (!ledger.balanced) throw new AppError('consultation.unbalanced', { data: { problems: ledger.problems } });
    const nextEditionId = body.nextEditionId ?? null;
    if (nextEditionId !== null) await carryAdopted(deps, actor, { rows, editionId: nextEditionId }, tx);

    const outcome: OutcomeRecord = {
      summary: body.summary,
      ledger,
      byChannel: channelsOf(rows),
      nextEditionId,
      publishedBy: actor.staffId,
    };
    const set = { outcome, outcomeAt: now, facets: facetsOf({ ...record, outcomeAt: now }, { isScheduled: false }) };
    await deps.consultations.update(id, set, tx);
    await deps.audit.add(
      actor,
      'consultation.answered',
      { collection: 'consultations', id, fields: Object.keys(set) },
      tx,
    );
    await deps.outbox.add({ name: 'consultation.answered', consultationId: id, unitId: record.unitId }, tx);
    return { ...record, ...set };
  });
}

/**
 * Writes adopted wordings of single columns into the next edition, so that its diff names the comments. An edition that is no draft
 * any more already says what it says. Of two adopted wordings of one column the one answered last is taken.
 */
async function carryAdopted(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { rows, editionId }: { rows: readonly LedgerRow[]; editionId: string },
  tx: Tx,
): Promise<void> {
  const edition = await deps.catalog.findEdition(editionId);
  if (!edition) throw new AppError('edition.not_found');
  if (edition.state !== 'draft') return;
  await deps.catalog.applyAdoptedChanges(actor, editionId, adoptedEdits(rows), tx);
}

type Edit = Parameters<ConsultationsDeps['catalog']['applyAdoptedChanges']>[2][number];

function adoptedEdits(rows: readonly LedgerRow[]): Edit[] {
  const adopted = rows
    .filter(row => row.duplicateOf === null && row.withdrawnAt === null && row.answer?.result === 'adopted')
    .sort((a, b) => a.answer!.writtenAt.getTime() - b.answer!.writtenAt.getTime());
  const edits = new Map<string, Edit>();
  for (const { _id, target, proposedText } of adopted) {
    if (target.kind !== 'entry' || target.field === undefined || proposedText === null) continue;
    const key = `${target.id} ${target.field}`;
    const repeats = rows.filter(row => row.duplicateOf === _id).map(row => row._id);
    const commentIds = [...(edits.get(key)?.commentIds ?? []), _id, ...repeats];
    edits.set(key, { entryId: target.id, field: target.field, text: proposedText, commentIds });
  }
  return [...edits.values()];
}
