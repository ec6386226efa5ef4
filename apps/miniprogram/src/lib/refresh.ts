import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Reads anew when the page is pulled down, where its config allows that; the spinner goes when it is done. */
export function useRefresh(refetch: () => unknown): void {
  usePullDownRefresh(() => {
    void Promise.resolve(refetch()).finally(() => Taro.stopPullDownRefresh());
  });
}
