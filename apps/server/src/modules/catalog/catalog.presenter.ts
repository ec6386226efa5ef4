import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { Edition, EditionEntry, Entry, EntrySummary, Ref } from '@bandeng/contracts/types';
import type { EditionRecord, EntryRecord } from './catalog.repository';
import { fieldsOf } from './entry-record';
import { fieldText } from './field-texts';

/** Names of domains and units by id. */
export type Names = ReadonlyMap<string, string>;

const refOf = (id: string, names: Names): Ref => ({ id, name: names.get(id) ?? id });

export function presentEntry(record: EntryRecord, names: { domains: Names; units: Names }): Entry {
  const { entryId, editionId, domainId, timeLimits, publisherUnitIds } = record;
  return {
    ...fieldsOf(record),
    id: entryId,
    editionId,
    domain: refOf(domainId, names.domains),
    timeLimits,
    // A unit that is gone leaves the verbatim text.
    publishers: publisherUnitIds.flatMap(id => (names.units.has(id) ? [refOf(id, names.units)] : [])),
  };
}

export function presentEntrySummary(
  record: EntryRecord,
  given: { domains: Names; noticeCount: number; isOverdue: boolean },
): EntrySummary {
  const { entryId, path, name, number, domainId, level, stage, publisherText, timeLimitsText } = record;
  const { domains, noticeCount, isOverdue } = given;
  return {
    id: entryId,
    path,
    name,
    number,
    domain: refOf(domainId, domains),
    level,
    stage,
    publisherText,
    timeLimitsText,
    noticeCount,
    overdue: isOverdue,
  };
}

export function presentEdition(record: EditionRecord, domains: Names): Edition {
  const { _id, number, title, state, inForceDomainIds, domainIds, entryCount, createdAt, frozenAt } = record;
  return {
    id: _id,
    hash: record.contentHash,
    number,
    title,
    state,
    inForce: inForceDomainIds.length > 0,
    domains: domainIds.map(id => refOf(id, domains)),
    entryCount,
    createdAt: createdAt.toISOString(),
    frozenAt: frozenAt?.toISOString() ?? null,
  };
}

/** An entry as one edits it. */
export function presentEditionEntry(
  record: EntryRecord,
  { domains, mayEdit }: { domains: Names; mayEdit: boolean },
): EditionEntry {
  const { entryId, domainId, path, number, adopted } = record;
  return {
    id: entryId,
    domain: refOf(domainId, domains),
    path,
    number,
    texts: Object.fromEntries(ENTRY_FIELDS.map(field => [field, fieldText(record, field)])) as EditionEntry['texts'],
    commentIds: [...new Set(adopted.flatMap(({ commentIds }) => commentIds))],
    mayEdit,
  };
}
