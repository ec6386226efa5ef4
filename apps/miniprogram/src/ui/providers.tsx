import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { flushDrafts } from '../lib/drafts';
import { watchMotion } from '../lib/motion';
import { watchSystem } from '../lib/preferences';
import { watchPrivacy } from '../lib/privacy';
import { queryClient, wireQueryClient } from '../lib/query';
import { useMissingPart } from '../lib/missing-part';
import { MissingPart } from './missing-part';

/** What every page stands on. In WeChat nothing is drawn here: an app has no view of its own. */
export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => {
    wireQueryClient();
    watchSystem();
    watchMotion();
    watchPrivacy();
    Taro.onAppHide?.(flushDrafts);
  }, []);
  useDidHide(flushDrafts);
  const missing = useMissingPart();
  return (
    <QueryClientProvider client={queryClient}>{missing ? <MissingPart why={missing} /> : children}</QueryClientProvider>
  );
}
