import { limits } from '@bandeng/contracts/routes';
import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { AccessTokens } from './access-tokens';
import type { SessionRecord, SessionRepository } from './session.repository';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

type Holder = Pick<SessionRecord, 'accountId' | 'kind'>;
type Outcome = { refreshToken: string; session: SessionRecord } | 'invalid';

/** A refresh token names its family, so that one shown too late can be told from one never given: `<family>.<secret>`. */
const familyOf = (refreshToken: string): string => refreshToken.slice(0, refreshToken.indexOf('.'));

/** Login sessions with rotating refresh tokens (API.md, Auth). */
export function createSessions(deps: {
  platform: Platform;
  repository: SessionRepository;
  accessTokens: AccessTokens;
}) {
  const { platform, repository, accessTokens } = deps;
  const { ids, clock, fields, transaction } = platform;

  const placeOf = (id: string) => ({ collection: 'sessions', id, field: 'sealedCurrent' });
  const expiry = () => new Date(clock.now().getTime() + limits.refreshTokenSeconds * 1000);
  const newToken = (family: string) => `${family}.${ids.secret()}`;
  const accessTokenOf = ({ _id, accountId, kind }: SessionRecord) =>
    accessTokens.sign({ sessionId: _id, accountId, kind });

  async function begin(holder: Holder, tx?: Tx): Promise<TokenPair> {
    const family = ids.uuid();
    const refreshToken = newToken(family);
    const session: SessionRecord = {
      _id: family,
      ...holder,
      currentHash: sha256(refreshToken),
      createdAt: clock.now(),
      expiresAt: expiry(),
    };
    await repository.insert(session, tx);
    return { accessToken: await accessTokenOf(session), refreshToken };
  }

  /**
   * The current token is exchanged for the next. The one before it gives that same next one for 60 seconds, as long as the next was not
   * used; every other token of the family is stolen or kept too long: the family ends.
   */
  async function exchange(shown: string, tx: Tx): Promise<Outcome> {
    const id = familyOf(shown);
    const session = await repository.find(id, tx);
    const now = clock.now();
    if (!session || session.revokedAt || session.expiresAt <= now) return 'invalid';
    const hash = sha256(shown);
    if (hash === session.currentHash) {
      const refreshToken = newToken(id);
      const next = {
        currentHash: sha256(refreshToken),
        previousHash: hash,
        rotatedAt: now,
        sealedCurrent: fields.encrypt(refreshToken, placeOf(id)),
        expiresAt: expiry(),
      };
      await repository.rotate(id, next, tx);
      return { refreshToken, session };
    }
    const isInGrace =
      session.rotatedAt !== undefined &&
      now.getTime() - session.rotatedAt.getTime() <= limits.refreshGraceSeconds * 1000;
    if (hash === session.previousHash && isInGrace && session.sealedCurrent) {
      return { refreshToken: fields.decrypt(session.sealedCurrent, placeOf(id)), session };
    }
    await repository.revoke(id, now, tx);
    return 'invalid';
  }

  return {
    begin,
    refresh: async (shown: string): Promise<TokenPair & { session: SessionRecord }> => {
      // The family is ended inside the transaction and must stay ended: the refusal is thrown after the commit.
      const outcome = await transaction(tx => exchange(shown, tx));
      if (outcome === 'invalid') throw new AppError('auth.refresh_invalid');
      return {
        refreshToken: outcome.refreshToken,
        accessToken: await accessTokenOf(outcome.session),
        session: outcome.session,
      };
    },
    /** Ends the family of this token, whichever of its tokens it is; unknown ones are nothing to complain about. */
    end: (refreshToken: string): Promise<void> => repository.revoke(familyOf(refreshToken), clock.now()),
    endAll: (accountId: string, tx: Tx): Promise<void> => repository.revokeAll(accountId, clock.now(), tx),
  };
}
export type Sessions = ReturnType<typeof createSessions>;
