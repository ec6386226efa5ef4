import { unitsOf, type Actor, type OfficeActor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import { createQueue } from '../../platform/one-at-a-time';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { exportRequests } from './export-requests';
import { findAsked, getAnswered, listAsked, settleSuggestions, suggestPublishing } from './asked-case';
import { listCasesOfFigure, listReportedCases, readTableThree } from './annual-figures';
import { correctInformationRequest, giveReasons, withdrawInformationRequest } from './applicant-actions';
import { chaseRequests, remindOfRequests } from './chase-requests';
import { recordConference } from './confer';
import { answerConversion, offerConversion } from './conversion-actions';
import { consultOthers, recordConsultation, recordServed } from './consultation-actions';
import { createInformationRequest } from './create-information-request';
import type { InformationRequestPorts, InformationRequestsDeps } from './deps';
import { readEarlier, recordGround } from './earlier-requests';
import { askReasons, delayAnswer } from './excess-actions';
import { answerFee, answerFeeDispute, noticeFee, recordPayment } from './fee-actions';
import { findLinked } from './find-linked';
import { handedOnHandlers } from './handed-on/handed-on.routes';
import { handOnRequest, type HandOn } from './handed-on/hand-on';
import { chaseHandedOn } from './handed-on/chase-handed-on';
import { createHandedOnRepository, HANDED_ON, SEALED_HANDED_ON } from './handed-on/handed-on.repository';
import { whatBecame } from './handed-on/what-became';
import { listWaitingHandedOn, mayRevealHandedOn } from './handed-on/read-handed-on';
import { findRequests } from './find-requests';
import { canRead, isHandler } from './information-request.policy';
import { presentClock } from './information-request.presenter';
import { createInformationRequestRepository } from './information-request.repository';
import { findLetterCase } from './letter-case';
import { loadInformationRequest, type LoadedRequest } from './load-request';
import {
  askCorrection,
  extendInformationRequest,
  lapseInformationRequest,
  registerInformationRequest,
} from './office-actions';
import { countRequests, listWaitingRequests } from './list-waiting-requests';
import { decideInformationRequest, proposeDecision, recallProposal, reviewDecision } from './proposal-actions';
import { mergeRequest, splitRequest } from './one-matter';
import { openIdentityPaper } from './identity-papers';
import { receiveInformationRequest, recordApplicantStep } from './receive-request';
import { recordSearch } from './record-search';
import { recordTold } from './tell-applicant';
import { addPaper, drawPaper, redactPaper, redactTextOf } from './redaction-actions';
import { completeDates, RECOUNT_NEXT, recountOpenRequests } from './recount-open-requests';
import { listCasesOfRequestFigure, readRequestFigures } from './request-figures';
import { SEALED_FIELDS } from './request-seals';
import { createSuggestionUses } from './suggestion-uses';
import { settleSilence } from './settle-silence';
import { describeRequest, getReadable, revealField, summarizePage } from './read-information-request';

export type { ReportedCase } from './annual-figures';
export type { InformationRequestPorts } from './deps';
export type { LetterCase } from './letter-case';
export type { LoadedRequest, LoadedStep } from './load-request';
export type InformationRequestsApi = ReturnType<typeof createInformationRequestsModule>['api'];

/** A reminder goes out once a day; the schedule comes round more often so that a restart does not miss a day. */
const CHASE_EVERY_SECONDS = 3600;

export function createInformationRequestsModule(platform: Platform, ports: InformationRequestPorts) {
  const requests = createInformationRequestRepository(platform);
  const suggestionUses = createSuggestionUses(platform);
  const handedOn = createHandedOnRepository(platform);
  const repositories = { requests, suggestionUses, handedOn };
  const deps: InformationRequestsDeps = { ...platform, ...ports, ...repositories, inTurn: createQueue() };

  const handlers = defineHandlers({
    'informationRequests.suggestions': async ({ body }) => ({ items: await deps.search.suggestExisting(body.text) }),
    'informationRequests.suggestionUse': ({ body }) => suggestionUses.note(body.id, body.use),
    'informationRequests.create': async ({ actor, body }) => {
      const { record, isNew } = await createInformationRequest(deps, actor, body);
      return created(await describeRequest(deps, actor, record), isNew);
    },
    'staff.informationRequests.receive': async ({ actor, body }) => {
      const { record, isNew } = await receiveInformationRequest(deps, actor, body);
      return created(await describeRequest(deps, actor, record), isNew);
    },
    'staff.informationRequests.recordApplicantStep': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordApplicantStep(deps, actor, { id: params.id, body })),
    'me.informationRequests.list': async ({ actor, query }) =>
      summarizePage(deps, await requests.listOfAccount(actor.accountId, query)),
    'informationRequests.get': async ({ actor, params }) =>
      describeRequest(deps, actor, await getReadable(deps, actor, params.id)),
    'informationRequests.clock': async ({ actor, params }) =>
      presentClock(await getReadable(deps, actor, params.id), await deps.holidays.calendar()),
    'informationRequests.withdraw': async ({ actor, params, body }) =>
      describeRequest(
        deps,
        actor,
        await withdrawInformationRequest(deps, actor, { id: params.id, reason: body.reason }),
      ),
    'informationRequests.correct': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await correctInformationRequest(deps, actor, { id: params.id, body })),
    'informationRequests.answerConversion': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await answerConversion(deps, actor, { id: params.id, body })),
    'informationRequests.explain': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await giveReasons(deps, actor, { id: params.id, text: body.text })),
    'informationRequests.answerFee': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await answerFee(deps, actor, { id: params.id, body })),
    'staff.informationRequests.answerFeeDispute': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await answerFeeDispute(deps, actor, { id: params.id, body })),
    'informationRequests.suggestPublishing': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await suggestPublishing(deps, actor, { id: params.id, reason: body.reason })),
    'staff.informationRequests.list': async ({ actor, query }) =>
      summarizePage(
        deps,
        await requests.listForStaff(
          {
            unitIds: unitsOf(actor, 'officer', 'head', 'legal', 'supervisor'),
            status: query.status,
            kind: query.kind,
            dueBy: query.dueBy,
            applicant: query.applicant,
            step: query.step,
          },
          query,
        ),
      ),
    'staff.informationRequests.register': async ({ actor, params }) =>
      describeRequest(deps, actor, await registerInformationRequest(deps, actor, params.id)),
    'staff.informationRequests.askCorrection': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await askCorrection(deps, actor, { id: params.id, body })),
    'staff.informationRequests.lapse': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await lapseInformationRequest(deps, actor, { id: params.id, body })),
    'staff.informationRequests.extend': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await extendInformationRequest(deps, actor, { id: params.id, body })),
    'staff.informationRequests.offerConversion': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await offerConversion(deps, actor, { id: params.id, body })),
    'staff.informationRequests.earlier': ({ actor, params }) => readEarlier(deps, actor, params.id),
    'staff.informationRequests.recordGround': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordGround(deps, actor, { id: params.id, body })),
    'staff.informationRequests.split': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await splitRequest(deps, actor, { id: params.id, body })),
    'staff.informationRequests.merge': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await mergeRequest(deps, actor, { id: params.id, body })),
    'staff.informationRequests.recordTold': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordTold(deps, actor, { id: params.id, body })),
    'staff.informationRequests.consult': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await consultOthers(deps, actor, { id: params.id, body })),
    'staff.informationRequests.recordConsultation': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordConsultation(deps, actor, { ...params, body })),
    'staff.informationRequests.askReasons': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await askReasons(deps, actor, { id: params.id, body })),
    'staff.informationRequests.delay': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await delayAnswer(deps, actor, { id: params.id, body })),
    'staff.informationRequests.noticeFee': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await noticeFee(deps, actor, { id: params.id, body })),
    'staff.informationRequests.recordPayment': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordPayment(deps, actor, { id: params.id, on: body.on })),
    'staff.informationRequests.confer': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordConference(deps, actor, { id: params.id, body })),
    'staff.informationRequests.addPaper': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await addPaper(deps, actor, { id: params.id, fileId: body.fileId })),
    'staff.informationRequests.drawPaper': ({ actor, params }) => drawPaper(deps, actor, params),
    'staff.informationRequests.redactPaper': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await redactPaper(deps, actor, { ...params, body })),
    'staff.informationRequests.redactText': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await redactTextOf(deps, actor, { id: params.id, body })),
    'staff.informationRequests.propose': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await proposeDecision(deps, actor, { id: params.id, body })),
    'staff.informationRequests.recall': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recallProposal(deps, actor, { id: params.id, proposalId: body.proposalId })),
    'staff.informationRequests.review': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await reviewDecision(deps, actor, { id: params.id, body })),
    'staff.informationRequests.decide': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await decideInformationRequest(deps, actor, { id: params.id, body })),
    ...handedOnHandlers(deps),
    'staff.requestFigures.get': ({ actor, query }) => readRequestFigures(deps, actor, query),
    'staff.requestFigures.cases': ({ actor, query }) => listCasesOfRequestFigure(deps, actor, query),
    'staff.annualReport.requests': ({ actor, query }) => readTableThree(deps, actor, query),
    'staff.annualReport.cases': ({ actor, query }) => listCasesOfFigure(deps, actor, query),
    'staff.informationRequests.recordSearch': async ({ actor, params, body }) =>
      describeRequest(deps, actor, await recordSearch(deps, actor, { id: params.id, body })),
    'staff.informationRequests.reveal': async ({ actor, params, body }) =>
      revealField(deps, actor, { id: params.id, ...body }),
    'staff.informationRequests.openIdentity': ({ actor, params }) => openIdentityPaper(deps, actor, params),
  });

  return {
    handlers,
    listeners: [
      {
        name: 'information-requests.recount',
        events: ['holidays.entered', RECOUNT_NEXT],
        handle: (event, context) => recountOpenRequests(deps, event, context),
      },
    ],
    schedules: [
      {
        name: 'information-requests.chase',
        everySeconds: CHASE_EVERY_SECONDS,
        run: async () => {
          // First what others did not say in time: after that, what still waits is the office's.
          await settleSilence(deps);
          await chaseRequests(deps);
          await chaseHandedOn(deps);
          await remindOfRequests(deps);
        },
      },
      {
        name: 'information-requests.complete-dates',
        everySeconds: CHASE_EVERY_SECONDS,
        run: () => completeDates(deps),
      },
    ],
    recordReaders: {
      [HANDED_ON]: async (id, actor) => {
        const record = await handedOn.find(id);
        return record !== null && isHandler(actor, record);
      },
      informationRequests: async (id, actor) => {
        const record = await requests.find(id);
        return record !== null && isHandler(actor, record);
      },
    },
    sealedFields: [...SEALED_FIELDS, ...SEALED_HANDED_ON],
    findRecords: (actor, words, limit) => findRequests(deps, actor, { words, limit }),
    listWaiting: async (actor, limit) =>
      (await Promise.all([listWaitingRequests(deps, actor, limit), listWaitingHandedOn(deps, actor, limit)])).flat(),
    countRecords: actor => countRequests(deps, actor),
    personalData: [
      {
        name: 'informationRequests',
        export: accountId => exportRequests(deps, accountId),
      },
    ],
    api: {
      /** Writes a request as it stood at earlier times (the demo district); one that exists is left alone. */
      load: (given: LoadedRequest) => loadInformationRequest(deps, given),
      /** Lays on a desk what somebody at their door wants to know; a repeat changes nothing, another under its id is id.conflict. */
      handOn: (actor: OfficeActor, input: HandOn) => handOnRequest(deps, actor, input),
      /** What became of what was handed on, by its ids. */
      whatBecame: (ids: readonly string[]) => whatBecame(deps, ids),
      /** May this actor see who wants what was handed on? */
      mayReveal: (id: string, actor: OfficeActor) => mayRevealHandedOn(deps, actor, id),
      /** For messages: whose desk it lies on. Null when it is gone. */
      findHandedOn: async (id: string) => {
        const record = await handedOn.find(id);
        return record && { unitId: record.unitId, state: record.state };
      },
      /** What the letters of a case are made from; null when there is no such request. */
      findLetterCase: (id: string) => findLetterCase(deps, id),
      /** The next number of a series without gaps; the caller's transaction takes it back when it fails. */
      nextNumber: (series: string, tx: Tx): Promise<number> => requests.nextNumber(series, tx),
      /** A question to others reached them: their days run from then (Art. 32, 34). What is written down already, or over, stays. */
      recordServed: (actor: OfficeActor, served: { requestId: string; consultationId: string; on: string }) =>
        recordServed(deps, actor, served),
      /** What was asked and answered, for who handles it; throws request.state while it is not answered. */
      getAnswered: (actor: OfficeActor, id: string) => getAnswered(deps, actor, id),
      /** What is asked for, to be compared with others; null when it is gone. */
      findAsked: (id: string) => findAsked(deps, id),
      listAsked: (unitId: string, since: Date, limit: number) => listAsked(deps, unitId, since, limit),
      /** What became of suggestions to publish, for those of these cases that have one. */
      settleSuggestions: (ids: readonly string[], result: Parameters<typeof settleSuggestions>[2], tx: Tx) =>
        settleSuggestions(deps, ids, result, tx),
      /** May this actor read what is attached to it? */
      canRead: async (id: string, actor: Actor): Promise<boolean> => {
        const record = await requests.find(id);
        return record !== null && canRead(actor, record);
      },
      /** Of a case that this actor may read, what is counted from; request.not_found for any other. */
      getFacts: async (actor: Actor, id: string) => {
        const { _id, unitId, receivedOn } = await getReadable(deps, actor, id);
        return { id: _id, unitId, receivedOn };
      },
      /** Cases that came into a year or were carried into it, of these units. */
      listReportedCases: (unitIds: readonly string[] | 'all', year: number) => listReportedCases(deps, unitIds, year),
      hasCasesBy: (day: string) => requests.hasReceivedBy(day),
      /** What cases are called, by their ids. */
      findNames: async (ids: readonly string[]) => {
        const records = await requests.listByIds([...new Set(ids)]);
        return new Map(records.map(({ _id, number, content }) => [_id, { number, name: content.name }]));
      },
      /** May this actor read papers of the case that do not go out? */
      canReadPapers: async (id: string, actor: Actor): Promise<boolean> => {
        const record = await requests.find(id);
        return record !== null && isHandler(actor, record);
      },
      /** For what it became or came from: what happened to it, as this actor may read it there. Null when it is gone. */
      findLinked: (id: string, actor: Actor) => findLinked(deps, id, actor),
      /** For messages: what it is called and whose it is. Null when it is gone. */
      findSummary: async (id: string) => {
        const record = await requests.find(id);
        return (
          record && {
            id,
            number: record.number,
            name: record.content.name,
            accountId: record.accountId,
            unitId: record.unitId,
          }
        );
      },
    },
  } satisfies ServerModule & { api: unknown };
}
