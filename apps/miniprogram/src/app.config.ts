import { mainPages, subPackages, tabPages } from './routes';

export default defineAppConfig({
  pages: mainPages,
  subPackages,
  // Downloaded in the background, so that what was read before opens without a network too.
  // The workbench on Wi-Fi only: residents have no use for it, and a worker's new version is there before the stairs.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['reading'] },
    'pages/mine/index': { network: 'wifi', packages: ['grid'] },
  },
  tabBar: {
    // Drawn by ui/tab-bar: WeChat's own writes 10 px.
    custom: true,
    color: '#5B6370',
    selectedColor: '#0F766E',
    backgroundColor: '#FFFFFF',
    list: tabPages.map(tab => ({ pagePath: tab.path, text: tab.text })),
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '板凳',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F6F7F4',
    backgroundColor: '#F6F7F4',
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
} as Taro.AppConfig);
