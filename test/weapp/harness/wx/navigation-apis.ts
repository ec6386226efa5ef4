import { resolvePath } from '../dist';
import type { Pages } from '../pages';
import { ApiFailure, type Data, type Host } from '../types';
import { asyncApi, text } from './api';

const STACK_LIMIT = 10;

/** Navigation with WeChat's rules: ten pages at most, tab pages only by switchTab, unknown pages refused. */
export function navigationApis(host: Host, pages: Pages): Data {
  const target = (url: unknown) => {
    const [path = '', query = ''] = text(url).split('?');
    const route = resolvePath(pages.top.route, path).replace(/\.html$/, '');
    if (!host.dist.pages.includes(route)) throw new ApiFailure(`page "${route}" is not found`);
    return { route, query: parseQuery(query), isTab: host.dist.tabs.some(({ pagePath }) => pagePath === route) };
  };
  const title = (name: string, options: Data) => {
    if (name === 'setNavigationBarTitle') pages.setTitle(text(options.title));
  };
  const move = (name: string, work: (options: Data) => Promise<void>) =>
    asyncApi(host, name, async options => {
      pages.moving += 1;
      // It is over when the app knows: its promises are settled before the next turn of the event loop.
      await work(options).finally(() => setTimeout(() => (pages.moving -= 1)));
    });
  const plain = [
    'setNavigationBarTitle',
    'setNavigationBarColor',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'hideHomeButton',
    'setTabBarStyle',
    'showTabBar',
    'hideTabBar',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'setTabBarItem',
  ];
  return {
    ...Object.fromEntries(plain.map(name => [name, asyncApi(host, name, options => title(name, options))])),
    navigateTo: move('navigateTo', async ({ url }) => {
      const { route, query, isTab } = target(url);
      if (isTab) throw new ApiFailure('can not navigateTo a tabbar page');
      if (host.stack.length >= STACK_LIMIT) throw new ApiFailure('webview count limit exceed');
      await pages.push(route, query);
    }),
    redirectTo: move('redirectTo', async ({ url }) => {
      const { route, query, isTab } = target(url);
      if (isTab) throw new ApiFailure('can not redirectTo a tabbar page');
      await pages.replace(route, query);
    }),
    navigateBack: move('navigateBack', async ({ delta }) => {
      if (host.stack.length < 2) throw new ApiFailure('cannot navigate back at first page.');
      await pages.back(typeof delta === 'number' ? delta : 1);
    }),
    reLaunch: move('reLaunch', async ({ url }) => {
      const { route, query } = target(url);
      await pages.relaunch(route, query);
    }),
    switchTab: move('switchTab', async ({ url }) => {
      const { route, isTab } = target(url);
      if (!isTab) throw new ApiFailure('can not switch to no-tabBar page');
      await pages.switchTab(route);
    }),
  };
}

function parseQuery(query: string): Data {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map(pair => pair.split('='));
  // WeChat hands the values over as they stand in the address, still encoded.
  return Object.fromEntries(pairs.map(([key = '', ...value]) => [key, value.join('=')]));
}
