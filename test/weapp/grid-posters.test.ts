import type { TestClient } from '@bandeng/test-kit';
import { photograph } from '../../apps/server/src/modules/grid/posters/photograph.fixtures';
import { openDistrict, type District } from '../support/district';
import { inRepository } from '../support/repository';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { launchMiniProgram, type LaunchOptions } from './harness';
import { readyToWalk } from './workbench';

const dist = inRepository('apps/miniprogram/dist/weapp');
const COMMUNITY = 'liuying-huaiying';
const person = { openid: 'demo-grid' };
let district: District;
let street: TestClient;

beforeAll(async () => {
  district = await openDistrict();
  street = await staffClient(district.app, 'street');
});
afterAll(() => district.stop());

const launch = (options: Partial<LaunchOptions> = {}) =>
  launchMiniProgram({ dist, apiOrigin: district.app.origin, ...options });

test('a card handed to a chat, without a network by then -> its path opens the very notice for anybody, counted for the grid; 朋友圈 opens the page itself and keeps the code', async () => {
  const app = await launch({ person });
  const cardOf = () => app.pageEvent('onShareAppMessage', { from: 'button' }) as { title: string; path: string };
  let path = '';
  let timeline = '';
  try {
    await readyToWalk(app);
    expect(cardOf().path).toBe('/pages/home/index');
    await app.tap('通知，点开念给人听');
    await app.waitFor(() => cardOf().path.includes('scene='));
    app.network.goOffline();
    ({ path } = cardOf());
    expect(path).toMatch(/^\/subpackages\/reading\/shared\/index\?scene=[0-9a-z]{10}$/);
    app.network.goOnline();
    await app.tap('发朋友圈');
    await app.waitFor('转给邻居');
    timeline = (app.pageEvent('onShareTimeline') as { query: string }).query;
    expect(timeline).toMatch(/^id=[^&]+&scene=[0-9a-z]{10}$/);
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
  const notice = new URLSearchParams(timeline).get('id') ?? '';
  const opens = async () => {
    const query = { notice, area: COMMUNITY };
    return (await street.call('staff.grid.coverage', { query })).total.figures?.opens ?? 0;
  };
  const before = await opens();
  const stranger = await launch({ open: path.slice(1) });
  try {
    await stranger.waitFor('转给邻居');
    await until(async () => (await opens()) === before + 1);
    expect((stranger.pageEvent('onShareAppMessage', { from: 'menu' }) as { path: string }).path).toBe(path);
  } finally {
    await stranger.close();
  }
  const channelOf = async (code: string) => (await district.anyone.call('shares.get', { params: { code } })).channel;
  expect([await channelOf(path.slice(-10)), await channelOf(timeline.slice(-10))]).toEqual(['chat', 'moments']);
});

test('a poster with a photo, without a network, switched off -> kept in the phone’s own files; the network is back: words, photo, and no file stays', async () => {
  const photo = await photograph(40, 30);
  let app = await launch({ person });
  const photosOf = () => [...app.storage.files.keys()].filter(path => path.includes('/photos/'));
  try {
    await readyToWalk(app);
    app.network.goOffline();
    await app.tap('去走楼');
    await app.tap('槐影东里 1 号楼');
    await app.tap('贴海报');
    await app.tap('栖河区老年人助餐点目录');
    await app.tap('单元门里');
    app.putFiles({ name: 'IMG.jpg', bytes: photo });
    await app.tap('加一个');
    await app.fire('#privacy-agree', 'agreeprivacyauthorization');
    await app.waitFor('先存着');
    await app.tap('贴好了，记下来');
    await app.waitFor('楼里贴着的');
    expect(photosOf()).toHaveLength(1);
    const { storage } = app;
    expect(app.record.errors).toEqual([]);
    await app.close();

    app = await launch({ person, storage });
    await app.waitFor('身边的公开');
    await app.tab('我的');
    await app.tap('入户工作台');
    const { items: campaigns } = await street.call('staff.grid.campaigns.list', { query: {} });
    const listed = async () => {
      const lists = campaigns.map(({ id }) => street.call('staff.grid.posters.list', { params: { id }, query: {} }));
      return (await Promise.all(lists)).flatMap(({ items }) => items).filter(({ place }) => place === '单元门里');
    };
    await until(async () => (await listed())[0]?.photos.length === 1);
    await app.waitFor(() => photosOf().length === 0);
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
});
