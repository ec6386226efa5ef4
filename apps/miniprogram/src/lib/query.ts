import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { ApiError } from '@bandeng/contracts/api-error';
import { currentReach, onReachChange, watchNetwork } from './online';
import { onAccountChange } from './session';

/** A call is tried again when no answer came, not when the server said no. */
const worthRetrying = (count: number, error: unknown) =>
  count < 1 && error instanceof ApiError && error.kind === 'timeout';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: worthRetrying,
      // Without a network lib/http answers with what was read before, so queries run always.
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Somebody logged in: read anew what may differ for them. Somebody left: nothing of theirs stays. */
function readAsAnother(before: string | undefined): void {
  if (before !== undefined) queryClient.removeQueries({ type: 'inactive' });
  void (before === undefined ? queryClient.invalidateQueries() : queryClient.resetQueries());
}

/** Tells react-query what WeChat knows: the app is in front, the network is back. Called once at start. */
export function wireQueryClient(): void {
  watchNetwork();
  onAccountChange(readAsAnother);
  focusManager.setEventListener(setFocused => {
    const show = () => setFocused(true);
    const hide = () => setFocused(false);
    Taro.onAppShow(show);
    Taro.onAppHide(hide);
    return () => {
      Taro.offAppShow(show);
      Taro.offAppHide(hide);
    };
  });
  onlineManager.setEventListener(setOnline => {
    setOnline(currentReach() !== 'offline');
    return onReachChange(reach => {
      setOnline(reach !== 'offline');
    });
  });
}
