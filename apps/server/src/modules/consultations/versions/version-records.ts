import type { diffDraft } from './diff-draft';
import type { DraftChangeRecord, VersionRecord } from './version.repository';

/** A version with what it changed, as they are kept. */
export function versionRecords(
  changes: ReturnType<typeof diffDraft>,
  given: Omit<VersionRecord, '_id' | 'counts'>,
  /** Comments that an item was written from, by its id. */
  sources: ReadonlyMap<string, string[]> = new Map(),
): { version: VersionRecord; changes: DraftChangeRecord[] } {
  const { consultationId, version } = given;
  const count = (change: string) => changes.filter(row => row.change === change).length;
  return {
    version: {
      ...given,
      _id: `${consultationId}:${version}`,
      counts: { new: count('new'), changed: count('changed'), removed: count('removed') },
    },
    changes: changes.map((change, position) => ({
      ...change,
      ...{ _id: `${consultationId}:${version}:${change.itemId}`, consultationId, version, position },
      commentIds: sources.get(change.itemId) ?? [],
    })),
  };
}
