import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/browser';
import { openDistrict, type District } from '../support/district';
import { inRepository } from '../support/repository';
import { ChromiumView, launchMiniProgram } from './harness';
import { doMainJob } from './main-job.scenario';

const dist = inRepository('apps/miniprogram/dist/weapp');
const builtOrigin = 'http://127.0.0.1:3000';

describeInBrowser('main job, drawn', () => {
  let browser: Browser;
  let district: District;

  beforeAll(async () => {
    [browser, district] = await Promise.all([launchBrowser(), openDistrict()]);
  });
  afterAll(async () => {
    await browser.close();
    await district.stop();
  });

  test('main job: laid out in Chromium, with losses on the way -> everything arrives once, and its author is told', async () => {
    const apiOrigin = district.app.origin;
    const launch = (options: object) => {
      const view = ChromiumView.in(browser, { builtOrigin, apiOrigin });
      return launchMiniProgram({ dist, apiOrigin, builtOrigin, view, ...options });
    };
    await doMainJob(launch, district, 'o-main-job-drawn');
  });
});
