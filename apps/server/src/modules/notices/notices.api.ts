import type { Block, NoticeSource } from '@bandeng/contracts/schemas';
import type { Attachment, NoticeSummary, RouteCall, RouteInput } from '@bandeng/contracts/types';
import type { Actor, OfficeActor } from '../../http/actor';
import { shanghaiDate, startOfShanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import type { EntryNotices, Publication } from '../catalog';
import type { MatterSource } from '../matters';
import type { SearchSource } from '../search';
import type { NoticesDeps } from './deps';
import { beginDraft } from './drafts/begin-draft';
import type { DraftsDeps } from './drafts/deps';
import { canReadDraft } from './drafts/draft.policy';
import { loadDrafts, type LoadedDraft } from './drafts/load-drafts';
import { loadNotices } from './load-notices';
import type { DocumentClass } from './notice.model';
import { noticeMatterSource } from './matter-source';
import { loadPostings } from './postings/load-postings';
import { isLimitedPeriod, isPublicNotice, isPublisher } from './notice.policy';
import { visibleBody } from './notice.presenter';
import type { RegulationRow } from './notice.repository';
import type { ObjectionResult } from './postings/posting.model';
import { listNotices } from './read-notices';
import { noticeSearchSource } from './search-source';
import { loadCorrections, type LoadedCorrection } from './versions/load-corrections';

/** An older paper that comes in by an import is no news: nobody is told of it. */
const NEWS_LIFETIME_MS = 7 * 24 * 3_600_000;
const RESULT_WORDS: Readonly<Record<ObjectionResult, string>> = {
  upheld: '成立',
  partly: '部分成立',
  rejected: '不成立',
};
const OLDEST_FIRST = (a: Publication, b: Publication) => (a.publishedOn < b.publishedOn ? -1 : 1);

type Regulation = Omit<RegulationRow, 'documentClass'> & { documentClass: DocumentClass | null };

export interface PublishedNotice {
  summary: NoticeSummary;
  body: Block[];
  /** Files that everybody may download; none of a limited notice. */
  attachments: readonly Attachment[];
  sourceUrl: string | null;
  updatedAt: Date;
}

/** What other modules may ask of the notices. */
export interface NoticesApi extends EntryNotices {
  /**
   * May this actor download a file of it? Everybody, as long as the notice carries it; a limited notice gives its files to who unlocked
   * it, while its period runs. Its publishers read all of it.
   */
  canReadFile(id: string, actor: Actor, file: { fileId: string; isUnlocked: boolean }): Promise<boolean>;
  /** May this actor download a file of a draft? Whoever reads the draft. */
  canReadDraftFile(id: string, actor: Actor): Promise<boolean>;
  /** Throws notice.not_found when one of them is not public. */
  assertPublic(ids: readonly string[]): Promise<void>;
  /** What to tell of it, and what subscriptions can name it by; null when it is not public or no news. */
  findForMessage(id: string): Promise<{ id: string; title: string; unitName: string; targets: string[] } | null>;
  /** What a poster of it says; null when it is not public, or only to a limited group. */
  findForPoster(id: string): Promise<{ title: string; keyPoints: string[]; unitName: string } | null>;
  /** Who is told of what became of their objection; null for one that came on paper, or whose author is gone. */
  findObjectionForMessage(id: string): Promise<{
    noticeId: string;
    title: string;
    accountId: string;
    result: string | null;
    reason: string | null;
  } | null>;
  /** Names of columns by id; unknown ids are left out. */
  columnNames(ids: readonly string[]): Map<string, string>;
  /** Public notices as the list gives them, with their text: a limited one has its stub only. */
  listPublished(query: RouteInput<'notices.list'>['query']): Promise<Page<PublishedNotice>>;
  /** Papers that are public now, with their class and dates: what table two of the annual report counts. */
  listRegulations(): Promise<Regulation[]>;
  /** How many notices of a unit, or of all, came out in a year. */
  countOfYear(unitId: string | 'all', year: number): Promise<number>;
  searchSource: SearchSource;
  matterSource: MatterSource;
  /** Writes notices as they were published earlier (the demo district); one that exists is left alone. */
  load(notices: readonly { id: string; source: NoticeSource; reads?: number }[]): Promise<void>;
  /** Counts which required channels a notice is not yet on (the demo district; else it follows from what happens to it). */
  recountChannels(id: string): Promise<void>;
  /**
   * A draft that another module begins for whom it lets do so, in its transaction; `note` says where it came from. It goes the way of
   * every draft. Throws id.conflict when there is one with this id.
   */
  beginDraft(
    actor: OfficeActor,
    given: { id: string; content: RouteCall<'staff.drafts.create'>['body']['content']; note: string },
    tx: Tx,
  ): Promise<void>;
  /** Writes drafts as they were worked on earlier (the demo district). */
  loadDrafts(drafts: readonly LoadedDraft[]): Promise<void>;
  loadCorrections(corrections: readonly LoadedCorrection[]): Promise<void>;
  /** And what became of those that were posted. */
  loadPostings(given: Parameters<typeof loadPostings>[1]): Promise<void>;
}

export function createNoticesApi(deps: DraftsDeps): Omit<NoticesApi, 'recountChannels'> {
  const { notices, clock, columns, organization } = deps;
  return {
    canReadFile: async (id, actor, { fileId, isUnlocked }) => {
      const record = await notices.find(id);
      if (!record) return false;
      if (isPublisher(actor, record.unitId)) return true;
      const isOpen = record.limited === null || (isUnlocked && isLimitedPeriod(record, clock.today()));
      return isOpen && isPublicNotice(record, clock.now()) && record.attachmentIds.includes(fileId);
    },
    canReadDraftFile: async (id, actor) => {
      const draft = await deps.drafts.find(id);
      return draft !== null && canReadDraft(actor, draft);
    },
    assertPublic: async ids => {
      const now = clock.now();
      const open = new Set(
        (await notices.findAll(ids)).filter(record => isPublicNotice(record, now)).map(record => record._id),
      );
      if (ids.some(id => !open.has(id))) throw new AppError('notice.not_found');
    },
    findForMessage: async id => {
      const record = await notices.find(id);
      const now = clock.now();
      if (!record || !isPublicNotice(record, now)) return null;
      if (now.getTime() - record.publishedAt.getTime() > NEWS_LIFETIME_MS) return null;
      const unit = await organization.findUnit(record.unitId);
      return { id, title: record.title, unitName: unit?.name ?? '', targets: record.facets.flatMap(targetOf) };
    },
    findForPoster: async id => {
      const record = await notices.find(id);
      if (!record || !isPublicNotice(record, clock.now()) || record.limited) return null;
      const unit = await organization.findUnit(record.unitId);
      return { title: record.title, keyPoints: record.keyPoints, unitName: unit?.name ?? '' };
    },
    findObjectionForMessage: async id => {
      const objection = await deps.objections.find(id);
      if (!objection?.accountId) return null;
      const { noticeId, accountId, result, reason } = objection;
      const course = await deps.postings.find(noticeId);
      return { noticeId, title: course?.title ?? '', accountId, result: result && RESULT_WORDS[result], reason };
    },
    columnNames: ids =>
      new Map(
        ids.flatMap(id => {
          const column = columns.find(id);
          return column ? [[id, column.name] as const] : [];
        }),
      ),
    entriesOf: async id => {
      const record = await notices.find(id);
      return record && isPublicNotice(record, clock.now()) ? record.entryIds : [];
    },
    countByEntry: ids => countBy(deps, 'ent', ids),
    countByDomain: ids => countBy(deps, 'dom', ids),
    readsByDomain: async ids => {
      const reads = await notices.readsByFacet(ids.map(id => `dom:${id}`));
      return new Map(ids.map(id => [id, reads.get(`dom:${id}`) ?? 0]));
    },
    publicationsByEntry: async (entryIds, from) => {
      const wanted = new Map<string, Publication[]>(entryIds.map(id => [id, []]));
      for (const record of await notices.listOfEntries(entryIds, startOfShanghaiDate(from), clock.now())) {
        const publication = {
          noticeId: record._id,
          title: record.title,
          publishedOn: shanghaiDate(record.publishedAt),
        };
        for (const entryId of record.entryIds) wanted.get(entryId)?.push(publication);
      }
      for (const publications of wanted.values()) publications.sort(OLDEST_FIRST);
      return wanted;
    },
    listPublished: query => listPublished(deps, query),
    listRegulations: async () =>
      (await notices.listRegulations(clock.now())).map(({ documentClass = null, ...row }) => ({
        ...row,
        documentClass,
      })),
    countOfYear: (unitId, year) =>
      notices.countBetween(
        unitId === 'all' ? 'all' : `unit:${unitId}`,
        startOfShanghaiDate(`${year}-01-01`),
        startOfShanghaiDate(`${year + 1}-01-01`),
      ),
    searchSource: noticeSearchSource(deps),
    matterSource: noticeMatterSource(deps),
    load: given => loadNotices(deps, given),
    beginDraft: (actor, given, tx) => beginDraft(deps, actor, given, tx),
    loadDrafts: given => loadDrafts(deps, given),
    loadCorrections: given => loadCorrections(deps, given),
    loadPostings: given => loadPostings(deps, given),
  };
}

async function listPublished(
  deps: NoticesDeps,
  query: RouteInput<'notices.list'>['query'],
): Promise<Page<PublishedNotice>> {
  const { items, nextCursor } = await listNotices(deps, query);
  const records = new Map(
    (await deps.notices.findWhole(items.map(({ id }) => id))).map(record => [record._id, record]),
  );
  const fileIds = [...records.values()].flatMap(({ limited, attachmentIds }) => (limited ? [] : attachmentIds));
  const files = new Map((await deps.files.describe(fileIds)).map(file => [file.id, file]));
  const now = deps.clock.now();
  const published = items.flatMap(summary => {
    const record = records.get(summary.id);
    if (!record || !isPublicNotice(record, now)) return [];
    const { limited, updatedAt } = record;
    if (limited) return [{ summary, body: [], attachments: [], sourceUrl: null, updatedAt }];
    const attachments = record.attachmentIds.flatMap(id => files.get(id) ?? []);
    const body = visibleBody(record, deps.clock.today());
    return [{ summary, body, attachments, sourceUrl: record.sourceUrl, updatedAt }];
  });
  return { items: published, nextCursor };
}

async function countBy(
  { notices, clock }: NoticesDeps,
  facet: 'ent' | 'dom',
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await notices.countByFacet(
    ids.map(id => `${facet}:${id}`),
    clock.now(),
  );
  return new Map(ids.map(id => [id, counts.get(`${facet}:${id}`) ?? 0]));
}

/** Facets under the names that subscriptions use. */
const TARGETS: Readonly<Record<string, string>> = { col: 'column', dom: 'domain', area: 'area', ent: 'entry' };

function targetOf(facet: string): string[] {
  const [kind = '', id = ''] = facet.split(':');
  const target = TARGETS[kind];
  return target === undefined ? [] : [`${target}:${id}`];
}
