/** describe, or describe.skip where there is no Chromium (`npm test` says so by name). */
export const describeInBrowser = process.env.CHROMIUM_PATH ? describe : describe.skip;

export { launchBrowser } from './chromium';
