import type { Consultation, ConsultationDetail } from '@bandeng/contracts/types';
import type { Context } from 'koa';
import { DOCX_TYPE, PDF_TYPE, sendDownload } from '../../http/download';
import { created, defineHandlers } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import { presentOwnComment, presentPublicComment, presentStaffComment } from './comment.presenter';
import { readsConsultations, runsConsultations, stateOf } from './consultation.policy';
import { createComment, recordComment } from './create-comment';
import { createConsultation } from './create-consultation';
import type { ConsultationsDeps } from './deps';
import { answerComment, linkDuplicate, reviewComment } from './desk-actions';
import { assignComment, draftAnswer, noteOnComment } from './handling/assign-comment';
import { groupComments, ungroupComment } from './handling/group-comments';
import { describeAssigned, listAssigned } from './handling/read-assigned';
import { ledgerOf, readLedgerRows } from './ledger';
import { openConsultation } from './open-consultation';
import { publishOutcome } from './publish-outcome';
import { listOwnReports } from './own-reports';
import { reportComment, supportComment } from './react-to-comment';
import { describeComment, describeComments, describeNewComment, listOwn, listPublic, listQueue } from './read-comments';
import {
  describeForDesk,
  describeOwn,
  describePublic,
  describeDraft,
  describeOutcome,
  getPublic,
  listConsultations,
  listForDesk,
  summarize,
  summarizeOne,
} from './read-consultations';
import { collectReport } from './report/outcome-report';
import { reportPdf } from './report/report-pdf';
import { findSimilar, findSimilarAtDesk } from './similar-comments';
import { updateConsultation } from './update-consultation';
import { listChanges, listVersions } from './versions/read-versions';
import { reviseDraft } from './versions/revise-draft';
import { withdrawComment } from './withdraw-comment';

/** WeChat signs the calls of a mini-program with this Referer; a browser's never has it. */
const channelOf = (ctx: Context): 'wechat' | 'h5' =>
  ctx.get('Referer').startsWith('https://servicewechat.com/') ? 'wechat' : 'h5';

const REPORT_NEXT = '工作人员会看一看，看完之前这条意见还在。';

export function consultationHandlers(deps: ConsultationsDeps) {
  const { consultations, comments } = deps;

  /** For the desk: the unit's own consultations only. */
  async function getOwn(actor: Parameters<typeof runsConsultations>[0], id: string) {
    const consultation = await consultations.getOutline(id);
    if (runsConsultations(actor, consultation.unitId)) return consultation;
    throw new AppError(consultation.publishedAt === null ? 'consultation.not_found' : 'auth.forbidden');
  }

  return defineHandlers({
    'consultations.list': async ({ query }) => {
      const { items, nextCursor } = await listConsultations(deps, query);
      return { items: (await summarize(deps, items)) as Consultation[], nextCursor };
    },
    'consultations.get': async ({ actor, params }) =>
      (await describePublic(deps, actor, params.id)) as ConsultationDetail,
    'consultations.draft': async ({ params, query }) => describeDraft(deps, await getPublic(deps, params.id), query),
    'consultations.versions': ({ params, query }) => listVersions(deps, params.id, query),
    'consultations.changes': ({ actor, params, query }) => listChanges(deps, actor, { params, query }),
    'consultations.comments.list': async ({ actor, params, query }) => {
      const consultation = await getPublic(deps, params.id);
      const { items, nextCursor } = await listPublic(deps, consultation, query);
      const given = { comments: items, consultations: new Map([[consultation._id, consultation]]) };
      return { items: await describeComments(deps, actor, given, presentPublicComment), nextCursor };
    },
    'consultations.comments.create': async ({ actor, params, body, ctx }) => {
      const stored = await createComment(deps, actor, {
        consultationId: params.id,
        channel: channelOf(ctx),
        input: body,
      });
      const describe = stored.isNew ? describeNewComment : describeComment;
      return created(await describe(deps, actor, stored, presentOwnComment), stored.isNew);
    },
    'consultations.comments.similar': async ({ actor, params, body }) => {
      const consultation = await getPublic(deps, params.id);
      const phase = stateOf(consultation, deps.clock.now()) === 'answered' ? 'end' : 'now';
      const comments = await findSimilar(deps, { consultationId: params.id, phase, ...body });
      const given = { comments, consultations: new Map([[consultation._id, consultation]]) };
      return { items: await describeComments(deps, actor, given, presentPublicComment) };
    },
    'consultations.comments.withdraw': ({ actor, params }) =>
      withdrawComment(deps, actor, { consultationId: params.id, commentId: params.commentId }),
    'consultations.comments.support': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      const { supportCount, isNew } = await supportComment(deps, actor, { ...ids, id: body.id });
      return created({ supportCount }, isNew);
    },
    'consultations.comments.report': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      const { id, isNew } = await reportComment(deps, actor, { ...ids, ...body });
      return created({ id, next: REPORT_NEXT }, isNew);
    },
    'consultations.outcome': async ({ params }) => describeOutcome(deps, await consultations.get(params.id)),
    'consultations.outcomeReport': async ({ params, ctx }) => {
      const report = await collectReport(deps, await consultations.get(params.id));
      // Most servers start and stop without writing one: its library is read with the first.
      const { reportDocx } = await import('./report/report-docx');
      sendDownload(ctx, await reportDocx(report), { name: `结果反馈-${report.outcome.title}.docx`, type: DOCX_TYPE });
    },
    'consultations.outcomePdf': async ({ params, ctx }) => {
      const report = await collectReport(deps, await consultations.get(params.id));
      sendDownload(ctx, reportPdf(report), { name: `结果反馈-${report.outcome.title}.pdf`, type: PDF_TYPE });
    },
    'me.comments.list': async ({ actor, query }) => {
      const { items, nextCursor, ...given } = await listOwn(deps, actor.accountId, query);
      return {
        items: await describeComments(deps, actor, { comments: items, ...given }, presentOwnComment),
        nextCursor,
      };
    },
    'staff.consultations.list': async ({ actor, query }) => {
      const { items, nextCursor } = await listForDesk(deps, actor, query);
      return { items: await summarize(deps, items), nextCursor };
    },
    'staff.consultations.get': ({ actor, params }) => describeForDesk(deps, actor, params.id),
    'staff.consultations.draft': async ({ actor, params, query }) => {
      const consultation = await consultations.getOutline(params.id);
      if (!readsConsultations(actor, consultation.unitId)) throw new AppError('consultation.not_found');
      return describeDraft(deps, consultation, query);
    },
    'staff.consultations.create': async ({ actor, body }) => {
      const { record, isNew } = await createConsultation(deps, actor, body);
      return created(await summarizeOne(deps, record), isNew);
    },
    'staff.consultations.update': async ({ actor, params, body }) =>
      describeOwn(deps, actor, await updateConsultation(deps, actor, { id: params.id, body })),
    'staff.consultations.open': async ({ actor, params }) =>
      summarizeOne(deps, await openConsultation(deps, actor, params.id)),
    'staff.consultations.revise': async ({ actor, params, body }) => {
      const { record, isNew } = await reviseDraft(deps, actor, { id: params.id, body });
      return created(await describeOwn(deps, actor, record), isNew);
    },
    'me.reports.list': ({ actor, query }) => listOwnReports(deps, actor, query),
    'staff.comments.list': async ({ actor, params, query }) => {
      const consultation = await getOwn(actor, params.id);
      const { items, nextCursor } = await listQueue(deps, params.id, query);
      const given = { comments: items, consultations: new Map([[consultation._id, consultation]]) };
      return { items: await describeComments(deps, actor, given, presentStaffComment), nextCursor };
    },
    'staff.comments.record': async ({ actor, params, body }) => {
      const stored = await recordComment(deps, actor, { consultationId: params.id, input: body });
      return created(await describeComment(deps, actor, stored, presentStaffComment), stored.isNew);
    },
    'staff.comments.review': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await reviewComment(deps, actor, { ...ids, body }), presentStaffComment);
    },
    'staff.comments.answer': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await answerComment(deps, actor, { ...ids, body }), presentStaffComment);
    },
    'staff.comments.duplicate': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      const changed = await linkDuplicate(deps, actor, { ...ids, duplicateOf: body.duplicateOf });
      return describeComment(deps, actor, changed, presentStaffComment);
    },
    'staff.comments.similar': async ({ actor, params }) => {
      const consultation = await getOwn(actor, params.id);
      const comment = await comments.find(params.commentId);
      if (comment?.consultationId !== params.id) throw new AppError('comment.not_found');
      const similar = await findSimilarAtDesk(deps, comment);
      const given = { comments: similar, consultations: new Map([[consultation._id, consultation]]) };
      return { items: await describeComments(deps, actor, given, presentStaffComment) };
    },
    'staff.comments.group': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await groupComments(deps, actor, { ...ids, ...body }), presentStaffComment);
    },
    'staff.comments.ungroup': async ({ actor, params }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await ungroupComment(deps, actor, ids), presentStaffComment);
    },
    'staff.comments.assign': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await assignComment(deps, actor, { ...ids, body }), presentStaffComment);
    },
    'staff.comments.note': async ({ actor, params, body }) => {
      const ids = { consultationId: params.id, commentId: params.commentId };
      return describeComment(deps, actor, await noteOnComment(deps, actor, { ...ids, body }), presentStaffComment);
    },
    'staff.assignedComments.list': ({ actor, query }) => listAssigned(deps, actor, query),
    'staff.assignedComments.draft': async ({ actor, params, body }) => {
      const { comment, consultation } = await draftAnswer(deps, actor, { id: params.id, body });
      const given = { comments: [comment], consultations: new Map([[consultation._id, consultation]]) };
      return (await describeAssigned(deps, actor, given))[0]!;
    },
    'staff.consultations.ledger': async ({ actor, params }) => {
      const { unitId } = await consultations.getOutline(params.id);
      if (!readsConsultations(actor, unitId)) throw new AppError('auth.forbidden');
      return ledgerOf(await readLedgerRows(deps, params.id));
    },
    'staff.consultations.publishOutcome': async ({ actor, params, body }) =>
      created(await describeOutcome(deps, await publishOutcome(deps, actor, { id: params.id, body })), true),
  });
}
