import type { Pages } from '../pages';
import type { Data, Host } from '../types';
import { accountApis } from './account-apis';
import { deviceApis } from './device-apis';
import { feedbackApis } from './feedback-apis';
import { fileApis } from './file-apis';
import { navigationApis } from './navigation-apis';
import { requestApis } from './request-apis';
import { selectorQuery } from './selector-query';
import { storageApis } from './storage-apis';

/** Listeners that the app may register and the test may call through app.emit(). */
const EVENTS = [
  'AppShow',
  'AppHide',
  'ThemeChange',
  'WindowResize',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'KeyboardHeightChange',
  'MemoryWarning',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'UserCaptureScreen',
  'CopyUrl',
];

/** The wx object: what is not here does not exist for the app, as a call that an old WeChat lacks. */
export function createWx(host: Host, pages: Pages): Data {
  const wx: Data = {
    ...deviceApis(host),
    ...storageApis(host),
    ...fileApis(host),
    ...requestApis(host),
    ...feedbackApis(host),
    ...accountApis(host),
    ...navigationApis(host, pages),
    ...listeners(host),
    nextTick: (callback: () => void) => void setTimeout(() => host.sandbox.guard(callback), 0),
    canIUse: (name: string) => name.split('.')[0] === 'button' || (name.split('.')[0] ?? '') in wx,
    createSelectorQuery: () => selectorQuery(host),
    createIntersectionObserver: () => {
      const observer = {
        relativeTo: () => observer,
        relativeToViewport: () => observer,
        observe: () => undefined,
        disconnect: () => undefined,
      };
      return observer;
    },
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
  };
  return wx;
}

function listeners(host: Host): Data {
  const pairs = EVENTS.flatMap(event => {
    const of = () => {
      const known = host.appListeners.get(event) ?? new Set();
      host.appListeners.set(event, known);
      return known;
    };
    const on = (listener: (value: unknown) => void) => void of().add(listener);
    const off = (listener?: (value: unknown) => void) => void (listener ? of().delete(listener) : of().clear());
    return [
      [`on${event}`, on],
      [`off${event}`, off],
    ];
  });
  return Object.fromEntries(pairs) as Data;
}
