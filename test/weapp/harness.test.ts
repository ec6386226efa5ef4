import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from '../support/repository';
import { startFixtureServer } from './fixture-server';
import { readDist } from './harness/dist';
import { compileWxss } from './harness/wechat-compiler';
import { launchMiniProgram, type LaunchOptions, type MiniProgram } from './harness';

const dist = inRepository('test/weapp/fixture');
let server: Awaited<ReturnType<typeof startFixtureServer>>;
let app: MiniProgram;

const launch = async (options: Partial<LaunchOptions> = {}) => {
  app = await launchMiniProgram({ dist, apiOrigin: server.origin, ...options });
  return app;
};

beforeEach(async () => {
  server = await startFixtureServer();
});
afterEach(async () => {
  await app.close();
  await server.close();
});

test('tap: a text whose row listens -> the next page, with its query', async () => {
  await launch();
  await app.tap('载入');
  await app.tap('道路修缮');
  await app.waitFor('编号 b2');
  expect(app.page()).toMatchObject({ route: 'pages/detail/index', options: { id: 'b2' }, title: '一项', depth: 2 });
  await app.back();
  expect(app.page().route).toBe('pages/list/index');
  expect(app.record.errors).toEqual([]);
});

test('tap: a disabled button -> refused, as the phone does nothing', async () => {
  await launch();
  await expect(app.tap('不能点')).rejects.toThrow('disabled');
});

test('tap: catch in a component -> its own method, and the page behind hears nothing', async () => {
  await launch();
  await app.tap('载入');
  await app.tap('〔公告〕');
  expect(app.toast()).toBe('点了标记');
  expect(app.page().route).toBe('pages/list/index');
});

test('text: hidden nodes -> not there', async () => {
  await launch();
  expect(await app.text()).not.toContain('看不见的字');
  await expect(app.waitFor('看不见的字', { timeoutMs: 60 })).rejects.toThrow('page: pages/list/index');
});

test('logic layer: names of browser and Node, code from strings -> neither', async () => {
  await launch();
  await app.tab('我的');
  await app.tap('造代码');
  await app.waitFor('EvalError，多余的名字 0 个');
});

test('an error in a handler -> recorded, the app lives on', async () => {
  await launch();
  await app.tab('我的');
  await app.tap('出错');
  expect(app.record.errors).toEqual([expect.stringContaining('坏了')]);
  await app.tab('清单');
  await app.tap('载入');
});

test('type: more than the 140 characters of a field without maxlength -> cut, kept in storage for the next launch', async () => {
  await launch({ open: 'pages/detail/index?id=x' });
  await app.type('意见', '字'.repeat(150));
  await app.waitFor('140 字');
  const { storage } = app;
  await app.close();
  await launch({ open: 'pages/detail/index?id=x', storage });
  await app.waitFor('140 字');
});

test('modal: answered by the person -> the request is sent on yes, not on no', async () => {
  await launch({ open: 'pages/detail/index?id=x' });
  await app.type('写在这里', '路灯不亮');
  await app.tap('提交');
  expect(app.modal()).toMatchObject({ title: '提交意见', content: '路灯不亮' });
  await app.answerModal(false);
  expect(server.comments).toEqual([]);
  await app.tap('提交');
  await app.answerModal(true);
  await app.waitFor('已收到 c1');
  expect(server.comments).toEqual(['路灯不亮']);
});

test('network: offline -> requests fail, a subpackage never seen does not open; online again -> both work', async () => {
  await launch();
  app.network.goOffline();
  await app.tap('载入');
  await app.waitFor('ERR_INTERNET_DISCONNECTED');
  await app.tab('我的');
  await app.tap('去分包');
  await app.waitFor('loading subpackage');
  app.network.goOnline();
  await app.tap('去分包');
  await app.waitFor('分包里的页');
});

test('network: an answer is lost -> the server has it, the app is told of a failure', async () => {
  await launch({ open: 'pages/detail/index?id=x' });
  await app.type('写在这里', '一');
  app.network.loseAnswers();
  await app.tap('提交');
  await app.answerModal(true);
  await app.waitFor(() => app.toast() === '没有网络，已保存草稿');
  expect(server.comments).toEqual(['一']);
});

test('login: a code of the simulator for the person who holds the phone', async () => {
  await launch({ person: { openid: 'o-someone-0001' } });
  await app.tab('我的');
  await app.tap('登录');
  await app.waitFor('登录码 code-of-o-someone-0001');
});

test('tabs: away and back -> the page lived on', async () => {
  await launch();
  await app.tab('我的');
  await app.waitFor('打开过 1 次');
  await app.tab('清单');
  await app.tab('我的');
  await app.waitFor('打开过 2 次');
});

test('launch: WXML that does not compile -> an error with file, line and column', async () => {
  const broken = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-fixture-'));
  fs.cpSync(dist, broken, { recursive: true });
  fs.writeFileSync(path.join(broken, 'pages/me/index.wxml'), '<view>\n  <text>没有结尾</view>\n');
  await expect(launch({ dist: broken })).rejects.toThrow(/pages\/me\/index\.wxml:2:\d+/);
  fs.rmSync(broken, { recursive: true });
});

test('styles: WXSS that does not compile -> an error with file, line and column', () => {
  const broken = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-fixture-'));
  fs.cpSync(dist, broken, { recursive: true });
  fs.writeFileSync(path.join(broken, 'pages/list/index.wxss'), '.a { color: ;\n .b {');
  expect(() => compileWxss(readDist(broken))).toThrow(/pages\/list\/index\.wxss\(2:\d+\)/);
  fs.rmSync(broken, { recursive: true });
});
