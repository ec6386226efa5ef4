import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { Actor } from '../../http/actor';
import { shanghaiDate, startOfShanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { EntryNotices, Publication } from '../catalog';
import type { SearchSource } from '../search';
import type { NoticesDeps } from './deps';
import { loadNotices } from './load-notices';
import { isPublicNotice, isPublisher } from './notice.policy';
import { noticeSearchSource } from './search-source';

/** An older paper that comes in by an import is no news: nobody is told of it. */
const NEWS_LIFETIME_MS = 7 * 24 * 3_600_000;
const OLDEST_FIRST = (a: Publication, b: Publication) => (a.publishedOn < b.publishedOn ? -1 : 1);

/** What other modules may ask of the notices. */
export interface NoticesApi extends EntryNotices {
  /** May this actor download what is attached? Everybody, except that a limited notice keeps its files for its publishers. */
  canReadFiles(id: string, actor: Actor): Promise<boolean>;
  /** Throws notice.not_found when one of them is not public. */
  assertPublic(ids: readonly string[]): Promise<void>;
  /** What to tell of it, and what subscriptions can name it by; null when it is not public or no news. */
  findForMessage(id: string): Promise<{ id: string; title: string; unitName: string; targets: string[] } | null>;
  /** Names of columns by id; unknown ids are left out. */
  columnNames(ids: readonly string[]): Map<string, string>;
  searchSource: SearchSource;
  /** Writes notices as they were published earlier (the demo district); one that exists is left alone. */
  load(notices: readonly { id: string; source: NoticeSource }[]): Promise<void>;
}

export function createNoticesApi(deps: NoticesDeps): NoticesApi {
  const { notices, clock, columns, organization } = deps;
  return {
    canReadFiles: async (id, actor) => {
      const record = await notices.find(id);
      if (!record) return false;
      return isPublisher(actor, record.unitId) || (isPublicNotice(record, clock.now()) && record.limited === null);
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
    columnNames: ids =>
      new Map(
        ids.flatMap(id => {
          const column = columns.find(id);
          return column ? [[id, column.name] as const] : [];
        }),
      ),
    countByEntry: ids => countBy(deps, 'ent', ids),
    countByDomain: ids => countBy(deps, 'dom', ids),
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
    searchSource: noticeSearchSource(deps),
    load: given => loadNotices(deps, given),
  };
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
