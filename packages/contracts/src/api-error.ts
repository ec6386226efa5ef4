/** RFC 9457, as our server writes it (API.md, Errors). */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  errors?: { path: string; message: string }[];
  data?: unknown;
}

export type FailureKind = 'offline' | 'timeout' | 'problem';

/** The one error lib/http throws. `title` and `detail` are sentences for the person in front of the screen. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: FailureKind,
    readonly problem: Problem,
    /** Seconds, from Retry-After. */
    readonly retryAfter?: number,
  ) {
    super(`${problem.code}: ${problem.title}`);
  }

  get code(): string {
    return this.problem.code;
  }
  get title(): string {
    return this.problem.title;
  }
  get detail(): string {
    return this.problem.detail ?? '';
  }
  get status(): number {
    return this.problem.status;
  }
  get errors(): { path: string; message: string }[] {
    return this.problem.errors ?? [];
  }
  get requestId(): string | undefined {
    return this.problem.requestId;
  }
}

/** Makes an error of an answer that is not 2xx, also of one that is not ours (a proxy's page). */
export function problemError(status: number, body: unknown, retryAfter?: string): ApiError {
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const problem: Problem = {
    ...given,
    status,
    code: given.code ?? (status >= 500 ? 'internal' : `http.${status}`),
    title: given.title ?? (status >= 500 ? '服务器出了点问题' : '这一步没有办成'),
  };
  const seconds = retryAfter ? Number(retryAfter) : Number.NaN;
  return new ApiError('problem', problem, Number.isNaN(seconds) ? undefined : seconds);
}

/** Whatever was thrown, as something that can be shown. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('problem', {
    code: 'client.unexpected',
    status: 0,
    title: '出了点问题',
    detail: '再试一次；还不行，告诉我们。',
  });
}
