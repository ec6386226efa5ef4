import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { openDistrict, type District } from '../../support/district';

export interface Stage {
  browser: Browser;
  district: District;
}

/** Chromium and the demo district for the tests of the block around the call: there before its own hooks, gone after them. */
export function setStage(): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    [stage.browser, stage.district] = await Promise.all([launchBrowser(), openDistrict()]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.district.stop();
  });
  return stage;
}
