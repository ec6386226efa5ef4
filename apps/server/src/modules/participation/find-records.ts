import type { FoundRecord } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../http/actor';
import type { Page } from '../../platform/paging';

/** A unit has few of them at a time: the newest are looked through. */
const LOOKED_THROUGH = 100;

type ListForStaff = (
  wanted: { unitIds: readonly string[] | 'all'; state: undefined; now: Date },
  query: { limit: number },
) => Promise<Page<{ _id: string; title: string; unitId: string }>>;

/** Questionnaires or meetings of the units this member prepares them for, by words of their titles. */
export async function findByTitle(
  listForStaff: ListForStaff,
  actor: OfficeActor,
  wanted: { kind: 'survey' | 'meeting'; note: string; words: string; limit: number; now: Date },
): Promise<FoundRecord[]> {
  const { kind, note, words, limit, now } = wanted;
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const { items } = await listForStaff({ unitIds, state: undefined, now }, { limit: LOOKED_THROUGH });
  return items
    .filter(({ title }) => title.includes(words))
    .slice(0, limit)
    .map(({ _id, title }) => ({ kind, id: _id, title, note }));
}
