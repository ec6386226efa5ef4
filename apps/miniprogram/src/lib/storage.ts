import Taro from '@tarojs/taro';

/** WeChat refuses a key over 1 MB; we stop well before it. Characters, as stored. */
const maxCharacters = 400_000;

/** What lies on the phone, by key. Names are stable: an old app's data is read by a new one. */
export type StorageKey =
  | 'session'
  | 'preferences'
  | 'drafts'
  | 'favourites'
  | 'recent-searches'
  | 'reader-id'
  | 'oidc-away'
  | 'survey-receipts'
  | 'kept-index'
  | `kept:${string}`
  | 'grid-contact'
  | 'grid-codes'
  | 'grid-order'
  | `outbox:${string}`;

/** What must be left of WeChat's 10 MB so that the words of a day still fit (kilobytes). */
const leastLeft = 300;

/** Reads a key, or undefined when it is missing, unreadable, or storage itself is refused (private browsing). */
export function readStored<T>(key: StorageKey): T | undefined {
  try {
    const text = Taro.getStorageSync<string>(`bd:${key}`);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a key. Returns false when it is too large or the phone is full: the caller decides what that means. */
export function writeStored(key: StorageKey, value: unknown): boolean {
  const text = JSON.stringify(value);
  if (text.length > maxCharacters) return false;
  try {
    Taro.setStorageSync(`bd:${key}`, text);
    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: StorageKey): void {
  try {
    Taro.removeStorageSync(`bd:${key}`);
  } catch {
    // Nothing was stored, then.
  }
}

/** Names of the keys that begin so. What each thing has under a key of its own needs no list that could be lost. */
export function storedKeys<P extends 'outbox:'>(prefix: P): `${P}${string}`[] {
  try {
    return Taro.getStorageInfoSync()
      .keys.filter(key => key.startsWith(`bd:${prefix}`))
      .map(key => key.slice('bd:'.length) as `${P}${string}`);
  } catch {
    return [];
  }
}

/** Whether WeChat's storage is nearly used up; the browser does not say. */
export function isNearlyFull(): boolean {
  try {
    const { currentSize, limitSize } = Taro.getStorageInfoSync();
    return limitSize - currentSize < leastLeft;
  } catch {
    return false;
  }
}
