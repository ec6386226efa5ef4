/** Calls of WeChat's server API that this package makes. */
export const wechatApis = [
  'codeToSession',
  'stableToken',
  'phoneNumber',
  'checkText',
  'checkMedia',
  'sendSubscribeMessage',
  'miniProgramCode',
  'urlLink',
] as const;
export type WechatApi = (typeof wechatApis)[number];

/** What went wrong, in the caller's terms. Closed: add a kind only when a caller must act differently on it. */
export type WechatErrorKind =
  /** A login or phone code that is wrong, used or older than five minutes. */
  | 'invalid_code'
  /** WeChat holds this user for a risk and refuses the login. */
  | 'user_blocked'
  /** A quota per minute or day is used up. */
  | 'rate_limited'
  /** The user has not opened the mini-program in the last two hours, so the content check is refused. */
  | 'user_inactive'
  /** The openid is malformed or belongs to another mini-program. */
  | 'wrong_user'
  /** No subscription is left for this user and template. */
  | 'not_subscribed'
  /** WeChat took this capability from the mini-program, or it never had it. */
  | 'capability_missing'
  /** Another message to the same user is on its way at this moment. */
  | 'concurrent_send'
  /** The text of a message holds a word that WeChat does not deliver. */
  | 'content_refused'
  /** The same file is already being checked. */
  | 'duplicate'
  | 'bad_argument'
  | 'token_invalid'
  /** App id, secret or the address whitelist is wrong: an operator has to act. */
  | 'bad_credentials'
  /** A documented refusal that fits none of the above. */
  | 'refused'
  | 'system_busy'
  | 'unreachable'
  | 'timeout'
  /** Not JSON, a field missing, an HTTP error, or a code that the documentation does not name. */
  | 'unexpected_answer';

/** `unknown`: WeChat may have done what was asked; repeating it may do it twice. */
export type WechatOutcome = 'not_done' | 'unknown';

/** Facts of a failed call. None of them may hold a secret, a token, an openid or a text of a user. */
export interface WechatFailure {
  api: WechatApi;
  kind: WechatErrorKind;
  outcome: WechatOutcome;
  /** The same call may succeed later, without a change of its arguments. */
  retryable: boolean;
  /** WeChat's own number, when it gave one. */
  errcode?: number;
  /** WeChat's request id (`rid`), for a question to its support. */
  rid?: string;
  /** A word on the cause that is safe to log: `ECONNREFUSED`, `http_502`, `not_json`. */
  reason?: string;
}

/**
 * A call of WeChat's API that failed. `code` is `wechat.<kind>`.
 * The message is built from the facts alone and never from WeChat's or the network's own words, because those may
 * repeat the address called, and with it the secret or the access token.
 */
export class WechatError extends Error {
  readonly code: `wechat.${WechatErrorKind}`;
  readonly api: WechatApi;
  readonly kind: WechatErrorKind;
  readonly outcome: WechatOutcome;
  readonly retryable: boolean;
  readonly errcode: number | undefined;
  readonly rid: string | undefined;
  readonly reason: string | undefined;

  constructor(failure: WechatFailure) {
    super(describeFailure(failure));
    this.name = 'WechatError';
    this.code = `wechat.${failure.kind}`;
    this.api = failure.api;
    this.kind = failure.kind;
    this.outcome = failure.outcome;
    this.retryable = failure.retryable;
    this.errcode = failure.errcode;
    this.rid = failure.rid;
    this.reason = failure.reason;
  }
}

function describeFailure({ api, kind, errcode, rid, reason }: WechatFailure): string {
  const details = [
    errcode === undefined ? '' : `errcode ${errcode}`,
    reason ?? '',
    rid === undefined ? '' : `rid ${rid}`,
  ].filter(detail => detail !== '');
  return `WeChat ${api}: ${kind}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}
