import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { flushDrafts } from '../lib/drafts';
import { watchSystem } from '../lib/preferences';
import { watchPrivacy } from '../lib/privacy';
import { queryClient, wireQueryClient } from '../lib/query';

/** What every page stands on. Nothing is drawn here: in WeChat an app has no view of its own. */
export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => {
    wireQueryClient();
    watchSystem();
    watchPrivacy();
    Taro.onAppHide?.(flushDrafts);
  }, []);
  useDidHide(flushDrafts);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
