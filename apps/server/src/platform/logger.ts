import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Personal data and secrets never reach a log line, wherever in an object they sit, DEPTH levels down. */
const PERSONAL = [
  'phone',
  'phoneNumber',
  'openid',
  'unionid',
  'sessionKey',
  'session_key',
  'body',
  'name',
  'displayName',
  'penName',
  'proposedText',
  'representative',
  'contact',
  'idDocument',
  'idNumber',
  'creditCode',
  'email',
  'address',
  'password',
  'totp',
  'recoveryCode',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'code',
  'secret',
];
const DEPTH = 4;
/** `name` and `code` are harmless at the top and inside `err` (an error's class and code). */
const HARMLESS_AT_TOP = new Set(['name', 'code']);

function redactedPaths(): string[] {
  return PERSONAL.flatMap(key => [
    ...(HARMLESS_AT_TOP.has(key) ? [] : [key]),
    ...Array.from({ length: DEPTH }, (_, at) => `${'*.'.repeat(at + 1)}${key}`),
  ]);
}

/** Messages of the database repeat the values that were wrong: only their class and code are logged. */
const QUOTES_VALUES =
  /^(Mongo|Mongoose|CastError|ValidationError|ValidatorError|StrictModeError|ParallelSaveError|ZodError)/;
const MAX_CAUSES = 4;

/** An error for the log: class, code, where, and its message unless that may quote what a person wrote. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const message = QUOTES_VALUES.test(error.name) ? undefined : error.message;
  // Not `code`: that name is redacted, it is also what a login code is called.
  const errorCode = 'code' in error ? error.code : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter(line => line.startsWith('    at '))
    .join('\n');
  const cause = error.cause === undefined || depth >= MAX_CAUSES ? undefined : describeError(error.cause, depth + 1);
  return { type: error.name, message, errorCode, stack, cause };
}

export function createLogger({ level, stream }: { level: string; stream?: DestinationStream }): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: (error: unknown) => describeError(error) },
    redact: { paths: redactedPaths(), censor: '[redacted]' },
    timestamp: stdTimeFunctions.isoTime,
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Lines are written together when they fill a page of memory, and at the latest after this time. */
const PAGE_BYTES = 15_360;
const FLUSH_MS = 200;

/**
 * Where a running server writes its log: stderr, so that what it says to a person stays readable on stdout. No request waits for it;
 * pino writes what is left when the process ends.
 */
export function openLogStream(): DestinationStream {
  const stream = destination({ dest: 2, sync: false, minLength: PAGE_BYTES });
  setInterval(() => stream.flush(), FLUSH_MS).unref();
  return stream;
}
