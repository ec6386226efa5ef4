import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { DraftItemRecord, ItemField } from '../consultation.repository';
import type { DraftChangeRecord } from './version.repository';

type Item = Pick<DraftItemRecord, 'itemId' | 'label' | 'text' | 'change' | 'fields'>;
type ItemChange = Omit<DraftChangeRecord, '_id' | 'consultationId' | 'version' | 'position' | 'commentIds'>;

/** What a column of an entry says in a draft; null when it says nothing, or the entry is to go. */
export const columnOf = (item: Item, field: ItemField['field']): string | null =>
  item.change === 'removed' ? null : (item.fields.find(one => one.field === field)?.after ?? null);

/** Columns that two states of an entry do not share. */
function columnChanges(before: Item | undefined, after: Item | undefined): ItemField[] {
  const known = [...(before?.fields ?? []), ...(after?.fields ?? [])];
  return ENTRY_FIELDS.flatMap(field => {
    const label = known.find(one => one.field === field)?.label;
    const [was, is] = [before ? columnOf(before, field) : null, after ? columnOf(after, field) : null];
    return label === undefined || was === is ? [] : [{ field, label, before: was, after: is }];
  });
}

/** What a new draft changes of the one before it, item by item: those that stay, change or come in their new order, then those that go. */
export function diffDraft(before: readonly Item[], after: readonly Item[]): ItemChange[] {
  const olds = new Map(before.map(item => [item.itemId, item]));
  const kept = new Set(after.map(item => item.itemId));
  const rowOf = (was: Item | undefined, is: Item | undefined): ItemChange[] => {
    const fields = columnChanges(was, is);
    const isSame = was !== undefined && is !== undefined && was.text === is.text && fields.length === 0;
    if (isSame && was.label === is.label) return [];
    return [
      {
        itemId: (is ?? was)!.itemId,
        change: isSame ? 'same' : was === undefined ? 'new' : is === undefined ? 'removed' : 'changed',
        labelBefore: was?.label ?? null,
        label: is?.label ?? null,
        before: was?.text ?? null,
        after: is?.text ?? null,
        fields,
      },
    ];
  };
  return [
    ...after.flatMap(item => rowOf(olds.get(item.itemId), item)),
    ...before.filter(item => !kept.has(item.itemId)).flatMap(item => rowOf(item, undefined)),
  ];
}
