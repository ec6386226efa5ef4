import { formatChineseDate } from '@bandeng/rules';

const answerBy = (dueOn: unknown): string =>
  typeof dueOn === 'string' ? `，最晚 ${formatChineseDate(dueOn)}答复` : '';

/** What the applicant is told of each step of their request, with the date as the step left it. */
export const REQUEST_NEWS: Record<string, (dueOn: unknown) => string> = {
  'information-request.registered': dueOn => `已登记${answerBy(dueOn)}`,
  'information-request.correction_asked': () => '有几处要你补正，打开看看',
  'information-request.lapsed': () => '过期没有补正或者缴费，不再处理了；可以重新申请，打开看看',
  'information-request.consulted': () => '要征求别人的意见，这段时间不算在期限里，打开看看',
  'information-request.consultation_answered': dueOn => `征求的意见有回复了${answerBy(dueOn)}`,
  'information-request.consultation_silent': dueOn => `征求的意见到期没有回复，接着办${answerBy(dueOn)}`,
  'information-request.reasons_asked': () => '请你说明申请的理由，打开看看',
  'information-request.delayed': dueOn => `要延迟答复${answerBy(dueOn)}`,
  'information-request.fee_noticed': () => '要缴信息处理费，打开看看怎么算的',
  'information-request.fee_dispute_answered': () => '你对收费的异议有答复了，打开看看',
  'information-request.fee_paid': dueOn => `收到缴费${answerBy(dueOn)}`,
  'information-request.recounted': dueOn => `放假安排公布了，期限重新算过${answerBy(dueOn)}`,
  'information-request.extended': dueOn => `延长了${answerBy(dueOn)}`,
  'information-request.split': () => '一件事一件办：你的申请拆成了几件，期限不变，打开看看',
  'information-request.merged': () => '和你另一件说同一件事的申请合在一起办了，打开看看',
  'information-request.decided': () => '答复出来了，打开看看',
  'information-request.conversion_offered': () => '这件事在网上民声办更快，转不转由你定，打开看看',
  'information-request.converted': () => '已经转到网上民声接着办，打开看看',
  'information-request.suggestion_settled': () => '你建议主动公开的，有结果了，打开看看',
  'letter.delivered': () => '有一份文书送达给你，打开看看',
};
/** What the officer's desk is chased for, once a day (the event carries the day). */
export const OFFICE_NEWS: Record<string, string> = {
  'information-request.registration_due': '登记的期限到了，请登记这件申请',
  'information-request.correction_over': '补正的期限过了，还没有收到，请决定怎么办',
  'information-request.fee_over': '缴费的期限过了，还没有收到，请决定怎么办',
  'information-request.reasons_given': '申请人说明了理由，请看看',
  'information-request.conversion_declined': '申请人不同意转，请接着按申请办',
  'information-request.fee_disputed': '申请人对信息处理费有异议，请答复',
  'publishing-proposal.opened': '好几个人要同样的信息，或者有人建议，请看看要不要主动公开',
  'information-request.answer_soon': '答复的期限过了一半，或者只剩五个工作日，请抓紧',
  'information-request.answer_pressing': '离答复的期限只剩两个工作日',
  'information-request.answer_due': '答复的期限到了，请答复这件申请',
};

/** Of what a grid worker handed on: whoever calls is told, and when nobody did in time one level up as well. */
export const HANDED_ON_NEWS: Record<string, { body: string; roles: readonly ('officer' | 'head')[] }> = {
  'handed-on.received': { body: '网格员转交：有人要信息，请打电话核实、登记', roles: ['officer'] },
  'handed-on.due': { body: '网格员转交的还没有核实，请今天打电话', roles: ['officer', 'head'] },
};

/** Whose signature an answer waits for, after each step of it, and what they are told. */
export const SIGNING_NEWS: Readonly<Record<string, { role: 'officer' | 'legal' | 'head'; body: string }>> = {
  review: { role: 'legal', body: '有一份拟好的答复，等你审核' },
  approval: { role: 'head', body: '有一份拟好的答复，等你批准' },
  returned: { role: 'officer', body: '拟的答复退回来了，改好再报' },
};

/** These go to the officer; all others one level up as well. */
export const FIRST_LEVEL = [
  'information-request.answer_soon',
  'information-request.reasons_given',
  'information-request.conversion_declined',
  'publishing-proposal.opened',
  'information-request.fee_disputed',
];
