import type { Listener } from '../../platform/listeners';
import { formatChineseDate } from '@bandeng/rules';
import type { NotificationsDeps } from './deps';
import { fanOut, startFanOut, type FanOutEvent } from './fan-out';
import { sendToWechat } from './send-to-wechat';
import { tell, type Told } from './tell';

const answerBy = (dueOn: unknown): string =>
  typeof dueOn === 'string' ? `，最晚 ${formatChineseDate(dueOn)}答复` : '';

/** What the applicant is told of each step of their request, with the date as the step left it. */
const REQUEST_NEWS: Record<string, (dueOn: unknown) => string> = {
  'information-request.registered': dueOn => `已登记${answerBy(dueOn)}`,
  'information-request.correction_asked': () => '有几处要你补正，打开看看',
  'information-request.lapsed': () => '过期没有补正或者缴费，不再处理了；可以重新申请，打开看看',
  'information-request.consulted': () => '要征求别人的意见，这段时间不算在期限里，打开看看',
  'information-request.consultation_answered': dueOn => `征求的意见有回复了${answerBy(dueOn)}`,
  'information-request.consultation_silent': dueOn => `征求的意见到期没有回复，接着办${answerBy(dueOn)}`,
  'information-request.reasons_asked': () => '请你说明申请的理由，打开看看',
  'information-request.delayed': dueOn => `要延迟答复${answerBy(dueOn)}`,
  'information-request.fee_noticed': () => '要缴信息处理费，打开看看怎么算的',
  'information-request.fee_paid': dueOn => `收到缴费${answerBy(dueOn)}`,
  'information-request.recounted': dueOn => `放假安排公布了，期限重新算过${answerBy(dueOn)}`,
  'information-request.extended': dueOn => `延长了${answerBy(dueOn)}`,
  'information-request.decided': () => '答复出来了，打开看看',
  'letter.delivered': () => '有一份文书送达给你，打开看看',
};
/** What the officer's desk is chased for, once a day (the event carries the day). */
const OFFICE_NEWS: Record<string, string> = {
  'information-request.registration_due': '登记的期限到了，请登记这件申请',
  'information-request.correction_over': '补正的期限过了，还没有收到，请决定怎么办',
  'information-request.fee_over': '缴费的期限过了，还没有收到，请决定怎么办',
  'information-request.reasons_given': '申请人说明了理由，请看看',
  'information-request.answer_soon': '答复的期限过了一半，或者只剩五个工作日，请抓紧',
  'information-request.answer_pressing': '离答复的期限只剩两个工作日',
  'information-request.answer_due': '答复的期限到了，请答复这件申请',
};

/** These go to the officer; all others one level up as well. */
const FIRST_LEVEL = ['information-request.answer_soon', 'information-request.reasons_given'];

/** What the author is told of a person's decision about showing a comment. */
function reviewNews({ decision, waitsForOutcome }: Record<string, unknown>): string {
  if (decision !== 'approved') return '你的意见已计入，但不公开显示';
  return waitsForOutcome === true ? '你的意见会和结果一起公开' : '你的意见可以公开看到了';
}

const SIGN_UP_NEWS: Readonly<Record<string, string>> = {
  accepted: '你可以来参加',
  waitlist: '你在候补，有人取消就轮到你',
  rejected: '这次不能来参加',
};
const signUpNews = (state: unknown, reason: string | null): string =>
  [SIGN_UP_NEWS[String(state)], reason].filter(Boolean).join('：');

export function notificationListeners(deps: NotificationsDeps): Listener[] {
  const requestLink = (id: string) => ({ kind: 'information-request' as const, id });
  return [
    {
      name: 'notifications.request-progress',
      events: Object.keys(REQUEST_NEWS),
      handle: async (event, { entryId, once }) => {
        const request = await deps.requests.findSummary(String(event.requestId));
        if (!request) return;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: request.name,
          body: REQUEST_NEWS[event.name]!(event.dueOn),
          link: requestLink(request.id),
          template: 'request_progress',
        };
        await once(tx => tell(deps, [request.accountId], told, tx));
      },
    },
    {
      name: 'notifications.office-chase',
      events: Object.keys(OFFICE_NEWS),
      handle: async (event, { once }) => {
        const request = await deps.requests.findSummary(String(event.requestId));
        if (!request) return;
        const accountIds = await deps.identity.listStaffAccounts(
          FIRST_LEVEL.includes(event.name) ? ['officer'] : ['officer', 'head'],
          request.unitId,
        );
        const told: Told = {
          about: `${event.name}:${request.id}:${String(event.on)}`,
          kind: event.name,
          title: request.number,
          body: OFFICE_NEWS[event.name]!,
          link: requestLink(request.id),
          template: 'request_progress',
        };
        await once(tx => tell(deps, accountIds, told, tx));
      },
    },
    {
      name: 'notifications.second-factor',
      events: ['staff.totp-reset'],
      handle: async (event, { entryId, once }) => {
        const accountIds = await deps.identity.listAccountsOfStaff(String(event.staffId));
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: '你的动态口令作废了',
          body: '管理员作废了你的动态口令，下次登录时重新登记；不是你要的，请马上告诉管理员',
          link: null,
          template: null,
        };
        await once(tx => tell(deps, accountIds, told, tx));
      },
    },
    {
      name: 'notifications.new-notice',
      events: ['notice.published'],
      handle: async (event, { once }) => {
        const notice = await deps.notices.findForMessage(String(event.noticeId));
        if (!notice) return;
        const told: Told = {
          about: `notice.published:${notice.id}`,
          kind: 'notice.published',
          title: notice.title,
          body: `${notice.unitName}发布了新信息`,
          link: { kind: 'notice', id: notice.id },
          template: 'new_notice',
        };
        await once(async tx => {
          for (const target of notice.targets) await startFanOut(deps, told, { kind: 'subscribers', target }, tx);
        });
      },
    },
    {
      name: 'notifications.consultation',
      events: ['consultation.opened', 'consultation.revised', 'consultation.answered'],
      handle: async (event, { once }) => {
        const consultation = await deps.consultations.findForMessage(String(event.consultationId));
        if (!consultation) return;
        const isAnswered = event.name === 'consultation.answered';
        const isRevised = event.name === 'consultation.revised';
        const closes = `${formatChineseDate(consultation.closesOn)}截止`;
        const told: Told = {
          about: isRevised
            ? `${event.name}:${consultation.id}:${String(event.version)}`
            : `${event.name}:${consultation.id}`,
          kind: event.name,
          title: consultation.question,
          body: isAnswered
            ? '意见的下落公布了'
            : isRevised
              ? `草案出了第 ${String(event.version)} 稿，看看你说的那一处${event.isOpen === false ? '' : `，${closes}`}`
              : `开始征集意见，${closes}`,
          link: { kind: isAnswered ? 'outcome' : 'consultation', id: consultation.id },
          template: isAnswered ? 'consultation_result' : 'new_notice',
        };
        await once(async tx => {
          if (isAnswered || isRevised)
            await startFanOut(deps, told, { kind: 'authors', consultationId: consultation.id }, tx);
          // Another draft is news to who follows this one, not to everybody in the area.
          const targets = consultation.targets.filter(target => !isRevised || target.startsWith('consultation:'));
          for (const target of targets) await startFanOut(deps, told, { kind: 'subscribers', target }, tx);
        });
      },
    },
    {
      name: 'notifications.comment-review',
      events: ['comment.reviewed'],
      handle: async (event, { entryId, once }) => {
        const comment = await deps.consultations.findCommentForMessage(String(event.commentId));
        if (!comment?.accountId) return;
        const { accountId } = comment;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: comment.question,
          body: reviewNews(event),
          link: { kind: 'comment', id: comment.consultationId },
          template: null,
        };
        await once(tx => tell(deps, [accountId], told, tx));
      },
    },
    {
      name: 'notifications.report-answer',
      events: ['comment.reports_settled'],
      handle: async (event, { entryId, once }) => {
        const commentId = String(event.commentId);
        const comment = await deps.consultations.findCommentForMessage(commentId);
        if (!comment) return;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: comment.question,
          body: '你举报的意见有人看过了，打开看看结果',
          link: { kind: 'report', id: commentId },
          template: null,
        };
        const settlement = String(event.settlement);
        await once(tx => startFanOut(deps, told, { kind: 'reporters', commentId, settlement }, tx));
      },
    },
    {
      name: 'notifications.meeting-sign-up',
      events: ['meeting.sign_up_moved'],
      handle: async (event, { entryId, once }) => {
        const signUp = await deps.meetings.findSignUpForMessage(String(event.signUpId));
        if (!signUp) return;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: signUp.title,
          body: signUpNews(event.state, signUp.reason),
          link: { kind: 'meeting', id: signUp.meetingId },
          template: 'new_notice',
        };
        await once(tx => tell(deps, [signUp.accountId], told, tx));
      },
    },
    {
      name: 'notifications.objection',
      events: ['objection.examined', 'objection.settled'],
      handle: async (event, { entryId, once }) => {
        const objection = await deps.notices.findObjectionForMessage(String(event.objectionId));
        if (!objection) return;
        const { accountId, noticeId, title, result, reason } = objection;
        const isSettled = event.name === 'objection.settled' && result !== null;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title,
          body: isSettled ? `你提的异议有结论：${result}。${reason ?? ''}` : '你提的异议开始核查了',
          link: { kind: 'notice', id: noticeId },
          template: isSettled ? 'request_progress' : null,
        };
        await once(tx => tell(deps, [accountId], told, tx));
      },
    },
    {
      name: 'notifications.nudge-answer',
      events: ['entry.nudge_answered'],
      handle: async (event, { entryId, once }) => {
        const taskId = String(event.taskId);
        const answer = await deps.nudges.findNudgeAnswer(taskId);
        if (!answer) return;
        const { entryName, label, noticeId, conclusion } = answer;
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: entryName,
          body: noticeId === null ? `你催的${label}有答复：${conclusion ?? ''}` : `你催的${label}公开了`,
          link: noticeId === null ? { kind: 'entry', id: answer.entryId } : { kind: 'notice', id: noticeId },
          template: 'new_notice',
        };
        await once(tx => startFanOut(deps, told, { kind: 'nudgers', taskId }, tx));
      },
    },
    {
      name: 'notifications.fan-out',
      events: ['notification.fan_out'],
      handle: (event, { once }) => fanOut(deps, event as FanOutEvent, once),
    },
    {
      name: 'notifications.wechat',
      events: ['message.created'],
      handle: event => sendToWechat(deps, String(event.messageId)),
    },
  ];
}
