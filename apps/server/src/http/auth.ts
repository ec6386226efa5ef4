import type { Who } from '@bandeng/contracts/routes';
import type { Context } from 'koa';
import { isSameSecret } from '../platform/crypto';
import { AppError } from '../platform/errors';
import { ANONYMOUS, isKnown, type Actor } from './actor';

export interface Authenticator {
  /** Who holds this access token; throws auth.expired when it is not, or no longer, one of ours. */
  authenticate(accessToken: string): Promise<Actor>;
}

const BEARER = /^Bearer ([\x21-\x7e]{1,2048})$/i;

function serviceActor(token: string, tokens: Readonly<Record<string, string>>): Actor | null {
  const source = Object.keys(tokens).find(name => isSameSecret(tokens[name]!, token));
  return source === undefined ? null : { kind: 'service', source, roles: [] };
}

/** Who is calling; nobody in particular without an Authorization header. */
export async function identifyActor(
  ctx: Context,
  deps: { authenticator: Authenticator; serviceTokens: Readonly<Record<string, string>> },
): Promise<Actor> {
  const header = ctx.get('Authorization');
  if (header === '') return ANONYMOUS;
  const token = BEARER.exec(header)?.[1];
  if (!token) throw new AppError('auth.expired');
  return serviceActor(token, deps.serviceTokens) ?? deps.authenticator.authenticate(token);
}

/** Throws auth.required or auth.forbidden when `who` does not admit this actor. */
export function assertAdmitted(actor: Actor, who: Who): void {
  if (who === 'public') return;
  if (actor.kind === 'anonymous') throw new AppError('auth.required');
  if (!admits(actor, who)) throw new AppError('auth.forbidden');
}

function admits(actor: Actor, who: Exclude<Who, 'public'>): boolean {
  if (who === 'resident') return actor.kind === 'resident';
  if (who === 'account') return isKnown(actor);
  if (who === 'service') return actor.kind === 'service';
  if (who === 'caller') return isKnown(actor) || actor.kind === 'service';
  return isKnown(actor) && actor.staffId !== null && actor.roles.some(scope => who.includes(scope.role));
}
