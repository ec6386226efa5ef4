import { launchBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { ChromiumView, launchMiniProgram, type LaunchOptions } from './harness';

const dist = inRepository('apps/miniprogram/dist/weapp');
const builtOrigin = 'http://127.0.0.1:3000';
let server: App;

beforeAll(async () => {
  server = await startDemo();
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

/** What the server has for each tab, or the page says by itself where it asks for nothing. */
const shown = {
  公开: '养老服务',
  参与: '助餐补贴多久公开一次才好？',
  我的: '登录',
  首页: '身边的公开',
};

/** Opens every tab of the build and sees that none of them breaks or is refused by the server. */
async function visitTabs(options: Partial<LaunchOptions>) {
  const app = await launchMiniProgram({ dist, builtOrigin, apiOrigin: server.origin, ...options });
  try {
    for (const [tab, content] of Object.entries(shown)) {
      await app.tab(tab);
      await app.waitFor(content);
      await app.waitFor(() => !app.network.isBusy);
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
