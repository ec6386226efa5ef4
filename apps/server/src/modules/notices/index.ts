import { unitsOf } from '../../http/actor';
import { created, defineHandlers, versioned } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { listChannels, listWaitingChannels, logChannel, recountChannels, type ChannelsDeps } from './channels/channels';
import { recountForEdition } from './channels/recount-for-edition';
import { createChannelsRepository } from './channels/channels.repository';
import { listColumnDuties, readColumnDuties, waitingColumns } from './column-duties';
import { readColumns } from './columns';
import { classifyNotice } from './classify-notice';
import type { NoticePorts } from './deps';
import { createNamesOf } from './district-names';
import type { DraftsDeps } from './drafts/deps';
import { draftHandlers } from './drafts/draft.handlers';
import { publishDue } from './drafts/publish-due';
import { createDraftRepository } from './drafts/draft.repository';
import { readWording } from './drafts/wording';
import { findNoticeDrafts } from './drafts/find-drafts';
import { listWaitingDrafts } from './drafts/list-waiting-drafts';
import { countDrafts } from './drafts/read-drafts';
import { createFeedbackRepository } from './feedback.repository';
import { closeFeedbackTask, FEEDBACK_NEXT, giveFeedback } from './give-feedback';
import { importCommand } from './import/import.command';
import { countFeedback, listWaitingFeedback } from './list-waiting-feedback';
import { keepOurs } from './keep-correction';
import { isInCharge } from './notice.policy';
import { createNoticeRepository } from './notice.repository';
import { listWaitingPostings } from './postings/list-waiting-postings';
import { createPostingRepositories } from './postings/posting.repository';
import { postingParts } from './postings/posting-parts';
import { createNoticesApi, type NoticesApi } from './notices.api';
import { announceDue, createNotice, putFromSource, updateNotice } from './publish-notice';
import {
  describeNotice,
  describeTasks,
  getPublicNotice,
  getReadableNotice,
  listNotices,
  unlockNotice,
} from './read-notices';
import { takeDownDue, takeDownNotice } from './take-down-notice';
import { diffVersions, listVersions, readVersion } from './versions/read-versions';
import { createVersionRepository } from './versions/version.repository';

export type { NoticePorts } from './deps';
export { textOf } from './search-source';
export type { NoticesApi, PublishedNotice } from './notices.api';

export function createNoticesModule(platform: Platform, ports: NoticePorts) {
  const notices = createNoticeRepository(platform);
  const feedback = createFeedbackRepository(platform);
  const versionsOf = createVersionRepository(platform);
  const columns = readColumns(platform.config.root);
  const namesOf = createNamesOf(platform, ports);
  const drafts = createDraftRepository(platform);
  const wording = readWording(platform.config.root);
  const channels = createChannelsRepository(platform);
  const own = { notices, feedback, versionsOf, columns, namesOf, drafts, wording, channels };
  const deps: DraftsDeps & ChannelsDeps = { ...platform, ...ports, ...own, ...createPostingRepositories(platform) };
  const posted = postingParts(deps);
  const { clock, blindIndex, versions } = platform;

  const countsOfColumns = versions.keep(() =>
    notices.countByFacet(
      columns.list().map(column => `col:${column.id}`),
      clock.now(),
    ),
  );

  const dutiesOfColumns = versions.keep(async () => readColumnDuties(deps, await countsOfColumns()));

  const handlers = defineHandlers({
    'staff.columns.duties': async ({ query }) => listColumnDuties(await dutiesOfColumns(), query),
    'columns.list': versioned(
      'columns.list',
      () => versions.read,
      async ({ query }, version) => {
        const counts = await countsOfColumns(version);
        const items = columns.list(query.parent);
        return {
          items: items.map(({ id, name, parentId }) => ({
            ...{ id, name, parentId, noticeCount: counts.get(`col:${id}`) ?? 0 },
          })),
          nextCursor: null,
        };
      },
    ),
    // A search follows an index of its own, so its bytes decide.
    'notices.list': versioned(
      'notices.list',
      ({ query }) => (query.q === undefined ? versions.read : null),
      ({ query }, version) => listNotices(deps, query, version),
    ),
    'notices.get': async ({ actor, params }) =>
      describeNotice(deps, actor, await getReadableNotice(deps, actor, params.id)),
    'notices.versions': ({ actor, params, query }) => listVersions(deps, actor, params.id, query),
    'notices.version': ({ actor, params }) => readVersion(deps, actor, params),
    'notices.versionDiff': ({ actor, params, query }) => diffVersions(deps, actor, params, query),
    'notices.unlock': async ({ actor, params, body }) => unlockNotice(deps, actor, { id: params.id, code: body.code }),
    'notices.reads': async ({ params, body }) => {
      const record = await getPublicNotice(deps, params.id);
      const isFirst = await feedback.isFirstRead(record._id, blindIndex.of('reader', body.readerId), clock.today());
      if (isFirst) await notices.addReads(record, 1);
    },
    'notices.feedback': async ({ actor, params, body }) => {
      const { record, isNew } = await giveFeedback(deps, actor, { noticeId: params.id, body });
      return created({ id: record._id, kind: record.kind, next: FEEDBACK_NEXT[record.kind] }, isNew);
    },
    'staff.feedback.list': async ({ actor, query }) => {
      const page = await feedback.listTasks(
        { state: query.state, unitIds: unitsOf(actor, 'editor', 'office', 'street') },
        query,
      );
      return { items: await describeTasks(deps, page.items), nextCursor: page.nextCursor };
    },
    'staff.feedback.close': async ({ actor, params, body }) => {
      const record = await closeFeedbackTask(deps, actor, { id: params.id, conclusion: body.conclusion });
      const [task] = await describeTasks(deps, [record]);
      return task!;
    },
    'staff.notices.create': async ({ actor, body }) => {
      const { record, isNew } = await createNotice(deps, actor, body);
      return created(await describeNotice(deps, actor, record), isNew);
    },
    'staff.notices.update': async ({ actor, params, body }) =>
      describeNotice(deps, actor, await updateNotice(deps, actor, { id: params.id, source: body })),
    'staff.notices.classify': async ({ actor, params, body }) =>
      describeNotice(deps, actor, await classifyNotice(deps, actor, { ...params, ...body })),
    'staff.notices.takeDown': ({ actor, params, body }) => takeDownNotice(deps, actor, { id: params.id, ...body }),
    'staff.notices.keepOurs': async ({ actor, params, body }) =>
      describeNotice(deps, actor, await keepOurs(deps, actor, { ...params, ...body })),
    'staff.notices.channels': ({ actor, params }) => listChannels(deps, actor, params.id),
    'staff.notices.logChannel': ({ actor, params, body }) => logChannel(deps, actor, { id: params.id, ...body }),
    'sources.notices.put': async ({ actor, params, body }) => {
      const { record, isNew } = await putFromSource(deps, actor, { ...params, notice: body });
      return created(await describeNotice(deps, actor, record), isNew);
    },
  });

  return {
    handlers: { ...handlers, ...draftHandlers(deps), ...posted.handlers },
    findRecords: (actor, words, limit) => findNoticeDrafts(deps, actor, { words, limit }),
    recordReaders: {
      notices: async (id, actor) => {
        const record = await notices.find(id);
        return record !== null && isInCharge(actor, record.unitId);
      },
      ...posted.recordReaders,
    },
    listeners: [
      {
        name: 'notices.count-useful',
        events: ['notice.feedback'],
        handle: async (event, { once }) => {
          if (event.kind === 'useful') await once(tx => notices.increaseUseful(String(event.noticeId), tx));
        },
      },
      {
        name: 'notices.recount-channels',
        events: ['notice.published', 'notice.updated', 'notice.taken_down'],
        handle: event => recountChannels(deps, String(event.noticeId)),
      },
      {
        name: 'notices.recount-channels-of-edition',
        events: ['catalog.in_force'],
        handle: event => recountForEdition(deps, String(event.editionId)),
      },
    ],
    sealedFields: posted.sealedFields,
    personalData: posted.personalData,
    commands: [importCommand(deps)],
    listWaiting: async (actor, limit) =>
      (
        await Promise.all([
          listWaitingFeedback(deps, actor, limit),
          listWaitingDrafts(deps, actor, limit),
          listWaitingPostings(deps, actor, limit),
          listWaitingChannels(deps, actor, limit),
          dutiesOfColumns().then(all => waitingColumns(all, actor, limit)),
        ])
      ).flat(),
    countRecords: async actor => (await Promise.all([countFeedback(deps, actor), countDrafts(deps, actor)])).flat(),
    schedules: [
      {
        name: 'notices.announce',
        everySeconds: 1,
        isDue: () => notices.hasToAnnounce(clock.now()),
        run: () => announceDue(deps),
      },
      {
        name: 'notices.publish-due',
        everySeconds: 1,
        isDue: async () => (await drafts.listDue(clock.now(), 1)).length > 0,
        run: () => publishDue(deps),
      },
      {
        name: 'notices.take-down-due',
        everySeconds: 1,
        isDue: async () => (await notices.listToTakeDown(clock.today(), 1)).length > 0,
        run: () => takeDownDue(deps),
      },
      ...posted.schedules,
      { name: 'notices.forget-readers', everySeconds: 3_600, run: () => feedback.forgetReadsBefore(clock.today()) },
    ],
    api: { ...createNoticesApi(deps), recountChannels: id => recountChannels(deps, id) },
  } satisfies ServerModule & { api: NoticesApi };
}
