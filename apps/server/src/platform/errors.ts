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
