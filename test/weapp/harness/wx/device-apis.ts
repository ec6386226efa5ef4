import { randomBytes } from 'node:crypto';
import type { Data, Host } from '../types';
import { asyncApi } from './api';

const screen = { width: 390, height: 844, statusBar: 47, homeBar: 34 };

/** Facts of the phone: an iPhone of 390 by 844 points with a recent WeChat. */
export function deviceApis(host: Host): Data {
  const safeArea = {
    left: 0,
    right: screen.width,
    top: screen.statusBar,
    bottom: screen.height - screen.homeBar,
    width: screen.width,
    height: screen.height - screen.homeBar - screen.statusBar,
  };
  const window = {
    windowWidth: screen.width,
    windowHeight: screen.height,
    screenWidth: screen.width,
    screenHeight: screen.height,
    screenTop: 0,
    pixelRatio: 3,
    statusBarHeight: screen.statusBar,
    safeArea,
  };
  const device = { brand: 'iPhone', model: 'iPhone 14', platform: 'ios', system: 'iOS 17.4', benchmarkLevel: 40 };
  const app = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.54',
    language: 'zh_CN',
    theme: host.theme,
    fontSizeSetting: 17,
    fontSizeScaleFactor: 1,
    enableDebug: false,
  });
  const all = () => ({ ...window, ...device, ...app(), errMsg: 'getSystemInfo:ok' });
  const give = (make: () => unknown) => () => host.sandbox.revive(make());
  const launch = () => ({ path: host.dist.app.pages[0], query: {}, scene: 1001, referrerInfo: {} });
  return {
    getSystemInfoSync: give(all),
    getSystemInfo: asyncApi(host, 'getSystemInfo', all),
    getSystemInfoAsync: asyncApi(host, 'getSystemInfoAsync', all),
    getWindowInfo: give(() => window),
    getDeviceInfo: give(() => device),
    getAppBaseInfo: give(app),
    getSystemSetting: give(() => ({
      bluetoothEnabled: false,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    })),
    getAccountInfoSync: give(() => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    })),
    getMenuButtonBoundingClientRect: give(() => ({
      width: 87,
      height: 32,
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
    })),
    getLaunchOptionsSync: give(launch),
    getEnterOptionsSync: give(launch),
    getUserCryptoManager: () => ({
      getRandomValues: randomValues(host),
      getLatestUserKey: asyncApi(host, 'getLatestUserKey'),
    }),
    getRandomValues: randomValues(host),
  };
}

/** The bytes come as an ArrayBuffer, which JSON cannot carry: so not through asyncApi. */
function randomValues(host: Host) {
  return (options: Data = {}) => {
    host.calls.push({ name: 'getRandomValues', options });
    const length = typeof options.length === 'number' ? options.length : 0;
    const answer = Promise.resolve().then(() => {
      const result = host.sandbox.revive<Data>({ errMsg: 'getRandomValues:ok' });
      result.randomValues = host.sandbox.buffer(randomBytes(length));
      for (const key of ['success', 'complete']) {
        const callback = options[key];
        if (typeof callback === 'function') host.sandbox.guard(() => callback(result) as unknown);
      }
      return result;
    });
    return host.sandbox.promise(answer);
  };
}
