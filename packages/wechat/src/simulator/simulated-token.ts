import { digits } from './simulated-world';
import type { SimulatedWorld } from './simulated-world';
import { refuse } from './simulator-answer';

interface TokenState {
  token: string;
  expiresAt: number;
  forcedAt: number;
  previous: { token: string; expiresAt: number } | null;
}

const LIFE_MS = 7200 * 1000;
/** WeChat renews this long before the end; old and new are both valid meanwhile. */
const OVERLAP_MS = 300 * 1000;
const FORCE_PAUSE_MS = 30 * 1000;
const KEY = 'token/current';
const TOKEN = /^[0-9a-f]{512}$/;

/** The stable token: the same until five minutes before its end, or a new one when forced. */
export async function stableTokenOf(
  world: SimulatedWorld,
  isForced: boolean,
): Promise<{ access_token: string; expires_in: number }> {
  const now = world.now().getTime();
  const held = await readState(world);
  if (isForced) {
    if (held !== null && now - held.forcedAt < FORCE_PAUSE_MS) refuse(45011, 'api minute-quota reach limit');
    world.count('forcedTokensPerDay');
    // Forcing ends the token before at once.
    return offer(world, { ...newToken(world), forcedAt: now, previous: null });
  }
  if (held !== null && held.expiresAt - OVERLAP_MS > now) return offer(world, held);
  const previous = held === null ? null : { token: held.token, expiresAt: held.expiresAt };
  return offer(world, { ...newToken(world), forcedAt: held?.forcedAt ?? 0, previous });
}

/** @throws SimulatedError 41001 missing, 40014 malformed, 42001 expired, 40001 any other */
export async function requireToken(world: SimulatedWorld, token: string | undefined): Promise<void> {
  if (token === undefined || token === '') refuse(41001, 'access_token missing');
  if (!TOKEN.test(token)) refuse(40014, 'invalid access_token');
  const held = await readState(world);
  const known = [held, held?.previous ?? null].find(candidate => candidate?.token === token);
  if (known === undefined || known === null) refuse(40001, 'invalid credential, access_token is invalid or not latest');
  if (known.expiresAt <= world.now().getTime()) refuse(42001, 'access_token expired');
}

async function readState({ store }: SimulatedWorld): Promise<TokenState | null> {
  return ((await store.get(KEY)) as TokenState | undefined) ?? null;
}

async function offer(world: SimulatedWorld, state: TokenState): Promise<{ access_token: string; expires_in: number }> {
  await world.store.set(KEY, state);
  return { access_token: state.token, expires_in: Math.floor((state.expiresAt - world.now().getTime()) / 1000) };
}

/** As long as WeChat says a client must be able to store: 512 characters. */
function newToken({ newId, demoKey, now }: SimulatedWorld): { token: string; expiresAt: number } {
  const seed = `${demoKey}:${newId()}`;
  const token = [0, 1, 2, 3].map(part => digits(`${seed}:${part}`, 128)).join('');
  return { token, expiresAt: now().getTime() + LIFE_MS };
}
