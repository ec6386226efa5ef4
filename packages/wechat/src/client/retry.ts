import { WechatError } from '../wechat-error';

/**
 * When a failed call may be repeated at once.
 * `always`: a read, or a check that changes nothing. `not_done`: only when WeChat certainly did nothing, because a
 * second try would burn a one-time code or do the work twice. `never`: sending, where even a doubt means twice told.
 */
export type RetryRule = 'always' | 'not_done' | 'never';

const WAITS_MS = [200, 800];

/** A used-up quota is not cured by waiting a second, and a wrong token has a cure of its own. */
const CURED_BY_WAITING = new Set(['system_busy', 'unreachable', 'timeout', 'unexpected_answer']);

/** Runs `call`, and again after 0.2 and 0.8 seconds where the rule and the failure allow it. */
export async function withRetries<T>(
  { sleep, rule }: { sleep: (ms: number) => Promise<void>; rule: RetryRule },
  call: () => Promise<T>,
): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await call();
    } catch (error) {
      if (!mayRepeat(error, rule)) throw error;
      await sleep(wait);
    }
  }
  return call();
}

function mayRepeat(error: unknown, rule: RetryRule): boolean {
  if (rule === 'never' || !(error instanceof WechatError)) return false;
  if (!error.retryable || !CURED_BY_WAITING.has(error.kind)) return false;
  return rule === 'always' || error.outcome === 'not_done';
}
