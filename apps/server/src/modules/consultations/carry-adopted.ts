import type { OfficeActor } from '../../http/actor';
import { invalidField } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { LedgerRow } from './comment.repository';
import type { ConsultationsDeps } from './deps';

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

/**
 * Writes adopted wordings of single columns into the next edition, so that its diff names the comments. An edition that is no draft
 * any more already says what it says. Of two adopted wordings of one column the one answered last is taken; what a sheet cannot hold
 * as it stands the catalog leaves to its editors.
 */
export async function carryAdopted(
  deps: Pick<ConsultationsDeps, 'catalog'>,
  actor: OfficeActor,
  { rows, editionId }: { rows: readonly LedgerRow[]; editionId: string },
  tx: Tx,
): Promise<void> {
  const edition = await deps.catalog.findEdition(editionId);
  if (!edition) throw invalidField('nextEditionId', '没有这个目录版本，请从列表里选。');
  if (edition.state === 'draft') await deps.catalog.applyAdoptedChanges(actor, editionId, adoptedEdits(rows), tx);
}
