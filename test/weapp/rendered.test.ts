import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { startFixtureServer } from './fixture-server';
import { ChromiumView, launchMiniProgram, type LaunchOptions, type MiniProgram } from './harness';

const dist = inRepository('test/weapp/fixture');
const builtOrigin = 'http://127.0.0.1:3000';

describeInBrowser('in Chromium', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startFixtureServer>>;
  let app: MiniProgram;

  const launch = async (options: Partial<LaunchOptions> = {}) => {
    const view = ChromiumView.in(browser, { builtOrigin, apiOrigin: server.origin });
    app = await launchMiniProgram({ dist, apiOrigin: server.origin, builtOrigin, view, ...options });
  };

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startFixtureServer();
  });
  afterEach(async () => {
    await app.close();
    await server.close();
  });

  test('a row: laid out by its WXSS, photographed; tapped -> the next page', async () => {
    await launch();
    await app.tap('载入');
    await app.waitFor('道路修缮');
    // 32rpx on a screen of 390 points are 16 points above and below one line of text.
    expect(await app.box('.row')).toMatchObject({ left: 0, height: expect.closeTo(32 + 1 + 22.4, 0) as number });
    await app.screenshot(inRepository('artifacts/weapp/fixture-list.png'));
    expect(fs.statSync(inRepository('artifacts/weapp/fixture-list.png')).size).toBeGreaterThan(5000);
    await app.tap('道路修缮');
    await app.waitFor('编号 b2');
    await app.back();
    expect(await app.text()).toContain('低保公示');
    expect(app.record.errors).toEqual([]);
  });

  test('tap: catch in a component -> its own method, and the page behind hears nothing', async () => {
    await launch();
    await app.tap('载入');
    await app.tap('〔公告〕');
    await app.waitFor(() => app.toast() === '点了标记');
    expect(app.page().route).toBe('pages/list/index');
  });

  test('tap: a disabled button -> refused; a hidden text -> not there', async () => {
    await launch();
    await expect(app.tap('不能点')).rejects.toThrow('disabled');
    expect(await app.text()).not.toContain('看不见的字');
  });

  test('type: into the field after a text -> cut at 140, the page counts it', async () => {
    await launch({ open: 'pages/detail/index?id=x' });
    await app.type('意见', '字'.repeat(150));
    await app.waitFor('140 字');
  });

  test('modal: confirmed -> the server has the comment', async () => {
    await launch({ open: 'pages/detail/index?id=x' });
    await app.type('写在这里', '路灯不亮');
    await app.tap('提交');
    await app.answerModal(true);
    await app.waitFor('已收到 c1');
    expect(server.comments).toEqual(['路灯不亮']);
  });
});
