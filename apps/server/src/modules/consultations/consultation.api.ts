import type { ListOfConsultations, MatterSource } from '../matters';
import { filesOf } from './check-references';
import { runsConsultations, stateOf } from './consultation.policy';
import { sayDate } from '@bandeng/rules';
import type { RouteInput } from '@bandeng/contracts/types';
import type { Actor, OfficeActor, ResidentActor } from '../../http/actor';
import type { Became } from '../../platform/module';
import type { Tx } from '../../platform/transaction';
import type { ConsultationRecord, DraftItemRecord } from './consultation.repository';
import { recordComment, recordOnBehalf, type OnBehalf } from './create-comment';
import type { ConsultationsDeps } from './deps';
import { decisionsOfConsultations } from './decisions/decisions-in-matters';
import { loadDecisions, type LoadedDecision } from './decisions/load-decisions';
import { loadConsultation, type LoadedConsultation } from './load-consultation';
import { consultationMatterSource } from './matter-source';
import { whatBecame } from './what-became';
import { handOverComment } from './hand-over-comment';
import { exportAccount } from './personal-data';

/** A consultation for the search index. */
export interface SearchableConsultation {
  id: string;
  title: string;
  text: string;
  at: Date;
  facets: string[];
}

/** What other modules may ask of consultations. */
export interface Consultations {
  /** Null while it is not public. */
  searchDocument(id: string): Promise<SearchableConsultation | null>;
  /** Public ones by id, for building the index anew. */
  listSearchDocuments(
    afterId: string,
    limit: number,
  ): Promise<{ documents: SearchableConsultation[]; lastId: string | null }>;
  /** What a message about it says, and what subscriptions can name it by; null when it is gone. */
  findForMessage(id: string): Promise<{ id: string; question: string; closesOn: string; targets: string[] } | null>;
  /** Accounts with a comment in it, in the order of their ids, from after `afterId`. */
  listAuthors(id: string, afterId: string, limit: number): Promise<string[]>;
  /** Accounts whose reports of a comment were settled together, in the order of their ids, from after `afterId`. */
  listReporters(commentId: string, settlement: string, afterId: string, limit: number): Promise<string[]>;
  findCommentForMessage(
    commentId: string,
  ): Promise<{ consultationId: string; question: string; accountId: string | null } | null>;
  /** What a sheet that is hung up says of one that people can still be heard on, or will be; else null. */
  findForPoster(id: string): Promise<{ title: string; keyPoints: string[]; unitName: string } | null>;
  /** Questions by id, for names of what people subscribed to; drafts are left out. */
  questions(ids: readonly string[]): Promise<Map<string, string>>;
  /** Whether this actor may read a file of it: everybody what it shows, its unit what was taken out before it was published too. */
  isFileReadable(id: string, actor: Actor, fileId: string): Promise<boolean>;
  /** Whether this actor may read it: everybody once it is public, its unit before. */
  isReadable(id: string, actor: Actor): Promise<boolean>;
  /** Whether an outcome that is out names this edition of the catalog as the next one. */
  leadTo(editionId: string): Promise<boolean>;
  matterSource: MatterSource;
  decisionsOfConsultations: ListOfConsultations;
  exportOf(accountId: string): Promise<unknown[]>;
  /** Writes down what was said elsewhere (a questionnaire, a meeting), like the desk does; once for an id. */
  record(actor: OfficeActor, consultationId: string, input: RouteInput<'staff.comments.record'>['body']): Promise<void>;
  /** What a grid worker took down at a door; once for an id. Throws consultation.not_found, consultation.state, comment.target_unknown, id.conflict. */
  recordOnBehalf(actor: OfficeActor, consultationId: string, input: OnBehalf): Promise<void>;
  /** Whether this actor may see who said it: whoever runs the consultation. */
  mayReveal(commentId: string, actor: OfficeActor): Promise<boolean>;
  /** What became of comments taken down at doors, by their ids. */
  whatBecame(ids: readonly string[]): Promise<Map<string, Became>>;
  /** Makes a comment that was written down for somebody this account's; false when it is somebody else's. */
  handOver(actor: ResidentActor, commentId: string, tx: Tx): Promise<boolean>;
  /** Writes a consultation with its comments and answers as they stand (the demo district); one that exists is left alone. */
  load(given: LoadedConsultation): Promise<void>;
  /** Writes items of a year's list of decisions as they stand (the demo district); those that exist are left alone. */
  loadDecisions(given: readonly LoadedDecision[]): Promise<void>;
}

export function createConsultationApi(deps: ConsultationsDeps): Consultations {
  const { consultations, comments, clock } = deps;
  const isListed = (record: Parameters<typeof stateOf>[0]) => stateOf(record, clock.now()) !== 'draft';

  return {
    searchDocument: async id => {
      const record = await consultations.find(id);
      return record && isListed(record) ? searchable(record, await consultations.listAllItems(id)) : null;
    },
    listSearchDocuments: async (afterId, limit) => {
      const records = await consultations.listAfter(afterId, limit);
      const documents: SearchableConsultation[] = [];
      for (const record of records.filter(isListed))
        documents.push(searchable(record, await consultations.listAllItems(record._id)));
      return { documents, lastId: records.at(-1)?._id ?? null };
    },
    findForMessage: async id => {
      const record = await consultations.findOutline(id);
      if (!record || !isListed(record)) return null;
      const { question, closesOn, areaIds, domainIds } = record;
      const targets = [
        `consultation:${id}`,
        ...areaIds.map(area => `area:${area}`),
        ...domainIds.map(domain => `domain:${domain}`),
      ];
      return { id, question, closesOn, targets };
    },
    listAuthors: (id, afterId, limit) => comments.listAuthors(id, afterId, limit),
    listReporters: (commentId, settlement, afterId, limit) =>
      comments.listReporters(commentId, settlement, afterId, limit),
    findCommentForMessage: async commentId => {
      const comment = await comments.find(commentId);
      const consultation = comment && (await consultations.findOutline(comment.consultationId));
      if (!consultation) return null;
      return { consultationId: consultation._id, question: consultation.question, accountId: comment.accountId };
    },
    findForPoster: async id => {
      const record = await consultations.findOutline(id);
      if (!record || !['upcoming', 'open'].includes(stateOf(record, clock.now()))) return null;
      const { question, title, unitId, opensOn, closesOn } = record;
      const units = await deps.organization.findUnits([unitId]);
      const now = clock.now();
      const keyPoints = [
        `${sayDate(opensOn, now)}到${sayDate(closesOn, now)}，谁都可以说`,
        `要改的是《${title}》`,
        '每一条意见采不采纳、为什么，到时候都公布',
      ];
      return { title: question, keyPoints, unitName: units.get(unitId)?.name ?? '' };
    },
    questions: async ids => {
      const found = [...(await consultations.findOutlines(ids)).values()].filter(isListed);
      return new Map(found.map(({ _id, question }) => [_id, question]));
    },
    isFileReadable: async (id, actor, fileId) => {
      const record = await consultations.find(id);
      if (!record) return false;
      return runsConsultations(actor, record.unitId) || (isListed(record) && filesOf(record).includes(fileId));
    },
    isReadable: async (id, actor) => {
      const record = await consultations.findOutline(id);
      return record !== null && (isListed(record) || runsConsultations(actor, record.unitId));
    },
    leadTo: editionId => consultations.hasOutcomeLeadingTo(editionId, clock.now()),
    matterSource: consultationMatterSource(deps),
    decisionsOfConsultations: decisionsOfConsultations(deps),
    exportOf: accountId => exportAccount(deps, accountId),
    record: async (actor, consultationId, input) => {
      await recordComment(deps, actor, { consultationId, input });
    },
    recordOnBehalf: (actor, consultationId, input) => recordOnBehalf(deps, actor, { consultationId, input }),
    whatBecame: ids => whatBecame(deps, ids),
    mayReveal: async (commentId, actor) => {
      const comment = await comments.find(commentId);
      const consultation = comment && (await consultations.findOutline(comment.consultationId));
      return consultation !== null && runsConsultations(actor, consultation.unitId);
    },
    handOver: (actor, commentId, tx) => handOverComment(deps, actor, commentId, tx),
    load: given => loadConsultation(deps, given),
    loadDecisions: given => loadDecisions(deps, given),
  };
}

function searchable(record: ConsultationRecord, items: readonly DraftItemRecord[]): SearchableConsultation {
  const background = record.background.map(block => {
    if (block.type === 'heading' || block.type === 'quote') return block.text;
    if (block.type === 'paragraph') return block.children.map(child => child.text).join('');
    if (block.type === 'list') return block.items.join('\n');
    return '';
  });
  const draft = items.map(item => [...item.path, item.label, item.text ?? ''].join(' '));
  return {
    id: record._id,
    title: record.question,
    text: [record.title, ...background, ...draft].filter(part => part !== '').join('\n'),
    at: record.opensAt,
    facets: [
      `unit:${record.unitId}`,
      ...record.areaIds.map(id => `area:${id}`),
      ...record.domainIds.map(id => `dom:${id}`),
    ],
  };
}
