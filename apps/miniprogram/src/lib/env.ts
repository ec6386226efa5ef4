/** Where we run. The one reader of what the build compiled in (config/index.ts). */
export const isWeapp = process.env.TARO_ENV === 'weapp';

/** Origin of the server; empty on the H5, which is served by it. */
export const apiOrigin: string = process.env.API_ORIGIN ?? '';

export const apiBase = `${apiOrigin}/api/v1`;

export const appVersion: string = process.env.APP_VERSION ?? '';

declare const wx: unknown;

/** WeChat's API object where there is one, for calls Taro has no wrapper for. */
export const wechat = <T>(): T | undefined => (isWeapp ? (wx as T) : undefined);
