import type { Finding, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { Cursors } from '../../../platform/cursor';
import { AppError, invalidField } from '../../../platform/errors';
import type { CatalogDeps } from '../deps';
import { listKnownDomains } from '../known-domains';
import { namesOf } from '../read-entries';
import { findDuplicates, findOmissions, lintEntries, type Found } from './find-findings';

type Query = RouteInput<'staff.editions.findings'>['query'];

/** Sortable as text: the order of the sheet, then the kind. */
const keyOf = ({ kind, entry, message }: Found): string =>
  [String(entry.position).padStart(12, '0'), kind, entry.entryId, message].join(':');

/** What one should look at again before an edition is final, in the order of the sheet. */
export async function listFindings(
  deps: CatalogDeps & { cursors: Cursors },
  editionId: string,
  query: Query,
): Promise<RouteAnswer<'staff.editions.findings'>> {
  const { kind, domain, guide, cursor, limit } = query;
  const edition = await deps.catalog.findEdition(editionId);
  if (!edition) throw new AppError('edition.not_found');
  if (guide !== undefined && !(await deps.catalog.findEdition(guide)))
    throw invalidField('guide', '没有这个目录版本。');
  const ours = await deps.catalog.listEditionEntries(editionId, domain);
  const theirs = guide === undefined ? [] : await deps.catalog.listEditionEntries(guide, domain);
  const all = [...lintEntries(ours), ...findDuplicates(ours), ...findOmissions(ours, theirs)];

  const counts = { naming: 0, publisher: 0, same_name: 0, same_basis: 0, omission: 0 };
  for (const found of all) counts[found.kind] += 1;
  const list = `staff.editions.findings:${editionId}:${kind ?? ''}:${domain ?? ''}:${guide ?? ''}`;
  const [after] = cursor === undefined ? [] : deps.cursors.decode(list, cursor);
  const rest = all
    .filter(found => kind === undefined || found.kind === kind)
    .map(found => ({ key: keyOf(found), found }))
    .filter(({ key }) => after === undefined || key > String(after))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const domains = namesOf(await listKnownDomains(deps));
  const refOf = ({ entryId, name, path }: Found['entry']) => ({ id: entryId, name, path });
  const items = shown.map(({ key, found: { kind: ofKind, entry, message, other } }): Finding => ({
    id: key,
    kind: ofKind,
    message,
    domain: { id: entry.domainId, name: domains.get(entry.domainId) ?? entry.domainId },
    entry: refOf(entry),
    other: other && refOf(other),
  }));
  return { items, counts, nextCursor: last && rest.length > limit ? deps.cursors.encode(list, [last.key]) : null };
}
