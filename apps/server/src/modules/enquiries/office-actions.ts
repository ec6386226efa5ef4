import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { changeEnquiry } from './change-enquiry';
import type { EnquiryDeps } from './deps';
import { kindOf } from './enquiry-limits';
import type { EnquiryRecord } from './enquiry.model';
import { answersFor, takesIn, workingUnitOf } from './enquiry.policy';

type Act = 'accept' | 'refuse' | 'assign' | 'contribute' | 'answer';
type Body<A extends Act> = RouteInput<`staff.enquiries.${A}`>['body'];

export function assertTakesIn(actor: OfficeActor, record: EnquiryRecord): void {
  if (!takesIn(actor, record)) throw new AppError('auth.forbidden');
}

/** Accepts it as what it is: another kind may have other days, counted from the same day. */
export const acceptEnquiry = (deps: EnquiryDeps, actor: OfficeActor, id: string, { kind }: Body<'accept'>) =>
  changeEnquiry(deps, actor, id, (record, { on }) => {
    assertTakesIn(actor, record);
    return {
      ...{ event: 'enquiry.accepted', unitId: record.unitId, fields: ['kind'], set: { kind } },
      fact: { type: 'accepted', on, workingDays: kindOf(kind).workingDays },
    };
  });

/** Says whose it is: that is its answer. */
export const refuseEnquiry = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  id: string,
  { toWhom, reason, ticket }: Body<'refuse'>,
) =>
  changeEnquiry(deps, actor, id, (record, { on, now }) => {
    assertTakesIn(actor, record);
    const goesOn = ticket === undefined ? '' : `热线（12345）接着办，工单 ${ticket}。`;
    const text = `这件事归${toWhom}办。${reason}${goesOn}`;
    const hotline = ticket === undefined ? record.hotline : { ticket, direction: 'to' as const };
    const who = { unitId: record.unitId, draftedAt: now, draftedBy: actor.staffId, answeredAt: now };
    return {
      ...{ event: 'enquiry.refused', unitId: record.unitId, fact: { type: 'notOurs', on }, note: text },
      ...{ fields: ['answer'], set: { hotline, answer: { outcome: 'not_ours', text, plannedOn: null, ...who } } },
    };
  });

/** Hands it to the unit that answers, and to those that help; they may be changed until there is an answer. */
export const assignEnquiry = (deps: EnquiryDeps, actor: OfficeActor, id: string, body: Body<'assign'>) =>
  changeEnquiry(deps, actor, id, async (record, { on }) => {
    assertTakesIn(actor, record);
    const { mainUnitId, note } = body;
    const jointUnitIds = [...new Set(body.jointUnitIds)].filter(unitId => unitId !== mainUnitId);
    const units = await deps.organization.findUnits([mainUnitId, ...jointUnitIds]);
    if (units.size < jointUnitIds.length + 1) throw new AppError('unit.not_found');
    return {
      ...{ event: 'enquiry.assigned', unitId: record.unitId, fact: { type: 'assigned', on }, note },
      fields: ['mainUnitId', 'jointUnitIds'],
      set: { mainUnitId, jointUnitIds, unitIds: [...new Set([record.unitId, ...jointUnitIds, mainUnitId])] },
    };
  });

/** What a unit that helps has to say to the one that answers; whoever asked does not read it. */
export const contributeToEnquiry = (deps: EnquiryDeps, actor: OfficeActor, id: string, body: Body<'contribute'>) =>
  changeEnquiry(deps, actor, id, (record, { now }) => {
    const unitId = workingUnitOf(actor, record);
    if (unitId === undefined) throw new AppError('auth.forbidden');
    const known = record.contributions.find(one => one.id === body.id);
    if (known && (known.text !== body.text || known.staffId !== actor.staffId)) throw new AppError('id.conflict');
    if (known) return null;
    if (record.status !== 'assigned') throw new AppError('enquiry.state');
    const said = { id: body.id, unitId, staffId: actor.staffId, at: now, text: body.text };
    return {
      ...{ event: 'enquiry.contributed', unitId, fact: null, fields: ['contributions'] },
      set: { contributions: [...record.contributions, said] },
    };
  });

/** Drafts the answer; it goes out when somebody else has looked at it. */
export const answerEnquiry = (deps: EnquiryDeps, actor: OfficeActor, id: string, body: Body<'answer'>) =>
  changeEnquiry(deps, actor, id, (record, { on, now }) => {
    if (record.mainUnitId === null && takesIn(actor, record)) throw new AppError('enquiry.state');
    if (record.mainUnitId === null || !answersFor(actor, record)) throw new AppError('auth.forbidden');
    const { outcome, text, plannedOn = null } = body;
    const who = { unitId: record.mainUnitId, draftedAt: now, draftedBy: actor.staffId, answeredAt: null };
    return {
      ...{ event: 'enquiry.drafted', unitId: record.mainUnitId, fact: { type: 'drafted', on }, fields: ['answer'] },
      set: { answer: { outcome, text, plannedOn, ...who } },
    };
  });

export const sendBackAnswer = (deps: EnquiryDeps, actor: OfficeActor, id: string, reason: string) =>
  changeEnquiry(deps, actor, id, (record, { on }) => {
    assertTakesIn(actor, record);
    return {
      ...{ event: 'enquiry.sent_back', unitId: record.unitId, fact: { type: 'sentBack', on }, note: reason },
    };
  });

/** Whoever wrote an answer does not look at it themselves. */
export const approveAnswer = (deps: EnquiryDeps, actor: OfficeActor, id: string) =>
  changeEnquiry(deps, actor, id, (record, { on, now }) => {
    assertTakesIn(actor, record);
    if (record.status === 'drafted' && record.answer?.draftedBy === actor.staffId)
      throw new AppError('enquiry.own_draft');
    return {
      ...{ event: 'enquiry.answered', unitId: record.unitId, fact: { type: 'answered', on }, fields: ['answer'] },
      set: { answer: record.answer && { ...record.answer, answeredAt: now } },
    };
  });
