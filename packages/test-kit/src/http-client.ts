import { createClient, type ApiClient } from '@bandeng/contracts/client';

/** An answer that is no success: the problem as it came. */
export class ProblemResponse extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: {
      title?: string;
      detail?: string;
      errors?: { path: string; message: string }[];
      data?: Record<string, unknown>;
    },
    readonly headers: Headers,
  ) {
    super(`${status} ${code} ${JSON.stringify(problem.errors ?? problem.data ?? '')}`);
  }
}

export interface TestClient extends ApiClient {
  /** The raw answer of any address of the server, with this actor's token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The access token; undefined for nobody. */
  accessToken: string | undefined;
}

/** The typed client over HTTP; a problem is thrown as ProblemResponse. */
export function createTestClient(origin: string, accessToken?: string): TestClient {
  const send = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (accessToken && !headers.has('Authorization')) headers.set('Authorization', `Bearer ${accessToken}`);
    return fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers });
  };
  const client = createClient(async ({ method, path, query, body }) => {
    const search = new URLSearchParams(query).toString();
    const answer = await send(`/api/v1${path}${search && `?${search}`}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await answer.text();
    if (answer.ok) return text === '' ? undefined : (JSON.parse(text) as unknown);
    const problem = JSON.parse(text) as { code: string } & ProblemResponse['problem'];
    throw new ProblemResponse(answer.status, problem.code, problem, answer.headers);
  });
  return { ...client, fetch: send, accessToken };
}

/** The problem a call ends in; fails when it succeeds. */
export async function problemOf(call: Promise<unknown>): Promise<ProblemResponse> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemResponse) return error;
    throw error;
  }
  throw new Error('the call succeeded, a problem was expected');
}
