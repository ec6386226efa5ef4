import { SEARCH_KINDS } from '@bandeng/contracts/schemas';
import { defineHandlers } from '../../http/handlers';
import type { Listener } from '../../platform/listeners';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { SearchDeps, SearchPorts } from './deps';
import { indexThings } from './index-documents';
import { listNewest, type NewestWanted } from './list-newest';
import { rebuildIndex, renewFormerIndex } from './rebuild-index';
import { rememberMiss } from './remember-misses';
import { searchDocuments } from './search-documents';
import type { SearchKind } from './search.model';
import { createSearchRepository } from './search.repository';
import { findSimilar, suggestExisting, suggestWords } from './suggest';

export type { Findable, SearchKind } from './search.model';
export type { SearchPorts, SearchSource } from './deps';
export type SearchApi = ReturnType<typeof createSearchModule>['api'];

/** Events after which one thing is indexed anew, and the field that names it. */
const CHANGES: Record<string, { kind: SearchKind; field: string }> = {
  'notice.published': { kind: 'notice', field: 'noticeId' },
  'notice.updated': { kind: 'notice', field: 'noticeId' },
  'notice.taken_down': { kind: 'notice', field: 'noticeId' },
  'consultation.opened': { kind: 'consultation', field: 'consultationId' },
  'consultation.revised': { kind: 'consultation', field: 'consultationId' },
  'consultation.answered': { kind: 'consultation', field: 'consultationId' },
  'survey.opened': { kind: 'survey', field: 'surveyId' },
  'survey.answered': { kind: 'survey', field: 'surveyId' },
  'meeting.published': { kind: 'meeting', field: 'meetingId' },
  'meeting.recorded': { kind: 'meeting', field: 'meetingId' },
  'meeting.cancelled': { kind: 'meeting', field: 'meetingId' },
  'enquiry.published': { kind: 'enquiry', field: 'enquiryId' },
  'enquiry.hidden': { kind: 'enquiry', field: 'enquiryId' },
  'enquiry.shown': { kind: 'enquiry', field: 'enquiryId' },
  'answer.published': { kind: 'answer', field: 'answerId' },
  'answer.taken_back': { kind: 'answer', field: 'answerId' },
  'guide.published': { kind: 'guide', field: 'guideId' },
};

/** How often is looked whether the index has a former form; longer than making it anew takes. */
const RENEW_SECONDS = 1_800;

export function createSearchModule(platform: Platform, ports: SearchPorts) {
  const documents = createSearchRepository(platform);
  const deps: SearchDeps = { ...platform, ...ports, documents };

  const listener: Listener = {
    name: 'search.index',
    events: Object.keys(CHANGES),
    handle: async event => {
      const { kind, field } = CHANGES[event.name]!;
      await indexThings(deps, kind, [String(event[field])]);
    },
  };
  /** A catalog in force changes hundreds of entries at once. */
  const catalogListener: Listener = {
    name: 'search.index-catalog',
    events: ['catalog.in_force'],
    handle: async event => {
      for await (const ids of deps.catalog.listTouchedEntries(String(event.editionId)))
        await indexThings(deps, 'entry', ids);
    },
  };

  const handlers = defineHandlers({
    'search.query': async ({ query, ctx }) => {
      const answer = await searchDocuments(deps, query);
      if (answer.items.length === 0 && query.cursor === undefined && query.kind === undefined)
        await rememberMiss(deps, query.q, String(ctx.state.address));
      return answer;
    },
    'search.suggest': async ({ query }) => ({ items: await suggestWords(deps, query.q) }),
  });

  return {
    handlers,
    listeners: [listener, catalogListener],
    findRecords: async (_actor, words, limit) => {
      const lists = await Promise.all(SEARCH_KINDS.map(kind => searchDocuments(deps, { q: words, kind, limit })));
      return lists.flatMap(({ items }) =>
        items.map(({ kind, id, title, detail }) => ({ kind, id, title: title.text, note: detail })),
      );
    },
    schedules: [{ name: 'search.renew', everySeconds: RENEW_SECONDS, run: () => renewFormerIndex(deps) }],
    commands: [
      {
        name: 'search rebuild',
        usage: 'search rebuild',
        summary: '按现在公开的内容重建搜索索引',
        run: async (_args, { output }) => output(`已为 ${await rebuildIndex(deps)} 项建好索引`),
      },
    ],
    api: {
      /** Brings these things up to date at once, without waiting for their events. */
      index: (kind: SearchKind, ids: readonly string[]) => indexThings(deps, kind, ids),
      rebuild: () => rebuildIndex(deps),
      suggestExisting: (text: string) => suggestExisting(deps, text),
      findSimilar: (kind: SearchKind, text: string) => findSimilar(deps, kind, text),
      listNewest: (wanted: NewestWanted) => listNewest(deps, wanted),
    },
  } satisfies ServerModule & { api: unknown };
}
