import type { DraftPage } from '@bandeng/contracts/types';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import type { AskedClause } from './draft-effect';

type Item = DraftPage['items'][number];

/** The clauses of a draft as the editor has them, ids and all. */
export async function readClauses(id: string): Promise<AskedClause[]> {
  const items = await listAll<Item>(cursor =>
    api.call('staff.consultations.draft', { params: { id }, query: { limit: 100, cursor } }),
  );
  return items.flatMap(item => {
    if (!('label' in item)) return [];
    const { label, text, before, commentCount } = item;
    return [{ id: item.id, label, text, commentCount, ...(before !== null && { before }) }];
  });
}
