import type { RouteAnswer, StaffComment } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import type { PageQuery } from '../../../platform/paging';
import { presentStaffComment } from '../comment.presenter';
import type { CommentRecord } from '../comment.repository';
import type { ConsultationOutline } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import { describeComments } from '../read-comments';

type Assigned = RouteAnswer<'staff.assignedComments.list'>['items'][number];

/** With what it is about: the unit asked may not open the consultation's desk. */
export async function describeAssigned(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { comments, consultations }: { comments: readonly CommentRecord[]; consultations: Map<string, ConsultationOutline> },
): Promise<Assigned[]> {
  const units = await deps.organization.findUnits([...consultations.values()].map(({ unitId }) => unitId));
  const shown = await describeComments(deps, actor, { comments, consultations }, (comment, context): Assigned => {
    const { _id: id, question, title, unitId } = context.consultation;
    const unit = { id: unitId, name: units.get(unitId)?.name ?? unitId };
    const presented: StaffComment = presentStaffComment(comment, context);
    return { ...presented, consultation: { id, question, title, unit } };
  });
  return shown;
}

/** What this member's units are asked to answer for; who runs the whole district has it at the consultations. */
export async function listAssigned(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  query: PageQuery,
): Promise<RouteAnswer<'staff.assignedComments.list'>> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds === 'all' || unitIds.length === 0) return { items: [], nextCursor: null };
  const { items, nextCursor } = await deps.comments.listAssigned(unitIds, query);
  const consultations = await deps.consultations.findOutlines([...new Set(items.map(item => item.consultationId))]);
  return { items: await describeAssigned(deps, actor, { comments: items, consultations }), nextCursor };
}
