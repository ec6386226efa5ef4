import { limits } from '@bandeng/contracts/routes';
import { errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../platform/clock';
import { deriveKey } from '../../platform/crypto';
import { AppError } from '../../platform/errors';

export interface AccessClaims {
  sessionId: string;
  accountId: string;
  kind: 'resident' | 'staff';
}

export interface AccessTokens {
  sign(claims: AccessClaims): Promise<string>;
  /** Throws auth.expired for everything that is not a valid token of ours. */
  verify(token: string): Promise<AccessClaims>;
}

const ISSUER = 'bandeng';

/** JWTs signed with HS256 that live 15 minutes by our clock. */
export function createAccessTokens({ tokenKey, clock }: { tokenKey: Buffer; clock: Clock }): AccessTokens {
  const key = deriveKey(tokenKey, 'access token');
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    sign: ({ sessionId, accountId, kind }) =>
      new SignJWT({ sid: sessionId, kind })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setSubject(accountId)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + limits.accessTokenSeconds)
        .sign(key),
    verify: async token => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          currentDate: clock.now(),
        });
        const { sub, sid, kind } = payload;
        if (typeof sub === 'string' && typeof sid === 'string' && (kind === 'resident' || kind === 'staff')) {
          return { sessionId: sid, accountId: sub, kind };
        }
      } catch (error) {
        if (!(error instanceof joseErrors.JOSEError)) throw error;
        throw new AppError('auth.expired', { cause: error });
      }
      throw new AppError('auth.expired');
    },
  };
}
