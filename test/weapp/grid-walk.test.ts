import type { TestClient } from '@bandeng/test-kit';
import { openDistrict, type District } from '../support/district';
import { inRepository } from '../support/repository';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { launchMiniProgram, type LaunchOptions, type MiniProgram } from './harness';
import { openWorkbench } from './workbench';

const dist = inRepository('apps/miniprogram/dist/weapp');
const person = { openid: 'demo-grid' };
let district: District;
let street: TestClient;
let admin: TestClient;

beforeAll(async () => {
  district = await openDistrict();
  [street, admin] = await Promise.all([staffClient(district.app, 'street'), staffClient(district.app, 'admin')]);
});
afterAll(() => district.stop());

const launch = (options: Partial<LaunchOptions> = {}) =>
  launchMiniProgram({ dist, apiOrigin: district.app.origin, person, ...options });

/** How many visits the office counts for the worker today. */
async function countVisits(): Promise<number> {
  const { items: rows } = await street.call('staff.grid.workers', { query: { from: '2026-11-17', to: '2026-11-17' } });
  return rows.find(({ worker }) => worker.name.includes('鲁小满'))?.visits ?? 0;
}

async function visit(app: MiniProgram, door: string): Promise<void> {
  await app.tap(door);
  await app.waitFor('这家人怎么说');
  await app.tap('有疑问');
  await app.tap('记下这次走访');
  await app.waitFor('点一扇门，记一次走访');
}

test('the code on the office’s screen is scanned -> the post is bound; given up -> said, and it can be typed', async () => {
  const { items } = await admin.call('staff.members.list', { query: { limit: 100 } });
  const id = items.find(({ username }) => username === 'grid2')?.id ?? '';
  const { code } = await admin.call('staff.members.bindingCode', { params: { id } });
  for (const scans of [undefined, code]) {
    const app = await launch({ person: { openid: 'demo-resident-8', scans }, open: 'subpackages/mine/staff/index' });
    try {
      await app.tap('扫管理员屏幕上的码');
      await app.waitFor(scans === undefined ? '没有扫到绑定码，再扫一次，或者照着输' : '绑好了。走访、代录、发件箱');
      expect(app.record.errors).toEqual([]);
    } finally {
      await app.close();
    }
  }
});

const batches = (app: MiniProgram) =>
  app.network.sent.filter(line => line.startsWith('POST') && line.includes('/grid/sync'));

test('three doors without a network, its answer lost in the middle of a batch, the phone switched off -> all of it arrives once', async () => {
  const before = await countVisits();
  let app = await launch();
  try {
    await openWorkbench(app);
    app.network.kind = '5g';
    await app.tap('下载走访包');
    await app.waitFor('第一次下载，多大还不知道');
    expect(app.storage.files.size).toBe(0);
    await app.tap('用流量下载');
    await app.waitFor('可以出门了');
    expect([...app.storage.files.keys()]).toContain('wxfile://usr/walk/pack');
    expect(app.storage.size()).toBeLessThan(20_000);
    app.network.goOffline();
    await app.tap('去走楼');
    await app.tap('槐影东里 1 号楼');
    for (const door of ['101', '102', '601']) await visit(app, door);
    await app.waitFor('3 条等着送');
    expect(batches(app)).toEqual([]);
    app.network.loseAnswers();
    await until(async () => (await countVisits()) - before === 3);
    const { storage, record } = app;
    expect(record.errors).toEqual([]);
    await app.close();

    app = await launch({ storage });
    await app.waitFor('身边的公开');
    await app.tab('我的');
    await app.waitFor('入户工作台');
    await app.tap('入户工作台');
    await app.waitFor('记下的都送到了');
    await app.tap('发件箱');
    await app.waitFor('今天送到的');
    expect(batches(app)).toHaveLength(1);
    expect((await countVisits()) - before).toBe(3);
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
});
