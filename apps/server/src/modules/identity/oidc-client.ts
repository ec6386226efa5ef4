import { createRemoteJWKSet, errors as joseErrors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { OidcConfig } from '../../config';
import type { Clock } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Logger } from '../../platform/logger';

/** OpenID Connect Discovery 1.0, what is used of it. */
const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
type Discovery = z.output<typeof Discovery>;
interface Provider extends Discovery {
  keys: JWTVerifyGetKey;
  foundAt: number;
}

const TokenAnswer = z.object({ id_token: z.string() });

const TIMEOUT_MS = 5_000;
const KEEP_MS = 3_600_000;
/** After a fault the service is left alone for a moment, so that a page does not wait for it each time. */
const AFTER_FAULT_MS = 15_000;
const CLOCK_TOLERANCE_SECONDS = 60;
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];

export interface OidcClient {
  /** What a page needs to send a person there; null while the service cannot be reached. */
  describe(): Promise<{ authorizeUrl: string; clientId: string; redirectUri: string } | null>;
  /** The person of a code; throws auth.code_invalid or oidc.unavailable. */
  exchange(input: { code: string; codeVerifier: string; nonce: string }): Promise<{ issuer: string; subject: string }>;
}

/** The province's identity service: authorization code with PKCE, the exchange by us with our secret, the ID token verified. */
export function createOidcClient(deps: {
  oidc: OidcConfig;
  publicOrigin: string;
  clock: Clock;
  logger: Logger;
}): OidcClient {
  const { oidc, publicOrigin, clock, logger } = deps;
  const redirectUri = `${publicOrigin}/m/`;
  const wall = () => clock.wall().getTime();
  let provider: Provider | undefined;
  let discovering: Promise<Provider> | undefined;
  let faultAt = Number.NEGATIVE_INFINITY;

  async function discover(): Promise<Provider> {
    const answer = await ask(`${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
    const found = Discovery.parse(await answer.json());
    if (found.issuer !== oidc.issuer) throw new Error('the discovery document names another issuer');
    return {
      ...found,
      keys: createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: TIMEOUT_MS }),
      foundAt: wall(),
    };
  }

  async function find(): Promise<Provider> {
    if (provider && wall() - provider.foundAt < KEEP_MS) return provider;
    if (wall() - faultAt < AFTER_FAULT_MS) throw unavailable();
    discovering ??= discover().finally(() => {
      discovering = undefined;
    });
    try {
      return (provider = await discovering);
    } catch (error) {
      faultAt = wall();
      logger.warn({ err: error }, 'identity service not reachable');
      throw unavailable(error);
    }
  }

  async function fetchIdToken(at: Provider, code: string, codeVerifier: string): Promise<string> {
    const isBasic = at.token_endpoint_auth_methods_supported.includes('client_secret_basic');
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: codeVerifier,
      redirect_uri: redirectUri,
      ...(!isBasic && { client_id: oidc.clientId, client_secret: oidc.clientSecret }),
    });
    const answer = await ask(at.token_endpoint, {
      method: 'POST',
      body: form,
      ...(isBasic && { headers: { Authorization: basic(oidc.clientId, oidc.clientSecret) } }),
    }).catch((error: unknown) => {
      throw unavailable(error);
    });
    // invalid_grant is the person's code; everything else (invalid_client …) is between the two servers.
    if (answer.status === 400 && (await errorOf(answer)) === 'invalid_grant') throw new AppError('auth.code_invalid');
    const body = TokenAnswer.safeParse(answer.ok ? await answer.json().catch(() => null) : null);
    if (body.success) return body.data.id_token;
    logger.error({ status: answer.status }, 'identity service refused the exchange');
    throw unavailable();
  }

  async function verify(at: Provider, idToken: string, nonce: string): Promise<string> {
    try {
      const { payload } = await jwtVerify(idToken, at.keys, {
        issuer: oidc.issuer,
        audience: oidc.clientId,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock.wall(),
      });
      const isOurs = payload.azp === undefined || payload.azp === oidc.clientId;
      if (!isOurs || payload.nonce !== nonce || !payload.sub) throw new AppError('auth.code_invalid');
      return payload.sub;
    } catch (error) {
      if (error instanceof joseErrors.JWKSTimeout) throw unavailable(error);
      if (error instanceof joseErrors.JOSEError) throw new AppError('auth.code_invalid', { cause: error });
      throw error instanceof AppError ? error : unavailable(error);
    }
  }

  return {
    describe: async () => {
      const at = await find().catch(() => null);
      return at && { authorizeUrl: at.authorization_endpoint, clientId: oidc.clientId, redirectUri };
    },
    exchange: async ({ code, codeVerifier, nonce }) => {
      const at = await find();
      const subject = await verify(at, await fetchIdToken(at, code, codeVerifier), nonce);
      return { issuer: oidc.issuer, subject };
    },
  };
}

const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });

const unavailable = (cause?: unknown) => new AppError('oidc.unavailable', { cause, retryAfter: 15 });

/** RFC 6749, 2.3.1: both parts are form-encoded first. */
function basic(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
  return `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`;
}

async function errorOf(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
}
