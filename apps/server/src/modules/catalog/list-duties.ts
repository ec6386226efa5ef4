import type { Duty, EntryDuty, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { dutyOf, dutyStart } from '@bandeng/rules';
import type { Cursors } from '../../platform/cursor';
import type { EntryRecord } from './catalog.repository';
import type { CatalogDeps, Publication } from './deps';
import { listKnownDomains } from './known-domains';
import { namesOf } from './read-entries';

type Query = RouteInput<'staff.catalog.duties'>['query'];
type Counts = RouteAnswer<'staff.catalog.duties'>['counts'];
type Facts = Pick<EntryDuty, 'state' | 'noticeCount' | 'lastPublishedOn' | 'expected' | 'published' | 'late'>;

/** Entries whose notices are asked for at once. */
const AT_ONCE = 500;
/** Before anything that was published. */
const EVER = '1950-01-01';
const noCounts = (): Counts => ({ all: 0, missing: 0, late: 0, kept: 0 });

/** Should-publish against published: every entry in force that is published actively, with what is there, what is missing, what was late. */
export async function listDuties(
  deps: CatalogDeps & { cursors: Cursors },
  query: Query,
): Promise<RouteAnswer<'staff.catalog.duties'>> {
  const { unit, domain, state, entry: only, cursor, limit } = query;
  const keys = [...(unit ? [`unit:${unit}`] : []), ...(domain ? [`dom:${domain}`] : [])];
  const entries = (await deps.catalog.listAllInForceWith(keys)).filter(
    ({ attribute, entryId }) => attribute === 'active' && (only === undefined || entryId === only),
  );
  const facts = await factsOf(deps, entries);

  const counts = noCounts();
  const byUnit = new Map<string, Counts>();
  for (const entry of entries) {
    const { state: kept } = facts.get(entry.entryId)!;
    const accounts = entry.publisherUnitIds.map(id => byUnit.get(id) ?? byUnit.set(id, noCounts()).get(id)!);
    for (const account of [counts, ...accounts]) {
      account.all += 1;
      account[kept] += 1;
    }
  }

  const list = `staff.catalog.duties:${unit ?? ''}:${domain ?? ''}:${state ?? ''}:${only ?? ''}`;
  const [position, id] = cursor === undefined ? [] : deps.cursors.decode(list, cursor);
  const isAfter = (entry: EntryRecord) =>
    cursor === undefined ||
    entry.position > Number(position) ||
    (entry.position === Number(position) && entry._id > String(id));
  const rest = entries.filter(
    entry => isAfter(entry) && (state === undefined || facts.get(entry.entryId)!.state === state),
  );
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const names = { domains: namesOf(await listKnownDomains(deps)), units: await unitNames(deps) };
  const refOf = (id: string, known: ReadonlyMap<string, string>) => ({ id, name: known.get(id) ?? id });
  return {
    items: shown.map(entry => ({
      id: entry.entryId,
      name: entry.name,
      path: entry.path,
      domain: refOf(entry.domainId, names.domains),
      publishers: entry.publisherUnitIds.map(unitId => refOf(unitId, names.units)),
      publisherText: entry.publisherText,
      timeLimitsText: entry.timeLimitsText,
      ...facts.get(entry.entryId)!,
    })),
    nextCursor: last && rest.length > limit ? deps.cursors.encode(list, [last.position, last._id]) : null,
    counts,
    units: [...byUnit]
      .filter(([unitId]) => unit === undefined || unitId === unit)
      .map(([unitId, account]) => ({ unit: refOf(unitId, names.units), ...account }))
      .sort((a, b) => b.missing + b.late - (a.missing + a.late) || b.all - a.all),
  };
}

const unitNames = async ({ listUnits }: CatalogDeps) =>
  new Map((await listUnits()).map(({ id, shortName }) => [id, shortName]));

async function factsOf(
  { notices, clock }: Pick<CatalogDeps, 'notices' | 'clock'>,
  entries: readonly EntryRecord[],
): Promise<Map<string, Facts>> {
  const today = clock.today();
  const facts = new Map<string, Facts>();
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const some = entries.slice(at, at + AT_ONCE);
    const ids = some.map(({ entryId }) => entryId);
    const recent = await notices.publicationsByEntry(ids, dutyStart(today));
    // Only of those with nothing since it matters whether there ever was anything.
    const silent = ids.filter(id => !recent.get(id)?.length);
    const older =
      silent.length === 0 ? new Map<string, readonly Publication[]>() : await notices.publicationsByEntry(silent, EVER);
    for (const { entryId, timeLimitsText } of some) {
      const publications = recent.get(entryId) ?? [];
      const last = publications.at(-1) ?? older.get(entryId)?.at(-1);
      facts.set(entryId, accountOf({ timeLimitsText, publications, last, today }));
    }
  }
  return facts;
}

/** What became of one entry. A period that came out after its day was late, and stays so. */
export function accountOf(given: {
  timeLimitsText: string;
  /** Of the last two years, oldest first. */
  publications: readonly Publication[];
  /** The latest one ever. */
  last: Publication | undefined;
  today: string;
}): Facts {
  const { timeLimitsText, publications, last, today } = given;
  const duty = dutyOf(timeLimitsText, publications, today);
  const late = duty ? lateOf(duty, publications) : [];
  return {
    state: last === undefined ? 'missing' : late.length > 0 ? 'late' : 'kept',
    noticeCount: publications.length,
    lastPublishedOn: last?.publishedOn ?? null,
    expected: duty?.expected ?? null,
    published: duty?.published ?? null,
    late,
  };
}

function lateOf({ periods }: Duty, publications: readonly Publication[]): Facts['late'] {
  const dates = new Map(publications.map(({ noticeId, publishedOn }) => [noticeId, publishedOn]));
  return periods.flatMap(({ label, dueOn, state, noticeId }) => {
    const publishedOn = (noticeId !== null && dates.get(noticeId)) || null;
    const isLate = state === 'overdue' || (publishedOn !== null && publishedOn > dueOn);
    return isLate ? [{ label, dueOn, publishedOn, noticeId }] : [];
  });
}
