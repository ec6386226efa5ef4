import type { WechatApi, WechatErrorKind, WechatFailure, WechatOutcome } from './wechat-error';
import { WechatError } from './wechat-error';

/** WeChat's numbers by what they mean to a caller, from the pages of the eight calls. */
const CODES_BY_KIND: Partial<Record<WechatErrorKind, readonly number[]>> = {
  // 40163 is what some accounts get for a code used twice, where the page of code2Session names 40029.
  invalid_code: [40029, 40163],
  user_blocked: [40226],
  rate_limited: [45009, 45011, 44990, 44991, 44993],
  user_inactive: [61010],
  wrong_user: [40003, 43104],
  not_subscribed: [43101],
  capability_missing: [43107, 85079],
  concurrent_send: [43108],
  content_refused: [45168, 87014],
  duplicate: [87020],
  bad_argument: [
    40002, 40004, 40037, 40097, 40129, 40165, 40169, 40212, 41008, 41030, 43001, 43002, 44002, 45002, 47001, 47003,
    85096, 85401,
  ],
  token_invalid: [40001, 40014, 41001, 42001],
  bad_credentials: [40013, 40125, 40164, 41002, 41004, 89501, 89503, 89506, 89507],
  refused: [85402, 85406, 85407, 85408],
  system_busy: [-1],
};

const KIND_BY_CODE = new Map<number, WechatErrorKind>(
  Object.entries(CODES_BY_KIND).flatMap(([kind, codes]) =>
    codes.map((code): [number, WechatErrorKind] => [code, kind as WechatErrorKind]),
  ),
);

const RETRYABLE: ReadonlySet<WechatErrorKind> = new Set([
  'rate_limited',
  'concurrent_send',
  'token_invalid',
  'system_busy',
  'unreachable',
  'timeout',
]);

/** Answers after which nobody can tell whether WeChat did the work: it may have failed after doing it. */
const UNKNOWN_OUTCOME: ReadonlySet<WechatErrorKind> = new Set(['system_busy', 'timeout', 'unexpected_answer']);

/**
 * The kind of a number of WeChat's.
 * @returns `unexpected_answer` for a number that the documentation does not name
 */
export function kindOfCode(errcode: number): WechatErrorKind {
  return KIND_BY_CODE.get(errcode) ?? 'unexpected_answer';
}

/** Every number that this package knows, for tests that must cover them all. */
export function documentedCodes(): number[] {
  return [...KIND_BY_CODE.keys()];
}

/** The error for a number that WeChat answered with; `errmsg` gives the request id and nothing else. */
export function errorOfCode(api: WechatApi, errcode: number, errmsg: unknown): WechatError {
  // 40001 on the token call itself means a wrong secret: a fresh token would not cure it.
  const kind = api === 'stableToken' && errcode === 40001 ? 'bad_credentials' : kindOfCode(errcode);
  return failureOf(api, kind, { errcode, rid: requestIdIn(errmsg) });
}

/** An error whose outcome and retryability follow from its kind, unless `facts` knows better. */
export function failureOf(api: WechatApi, kind: WechatErrorKind, facts: Partial<WechatFailure> = {}): WechatError {
  const outcome: WechatOutcome = UNKNOWN_OUTCOME.has(kind) ? 'unknown' : 'not_done';
  return new WechatError({ api, kind, outcome, retryable: RETRYABLE.has(kind), ...facts });
}

function requestIdIn(errmsg: unknown): string | undefined {
  if (typeof errmsg !== 'string') return undefined;
  return /\brid:\s*([0-9a-f]{6,10}-[0-9a-f]{6,10}-[0-9a-f]{6,10})\b/.exec(errmsg)?.[1];
}
