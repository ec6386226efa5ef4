import type { WechatApi } from '../wechat-error';

/**
 * `unreachable`: the connection fails and nothing is done. `answer_lost`: the work is done, the connection breaks.
 * `slow`: the work is done, the answer comes after `slowMs`. `wrong_answer`: an error page instead of JSON, nothing is
 * done. A number: WeChat answers with it, nothing is done.
 */
export type FaultMode = 'unreachable' | 'answer_lost' | 'slow' | 'wrong_answer' | number;

export interface SimulatorFault {
  /** Which call; `all` for every one. */
  api: WechatApi | 'all';
  /** Null takes the fault away. */
  mode: FaultMode | null;
  /** Only for the next so many calls. Default: until it is taken away. */
  times?: number;
}

export interface FaultBoard {
  set(fault: SimulatorFault): void;
  /** The fault that this call meets, counted as met. */
  take(api: WechatApi): FaultMode | null;
}

export function createFaultBoard(): FaultBoard {
  const faults = new Map<WechatApi | 'all', { mode: FaultMode; left: number }>();
  return {
    set({ api, mode, times = Infinity }) {
      if (mode === null) faults.delete(api);
      else faults.set(api, { mode, left: times });
    },
    take(api) {
      const key = faults.has(api) ? api : 'all';
      const fault = faults.get(key);
      if (fault === undefined) return null;
      fault.left -= 1;
      if (fault.left <= 0) faults.delete(key);
      return fault.mode;
    },
  };
}
