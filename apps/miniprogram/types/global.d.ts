/** Compiled in by config/index.ts. Empty on the H5, which asks its own origin. */
declare const API_ORIGIN: string;
declare const APP_VERSION: string;

declare module '*.scss';
declare module '*.css';

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
