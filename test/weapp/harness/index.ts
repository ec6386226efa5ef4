export { launchMiniProgram, type LaunchOptions } from './launch';
export type { MiniProgram } from './mini-program';
