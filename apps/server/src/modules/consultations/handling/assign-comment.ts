import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import {
  assertNotAnswered,
  changeComment,
  changeCommentAtDesk,
  writeChange,
  type ChangedComment,
  type CommentChange,
} from '../change-comment';
import type { AssignmentRecord, CommentRecord } from '../comment.repository';
import { runsConsultations } from '../consultation.policy';
import type { ConsultationsDeps } from '../deps';
import { assertStands, groupOf } from './group-comments';

interface Ids {
  consultationId: string;
  commentId: string;
}

/** What an assignment writes: the unit's list holds it until that unit has written its draft. */
const assigned = (assignment: AssignmentRecord | null): CommentChange['set'] => {
  const waits = assignment !== null && assignment.draft === null;
  return {
    assignment,
    assignedTo: waits ? assignment.unitId : null,
    assignedDueOn: waits ? assignment.dueOn : null,
  };
};

/** Asks another unit what it would answer, by a day; or takes it back. A whole group is asked about at once. */
export async function assignComment(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { body: { to, wholeGroup }, ...ids }: Ids & { body: RouteInput<'staff.comments.assign'>['body'] },
): Promise<ChangedComment> {
  if (to !== null && !(await deps.organization.findUnits([to.unitId])).has(to.unitId))
    throw invalidField('to.unitId', '没有这个单位，请从列表里选。');
  if (to !== null && to.dueOn < deps.clock.today()) throw invalidField('to.dueOn', '这一天已经过了。');
  return changeCommentAtDesk(deps, actor, ids, async (comment, consultation, tx) => {
    const now = deps.clock.now();
    assertNotAnswered(consultation, now);
    assertStands(comment);
    if (comment.duplicateOf !== null) throw invalidField('to', '这是重复的意见，请交办它重复的那一条。');
    const assignment = to && {
      ...{ unitId: to.unitId, dueOn: to.dueOn, note: to.note ?? null },
      ...{ assignedBy: actor.staffId, assignedAt: now, draft: null },
    };
    const change: CommentChange = {
      event: 'comment.assigned',
      set: assigned(assignment),
      told: { unitId: to?.unitId },
    };
    for (const other of wholeGroup ? await groupOf(deps, comment, tx) : [])
      if (other._id !== comment._id && isUnanswered(other))
        await writeChange(deps, actor, { comment: other, consultation, change }, tx);
    return change;
  });
}

const isUnanswered = ({ withdrawnAt, duplicateOf, answer }: CommentRecord): boolean =>
  withdrawnAt === null && duplicateOf === null && answer === null;

/** The unit that was asked writes what it would answer; it may do so again until the asker has answered. */
export async function draftAnswer(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.assignedComments.draft'>['body'] },
): Promise<ChangedComment> {
  const consultationId = (await deps.comments.find(id))?.consultationId ?? '';
  return changeComment(deps, actor, { consultationId, commentId: id }, async (comment, consultation, tx) => {
    const { assignment } = comment;
    if (!assignment || !runsConsultations(actor, assignment.unitId)) throw new AppError('comment.not_found');
    const now = deps.clock.now();
    assertNotAnswered(consultation, now);
    assertStands(comment);
    if (comment.answer !== null) throw new AppError('consultation.state');
    await deps.consultations.update(consultation._id, {}, tx);
    const draft = { ...body, writtenBy: actor.staffId, writtenAt: now };
    return { event: 'comment.answer_drafted', set: assigned({ ...assignment, draft }) };
  });
}

/** A note between the units at work on a comment: the asker's, or that of the unit asked. */
export const noteOnComment = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { body, ...ids }: Ids & { body: RouteInput<'staff.comments.note'>['body'] },
): Promise<ChangedComment> =>
  changeComment(deps, actor, ids, (comment, { unitId: asker }) => {
    const { assignment, notes = [] } = comment;
    const unitId = [asker, assignment?.unitId].find(unit => unit !== undefined && runsConsultations(actor, unit));
    if (unitId === undefined) throw new AppError('comment.not_found');
    if (notes.some(({ id }) => id === body.id)) return null;
    if (notes.length >= MOST_NOTES) throw invalidField('text', `一条意见最多记 ${MOST_NOTES} 句。`);
    const note = { id: body.id, unitId, writtenBy: actor.staffId, at: deps.clock.now(), text: body.text };
    return { event: 'comment.noted', set: { notes: [...notes, note] } };
  });

const MOST_NOTES = 50;
