export { CHECK_LABELS, POLITICAL_LABEL, worseVerdict } from './check-verdict';
export type { CheckSuggestion, CheckVerdict } from './check-verdict';
export type { AccessToken } from './client/access-token';
export type { WechatTimeouts } from './client/caller';
export type { CheckScene, MediaCheck, TextCheck, TextCheckResult } from './client/check-calls';
export { createWechatClient } from './client/create-wechat-client';
export type { WechatClient, WechatClientOptions } from './client/create-wechat-client';
export type { WechatPhone, WechatSession } from './client/identity-calls';
export type { MiniProgramCode, SubscribeMessage, UrlLink } from './client/reach-calls';
export { createPushReceiver } from './push/create-push-receiver';
export type { PushQuery, PushReceiver, PushReceiverOptions } from './push/create-push-receiver';
export type {
  MediaCheckEvent,
  OtherPushEvent,
  PushEvent,
  SubscriptionAnswerEvent,
  SubscriptionSentEvent,
} from './push/push-event';
export { PushRefused } from './push/push-refused';
export type { PushRefusal } from './push/push-refused';
export { CHECK_TEXT_LIMIT, splitForCheck } from './split-for-check';
export { fitTemplateValue, templateValueProblem } from './template-values';
export { wechatApis, WechatError } from './wechat-error';
export type { WechatApi, WechatErrorKind, WechatOutcome } from './wechat-error';
