import type { Listener } from '../../platform/listeners';
import { formatChineseDate } from '@bandeng/rules';
import type { NotificationsDeps } from './deps';
import { fanOut, startFanOut, type FanOutEvent } from './fan-out';
import { sendToWechat } from './send-to-wechat';
import { FIRST_LEVEL, HANDED_ON_NEWS, OFFICE_NEWS, REQUEST_NEWS, SIGNING_NEWS } from './request-news';
import { tell, type Told } from './tell';

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
        // Who came to the counter is told by letter.
        if (!request?.accountId) return;
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
      name: 'notifications.handed-on',
      events: Object.keys(HANDED_ON_NEWS),
      handle: async ({ name, handedOnId, on }, { once }) => {
        const id = String(handedOnId);
        const { body, roles } = HANDED_ON_NEWS[name]!;
        const found = await deps.requests.findHandedOn(id);
        if (found?.state !== 'waiting') return;
        const accountIds = await deps.identity.listStaffAccounts([...roles], found.unitId);
        const told: Told = {
          ...{ about: `${name}:${id}:${String(on)}`, kind: name, title: '转交的', body },
          ...{ link: null, template: 'request_progress' },
        };
        await once(tx => tell(deps, accountIds, told, tx));
      },
    },
    {
      name: 'notifications.signing',
      events: ['information-request.proposed', 'information-request.reviewed', 'information-request.returned'],
      handle: async (event, { entryId, once }) => {
        const news = SIGNING_NEWS[String(event.step)];
        const request = news && (await deps.requests.findSummary(String(event.requestId)));
        if (!request) return;
        const accountIds = await deps.identity.listStaffAccounts([news.role], request.unitId);
        const told: Told = {
          about: `${event.name}:${entryId}`,
          kind: event.name,
          title: request.number,
          body: news.body,
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
