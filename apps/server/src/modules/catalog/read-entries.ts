import type { Domain, Duty, EntryDetail, EntrySummary } from '@bandeng/contracts/types';
import type { RouteInput } from '@bandeng/contracts/types';
import { dutyOf, dutyStart, isCalendarDuty } from '@bandeng/rules';
import { isKnown, type Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import { presentEntry, presentEntrySummary, type Names } from './catalog.presenter';
import type { DutyOutline, EntryRecord } from './catalog.repository';
import type { CatalogDeps, Publication } from './deps';
import { listKnownDomains, type KnownDomain } from './known-domains';
import type { NudgesDeps } from './nudges/deps';
import { queryTerms } from './search-terms';

export type EntriesQuery = RouteInput<'entries.list'>['query'];

export const namesOf = (domains: readonly KnownDomain[]): Names => new Map(domains.map(({ id, name }) => [id, name]));

/** Entries in force by every filter, in the order of the catalog. */
export async function listEntries(deps: CatalogDeps, query: EntriesQuery): Promise<Page<EntrySummary>> {
  const terms = query.q === undefined ? [] : queryTerms(query.q);
  if (query.q !== undefined && terms.length === 0) return { items: [], nextCursor: null };
  const keys = [
    // The rarest first: pairs of characters, then unit and domain, then what half of the entries have.
    ...terms.map(term => `t:${term}`),
    ...(query.unit ? [`unit:${query.unit}`] : []),
    ...(query.domain ? [`dom:${query.domain}`] : []),
    ...(query.stage ? [`stage:${query.stage}`] : []),
    ...(query.level ? [`level:${query.level}`] : []),
  ];
  const { items, nextCursor } = await deps.catalog.listInForce(keys, query);
  const ids = items.map(({ entryId }) => entryId);
  const domains = namesOf(await listKnownDomains(deps));
  const counts = ids.length === 0 ? new Map<string, number>() : await deps.notices.countByEntry(ids);
  const overdue = await overdueOf(deps, items);
  const present = (record: EntryRecord) =>
    presentEntrySummary(record, {
      domains,
      noticeCount: counts.get(record.entryId) ?? 0,
      isOverdue: overdue.has(record.entryId),
    });
  return { items: items.map(present), nextCursor };
}

/** The entry in force; throws entry.not_found when there is none (any more). */
export async function getEntry(deps: NudgesDeps, actor: Actor, id: string): Promise<EntryDetail> {
  const [record] = await deps.catalog.findInForce([id]);
  if (!record) throw new AppError('entry.not_found');
  const units = new Map((await deps.listUnits()).map(unit => [unit.id, unit.name]));
  const domains = namesOf(await listKnownDomains(deps));
  const counts = await deps.notices.countByEntry([id]);
  const nudges = isKnown(actor) ? await deps.nudges.listOfEntry(actor.accountId, id) : [];
  const duty = await dutyOfEntry(deps, record);
  const nudge = duty !== null && duty.overdue > 0 && actor.kind === 'resident';
  return {
    ...presentEntry(record, { domains, units }),
    noticeCount: counts.get(id) ?? 0,
    duty,
    ...(isKnown(actor) && { nudges: nudges.map(({ from, createdAt }) => ({ from, at: createdAt.toISOString() })) }),
    ...(actor.kind !== 'anonymous' && { abilities: { nudge } }),
  };
}

/** How the duty of an entry was kept in the last twelve months; null when it has none by the calendar. */
export async function dutyOfEntry(
  deps: Pick<CatalogDeps, 'notices' | 'clock'>,
  { entryId, timeLimitsText }: Pick<DutyOutline, 'entryId' | 'timeLimitsText'>,
): Promise<Duty | null> {
  const publications = await publicationsOf(deps, [{ entryId, timeLimitsText }]);
  return dutyOf(timeLimitsText, publications.get(entryId) ?? [], deps.clock.today());
}

/** The 26 domains, and those of the district's own that have entries in force. */
export async function listDomains(deps: CatalogDeps): Promise<Domain[]> {
  const standard = new Set(deps.standardDomains.map(({ id }) => id));
  const domains = (await listKnownDomains(deps)).filter(
    ({ id, inForceEditionId }) => standard.has(id) || inForceEditionId !== null,
  );
  const ids = domains.map(({ id }) => id);
  const [noticeCounts, readCounts] = await Promise.all([
    deps.notices.countByDomain(ids),
    deps.notices.readsByDomain(ids),
  ]);
  const duties = await deps.catalog.listDuties();
  const overdue = await overdueOf(deps, duties);
  return domains.map(({ id, name, order, entryCount }) => ({
    id,
    name,
    order,
    entryCount,
    noticeCount: noticeCounts.get(id) ?? 0,
    readCount: readCounts.get(id) ?? 0,
    overdueCount: duties.filter(entry => entry.domainId === id && overdue.has(entry.entryId)).length,
  }));
}

/** Ids of the entries with a period that is late. */
async function overdueOf(deps: CatalogDeps, records: readonly DutyOutline[]): Promise<Set<string>> {
  const today = deps.clock.today();
  const duties = records.filter(({ timeLimitsText }) => isCalendarDuty(timeLimitsText, today));
  const publications = await publicationsOf(deps, duties);
  const late = duties.filter(({ entryId, timeLimitsText }) => {
    const duty = dutyOf(timeLimitsText, publications.get(entryId) ?? [], today);
    return duty !== null && duty.overdue > 0;
  });
  return new Set(late.map(({ entryId }) => entryId));
}

/** What fulfilled each of these that comes round by the calendar, in the time that the strip shows. */
export async function publicationsOf(
  { notices, clock }: Pick<CatalogDeps, 'notices' | 'clock'>,
  records: readonly Pick<DutyOutline, 'entryId' | 'timeLimitsText'>[],
): Promise<ReadonlyMap<string, readonly Publication[]>> {
  const today = clock.today();
  const ids = records
    .filter(({ timeLimitsText }) => isCalendarDuty(timeLimitsText, today))
    .map(({ entryId }) => entryId);
  return ids.length === 0 ? new Map() : notices.publicationsByEntry(ids, dutyStart(today));
}
