import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Ids } from '../platform/ids';
import type { AccessLog } from './access-log';
import { ANONYMOUS } from './actor';
import { callerAddress } from './address';
import { isHeld, JSON_TYPE, SHARED_HEADERS } from './etag';
import type { KeptAnswer, KeptAnswers } from './kept-answers';
import type { RateLimiter } from './rate-limit';
import { requestIdOf } from './request-id';

/**
 * What everybody asks for again and again, before any other work: a public answer that was given before is given again, or the caller
 * is told that it holds it (304), when its version, read now, is still the same. All else goes the long way, whose headers, budget
 * and log line these are too. It stands before Koa, whose context would cost more than the answer.
 */
export function answerKept(
  deps: {
    kept: KeptAnswers;
    ids: Ids;
    date: () => string;
    headers: Readonly<Record<string, string>>;
    rateLimiter: RateLimiter;
    trustedProxies: readonly string[];
    log: AccessLog;
  },
  longWay: RequestListener,
): RequestListener {
  const { kept, ids, date, rateLimiter, trustedProxies, log } = deps;
  const constant = Object.entries({ ...deps.headers, ...SHARED_HEADERS }).flat();

  /** A fault is told by the long way, which meets it too. */
  async function isStillRight(answer: KeptAnswer, caller: string): Promise<boolean> {
    try {
      if ((await answer.readVersion()) !== answer.version) return false;
      await rateLimiter.count(answer.limit, caller);
      return true;
    } catch {
      return false;
    }
  }

  async function answerBy(answer: KeptAnswer, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const startedAt = process.hrtime();
    const { route, etag } = answer;
    const bytes = isHeld(req, etag) ? undefined : answer.bytes;
    if (bytes === null || !(await isStillRight(answer, callerAddress(req, trustedProxies)))) return longWay(req, res);

    const status = bytes ? 200 : 304;
    const requestId = requestIdOf(req.headers['x-request-id'], ids);
    const described = bytes ? ['Content-Type', JSON_TYPE, 'Content-Length', String(bytes.length)] : [];
    // One array of headers is what makes this quick.
    res.writeHead(status, ['X-Request-Id', requestId, 'Date', date(), 'ETag', etag, ...described, ...constant]);
    res.end(bytes);
    log({ requestId, actor: ANONYMOUS, method: 'GET', route, status, startedAt });
  }

  return (req, res) => {
    const answer = req.method === 'GET' && req.headers.authorization === undefined && kept.find(req.url ?? '');
    if (answer) void answerBy(answer, req, res);
    else longWay(req, res);
  };
}
