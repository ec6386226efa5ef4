/** Where we run. The one reader of TARO_ENV and of the compiled-in constants. */
export const isWeapp = process.env.TARO_ENV === 'weapp';

/** Origin of the server; empty on the H5, which is served by it. */
export const apiOrigin: string = API_ORIGIN;

export const apiBase = `${apiOrigin}/api/v1`;

export const appVersion: string = APP_VERSION;

/** The WeChat API object where there is one, for calls Taro has no wrapper for. */
export function wechat<T>(): T | undefined {
  return isWeapp ? ((globalThis as unknown as { wx?: T }).wx ?? (wx as unknown as T)) : undefined;
}

declare const wx: unknown;
