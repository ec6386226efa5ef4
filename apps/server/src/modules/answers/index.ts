import { hasRoleForUnit, type Actor, type OfficeActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { createAnswerRepository, PUBLIC_ANSWERS } from './answer.repository';
import type { AnswerDeps, AnswerPorts } from './deps';
import { asOf, loadAnswers, type LoadedAnswer } from './load-answers';
import { measureAlike, takeSuggestion } from './propose-publishing';
import { publishAnswer, takeAnswerBack } from './publish-answer';
import { describeAnswer, listAnswers, searchableAnswers, type SearchableAnswer } from './read-answers';
import { createPublishingProposalRepository, PUBLISHING_PROPOSALS } from './publishing-proposal.repository';
import { describeProposal, listProposals, listWaitingProposals } from './read-proposals';
import { acceptProposal, declineProposal, notePublished, readsProposals } from './settle-proposal';
import { describeStaffAnswer, publishesAnswers } from './staff-answer';

export type { LoadedAnswer } from './load-answers';
export type { SearchableAnswer } from './read-answers';

/** What other modules may ask of the archive of answers. */
export interface Answers {
  /** May this actor read this file of it? Everybody, while it is public. */
  canReadFile(id: string, actor: Actor, fileId: string): Promise<boolean>;
  /** Those of them that are public, for the search index. */
  searchDocuments(ids: readonly string[]): Promise<SearchableAnswer[]>;
  /** Ids of those that are public, in their order, some at a time. */
  listPublicIds(afterId: string, limit: number): Promise<string[]>;
  /** Writes answers as they were published (the demo district); one that exists is left alone. Their ids. */
  load(given: readonly LoadedAnswer[]): Promise<string[]>;
  /** Opens the proposal for a case in which the applicant suggested it then (the demo district); one that exists is left alone. */
  loadProposal(requestId: string, at: Date): Promise<void>;
}

/** 答复选编: answers to requests that everybody may read, without names. */
export function createAnswersModule(platform: Platform, ports: AnswerPorts) {
  const answers = createAnswerRepository(platform);
  const proposals = createPublishingProposalRepository(platform);
  const deps: AnswerDeps = { ...platform, ...ports, answers, proposals };
  const describe = async (actor: OfficeActor, id: string) =>
    describeStaffAnswer(deps, actor, await deps.requests.getAnswered(actor, id));

  const handlers = defineHandlers({
    'answers.list': ({ query }) => listAnswers(deps, query),
    'answers.get': ({ params }) => describeAnswer(deps, params.id),
    'staff.answers.get': ({ actor, params }) => describe(actor, params.id),
    'staff.answers.publish': async ({ actor, params, body }) => {
      await publishAnswer(deps, actor, await deps.requests.getAnswered(actor, params.id), body);
      return describe(actor, params.id);
    },
    'staff.answers.takeBack': async ({ actor, params, body }) => {
      await takeAnswerBack(deps, actor, await deps.requests.getAnswered(actor, params.id), body.reason);
      return describe(actor, params.id);
    },
    'staff.publishing.list': ({ actor, query }) => listProposals(deps, actor, query),
    'staff.publishing.accept': async ({ actor, params, body }) =>
      describeProposal(deps, actor, await acceptProposal(deps, actor, { ...params, body })),
    'staff.publishing.decline': async ({ actor, params, body }) =>
      describeProposal(deps, actor, await declineProposal(deps, actor, { ...params, body })),
  });

  const api: Answers = {
    canReadFile: async (id, actor, fileId) => {
      const record = await answers.find(id);
      if (!record) return false;
      if (publishesAnswers(actor, record)) return true;
      return record.isPublic && record.files.some(file => file.id === fileId);
    },
    searchDocuments: ids => searchableAnswers(deps, ids),
    listPublicIds: answers.listPublicIdsAfter,
    load: given => loadAnswers(deps, given),
    loadProposal: (requestId, at) => takeSuggestion(asOf(deps, at), { name: 'load', requestId }),
  };
  return {
    handlers,
    listeners: [
      {
        name: 'answers.measure-alike',
        events: ['information-request.registered', 'information-request.decided'],
        handle: event => measureAlike(deps, event),
      },
      {
        name: 'answers.take-suggestion',
        events: ['information-request.publishing_suggested'],
        handle: event => takeSuggestion(deps, event),
      },
      {
        name: 'answers.note-published',
        events: ['notice.published'],
        handle: event => notePublished(deps, event),
      },
    ],
    listWaiting: (actor, limit) => listWaitingProposals(deps, actor, limit),
    recordReaders: {
      [PUBLISHING_PROPOSALS]: async (id, actor) => {
        const record = await proposals.find(id);
        return record !== null && readsProposals(actor, record);
      },
      [PUBLIC_ANSWERS]: async (id, actor) => {
        const record = await answers.find(id);
        return record !== null && hasRoleForUnit(actor, record.unitId, 'officer', 'head', 'legal', 'supervisor');
      },
    },
    api,
  } satisfies ServerModule & { api: Answers };
}
