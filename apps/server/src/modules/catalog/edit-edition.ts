import type { EntryFieldName } from '@bandeng/contracts/schemas';
import type { Actor } from '../../http/actor';
import { AppError, invalidField, type FieldFault } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { keepsOneOf } from './catalog.policy';
import type { EditionRecord, EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { entryContext, getDraft, noteEdit } from './draft-edition';
import { deriveEntry, fieldsOf } from './entry-record';
import { fieldsFromText, fieldText } from './field-texts';

/** The new text of one column, as the national layout writes it, and the comments it comes from. */
export interface FieldEdit {
  entryId: string;
  field: EntryFieldName;
  text: string;
  commentIds: readonly string[];
  /** What the column said when it was read: when it says something else by now, nothing is changed. */
  before?: string | undefined;
}

/**
 * Changes columns of a draft edition, all or none; with `isAnswered` (an outcome is being published) what cannot be read is left to a
 * person instead: residents propose in words of their own.
 * Throws edition.frozen, edition.state (it is being consulted on), auth.forbidden (another unit's entry), entry.changed,
 * request.invalid.
 */
export async function editEdition(
  deps: CatalogDeps,
  actor: Actor | 'system',
  given: { editionId: string; edits: readonly FieldEdit[]; isAnswered?: boolean },
  tx: Tx,
): Promise<{ edition: EditionRecord; entries: EntryRecord[] }> {
  const { editionId, edits, isAnswered = false } = given;
  const edition = await getDraft(deps, editionId, tx);
  const ids = [...new Set(edits.map(({ entryId }) => entryId))];
  const records = await deps.catalog.findEntriesByKey(
    ids.map(id => `${editionId}:${id}`),
    tx,
  );
  const entries = new Map(records.map(record => [record.entryId, record]));
  const faults: FieldFault[] = [];
  edits.forEach((edit, at) => {
    const entry = entries.get(edit.entryId);
    if (!entry && isAnswered) return;
    if (!entry) throw invalidField(`edits.${at}.entryId`, `这个版本里没有“${edit.entryId}”这个事项。`);
    // What an outcome carries over is its office's, whoever publishes the entry.
    if (!isAnswered && actor !== 'system' && !keepsOneOf(actor, [entry]))
      throw new AppError('auth.forbidden', { data: { id: edit.entryId } });
    if (edit.before !== undefined && edit.before !== fieldText(entry, edit.field))
      throw new AppError('entry.changed', { data: { id: edit.entryId, text: fieldText(entry, edit.field) } });
    const problem = applyEdit(entry, edit, isAnswered);
    if (problem !== null && !isAnswered) faults.push({ path: `edits.${at}.text`, message: problem });
  });
  if (faults.length > 0) throw new AppError('request.invalid', { errors: faults });

  const context = await entryContext(deps);
  for (const entry of entries.values()) {
    Object.assign(entry, deriveEntry(fieldsOf(entry), entry.domainId, context));
    await deps.catalog.updateEntry(entry, tx);
  }
  const domainIds = [...new Set(records.map(({ domainId }) => domainId))];
  const fields = [...new Set(edits.map(({ field }) => field))];
  return { edition: await noteEdit(deps, actor, { edition, domainIds, fields }, tx), entries: records };
}

/** Writes an edit into the record; a sentence when its text cannot be read. */
function applyEdit(entry: EntryRecord, { field, text, commentIds }: FieldEdit, isAnswered: boolean): string | null {
  const parsed = fieldsFromText(field, text);
  if (parsed.problem !== undefined) return parsed.problem;
  // As an import demands it: what is public is public somewhere.
  if (parsed.value.channels?.length === 0 && entry.attribute !== 'withheld') return '“公开渠道和载体”没有写';
  const before = fieldText(entry, field);
  Object.assign(entry, parsed.value);
  if (commentIds.length === 0 || before === fieldText(entry, field)) return null;
  const isSameKind = (one: EntryRecord['adopted'][number]) => one.field === field && one.isAnswered === isAnswered;
  const known = entry.adopted.find(isSameKind)?.commentIds ?? [];
  const merged = { field, commentIds: [...new Set([...known, ...commentIds])], isAnswered };
  entry.adopted = [...entry.adopted.filter(one => !isSameKind(one)), merged];
  return null;
}
