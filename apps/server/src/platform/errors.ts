import { errors, type ErrorCode } from '@bandeng/contracts/routes';

export interface FieldFault {
  path: string;
  message: string;
}

interface AppErrorOptions {
  data?: Record<string, unknown>;
  cause?: unknown;
  /** Faults of single fields, for request.invalid. */
  errors?: FieldFault[];
  /** Seconds after which to try again: sent as Retry-After. */
  retryAfter?: number;
}

/** The one expected error: its code is the contract, its words are in contracts. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly data?: Record<string, unknown>;
  readonly errors?: FieldFault[];
  readonly retryAfter?: number;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = errors[code].status;
    this.data = options.data;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

/** Throws `request.invalid` for one field; for rules that a schema cannot know. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('request.invalid', { errors: [{ path, message }] });
}

/** A command's fault in one sentence; the command line prints it and exits with 1. */
export class CommandError extends Error {}

/** A command that was not understood: why, and how it is written. */
export const usageError = (why: string, usage: string, cause?: unknown): CommandError =>
  new CommandError(`${why}，什么也没有做。用法：npm run cli -- ${usage}`, { cause });
