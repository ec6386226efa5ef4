import { readFile } from 'node:fs/promises';
import { unitsOf, type Actor, type OfficeActor, type ResidentActor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { Became, ServerModule } from '../../platform/module';
import { createQueue } from '../../platform/one-at-a-time';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { rateEnquiry, reopenEnquiry, withdrawEnquiry } from './author-actions';
import { chaseEnquiries, recountEnquiries, remindOfEnquiries } from './chase-enquiries';
import { offersOf } from './conversion';
import {
  declineConversion,
  endAsRequest,
  offerConversion,
  openFromRequest,
  type GivenRequest,
} from './convert-enquiry';
import { handOverEnquiry } from './hand-over-enquiry';
import { createEnquiry, recordFromHotline, recordOnBehalf, type EnquiryOnBehalf } from './create-enquiry';
import type { EnquiryDeps, EnquiryPorts } from './deps';
import { enquiryKinds } from './enquiry-limits';
import { isAuthor, reads, workingUnitOf } from './enquiry.policy';
import { presentListed, presentStaffSummary, presentSummary } from './enquiry.presenter';
import { createEnquiryRepository, ENQUIRIES } from './enquiry.repository';
import { findLinked, type FoundLinkedEnquiry } from './find-linked';
import { findSimilar, searchableEnquiries, type SearchableEnquiry } from './find-similar';
import { moveByHotline } from './hotline-actions';
import { loadMonths, presentMonth, putMonth, type LoadedMonth } from './hotline-months';
import { importHotline } from './import-hotline';
import { countEnquiries, findEnquiries, listWaitingEnquiries } from './list-waiting-enquiries';
import { loadEnquiry, type LoadedEnquiry } from './load-enquiry';
import {
  acceptEnquiry,
  answerEnquiry,
  approveAnswer,
  assignEnquiry,
  contributeToEnquiry,
  refuseEnquiry,
  sendBackAnswer,
} from './office-actions';
import { appealAgainstHiding, reportEnquiry, showEnquiry } from './look-at-enquiry';
import { featureEnquiry, publishEnquiry } from './publish-enquiry';
import { whatBecame } from './what-became';
import { contextOf, describeEnquiry, describeForStaff, revealContact } from './read-enquiry';

export type { EnquiryPorts } from './deps';
export type { SearchableEnquiry } from './find-similar';
export type { LoadedEnquiry, LoadedEnquiryStep } from './load-enquiry';

/** What other modules may ask of messages. */
export interface Enquiries {
  /** Writes a message as it stood at earlier times (the demo district); one that exists is left alone. */
  load(given: LoadedEnquiry): Promise<void>;
  /** Writes the hotline's months as they were entered (the demo district); one that exists is left alone. */
  loadMonths(months: readonly LoadedMonth[], staffId: string): Promise<void>;
  /** May this actor read this file of it? */
  canReadFile(id: string, actor: Actor, fileId: string): Promise<boolean>;
  /** Those of them that are public, for the search index. */
  searchDocuments(ids: readonly string[]): Promise<SearchableEnquiry[]>;
  /** Ids of those that are public, in their order, some at a time. */
  listPublicIds(afterId: string, limit: number): Promise<string[]>;
  /** Takes in what an applicant agreed to have handled here, as theirs. */
  openFromRequest(actor: ResidentActor, given: GivenRequest, tx: Tx): Promise<{ number: string }>;
  /** Takes in what a grid worker took down for somebody; a repeat of the same changes nothing, another under its id is id.conflict. */
  recordOnBehalf(actor: OfficeActor, input: EnquiryOnBehalf): Promise<void>;
  /** Makes what a grid worker took down this account's; false when it is somebody's already. */
  handOver(actor: ResidentActor, id: string, tx: Tx): Promise<boolean>;
  /** Whether this actor may see who wrote it: whoever works on it. */
  mayReveal(id: string, actor: OfficeActor): Promise<boolean>;
  /** What became of messages taken down at doors, by their ids. */
  whatBecame(ids: readonly string[]): Promise<Map<string, Became>>;
  /** Ends one's own message that a request takes the place of; enquiry.state when its office did not propose that. */
  endAsRequest(
    actor: ResidentActor,
    given: { enquiryId: string; request: { id: string; number: string } },
    tx: Tx,
  ): Promise<void>;
  /** For what it became or came from: what happened to it, as this actor may read it there. Null when it is gone. */
  findLinked(id: string, actor: Actor): Promise<FoundLinkedEnquiry | null>;
  /** For messages: what it is called and whose it is. Null when nobody is there to be told. */
  findForMessage(id: string): Promise<{ id: string; number: string; title: string; accountId: string | null } | null>;
}

/** A reminder goes out once a day; the schedule comes round more often so that a restart does not miss a day. */
const CHASE_EVERY_SECONDS = 3600;

/** 网上民声: a message is taken in, answered by a unit, looked at, published with consent, rated, and opened again once. */
export function createEnquiriesModule(platform: Platform, ports: EnquiryPorts) {
  const enquiries = createEnquiryRepository(platform);
  const deps: EnquiryDeps = { ...platform, ...ports, enquiries, inTurn: createQueue() };

  const handlers = defineHandlers({
    'enquiries.kinds': () => ({ kinds: [...enquiryKinds] }),
    'enquiries.list': async ({ query }) => {
      const page = await enquiries.listPublic(query, query);
      const context = await contextOf(deps, page.items);
      return { ...page, items: page.items.map(record => presentListed(record, context)) };
    },
    'enquiries.similar': async ({ body }) => ({ items: await findSimilar(deps, body.text) }),
    'enquiries.get': async ({ actor, params }) => describeEnquiry(deps, actor, await enquiries.get(params.id)),
    'enquiries.create': async ({ actor, body }) => {
      const { record, isNew } = await createEnquiry(deps, actor, body);
      return created(await describeEnquiry(deps, actor, record), isNew);
    },
    'me.enquiries.list': async ({ actor, query }) => {
      const page = await enquiries.listOfAccount(actor.accountId, query);
      const context = await contextOf(deps, page.items);
      const items = page.items.map(record => ({ ...presentSummary(record, context), dueOn: record.dueOn }));
      return { ...page, items };
    },
    'enquiries.rate': async ({ actor, params, body }) =>
      describeEnquiry(deps, actor, await rateEnquiry(deps, actor, { id: params.id, body })),
    'enquiries.reopen': async ({ actor, params, body }) =>
      describeEnquiry(deps, actor, await reopenEnquiry(deps, actor, { id: params.id, reason: body.reason })),
    'enquiries.report': ({ actor, params, body }) => reportEnquiry(deps, actor, { id: params.id, body }),
    'enquiries.appeal': async ({ actor, params, body }) =>
      describeEnquiry(deps, actor, await appealAgainstHiding(deps, actor, { id: params.id, text: body.text })),
    'enquiries.declineConversion': async ({ actor, params, body }) =>
      describeEnquiry(deps, actor, await declineConversion(deps, actor, { ...params, ...body })),
    'enquiries.withdraw': async ({ actor, params, body }) =>
      describeEnquiry(deps, actor, await withdrawEnquiry(deps, actor, { id: params.id, reason: body.reason })),

    'staff.enquiries.list': async ({ actor, query }) => {
      const unitIds = unitsOf(actor, 'editor', 'office', 'street', 'supervisor');
      const page = await enquiries.listForStaff({ unitIds, status: query.status, dueBy: query.dueBy }, query);
      const context = await contextOf(deps, page.items);
      return { ...page, items: page.items.map(record => presentStaffSummary(record, context)) };
    },
    'staff.enquiries.get': async ({ actor, params }) => describeForStaff(deps, actor, await enquiries.get(params.id)),
    'staff.enquiries.record': async ({ actor, body }) => {
      const { record, isNew } = await recordFromHotline(deps, actor, body);
      return created(await describeForStaff(deps, actor, record), isNew);
    },
    'staff.hotline.months': async ({ query }) => {
      const page = await enquiries.listMonths(query);
      return { ...page, items: page.items.map(presentMonth) };
    },
    'staff.hotline.put': ({ actor, params, body }) => putMonth(deps, actor, { id: params.id, body }),
    'staff.hotline.import': async ({ actor, query, ctx }) => {
      const upload = await deps.files.receive(ctx.req);
      try {
        const { source, dryRun: isDryRun } = query;
        return await importHotline(deps, actor, { bytes: await readFile(upload.path), source, isDryRun });
      } finally {
        await upload.discard();
      }
    },
    'staff.enquiries.hotline': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await moveByHotline(deps, actor, { id: params.id, body })),
    'staff.enquiries.accept': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await acceptEnquiry(deps, actor, params.id, body)),
    'staff.enquiries.refuse': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await refuseEnquiry(deps, actor, params.id, body)),
    'staff.enquiries.assign': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await assignEnquiry(deps, actor, params.id, body)),
    'staff.enquiries.offerConversion': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await offerConversion(deps, actor, { id: params.id, body })),
    'staff.enquiries.contribute': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await contributeToEnquiry(deps, actor, params.id, body)),
    'staff.enquiries.answer': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await answerEnquiry(deps, actor, params.id, body)),
    'staff.enquiries.sendBack': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await sendBackAnswer(deps, actor, params.id, body.reason)),
    'staff.enquiries.approve': async ({ actor, params }) =>
      describeForStaff(deps, actor, await approveAnswer(deps, actor, params.id)),
    'staff.enquiries.publish': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await publishEnquiry(deps, actor, { id: params.id, body })),
    'staff.enquiries.show': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await showEnquiry(deps, actor, { id: params.id, ...body })),
    'staff.enquiries.feature': async ({ actor, params, body }) =>
      describeForStaff(deps, actor, await featureEnquiry(deps, actor, { id: params.id, isFaq: body.isFaq })),
    'staff.enquiries.reveal': async ({ actor, params, body }) => revealContact(deps, actor, { id: params.id, ...body }),
  });

  const api: Enquiries = {
    load: given => loadEnquiry(deps, given),
    loadMonths: (months, staffId) => loadMonths(deps, months, staffId),
    canReadFile: async (id, actor, fileId) => {
      const record = await enquiries.find(id);
      if (!record) return false;
      if (isAuthor(actor, record) || reads(actor, record)) return true;
      return record.isPublic && record.publication?.photoIds.includes(fileId) === true;
    },
    searchDocuments: ids => searchableEnquiries(deps, ids),
    listPublicIds: enquiries.listPublicIdsAfter,
    openFromRequest: (actor, given, tx) => openFromRequest(deps, actor, given, tx),
    recordOnBehalf: (actor, input) => recordOnBehalf(deps, actor, input),
    whatBecame: ids => whatBecame(deps, ids),
    mayReveal: async (id, actor) => {
      const record = await enquiries.find(id);
      return record !== null && workingUnitOf(actor, record) !== undefined;
    },
    handOver: (actor, id, tx) => handOverEnquiry(deps, actor, id, tx),
    endAsRequest: (actor, given, tx) => endAsRequest(deps, actor, given, tx),
    findLinked: (id, actor) => findLinked(deps, id, actor),
    findForMessage: async id => {
      const record = await enquiries.find(id);
      if (!record) return null;
      return { id, number: record.number, title: record.title, accountId: record.accountId };
    },
  };
  return {
    handlers,
    listeners: [{ name: 'enquiries.recount', events: ['holidays.entered'], handle: () => recountEnquiries(deps) }],
    schedules: [
      {
        name: 'enquiries.chase',
        everySeconds: CHASE_EVERY_SECONDS,
        run: async () => {
          await chaseEnquiries(deps);
          await remindOfEnquiries(deps);
        },
      },
    ],
    recordReaders: {
      [ENQUIRIES]: async (id, actor) => {
        const record = await enquiries.find(id);
        return record !== null && reads(actor, record);
      },
    },
    sealedFields: (['name', 'phone'] as const).map(field => ({
      collection: ENQUIRIES,
      path: `contact.${field}`,
      field,
    })),
    findRecords: (actor, words, limit) => findEnquiries(deps, actor, { words, limit }),
    listWaiting: (actor, limit) => listWaitingEnquiries(deps, actor, limit),
    countRecords: actor => countEnquiries(deps, actor),
    personalData: [
      {
        name: 'enquiries',
        export: async accountId =>
          (await enquiries.allOfAccount(accountId)).map(record => ({
            ...{ id: record._id, number: record.number, kind: record.kind, title: record.title, body: record.body },
            ...{ place: record.place, photoIds: record.photoIds, publicConsent: record.publicConsent },
            contact: { name: enquiries.open(record, 'name'), phone: enquiries.open(record, 'phone') },
            ...{ receipt: record.receipt, rating: record.rating, conversionOffers: offersOf(record) },
            answers: [...record.earlierAnswers, record.answer].flatMap(answer =>
              answer?.answeredAt ? [{ outcome: answer.outcome, text: answer.text, at: answer.answeredAt }] : [],
            ),
          })),
        erase: (accountId, tx) => enquiries.eraseOf(accountId, tx),
      },
    ],
    api,
  } satisfies ServerModule & { api: Enquiries };
}
