import type { Platform } from '../../platform/platform';
import type { Duty } from '../duty';
import type { Identity } from '../identity';
import type { Wechat } from '../wechat';
import type { MessageRepository } from './message.repository';
import type { SubscriptionKind, Template } from './notification.model';
import type { SubscriptionRepository } from './subscription.repository';

/** What this module asks of the modules it tells about. Null: it is not public (any more), so nobody is told. */
export interface NotificationPorts {
  identity: Pick<Identity, 'findContact' | 'listStaffAccounts' | 'listAccountsOfStaff'>;
  duty: Pick<Duty, 'findOnDuty'>;
  wechat: Wechat;
  requests: {
    findSummary(id: string): Promise<{
      id: string;
      number: string;
      name: string;
      accountId: string;
      unitId: string;
    } | null>;
    /** Whose desk something handed on lies on; null when it is gone. */
    findHandedOn(id: string): Promise<{ unitId: string; state: string } | null>;
  };
  enquiries: {
    findForMessage(id: string): Promise<{ id: string; number: string; title: string; accountId: string | null } | null>;
  };
  opinions: {
    findForMessage(id: string): Promise<{ id: string; title: string } | null>;
  };
  notices: {
    /** `targets`: what subscriptions can name it by, such as `column:subsidies`. */
    findForMessage(id: string): Promise<{ id: string; title: string; unitName: string; targets: string[] } | null>;
    /** Who objected to what, and what became of it; null when nobody is there to be told. */
    findObjectionForMessage(id: string): Promise<{
      noticeId: string;
      title: string;
      accountId: string;
      result: string | null;
      reason: string | null;
    } | null>;
  };
  consultations: {
    findForMessage(id: string): Promise<{ id: string; question: string; closesOn: string; targets: string[] } | null>;
    /** Accounts that left a comment, in the order of their ids, from after `afterId`. */
    listAuthors(id: string, afterId: string, limit: number): Promise<string[]>;
    /** Accounts whose reports were settled together, in the order of their ids, from after `afterId`. */
    listReporters(commentId: string, settlement: string, afterId: string, limit: number): Promise<string[]>;
    findCommentForMessage(
      commentId: string,
    ): Promise<{ consultationId: string; question: string; accountId: string | null } | null>;
  };
  surveys: {
    /** Null while it is not public. */
    findForMessage(
      id: string,
    ): Promise<{ id: string; title: string; closesOn: string; consultationId: string | null } | null>;
  };
  meetings: {
    /** Null when it is not public, or was cancelled. */
    findForMessage(id: string): Promise<{
      id: string;
      title: string;
      startsOn: string;
      signUpEndsOn: string | null;
      consultationId: string | null;
      /** Who reads its minutes; null while there are none. */
      minutesFor: 'unit' | 'participants' | 'public' | null;
    } | null>;
    /** Accounts that may come or came, in the order of their sign-ups' ids, from after `afterId`. */
    listParticipants(
      meetingId: string,
      afterId: string,
      limit: number,
    ): Promise<{ accountIds: string[]; lastId: string }>;
    /** Null when nobody is to be told: who was invited has no account here. */
    findSignUpForMessage(signUpId: string): Promise<{
      meetingId: string;
      title: string;
      accountId: string;
      state: string;
      reason: string | null;
    } | null>;
  };
  nudges: {
    findNudgeAnswer(taskId: string): Promise<{
      entryId: string;
      entryName: string;
      label: string;
      noticeId: string | null;
      conclusion: string | null;
    } | null>;
    listNudgers(taskId: string, afterId: string, limit: number): Promise<{ accountIds: string[]; lastId: string }>;
  };
  /** Names of what can be subscribed to; ids that are gone are left out. */
  nameOf(kind: SubscriptionKind, ids: readonly string[]): Promise<Map<string, string>>;
}

export type NotificationsDeps = Pick<Platform, 'clock' | 'ids' | 'transaction' | 'outbox' | 'logger'> &
  NotificationPorts & {
    messages: MessageRepository;
    subscriptions: SubscriptionRepository;
    templateIds: Partial<Record<Template, string>>;
  };
