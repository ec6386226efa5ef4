import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Personal data and secrets never reach a log line, wherever in an object they sit (up to three levels down). */
const PERSONAL = [
  'phone',
  'openid',
  'body',
  'name',
  'idDocument',
  'creditCode',
  'email',
  'address',
  'password',
  'totp',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'code',
  'secret',
];
/** `name` and `code` are harmless at the top and inside `err` (an error's class and code). */
const HARMLESS_AT_TOP = new Set(['name', 'code']);

export function redactedPaths(): string[] {
  return PERSONAL.flatMap(key => [
    ...(HARMLESS_AT_TOP.has(key) ? [] : [key]),
    ...['req', 'headers', 'input', 'data', 'payload', 'account', 'applicant'].map(parent => `${parent}.${key}`),
    `*.*.${key}`,
  ]);
}

export function createLogger({ level, stream }: { level: string; stream?: DestinationStream }): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: redactedPaths(), censor: '[redacted]' },
    timestamp: stdTimeFunctions.isoTime,
  };
  return stream ? pino(options, stream) : pino(options);
}
