import type { InformationRequest } from '@bandeng/contracts/types';
import { remedyText, type RequestEventType } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import { conversionSteps } from './conversion';
import { feeSteps, suggestionSteps } from './side-steps';
import { linkSteps } from './one-matter-links';
import { tellingSteps } from './tell-applicant';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

const TITLES: Record<RequestEventType, string> = {
  submitted: '你交了申请',
  registered: '登记好了，开始计时',
  correctionAsked: '请你补正',
  corrected: '收到补正，重新计时',
  correctionLapsed: '过期没有补正，不再处理',
  extended: '负责人同意延长',
  thirdPartyAsked: '征求第三方意见，停表',
  thirdPartyServed: '第三方收到了征求意见函',
  thirdPartySilent: '第三方到期没有提意见，接着计时，由受理机关决定',
  thirdPartyAnswered: '第三方回复了，接着计时',
  otherAgencyAsked: '征求其他机关意见，停表',
  otherAgencyServed: '其他机关收到了征求意见函',
  otherAgencySilent: '其他机关到期没有提意见，视为同意公开，接着计时',
  otherAgencyAnswered: '其他机关回复了，接着计时',
  reasonsAsked: '请你说明理由，计时不停',
  reasonsGiven: '你说明了理由',
  delayed: '负责人同意延迟答复',
  feeNoticed: '请缴信息处理费',
  feePaid: '收到缴费，重新计时',
  feeDropped: '不收信息处理费了，接着计时',
  feeLapsed: '过期没有缴费，不再处理',
  decided: '作出了答复',
  withdrawn: '你撤回了申请',
};

const LAPSED = `可以重新申请。${remedyText('correction_lapsed', district) ?? ''}`;

function wordsOf({ fact }: CaseEvent): { kind: string; title: string } {
  if (fact.type !== 'withdrawn' || !fact.into) return { kind: fact.type, title: TITLES[fact.type] };
  return fact.into === 'enquiry'
    ? { kind: 'converted', title: '你同意转到网上民声办' }
    : { kind: 'merged', title: '并到另一件申请里办' };
}

function noteOf({ fact, note }: CaseEvent): string | null {
  if (fact.type === 'extended') return `延长 ${fact.workingDays} 个工作日。${note ?? ''}`;
  if (fact.type === 'delayed') return `延迟 ${fact.workingDays} 个工作日（第三十五条）。${note ?? ''}`;
  if (fact.type === 'correctionLapsed' || fact.type === 'feeLapsed') return `${note} ${LAPSED}`;
  return note;
}

/** What happened, newest first, in the words of the applicant's page. */
export function caseTimeline(record: InformationRequestRecord, unitName: string): InformationRequest['timeline'] {
  const steps = record.events.map(event => ({
    at: event.at.toISOString(),
    ...wordsOf(event),
    text: noteOf(event),
    by: event.by === 'applicant' ? '申请人' : event.by === 'office' ? unitName : '系统',
  }));
  const tellers = [conversionSteps, linkSteps, tellingSteps, feeSteps, suggestionSteps];
  const others = tellers.flatMap(tell => tell(record, unitName));
  // What happened at the same time stays in the order in which it was written down.
  return [...steps, ...others].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).reverse();
}
