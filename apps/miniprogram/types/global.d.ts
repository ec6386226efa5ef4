declare module '*.scss';
declare module '*.css';

declare namespace NodeJS {
  /** Compiled in by config/index.ts. */
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    /** Origin of the server, for WeChat. Empty on the H5, which asks its own origin. */
    API_ORIGIN: string;
    APP_VERSION: string;
  }
  /** Webpack's: every module of a folder whose name fits, each in a chunk that is loaded when it is called for. */
  interface Require {
    context(
      folder: string,
      deep: boolean,
      name: RegExp,
      mode: 'lazy',
    ): ((name: string) => Promise<unknown>) & { keys(): string[] };
  }
}
