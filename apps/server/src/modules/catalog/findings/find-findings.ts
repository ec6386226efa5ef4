import type { Finding } from '@bandeng/contracts/types';
import type { EntryRecord } from '../catalog.repository';
import { squeeze } from '../sheets/sheet';
import { lintName } from './lint-name';
import { comparable, similarity, type Comparable } from './similarity';

export type FindingKind = Finding['kind'];
/** What the findings look at. */
export type FindingEntry = Pick<
  EntryRecord,
  'entryId' | 'domainId' | 'position' | 'path' | 'name' | 'basis' | 'content' | 'publisherText' | 'publisherUnitIds'
>;
export interface Found {
  kind: FindingKind;
  entry: FindingEntry;
  message: string;
  /** The entry it is like. */
  other: FindingEntry | null;
}

/** From here on two names mean the same. */
const SAME_NAME = 0.85;

const keyOf = (parts: readonly string[]): string => parts.map(squeeze).join('\u0000');
const setKey = (texts: readonly string[]): string => keyOf([...texts].sort());

/** Names that break the rules, and publishers that no unit is found for. */
export function lintEntries(entries: readonly FindingEntry[]): Found[] {
  return entries.flatMap(entry => {
    const named = lintName(entry.name, entry.path).map(message => ({
      kind: 'naming' as const,
      entry,
      message,
      other: null,
    }));
    if (entry.publisherUnitIds.length > 0) return named;
    const message = `“${entry.publisherText.replace(/\n/g, '、')}”对不上哪个单位，应公开的没有人管`;
    return [...named, { kind: 'publisher' as const, entry, message, other: null }];
  });
}

/** Entries of one domain that say the same: by name at one place, or by content and basis at any. */
export function findDuplicates(entries: readonly FindingEntry[]): Found[] {
  const byName = repeated(entries, ({ domainId, path, name }) => keyOf([domainId, ...path, name]));
  const byContent = repeated(entries, ({ domainId, name, basis, content }) =>
    [domainId, squeeze(name), setKey(basis), setKey(content.map(({ text }) => text))].join('\u0001'),
  );
  const named = new Set(byName.map(({ entry }) => entry));
  return [
    ...byName.map(found => ({ ...found, kind: 'same_name' as const, message: '同一个地方有同名的事项' })),
    ...byContent
      .filter(({ entry }) => !named.has(entry))
      .map(found => ({ ...found, kind: 'same_basis' as const, message: '名称、内容和依据都一样，可能写了两遍' })),
  ];
}

function repeated(entries: readonly FindingEntry[], key: (entry: FindingEntry) => string) {
  const first = new Map<string, FindingEntry>();
  return entries.flatMap(entry => {
    const other = first.get(key(entry));
    if (other) return [{ entry, other }];
    first.set(key(entry), entry);
    return [];
  });
}

/** Entries of a guide that ours has none for, in the domains that ours has: by id, by name, or by a name that is much alike. */
export function findOmissions(ours: readonly FindingEntry[], guide: readonly FindingEntry[]): Found[] {
  const ids = new Set(ours.map(({ entryId }) => entryId));
  const byDomain = new Map<string, Comparable[]>();
  for (const { domainId, name } of ours) byDomain.set(domainId, [...(byDomain.get(domainId) ?? []), comparable(name)]);
  return guide.flatMap(entry => {
    const known = byDomain.get(entry.domainId);
    if (!known || ids.has(entry.entryId)) return [];
    const wanted = comparable(entry.name);
    if (known.some(name => similarity(name, wanted) >= SAME_NAME)) return [];
    return [{ kind: 'omission' as const, entry, message: '指引里有，这一版里没有', other: null }];
  });
}
