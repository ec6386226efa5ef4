import { isWeapp } from './env';

/** What Taro's router of the H5 reads anew at every change of page. */
interface TaroWindow extends Window {
  __taroAppConfig?: { animation?: boolean };
}

/**
 * Pages of the H5 slide in, but not for who asked for less motion. It is Taro's own switch that is turned: its timers go
 * with it, which a rule in CSS would leave waiting. WeChat draws its own pages. Called once at start.
 */
export function watchMotion(): void {
  if (isWeapp) return;
  const media = window.matchMedia?.('(prefers-reduced-motion: reduce)');
  const follow = () => {
    const config = (window as TaroWindow).__taroAppConfig;
    if (config) config.animation = media?.matches !== true;
  };
  follow();
  media?.addEventListener?.('change', follow);
}
