import { addWorkingDays, formatChineseDate, type HolidayCalendar, type LocalDate } from '../calendar';
import { answerDays } from './count-days';
import type { RequestKind } from './record-outcomes';
import { requestLimits } from './request-events';
import type { NextStep, RequestClock, RequestState } from './request-state';

type Counted = Pick<RequestClock, 'receivedOn' | 'dueOn' | 'provisional' | 'status' | 'paused' | 'days'>;

/** The next step of a request, as a sentence for its applicant. */
export function nextStepOf(clock: Counted, state: RequestState, calendar: HolidayCalendar): NextStep {
  const step = (who: NextStep['who'], by: LocalDate | null, sentence: (date: string) => string): NextStep => ({
    who,
    what: sentence(by ? formatChineseDate(by) : ''),
    by,
  });
  switch (clock.status) {
    case 'awaiting_confirmation': {
      const by = addWorkingDays(state.submittedOn, requestLimits.registration, calendar).date;
      return step('office', by, date => `受理机关应在${date}下班前登记确认；登记后开始计算答复期限`);
    }
    case 'in_progress':
    case 'extended':
      return step('office', clock.dueOn, date => `受理机关应在${date}前（含当日）作出答复${reasonsAwaited(state)}`);
    case 'awaiting_correction':
    case 'paused':
      return pausedStep(clock, step);
    case 'decided':
      return step('nobody', null, () => '已经答复；对答复不服的，可以按答复书写明的途径寻求救济');
    case 'withdrawn':
      return step('nobody', null, () => '申请人已撤回申请，不再办理');
    case 'lapsed':
      return step('nobody', null, () => '逾期未办理，视为放弃申请，不再处理；可以重新申请');
  }
}

/** Art. 35 stops nothing: the office still has its day, the applicant has one as well. */
const reasonsAwaited = ({ reasons }: RequestState): string =>
  reasons?.givenOn === null
    ? `；请申请人在${formatChineseDate(reasons.deadline)}前（含当日）说明申请的理由，期限照常计算`
    : '';

function pausedStep(
  { paused }: Counted,
  step: (who: NextStep['who'], by: LocalDate | null, sentence: (date: string) => string) => NextStep,
): NextStep {
  const by = paused?.until ?? null;
  switch (paused?.kind) {
    case 'correction':
      return step('applicant', by, date => `请申请人在${date}前（含当日）补正；无正当理由逾期不补正的，视为放弃申请`);
    case 'fee':
      return step('applicant', by, date => `请申请人在${date}前（含当日）缴纳信息处理费；逾期不缴的，视为放弃申请`);
    case 'otherAgency':
      return step('otherAgency', by, date => `被征求意见的机关应在${date}前（含当日）回复；逾期未回复的，视为同意公开`);
    default:
      return step('thirdParty', by, date => `第三方可在${date}前（含当日）提出意见；逾期未提出的，由受理机关依法决定`);
  }
}

const STARTS = { received: '收到申请', corrected: '收到补正后的申请', paid: '收到缴费' };

/** What the office has to do, or waits for, by the status of a request: for desks. */
const officeSteps: Readonly<Record<Counted['status'], string>> = {
  awaiting_confirmation: '登记，确认收到',
  in_progress: '查找，写答复',
  awaiting_correction: '等申请人补正；过期不补的，作出认定',
  paused: '等别人回复，停表',
  extended: '写答复，已经延长',
  decided: '已经答复',
  withdrawn: '申请人撤回了',
  lapsed: '不再处理',
};

/** Nothing is looked for when a record is to be put right (Art. 41). */
export const RECORD_STEP = '核实，写处理结果';

/** What the office has to do now with a request of either kind. */
export const officeStepOf = ({ kind, status }: { kind: RequestKind; status: Counted['status'] }): string =>
  kind === 'record_correction' && status === 'in_progress' ? RECORD_STEP : officeSteps[status];

/** The whole count in a few sentences. */
export function explainClock(
  clock: Counted,
  { limit, extension, delay, startedBy, submittedOn, waiting, earlier }: RequestState,
): string {
  if (clock.receivedOn === null) {
    const sent = `申请已于${formatChineseDate(submittedOn)}提交`;
    return clock.status === 'withdrawn'
      ? `${sent}，登记前已撤回。`
      : `${sent}，受理机关登记确认之日为收到日期，次日起计算答复期限。${limit?.why ?? ''}`;
  }
  const first = earlier[0]?.receivedOn;
  const before = first ? `${formatChineseDate(first)}收到申请，` : '';
  const start = `${before}${formatChineseDate(clock.receivedOn)}${STARTS[startedBy]}，当日不计`;
  const count = (kind: string): number => clock.days.filter(day => day.kind === kind).length;
  const parts = [start];
  if (count('off') > 0) parts.push(`周末和放假${count('off')}天不计`);
  if (count('makeup') > 0) parts.push(`调休上班${count('makeup')}天计入`);
  if (waiting) parts.push(countedSoFar(waiting.since, clock.days));
  else if (count('paused') > 0) parts.push(`暂停计时${count('paused')}天`);
  if (extension > 0) parts.push(`经批准延长${extension}个工作日`);
  if (delay > 0) parts.push(`按条例第三十五条延迟${delay}个工作日`);
  if (clock.dueOn === null) {
    const restart = clock.paused ? RESTARTS[clock.paused.kind === 'fee' ? 'fee' : 'correction'] : '';
    return `${parts.join('；')}。${restart}`;
  }
  const due = `第${answerDays(limit) + extension + delay}个工作日为${formatChineseDate(clock.dueOn)}`;
  const assumed = clock.paused ? '这一日期以对方在期限最后一日答复为前提，答复提前则相应提前。' : '';
  const provisional = clock.provisional ? '其间有年份的放假安排尚未公布，日期为暂定。' : '';
  return `${parts.join('；')}；${due}。${limit?.why ?? ''}${assumed}${provisional}`;
}

/** While something is awaited that starts the count anew, nothing is paused: what was counted until then is what there is to say. */
const countedSoFar = (since: LocalDate, days: RequestClock['days']): string =>
  `到${formatChineseDate(since)}算了${days.filter(day => day.counted).length}个工作日`;

const RESTARTS = {
  correction: '收到补正后的申请之日起，重新计算答复期限。',
  fee: '完成缴费次日起，重新计算答复期限。',
};
