import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/browser';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { openPhone } from './support/phone';

/** Of the house: scripts and styles that the home page of the H5 asks for before it stands, compressed. */
const BUDGET_BYTES = 180 * 1024;

describeInBrowser('first load', () => {
  let browser: Browser;
  let app: App;

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startDemo({ env: { LOG_LEVEL: 'warn' } })]);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await app.remove();
  });

  test('home: scripts and styles over the network -> at most 180 KB gzipped', async () => {
    const phone = await openPhone(browser, app.origin);
    const answers: Response[] = [];
    phone.page.on('response', answer => answers.push(answer));
    await phone.open('home');
    const loaded = answers.filter(answer => ['script', 'stylesheet'].includes(answer.request().resourceType()));
    const sizes = await Promise.all(loaded.map(async answer => gzipSync(await answer.body()).byteLength));
    expect(loaded.map(answer => answer.status()).filter(status => status !== 200)).toEqual([]);
    expect(loaded.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  });
});
