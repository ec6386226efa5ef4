import { ApiFailure, type Data, type Host } from '../types';
import { PhoneStorage } from '../storage';
import { asyncApi, text } from './api';

/** wx.getStorage and its kin, with WeChat's limits of 1 MB a key and 10 MB in all. */
export function storageApis(host: Host): Data {
  const { storage, sandbox } = host;
  const info = () => ({
    keys: storage.keys(),
    currentSize: Math.ceil(storage.size() / 1024),
    limitSize: PhoneStorage.limitKilobytes,
  });
  return {
    getStorageSync: (key: string) => sandbox.revive(storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => sandbox.revive(info()),
    getStorage: asyncApi(host, 'getStorage', ({ key }) => {
      const data = storage.get(text(key));
      if (data === undefined) throw new ApiFailure('data not found');
      return { data };
    }),
    setStorage: asyncApi(host, 'setStorage', ({ key, data }) => storage.set(text(key), data)),
    removeStorage: asyncApi(host, 'removeStorage', ({ key }) => storage.delete(text(key))),
    clearStorage: asyncApi(host, 'clearStorage', () => storage.clear()),
    getStorageInfo: asyncApi(host, 'getStorageInfo', info),
  };
}
