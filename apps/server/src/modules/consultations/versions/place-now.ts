import type { PublicComment } from '@bandeng/contracts/types';
import { labelOf } from '../build-comment';
import type { CommentRecord } from '../comment.repository';
import type { DraftItemRecord, ItemField } from '../consultation.repository';
import { columnOf } from './diff-draft';
import type { DraftChangeRecord } from './version.repository';

/** What a comment speaks of, as the draft stands now: the label of today, and the words of then where there are others now. */
export interface PlaceNow {
  label: string;
  former: PublicComment['former'];
  carriedIn: PublicComment['carriedIn'];
}

type Spoken = Pick<CommentRecord, 'target' | 'targetLabel' | 'draftVersion'>;

/**
 * A comment is never written again when the draft changes: where it belongs follows from the draft it was written on, what became of its
 * place since, and what stands there now. Words that came back are the same words.
 * @param changes of its item over all versions, the oldest first
 * @param item as it is now; undefined when the draft has it no longer
 */
export function placeNow(
  { target, targetLabel, draftVersion = 1 }: Spoken,
  given: { currentVersion: number; changes: readonly DraftChangeRecord[]; item: DraftItemRecord | undefined },
): Omit<PlaceNow, 'carriedIn'> {
  const { currentVersion, changes, item } = given;
  const since = changes.filter(({ version }) => version > draftVersion);
  const stays = { label: targetLabel, former: null };
  if (target.kind === 'whole')
    return draftVersion < currentVersion ? { ...stays, former: { change: 'changed', text: null } } : stays;
  const [first] = since;
  if (!first) return stays;
  if (target.kind === 'addition') return item ? stays : { ...stays, former: { change: 'removed', text: null } };

  const text = formerText(target, since);
  if (!item) return { ...stays, former: { change: 'removed', text: text ?? null } };
  if (text === undefined || isStill(target, since, item)) return { label: labelOf(target, item), former: null };
  return { ...stays, former: { change: 'changed', text } };
}

type ItemTarget = Extract<Spoken['target'], { kind: 'clause' | 'entry' }>;

/** The words then; undefined when none of the changes since touched them, null for an entry as a whole. */
function formerText(target: ItemTarget, since: readonly DraftChangeRecord[]): string | null | undefined {
  if (target.kind === 'clause') return since.find(({ change }) => change !== 'same')?.before;
  if (target.field === undefined) return since.some(({ change }) => change !== 'same') ? null : undefined;
  return since.flatMap(({ fields }) => fields).find(({ field }) => field === target.field)?.before;
}

/** Whether the words of then stand there now, after whatever came between. */
function isStill(target: ItemTarget, since: readonly DraftChangeRecord[], item: DraftItemRecord): boolean {
  if (target.kind === 'clause') return formerText(target, since) === item.text;
  const firsts = new Map<ItemField['field'], string | null>();
  for (const { field, before } of since.flatMap(({ fields }) => fields))
    if (!firsts.has(field) && (target.field ?? field) === field) firsts.set(field, before);
  return [...firsts].every(([field, before]) => columnOf(item, field) === before);
}
