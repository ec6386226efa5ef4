import { launchBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { startApp, type App } from '../support/start-app';
import { ChromiumView, launchMiniProgram, type LaunchOptions } from './harness';

const dist = inRepository('apps/miniprogram/dist/weapp');
const builtOrigin = 'http://127.0.0.1:3000';
let server: App;

beforeAll(async () => {
  server = await startApp();
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

/** Opens every tab of the build and sees that none of them breaks or is refused by the server. */
async function visitTabs(options: Partial<LaunchOptions>) {
  const app = await launchMiniProgram({ dist, builtOrigin, apiOrigin: server.origin, ...options });
  try {
    await app.waitFor('首页');
    for (const tab of ['公开', '参与', '我的', '首页']) {
      await app.tab(tab);
      await app.waitFor('首页');
      await new Promise(resolve => setTimeout(resolve, 300));
    }
    expect(app.record.errors).toEqual([]);
    expect(app.network.sent.filter(line => / 5\d\d$/.test(line))).toEqual([]);
  } finally {
    await app.close();
  }
}

test('the build against the real server: every tab -> opens, nothing thrown, no 5xx', async () => {
  await visitTabs({});
});

test('an address that leads to no page -> says so, with a way home', async () => {
  const app = await launchMiniProgram({ dist, builtOrigin, apiOrigin: server.origin });
  try {
    await app.waitFor('首页');
    app.openUnknown('pages/gone/index');
    await app.waitFor('网址不对，或者这一页搬走了');
    expect(app.page().route).toBe('pages/not-found/index');
    await app.tap('回首页');
    await app.waitFor(() => app.page().route === 'pages/home/index');
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
});

const inBrowser = process.env.CHROMIUM_PATH ? test : test.skip;

inBrowser('the build in Chromium against the real server: every tab -> opens, nothing thrown, no 5xx', async () => {
  const browser = await launchBrowser();
  try {
    await visitTabs({ view: ChromiumView.in(browser, { builtOrigin, apiOrigin: server.origin }) });
  } finally {
    await browser.close();
  }
});
