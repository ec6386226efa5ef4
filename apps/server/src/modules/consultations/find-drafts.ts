import type { FoundRecord } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../http/actor';
import type { ConsultationsDeps } from './deps';

/** A unit has few drafts at a time: the newest of them are looked through. */
const LOOKED_THROUGH = 100;

/** Consultations not yet public, of the units that this member runs them for; the public ones are in the search index. */
export async function findDrafts(
  { consultations, clock }: ConsultationsDeps,
  actor: OfficeActor,
  { words, limit }: { words: string; limit: number },
): Promise<FoundRecord[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const wanted = { unitIds, state: 'draft', now: clock.now() } as const;
  const { items } = await consultations.listForStaff(wanted, { limit: LOOKED_THROUGH });
  return items
    .filter(({ question, title }) => question.includes(words) || title.includes(words))
    .slice(0, limit)
    .map(({ _id, question, title }) => ({
      kind: 'consultation',
      id: _id,
      title: question,
      note: `还没开始 · ${title}`,
    }));
}
