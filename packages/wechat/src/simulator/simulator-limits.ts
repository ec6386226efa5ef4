import { refuse } from './simulator-answer';

/** How often each call may be made, as documented. A test lowers what it wants to reach. */
export interface SimulatorLimits {
  loginsPerUserMinute: number;
  tokensPerMinute: number;
  tokensPerDay: number;
  forcedTokensPerDay: number;
  textChecksPerMinute: number;
  textChecksPerDay: number;
  mediaChecksPerMinute: number;
  mediaChecksPerDay: number;
  messagesPerDay: number;
  codesPerMinute: number;
  linksPerSecond: number;
  linksPerDay: number;
}

export const DOCUMENTED_LIMITS: SimulatorLimits = {
  loginsPerUserMinute: 100,
  tokensPerMinute: 10_000,
  tokensPerDay: 500_000,
  forcedTokensPerDay: 20,
  textChecksPerMinute: 4000,
  textChecksPerDay: 2_000_000,
  mediaChecksPerMinute: 2000,
  mediaChecksPerDay: 200_000,
  messagesPerDay: 10_000_000,
  codesPerMinute: 5000,
  linksPerSecond: 100,
  linksPerDay: 500_000,
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Length of the window that a limit counts in, and the number WeChat answers with beyond it. */
const WINDOWS: Readonly<Record<keyof SimulatorLimits, { ms: number; errcode: number }>> = {
  loginsPerUserMinute: { ms: MINUTE, errcode: 45011 },
  tokensPerMinute: { ms: MINUTE, errcode: 45011 },
  tokensPerDay: { ms: DAY, errcode: 45009 },
  forcedTokensPerDay: { ms: DAY, errcode: 45009 },
  textChecksPerMinute: { ms: MINUTE, errcode: 44991 },
  textChecksPerDay: { ms: DAY, errcode: 45009 },
  mediaChecksPerMinute: { ms: MINUTE, errcode: 44991 },
  mediaChecksPerDay: { ms: DAY, errcode: 45009 },
  messagesPerDay: { ms: DAY, errcode: 45009 },
  codesPerMinute: { ms: MINUTE, errcode: 45009 },
  linksPerSecond: { ms: SECOND, errcode: 44990 },
  linksPerDay: { ms: DAY, errcode: 45009 },
};

/** Counts one more use, or throws SimulatedError. `who` separates users where the limit is a user's. */
export type CountUse = (limit: keyof SimulatorLimits, who?: string) => void;

/** Counters of this process: a second server would double the quotas, which no demo comes near. */
export function createUseCounter(limits: SimulatorLimits, now: () => Date): CountUse {
  const uses = new Map<string, { window: number; count: number }>();
  return (limit, who = '') => {
    const { ms, errcode } = WINDOWS[limit];
    const window = Math.floor(now().getTime() / ms);
    const key = `${limit}:${who}`;
    const held = uses.get(key);
    const count = held?.window === window ? held.count + 1 : 1;
    uses.set(key, { window, count });
    if (count > limits[limit]) refuse(errcode, 'reach max api quota limit');
  };
}
