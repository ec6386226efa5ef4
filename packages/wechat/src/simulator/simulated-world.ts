import { createHash } from 'node:crypto';
import type { CountUse } from './simulator-limits';
import type { PushQueue } from './push-queue';
import type { SimulatorStore } from './simulator-store';
import type { KeywordVerdict } from './simulator-verdicts';
import { refuse } from './simulator-answer';

/** A new key under the prefix; keys list in the order of time, and within one instant in the order they were made. */
export type TimeKey = (prefix: string) => string;

/** What every simulated call works with. */
export interface SimulatedWorld {
  appId: string;
  secret: string;
  demoKey: string;
  store: SimulatorStore;
  now: () => Date;
  newId: () => string;
  timeKey: TimeKey;
  count: CountUse;
  pushes: PushQueue;
  /** Template id → its keys; null: every template is known and takes any key. */
  templates: Readonly<Record<string, readonly string[]>> | null;
  /** Released pages; null: every page is. */
  pages: readonly string[] | null;
  keywordVerdicts: readonly KeywordVerdict[];
  mediaVerdicts: readonly KeywordVerdict[];
}

/** A content check is refused for someone who has been away for longer. */
const ACTIVE_MS = 2 * 60 * 60 * 1000;

const OPENID = /^[A-Za-z0-9_-]{1,64}$/;

export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && OPENID.test(value);
}

/** @throws SimulatedError 40003 */
export function requireOpenid(value: unknown): string {
  return isOpenid(value) ? value : refuse(40003, 'invalid openid');
}

/** Notes that this user has the mini-program open now. */
export async function noteVisit({ store, now }: SimulatedWorld, openid: string): Promise<void> {
  const expiresAt = new Date(now().getTime() + ACTIVE_MS);
  await store.set(`seen/${openid}`, expiresAt.getTime(), { expiresAt });
}

/** @throws SimulatedError 61010 */
export async function requireRecentVisit({ store, now }: SimulatedWorld, openid: string): Promise<void> {
  const activeUntil = await store.get(`seen/${openid}`);
  if (typeof activeUntil !== 'number' || activeUntil < now().getTime()) refuse(61010, 'code is expired');
}

/** Hex digits that follow from an id: trace ids, request ids and numbers are cut from them. */
export function digits(text: string, length: number): string {
  return createHash('sha512').update(text).digest('hex').slice(0, length);
}

/** The id at the end keeps two servers on one store apart. */
export function createTimeKeys({ now, newId }: Pick<SimulatedWorld, 'now' | 'newId'>): TimeKey {
  let made = 0;
  return prefix => {
    made += 1;
    const [time, order] = [now().getTime(), made].map(part => String(part).padStart(15, '0'));
    return `${prefix}/${time}/${order}/${newId()}`;
  };
}
