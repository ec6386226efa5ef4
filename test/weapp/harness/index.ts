export { ChromiumView } from './chromium/chromium-view';
export { launchMiniProgram, type LaunchOptions } from './launch';
export type { MiniProgram } from './mini-program';
