import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, matchClauses } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { draftFields } from '../build-consultation';
import { runsConsultations, stateOf } from '../consultation.policy';
import type { ConsultationRecord, DraftItemRecord } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import { itemRecords, readDraft, type DraftInput } from '../read-draft';
import { diffDraft } from './diff-draft';
import { sourcesOf } from './sources-of';
import { versionRecords } from './version-records';

/**
 * Puts a new draft in the place of the one people are speaking about, with the reason and the difference for everybody to see. No comment is
 * touched: what has become of its place is worked out when it is shown. Throws consultation.state, consultation.changed, request.invalid.
 */
export async function reviseDraft(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.consultations.revise'>['body'] },
): Promise<{ record: ConsultationRecord; isNew: boolean }> {
  const known = await deps.consultations.get(id);
  if (!runsConsultations(actor, known.unitId))
    throw new AppError(known.publishedAt === null ? 'consultation.not_found' : 'auth.forbidden');
  const contentHash = sha256(canonicalJson({ id, actor: actor.staffId, body }));
  const made = await deps.versions.findByRequest(id, body.id);
  if (made && made.contentHash !== contentHash) throw new AppError('id.conflict');
  if (made) return { record: known, isNew: false };

  const record = await deps.transaction(async tx => {
    const before = await deps.consultations.get(id, tx);
    const now = deps.clock.now();
    const state = stateOf(before, now);
    // Most answers are written when the window is over: what was adopted shows in a draft before the outcome counts it.
    if (state !== 'open' && state !== 'closed') throw new AppError('consultation.state');
    const { draftVersion = 1 } = before;
    if (draftVersion !== body.draftVersion) throw new AppError('consultation.changed');
    if (body.draft.kind !== before.draftKind)
      throw invalidField('draft.kind', '新的一稿要和原来的一样：一份文件，或者一版目录。');
    const items = await deps.consultations.listAllItems(id, tx);
    const input = await continued(deps, id, { items, input: body.draft }, tx);
    const draft = await readDraft(deps, input);
    const changes = diffDraft(items, draft.items);
    if (changes.length === 0) throw invalidField('draft', '和现在的草案一样，没有什么可以公布。');
    const sources = await sourcesOf(deps, id, { body, input, changes }, tx);

    const set = { ...draftFields(id, input, draft), draftVersion: draftVersion + 1 };
    if (input.kind === 'entries' && input.editionId !== before.editionId)
      await deps.catalog.markConsulted(actor, input.editionId, tx);
    await deps.consultations.putItems(id, itemRecords(id, draft.items), tx);
    const version = {
      ...{ consultationId: id, version: set.draftVersion, requestId: body.id, contentHash, reason: body.reason },
      ...{ publishedAt: now, publishedBy: actor.staffId },
    };
    const made = versionRecords(changes, version, sources);
    await deps.versions.insert(made.version, made.changes, tx);
    await deps.consultations.update(id, set, tx);
    const subject = { collection: 'consultations', id, fields: Object.keys(set) };
    await deps.audit.add(actor, 'consultation.revised', subject, tx);
    const { unitId } = before;
    const told = { consultationId: id, unitId, version: set.draftVersion, isOpen: state === 'open' };
    await deps.outbox.add({ name: 'consultation.revised', ...told }, tx);
    return { ...before, ...set, revision: before.revision + 1 };
  });
  return { record, isNew: true };
}

/** The draft with the ids of what it continues; those of entries are theirs over all editions (ADR 0004). */
async function continued(
  { versions }: Pick<ConsultationsDeps, 'versions'>,
  id: string,
  { items, input }: { items: readonly DraftItemRecord[]; input: DraftInput },
  tx: Tx,
): Promise<DraftInput> {
  if (input.kind === 'entries') return input;
  const known = items.map(({ itemId, label, text }) => ({ id: itemId, label, text: text ?? '' }));
  const ids = matchClauses(known, input.clauses, await versions.listUsedIds(id, tx));
  return { kind: 'clauses', clauses: input.clauses.map((clause, at) => ({ ...clause, id: ids[at]! })) };
}
