import { addDays, type HolidayCalendar } from '../calendar';
import { answerDeadline } from './answer-deadline';
import { requestLimits, requestStatusLabels, type RequestEvent } from './request-events';
import type { Pause, QuestionKind, RequestState } from './request-state';
import { nextRequestTarget } from './request-transitions';

/** Why an event cannot follow what happened so far. */
export interface RequestRefusal {
  code:
    | 'request.not_submitted'
    | 'request.state'
    | 'request.received_on'
    | 'request.correction_twice'
    | 'request.correction_deadline'
    | 'request.correction_not_over'
    | 'request.extension_twice'
    | 'request.extension_length'
    | 'request.extension_unapproved'
    | 'request.question_open'
    | 'request.question_unknown'
    | 'request.question_not_over'
    | 'request.question_served'
    | 'request.reasons_twice'
    | 'request.reasons_deadline'
    | 'request.reasons_unknown'
    | 'request.delay_without_reasons'
    | 'request.delay_twice'
    | 'request.delay_length'
    | 'request.delay_unapproved'
    | 'request.fee_not_noticed'
    | 'request.fee_not_over';
  message: string;
}

/** The refusal of an event in a state, or null when it is allowed. A null state is before the submission. */
export function refusalOf(
  state: RequestState | null,
  event: RequestEvent,
  calendar: HolidayCalendar,
): RequestRefusal | null {
  if (state === null) {
    return event.type === 'submitted' ? null : { code: 'request.not_submitted', message: '申请还没有提交' };
  }
  if (nextRequestTarget(state.status, event.type) === null) {
    return { code: 'request.state', message: `当前状态为“${requestStatusLabels[state.status]}”，不能进行这一步` };
  }
  return detailRefusal(state, event, calendar);
}

function detailRefusal(state: RequestState, event: RequestEvent, calendar: HolidayCalendar): RequestRefusal | null {
  switch (event.type) {
    case 'registered': {
      const receivedOn = event.receivedOn ?? event.on;
      if (addDays(receivedOn, 0) >= state.submittedOn && receivedOn <= event.on) return null;
      return { code: 'request.received_on', message: '收到日期应在提交日期与登记日期之间' };
    }
    case 'correctionAsked':
      if (state.correctedOnce)
        return { code: 'request.correction_twice', message: '补正只能一次性告知（条例第三十条）' };
      if (addDays(event.deadline, 0) > event.on) return null;
      return { code: 'request.correction_deadline', message: '补正期限应晚于告知日期' };
    case 'correctionLapsed':
      if (state.waiting && event.on > state.waiting.deadline) return null;
      return { code: 'request.correction_not_over', message: '补正期限还没有届满' };
    case 'extended':
      return extensionRefusal(state, event.workingDays, event.approvedBy);
    case 'thirdPartyAsked':
    case 'otherAgencyAsked':
      return findOpen(state, event)
        ? { code: 'request.question_open', message: '征求意见函已经发出，正在等待答复' }
        : null;
    case 'thirdPartyAnswered':
    case 'otherAgencyAnswered':
      return findOpen(state, event) ? null : UNKNOWN;
    case 'thirdPartyServed':
    case 'otherAgencyServed':
      if (findOpen(state, event)?.servedOn == null) return findOpen(state, event) ? null : UNKNOWN;
      return { code: 'request.question_served', message: '这份征求意见函的签收日期已经登记过' };
    case 'thirdPartySilent':
    case 'otherAgencySilent': {
      const question = findOpen(state, event);
      if (!question) return UNKNOWN;
      if (event.on > (event.deadline ?? answerDeadline(question, calendar))) return null;
      return {
        code: 'request.question_not_over',
        message: '对方提出意见的期限还没有届满（条例第三十二条、第三十四条）',
      };
    }
    case 'reasonsAsked':
      if (state.reasons) return { code: 'request.reasons_twice', message: '已经要求过说明理由（条例第三十五条）' };
      if (addDays(event.deadline, 0) > event.on) return null;
      return { code: 'request.reasons_deadline', message: '说明理由的期限应晚于告知日期' };
    case 'reasonsGiven':
      if (state.reasons && state.reasons.givenOn === null) return null;
      return { code: 'request.reasons_unknown', message: '没有要求过说明理由，或者已经收到说明' };
    case 'delayed':
      return delayRefusal(state, event.workingDays, event.approvedBy);
    case 'feeNoticed':
      return state.waiting ? { code: 'request.question_open', message: '已经发出收费通知，正在等待缴费' } : null;
    case 'feePaid':
    case 'feeDropped':
    case 'feeLapsed':
      if (state.waiting?.kind !== 'fee') return { code: 'request.fee_not_noticed', message: '没有待缴的信息处理费' };
      if (event.type !== 'feeLapsed' || event.on > (event.deadline ?? state.waiting.deadline)) return null;
      return { code: 'request.fee_not_over', message: '缴费期限还没有届满' };
    default:
      return null;
  }
}

function extensionRefusal(state: RequestState, workingDays: number, approvedBy: string): RequestRefusal | null {
  if (state.extendedOnce) return { code: 'request.extension_twice', message: '答复期限只能延长一次（条例第三十三条）' };
  if (state.delay > 0)
    return { code: 'request.extension_twice', message: '已经按条例第三十五条确定了延迟答复的期限，不再延长' };
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > requestLimits.extension) {
    return { code: 'request.extension_length', message: '延长不得超过20个工作日（条例第三十三条）' };
  }
  if (approvedBy.trim() !== '') return null;
  return { code: 'request.extension_unapproved', message: '延长须经政府信息公开工作机构负责人同意（条例第三十三条）' };
}

function delayRefusal(state: RequestState, workingDays: number, approvedBy: string): RequestRefusal | null {
  if (!state.reasons?.givenOn)
    return {
      code: 'request.delay_without_reasons',
      message: '申请人说明理由以后，才能确定延迟答复的期限（条例第三十五条）',
    };
  if (state.delay > 0) return { code: 'request.delay_twice', message: '延迟答复的期限已经确定过（条例第三十五条）' };
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > requestLimits.delay)
    return { code: 'request.delay_length', message: `延迟答复应为1到${requestLimits.delay}个工作日` };
  if (approvedBy.trim() !== '') return null;
  return { code: 'request.delay_unapproved', message: '延迟答复须经政府信息公开工作机构负责人同意' };
}

const UNKNOWN: RequestRefusal = {
  code: 'request.question_unknown',
  message: '没有发出过这份征求意见函，或者已经登记过答复',
};

function findOpen({ pauses }: RequestState, { type, ref = '' }: { type: string; ref?: string }): Pause | undefined {
  const kind: QuestionKind = type.startsWith('thirdParty') ? 'thirdParty' : 'otherAgency';
  return pauses.find(pause => pause.to === null && pause.kind === kind && pause.ref === ref);
}
