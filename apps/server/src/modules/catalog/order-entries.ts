import { numberRows } from '@bandeng/rules';
import type { Tx } from '../../platform/transaction';
import type { EntryPlace } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { positionOf } from './entry-record';
import { listKnownDomains } from './known-domains';

/**
 * Writes the order of a domain of a draft: its entries stand one behind the other, and their 序号 follow.
 * @param rows every entry of the domain, in the new order; one that is not stored yet only takes its place among them
 * @returns the place of each, in the same order
 */
export async function orderEntries(
  deps: Pick<CatalogDeps, 'catalog' | 'standardDomains'>,
  domainId: string,
  rows: readonly EntryPlace[],
  tx: Tx,
): Promise<EntryPlace[]> {
  const domain = (await listKnownDomains(deps, tx)).find(({ id }) => id === domainId)!;
  const numbers = numberRows(rows.map(() => domainId));
  const places = rows.map(({ _id }, at) => ({ _id, position: positionOf(domain.order, at), number: numbers[at]! }));
  const isElsewhere = ({ position, number }: EntryPlace, at: number) =>
    position !== rows[at]!.position || number !== rows[at]!.number;
  await deps.catalog.placeEntries(places.filter(isElsewhere), tx);
  return places;
}
