import { errors, type ErrorCode } from '@bandeng/contracts/routes';
import { STATUS_CODES } from 'node:http';
import type { Context } from 'koa';
import { AppError } from '../platform/errors';
import { hasLabel } from '../platform/transaction';

/** Drivers name what went wrong; we go by class and code, never by message. */
const UNREACHABLE = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'DisconnectedError',
]);
/** NotWritablePrimary, NotPrimaryNoSecondaryOk, InterruptedAtShutdown, InterruptedDueToReplStateChange, PrimarySteppedDown, ShutdownInProgress, MaxTimeMSExpired, WriteConflict (after all retries), LockTimeout, OutOfDiskSpace. */
const UNAVAILABLE_CODES = new Set<unknown>([10107, 13435, 11600, 11602, 189, 91, 50, 112, 24, 14031]);
/** The driver passes some faults of its socket on as they are. */
const SOCKET_CODES = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT']);
/** Labels by which the driver says: nothing is wrong with what you asked, ask again. They outlive the wrapping of a network error. */
const PASSING_LABELS = [
  'TransientTransactionError',
  'RetryableWriteError',
  'UnknownTransactionCommitResult',
  'RetryableError',
  'SystemOverloadedError',
];
const RETRY_AFTER_SECONDS = 5;

function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    UNREACHABLE.has(error.name) ||
    UNAVAILABLE_CODES.has(code) ||
    SOCKET_CODES.has(code) ||
    PASSING_LABELS.some(label => hasLabel(error, label)) ||
    // A bulk write that the server never answered: the driver wraps whatever cut it off, and drops its name.
    (error.name === 'MongoBulkWriteError' && code === undefined)
  );
}

/** Any fault as an AppError: expected ones as they are, the rest as `internal` or `service.unavailable` with its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseUnavailable(error)) {
    return new AppError('service.unavailable', { cause: error, retryAfter: RETRY_AFTER_SECONDS });
  }
  return new AppError('internal', { cause: error });
}

/** Headers that speak of the answer that did not come. */
const OF_THE_ANSWER = ['ETag', 'Accept-Ranges', 'Content-Range', 'Content-Disposition'];

/** RFC 9457. */
export function sendProblem(ctx: Context, error: AppError): void {
  const { title, detail } = errors[error.code];
  ctx.status = error.status;
  ctx.set('Cache-Control', 'no-store');
  for (const name of OF_THE_ANSWER) ctx.remove(name);
  if (error.retryAfter !== undefined) ctx.set('Retry-After', String(Math.max(1, Math.ceil(error.retryAfter))));
  if (error.status === 401) ctx.set('WWW-Authenticate', 'Bearer');
  const problem = {
    type: 'about:blank',
    title,
    status: error.status,
    code: error.code satisfies ErrorCode,
    detail,
    requestId: String(ctx.state.requestId ?? ''),
    ...(error.errors && { errors: error.errors }),
    ...(error.data && { data: error.data }),
  };
  ctx.body = JSON.stringify(problem);
  ctx.type = 'application/problem+json; charset=utf-8';
}

/** The words for a bare status set by a library (404 of static files and the like). */
export function codeOfStatus(status: number): ErrorCode {
  if (status === 404) return 'route.not_found';
  if (status === 405) return 'request.method';
  if (status === 413) return 'request.too_large';
  if (status === 415) return 'request.media_type';
  return status < 500 && STATUS_CODES[status] ? 'request.unreadable' : 'internal';
}
