import { attributeLabels, openStepOf, stepName } from '@bandeng/rules';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import type { WaitingTask } from '../../../platform/module';
import type { DraftsDeps } from './deps';
import type { DraftOutline } from './draft.repository';

/** Drafts that this actor signs, checks for secrecy, goes on writing, or publishes. */
export async function listWaitingDrafts(deps: DraftsDeps, actor: OfficeActor, limit: number): Promise<WaitingTask[]> {
  const { staffId } = actor;
  const [review, secrecy] = [unitsOf(actor, 'reviewer'), unitsOf(actor, 'secrecy')];
  const isWriter = unitsOf(actor, 'editor', 'office', 'street').length > 0;
  const { drafts } = deps;
  const [toReview, toCheck, sentBack, approved] = await Promise.all([
    review.length > 0 ? drafts.listToReview({ unitIds: review, staffId }, limit) : [],
    secrecy.length > 0 ? drafts.listToCheck({ unitIds: secrecy, staffId }, limit) : [],
    isWriter ? drafts.listOfWriter(staffId, 'sent_back', limit) : [],
    isWriter ? drafts.listOfWriter(staffId, 'approved', limit) : [],
  ]);
  // Nobody signs two steps: what one has signed already waits for somebody else.
  const isSigned = ({ signatures, contentHash }: DraftOutline) =>
    signatures.some(one => one.by === staffId && !one.isVoid && one.contentHash === contentHash);
  return [
    ...toReview
      .filter(draft => !isSigned(draft))
      .map(draft => {
        const step = stepName(openStepOf(draft) ?? draft.steps, draft.steps);
        return task(draft, { note: `公开信息 · ${step}`, step: `${step}，通过或者退回`, since: draft.submittedAt });
      }),
    ...toCheck.map(draft =>
      task(draft, {
        ...{ note: `公开信息 · ${draft.secrecyAsked!.words}`, since: draft.secrecyAsked!.at },
        step: '看没遮住的号码，放行或者退回',
      }),
    ),
    ...sentBack.map(draft =>
      task(draft, { note: `退回：${draft.sentBack?.words ?? ''}`, step: '改好再送审', since: draft.sentBack?.at }),
    ),
    ...approved.map(draft =>
      draft.content.withholding
        ? task(draft, { note: `${attributeLabels[draft.content.withholding.attribute]} · 审核通过`, step: '归档留存' })
        : task(draft, { note: '公开信息 · 审核通过', step: '现在发布，或者定个时间' }),
    ),
  ];
}

const task = (
  { _id, content, updatedAt }: DraftOutline,
  { note, step, since }: { note: string; step: string; since?: Date | null | undefined },
): WaitingTask => ({
  kind: 'draft',
  recordId: _id,
  title: content.title || '还没有标题',
  note,
  step,
  since: (since ?? updatedAt).toISOString(),
  dueOn: null,
});
