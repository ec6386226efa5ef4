import { ApiError, problemError } from '@bandeng/contracts/api-error';
import { createClient, type ClientRequest } from '@bandeng/contracts/client';
import type { DeskSession } from '@bandeng/contracts/types';
import { currentSession, setSession } from './session';

const noAnswer = () =>
  new ApiError('offline', {
    code: 'client.offline',
    status: 0,
    title: '连不上服务器',
    detail: '看看网络，过一会儿再试。写下的内容还在这一页。',
  });

async function send({ method, path, query, body }: Omit<ClientRequest, 'route'>, headers: Record<string, string>) {
  const search = new URLSearchParams(query).toString();
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) {
    init.body = JSON.stringify(body);
    headers['Content-Type'] = 'application/json';
  }
  return fetch(`/api/v1${path}${search && `?${search}`}`, init).catch(() => {
    throw noAnswer();
  });
}

/** What was answered, as JSON; throws what the server or the network refused. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) throw problemError(response.status, body, response.headers.get('Retry-After') ?? undefined);
  return body;
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

let renewing: Promise<DeskSession | null> | undefined;

/** A new token by the cookie, once, however many calls ask for it at the same time; null when the cookie is worth nothing. */
export function renewSession(): Promise<DeskSession | null> {
  renewing ??= send({ method: 'POST', path: '/auth/desk/renewals', query: {}, body: {} }, {})
    .then(read)
    .then(
      session => session as DeskSession,
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      },
    )
    .then(session => {
      setSession(session);
      return session;
    })
    .finally(() => (renewing = undefined));
  return renewing;
}

/** A wrong code is refused with 401 too, and must not be sent twice. */
const isExpired = async (response: Response): Promise<boolean> =>
  (parse(await response.clone().text()) as { code?: unknown } | undefined)?.code === 'auth.expired';

/** Sends as who is signed in; a token that has run out is renewed once. */
async function sendSignedIn(request: Omit<ClientRequest, 'route'>): Promise<Response> {
  const attempt = () => {
    const session = currentSession();
    return send(request, session ? { Authorization: `Bearer ${session.accessToken}` } : {});
  };
  const response = await attempt();
  if (response.status !== 401 || !currentSession() || !(await isExpired(response))) return response;
  return (await renewSession()) ? attempt() : response;
}

/** The API, typed by its contract. */
export const api = createClient(async request => read(await sendSignedIn(request)));

/** Fetches a file and hands it to the browser under the name the server gave it. */
export const download = (path: string, query: Record<string, string> = {}): Promise<void> =>
  handOver({ method: 'GET', path, query, body: undefined });

/** The same of a file that asking for it makes. */
export const downloadMade = (path: string, body: object): Promise<void> =>
  handOver({ method: 'POST', path, query: {}, body });

async function handOver(request: Omit<ClientRequest, 'route'>): Promise<void> {
  const response = await sendSignedIn(request);
  if (!response.ok) return void (await read(response));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ? decodeURIComponent(name) : '';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Sends one file as a form, with its query; gives what was answered. */
export async function upload(path: string, file: File, query: Record<string, string> = {}): Promise<unknown> {
  const body = new FormData();
  body.set('file', file);
  return read(await sendSignedIn({ method: 'POST', path, query, body }));
}
