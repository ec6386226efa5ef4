import { problemError } from '@bandeng/contracts/api-error';
import { flushDrafts } from './drafts';
import { startSession } from './session';
import type { Session } from './session';
import { readStored, removeStored, writeStored } from './storage';
import { exchange } from './transport';

/** Where the identity service asks who one is, as GET /auth/methods says. */
export interface OidcMethod {
  authorizeUrl: string;
  clientId: string;
  redirectUri: string;
}

/** What must be remembered while the person is away at the identity service. */
interface Away {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** The page they left, as the router's hash. */
  hash: string;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const secret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Leaves for the identity service (code flow with PKCE, RFC 7636). What was typed is kept on the phone first. */
export async function leaveForOidc(
  { authorizeUrl, clientId, redirectUri }: OidcMethod,
  go: (url: string) => void = url => window.location.assign(url),
): Promise<void> {
  const away: Away = { state: secret(), nonce: secret(), codeVerifier: secret(), hash: window.location.hash };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(away.codeVerifier));
  const url = new URL(authorizeUrl);
  const asked = {
    response_type: 'code',
    scope: 'openid',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: away.state,
    nonce: away.nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  flushDrafts();
  writeStored('oidc-away', away);
  go(url.href);
}

/**
 * Called once at the start, before the router looks at the address: when this is the way back from the identity service, the page that
 * was left is put back and the code exchanged. True when somebody is in, false when it did not work, undefined when nobody was away.
 */
export async function returnFromOidc(): Promise<boolean | undefined> {
  const given = new URLSearchParams(window.location.search);
  const state = given.get('state');
  if (state === null || !(given.has('code') || given.has('error'))) return undefined;
  const away = readStored<Away>('oidc-away');
  removeStored('oidc-away');
  window.history.replaceState(null, '', `${window.location.pathname}${away?.hash ?? ''}`);
  const code = given.get('code');
  // An answer to a question that this phone did not ask, or a person who said no.
  if (away?.state !== state || code === null) return false;
  const { codeVerifier, nonce } = away;
  const answer = await exchange({
    method: 'POST',
    path: '/auth/oidc',
    body: { code, codeVerifier, nonce },
    headers: {},
  });
  if (answer.status !== 200) throw problemError(answer.status, answer.body, answer.headers['retry-after']);
  const { accessToken, refreshToken, sealKey, account } = answer.body as Session;
  startSession({ accessToken, refreshToken, sealKey, account });
  return true;
}
