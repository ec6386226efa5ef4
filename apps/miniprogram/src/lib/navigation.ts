import Taro from '@tarojs/taro';
import { pagePaths, tabPages } from '../routes';
import type { PageName } from '../routes';

export type PageParams = Record<string, string | number | boolean | undefined>;

/** WeChat refuses an eleventh page. */
const deepest = 10;

const isTab = (name: PageName) => tabPages.some(tab => tab.name === name);

/** The address of a page inside the app, as navigateTo and share messages take it. */
export function pageUrl(name: PageName, params: PageParams = {}): string {
  const pairs = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return `/${pagePaths[name]}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

let opening = false;

/** Opens a page. A second tap while the first is on its way opens nothing; tabs take no parameters. */
export async function open(name: PageName, params: PageParams = {}): Promise<void> {
  if (opening) return;
  opening = true;
  try {
    if (isTab(name)) await Taro.switchTab({ url: `/${pagePaths[name]}` });
    else if (Taro.getCurrentPages().length >= deepest) await Taro.redirectTo({ url: pageUrl(name, params) });
    else await Taro.navigateTo({ url: pageUrl(name, params) });
  } finally {
    opening = false;
  }
}

/** Replaces this page: after a form has become a receipt there is no way back into the form. */
export async function replace(name: PageName, params: PageParams = {}): Promise<void> {
  await Taro.redirectTo({ url: pageUrl(name, params) });
}

/** One page back, or home when this page was opened from a link. */
export async function back(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: `/${pagePaths.home}` });
}
