import type { FeedbackTask, Notice, NoticeSummary, RouteInput } from '@bandeng/contracts/types';
import { isKnown, type Actor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { isSameSecret } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import { codeHashOf } from './build-notice';
import type { NoticesDeps } from './deps';
import { filterFacets } from './facets';
import type { FeedbackRecord } from './feedback.repository';
import type { NoticeRecord, Relation } from './notice.model';
import { isLimitedPeriod, isPublicNotice, isPublisher, isWithdrawn, noticeAbilities } from './notice.policy';
import { presentNotice, presentNoticeSummary, presentWithdrawn, type NoticeNames } from './notice.presenter';

const DAY_MS = 24 * 3_600_000;

/** The names that a page of notices shows. */
async function namesFor(deps: NoticesDeps, records: readonly NoticeRecord[], version?: string): Promise<NoticeNames> {
  const { units, areas, calendar } = await deps.namesOf({
    unitIds: records.map(record => record.unitId),
    areaIds: records.flatMap(record => record.areaIds),
    version,
  });
  const columnName = (id: string) => deps.columns.find(id)?.name ?? '';
  return { units, areas, columnName, today: deps.clock.today(), calendar };
}

async function summarize(
  deps: NoticesDeps,
  records: readonly NoticeRecord[],
  version?: string,
): Promise<NoticeSummary[]> {
  const names = await namesFor(deps, records, version);
  return records.map(record => presentNoticeSummary(record, names));
}

export async function listNotices(
  deps: NoticesDeps,
  query: RouteInput<'notices.list'>['query'],
  version?: string,
): Promise<Page<NoticeSummary>> {
  const anyOf = query.area === undefined ? [] : (await deps.organization.lineageOf(query.area)).map(id => `area:${id}`);
  if (query.area !== undefined && anyOf.length === 0) return { items: [], nextCursor: null };
  const now = deps.clock.now();
  const lastMoment = query.to === undefined ? now : new Date(startOfShanghaiDate(query.to).getTime() + DAY_MS - 1);
  const wanted = {
    facets: filterFacets(query),
    anyOf,
    since: query.from === undefined ? undefined : startOfShanghaiDate(query.from),
    until: lastMoment < now ? lastMoment : now,
  };
  if (query.q === undefined) {
    const page = await deps.notices.list(wanted, query);
    return { items: await summarize(deps, page.items, version), nextCursor: page.nextCursor };
  }
  const found = await deps.search.listNewest({ ...wanted, q: query.q, limit: query.limit, cursor: query.cursor });
  const byId = new Map((await deps.notices.findAll(found.ids)).map(record => [record._id, record]));
  const records = found.ids.flatMap(id => byId.get(id) ?? []).filter(record => isPublicNotice(record, now));
  return { items: await summarize(deps, records), nextCursor: found.nextCursor };
}

export async function getPublicNotice(deps: NoticesDeps, id: string): Promise<NoticeRecord> {
  const record = await deps.notices.get(id);
  if (!isPublicNotice(record, deps.clock.now())) throw new AppError('notice.not_found');
  return record;
}

/** A public one, or what is left of one that was taken down; who publishes for its unit sees it whole, before its hour too. */
export async function getReadableNotice(deps: NoticesDeps, actor: Actor, id: string): Promise<NoticeRecord> {
  const record = await deps.notices.get(id);
  const now = deps.clock.now();
  if (!isPublisher(actor, record.unitId) && !isPublicNotice(record, now) && !isWithdrawn(record, now))
    throw new AppError('notice.not_found');
  return record;
}

export async function describeNotice(
  deps: NoticesDeps,
  actor: Actor,
  record: NoticeRecord,
  isUnlocked = actor.kind === 'service' || isPublisher(actor, record.unitId),
): Promise<Notice> {
  if (record.takenDownAt && !isPublisher(actor, record.unitId))
    return presentWithdrawn(record, await namesFor(deps, [record]), isKnown(actor) ? {} : undefined);
  const [names, counter, attachments, entries, related, course] = await Promise.all([
    namesFor(deps, [record]),
    deps.notices.counter(record._id),
    attachmentsOf(deps, record),
    deps.catalog.entryRefs(record.entryIds),
    relatedOf(deps, record),
    record.posting && deps.postings.find(record._id),
  ]);
  return presentNotice(record, names, {
    counter,
    attachments,
    entries: entries.map(({ id, name, domainName }) => ({ id, name, domainName })),
    related,
    course,
    isUnlocked,
    sourceConflictAt: isPublisher(actor, record.unitId) ? record.sourceConflictAt : undefined,
    sourceDismissed: isPublisher(actor, record.unitId) ? record.sourceDismissed : undefined,
    ...(isKnown(actor) && { abilities: noticeAbilities(actor, record, deps.clock.today()) }),
  });
}

/** A ticket outlives the reading of a page, not the day; the notice's period ends it earlier. */
const TICKET_LIFETIME_MS = 3_600_000;

/** Files of a limited notice come with a ticket while its period runs: a download carries no code. The presenter gives them to who unlocked it. */
async function attachmentsOf(deps: NoticesDeps, record: NoticeRecord): Promise<Notice['attachments']> {
  const files = await deps.files.describe(record.attachmentIds);
  if (!record.limited || !record.posting || !isLimitedPeriod(record, deps.clock.today())) return files;
  const periodEnd = startOfShanghaiDate(record.posting.to).getTime() + DAY_MS;
  const until = new Date(Math.min(deps.clock.now().getTime() + TICKET_LIFETIME_MS, periodEnd));
  const to = { collection: 'notices', id: record._id };
  return files.map(file => ({ ...file, ticket: deps.files.ticketFor(to, file.id, until) }));
}

/** The full text of a limited notice: against the printed code, while its period runs. */
export async function unlockNotice(
  deps: NoticesDeps,
  actor: Actor,
  input: { id: string; code: string },
): Promise<Notice> {
  const record = await getPublicNotice(deps, input.id);
  if (!record.limited) return describeNotice(deps, actor, record);
  if (!isLimitedPeriod(record, deps.clock.today())) throw new AppError('notice.limited_over');
  const isRight = isSameSecret(record.limited.codeHash, codeHashOf(deps, record._id, input.code));
  if (!isRight) throw new AppError('notice.code_wrong');
  return describeNotice(deps, actor, record, true);
}

const OPPOSITE: Record<Relation, Relation> = {
  interprets: 'interpretedBy',
  interpretedBy: 'interprets',
  answers: 'answeredBy',
  answeredBy: 'answers',
  related: 'related',
};

/** Links in both directions; only those whose other end is public now. */
async function relatedOf(deps: NoticesDeps, record: NoticeRecord): Promise<Notice['related']> {
  const now = deps.clock.now();
  const [named, naming] = await Promise.all([
    deps.notices.findAll(record.related.map(link => link.id)),
    deps.notices.listRelating(record._id),
  ]);
  const forward = named.map(other => ({
    other,
    relation: record.related.find(link => link.id === other._id)!.relation,
  }));
  const backward = naming.map(other => ({
    other,
    relation: OPPOSITE[other.related.find(link => link.id === record._id)!.relation],
  }));
  const seen = new Map([...forward, ...backward].map(link => [link.other._id, link]));
  return [...seen.values()]
    .filter(({ other }) => isPublicNotice(other, now))
    .map(({ other, relation }) => ({ relation, id: other._id, title: other.title, kind: other.kind }));
}

export async function describeTasks(deps: NoticesDeps, records: readonly FeedbackRecord[]): Promise<FeedbackTask[]> {
  const notices = new Map(
    (await deps.notices.findAll(records.map(record => record.noticeId))).map(notice => [notice._id, notice]),
  );
  return records.map(record => ({
    id: record._id,
    noticeId: record.noticeId,
    noticeTitle: notices.get(record.noticeId)?.title ?? '',
    unitId: record.unitId,
    text: record.text,
    createdAt: record.createdAt.toISOString(),
    state: record.state === 'done' ? 'done' : 'open',
    conclusion: record.conclusion,
  }));
}
