import Taro, { useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { pageUrl } from '@/lib/navigation';
import type { PageName } from '@/routes';
import { countOpen } from './api';

/** WeChat's word for a page that is read in 朋友圈 itself, alone and without a login. */
const ALONE = 1154;

interface Shared {
  name: PageName;
  title: string;
  id: string;
  /** The code it was opened with: who opens it from there is counted with it. */
  scene: string | undefined;
}

/** A page that may be shared to 朋友圈; there it opens itself, not by way of the page of codes, and so counts itself. */
export function useTimeline({ name, title, id, scene }: Shared): void {
  useShareTimeline(() => ({ title, query: pageUrl(name, { id, scene }).split('?')[1] ?? '' }));
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || scene === undefined) return;
    if (Taro.getLaunchOptionsSync().scene === ALONE) void countOpen(scene);
  }, [scene]);
}
