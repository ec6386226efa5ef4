import { actOnDraft, type DraftAct, type DraftRefusal } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { DRAFTS, SYSTEM, type DraftsDeps } from './deps';
import type { DraftActName, DraftRecord, SignatureRecord } from './draft.model';
import { canReadDraft } from './draft.policy';

export interface DraftChange {
  act: DraftActName;
  /** The step in the machine; none for what leaves the state as it is. */
  move?: DraftAct<SignatureRecord>;
  /** The step it is about, for the timeline. */
  step?: number | null;
  /** Kept in the timeline. */
  note?: string | null;
  /** Further fields that change with it. */
  set?: Partial<DraftRecord>;
}

/** A draft that this actor may know of; others' working papers are not there. */
export async function getReadableDraft(
  deps: Pick<DraftsDeps, 'drafts'>,
  actor: OfficeActor,
  id: string,
  tx?: Tx,
): Promise<DraftRecord> {
  const record = await deps.drafts.get(id, tx);
  if (!canReadDraft(actor, record)) throw new AppError('draft.not_found');
  return record;
}

/** Who changed it since it was read, for whoever was about to. */
export async function conflictOf(deps: Pick<DraftsDeps, 'identity'>, record: DraftRecord): Promise<AppError> {
  const names = await deps.identity.findStaffNames([record.updatedBy]);
  return new AppError('draft.conflict', {
    data: {
      revision: record.revision,
      updatedBy: { id: record.updatedBy, name: names.get(record.updatedBy) ?? '' },
      updatedAt: record.updatedAt.toISOString(),
    },
  });
}

/**
 * The one way a draft goes on: read, compare with what the actor saw, decide, write with audit and outbox in one transaction.
 * @param decide throws when the actor may not
 */
export async function changeDraft(
  deps: DraftsDeps,
  actor: OfficeActor,
  seen: { id: string; revision: number },
  decide: (record: DraftRecord, tx: Tx) => DraftChange | Promise<DraftChange>,
): Promise<DraftRecord> {
  return deps.transaction(async tx => {
    const record = await getReadableDraft(deps, actor, seen.id, tx);
    if (record.revision !== seen.revision) throw await conflictOf(deps, record);
    return writeChange(deps, actor, record, await decide(record, tx), tx);
  });
}

/** Writes one step of a draft that was read in this transaction. */
export async function writeChange(
  deps: DraftsDeps,
  actor: OfficeActor | 'system',
  record: DraftRecord,
  change: DraftChange,
  tx: Tx,
): Promise<DraftRecord> {
  const next = advance(record, actor === 'system' ? SYSTEM : actor.staffId, change, deps.clock.now());
  await deps.drafts.replace(next, tx);
  const subject = {
    ...{ collection: DRAFTS, id: record._id, fields: Object.keys(change.set ?? {}) },
    ...(next.state !== record.state && { from: record.state, to: next.state }),
  };
  await deps.audit.add(actor, `notice-draft.${change.act}`, subject, tx);
  await deps.outbox.add({ name: `notice-draft.${change.act}`, draftId: record._id }, tx);
  return { ...next, revision: record.revision + 1 };
}

function advance(
  record: DraftRecord,
  by: string,
  { act, move, step = null, note = null, set }: DraftChange,
  now: Date,
): DraftRecord {
  const moved = move ? reviewAfter(record, move) : {};
  const next = { ...record, ...moved, ...set, updatedAt: now, updatedBy: by };
  const entry = { at: now, by, act, from: record.state, to: next.state, step, note };
  return { ...next, timeline: [...record.timeline, entry] };
}

/** What of the record follows from an act; throws when the act may not be. */
export function reviewAfter(
  record: DraftRecord,
  act: DraftAct<SignatureRecord>,
): Pick<DraftRecord, 'state' | 'steps' | 'contentHash' | 'writers' | 'signatures'> {
  const { state, steps, contentHash, writers, signatures } = record;
  const outcome = actOnDraft({ state, steps, contentHash, writers, signatures }, act);
  if ('refusal' in outcome) throw refused(outcome.refusal);
  const { review } = outcome;
  return { ...review, writers: [...review.writers], signatures: [...review.signatures] };
}

const NOT_YOURS: ReadonlySet<DraftRefusal> = new Set(['wrote', 'signed']);

const refused = (refusal: DraftRefusal): AppError =>
  new AppError(NOT_YOURS.has(refusal) ? 'draft.not_yours' : 'draft.state', { data: { reason: refusal } });
