import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** `unreachable`: the phone has a network, but our server did not answer the last call. */
export type Reach = 'online' | 'offline' | 'unreachable';

const useReachStore = create<{ reach: Reach }>(() => ({ reach: 'online' }));

export function setReach(reach: Reach): void {
  if (useReachStore.getState().reach !== reach) useReachStore.setState({ reach });
}

export const currentReach = (): Reach => useReachStore.getState().reach;

/** How we stand with the server now; re-renders when it changes. */
export const useReach = (): Reach => useReachStore(state => state.reach);

/** Calls back with every change. Returns the way to stop. */
export const onReachChange = (listener: (reach: Reach) => void): (() => void) =>
  useReachStore.subscribe(state => listener(state.reach));

/** Listens to the phone's network, or the browser's; called once at start. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onNetworkStatusChange(({ isConnected }) => setReach(isConnected ? 'online' : 'offline'));
    Taro.getNetworkType({ success: ({ networkType }) => networkType === 'none' && setReach('offline') }).catch(
      () => undefined,
    );
  } else {
    window.addEventListener('online', () => setReach('online'));
    window.addEventListener('offline', () => setReach('offline'));
    if (!navigator.onLine) setReach('offline');
  }
}

/** After a call that got no answer: is it the network, or only our server? */
export async function reachAfterFailure(): Promise<'offline' | 'unreachable'> {
  if (process.env.TARO_ENV !== 'weapp') return navigator.onLine ? 'unreachable' : 'offline';
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
  return networkType === 'none' ? 'offline' : 'unreachable';
}
