import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { RouteInput } from '@bandeng/contracts/types';
import { invalidField } from '../../platform/errors';
import { FIELD_LABELS } from '../catalog';
import type { DraftItemRecord, ItemField } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

export type DraftInput = RouteInput<'staff.consultations.create'>['body']['draft'];
type DraftItem = Omit<DraftItemRecord, '_id' | 'consultationId'>;

/** A draft as it stands, item by item. */
export interface DraftText {
  items: DraftItem[];
  /** Domains of the edition: where an entry can be missing. */
  domainIds: string[];
  itemCount: number;
  changedCount: number;
}

const CATALOG_PAGE = 100;

/** The items of a draft: its clauses, or the entries of an edition beside what is in force. Throws request.invalid. */
export async function readDraft(deps: Pick<ConsultationsDeps, 'catalog'>, draft: DraftInput): Promise<DraftText> {
  const { items, domainIds } =
    draft.kind === 'clauses'
      ? { items: clauseItems(draft.clauses), domainIds: [] }
      : await entryItems(deps, draft.editionId);
  return {
    items,
    domainIds,
    itemCount: items.length,
    changedCount: items.filter(item => item.change !== 'same').length,
  };
}

function clauseItems(clauses: Extract<DraftInput, { kind: 'clauses' }>['clauses']): DraftItem[] {
  return clauses.map(({ id, label, text, before = null }, position) => ({
    itemId: id,
    position,
    change: before === null ? 'new' : before === text ? 'same' : 'changed',
    label,
    text,
    before,
    path: [],
    fields: [],
  }));
}

async function entryItems(
  { catalog }: Pick<ConsultationsDeps, 'catalog'>,
  editionId: string,
): Promise<{ items: DraftItem[]; domainIds: string[] }> {
  const edition = await catalog.findEdition(editionId);
  if (!edition) throw invalidField('draft.editionId', '没有这个目录版本，请从列表里选。');
  const items: DraftItem[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await catalog.listEditionItems(editionId, {
      limit: CATALOG_PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    for (const item of page.items) {
      const { entryId, name, path, change, entry } = item;
      const position = items.length;
      const changed = new Map(item.fields.map(field => [field.field, field]));
      const fields = ENTRY_FIELDS.flatMap((field): ItemField[] => {
        const differing = changed.get(field);
        if (differing) return [differing];
        // What did not change reads the same before and after; an empty column is no row.
        const value = catalog.fieldText(entry, field);
        return value === '' ? [] : [{ field, label: FIELD_LABELS[field], before: value, after: value }];
      });
      items.push({ itemId: entryId, position, change, label: name, text: null, before: null, path, fields });
    }
    if (page.nextCursor === null) return { items, domainIds: edition.domainIds };
    cursor = page.nextCursor;
  }
}

export const itemRecords = (consultationId: string, items: readonly DraftItem[]): DraftItemRecord[] =>
  items.map(item => ({ ...item, _id: `${consultationId}:${item.itemId}`, consultationId }));
