import { printPad } from '../../apps/server/src/modules/grid/slips/slips.fixtures';
import { openDistrict, type District } from '../support/district';
import { inRepository } from '../support/repository';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { launchMiniProgram, type LaunchOptions } from './harness';
import { readyToWalk } from './workbench';

const dist = inRepository('apps/miniprogram/dist/weapp');
let district: District;

beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.stop());

const launch = (options: Partial<LaunchOptions>) =>
  launchMiniProgram({ dist, apiOrigin: district.app.origin, ...options });

test('a slip scanned by the worker, then by the resident with WeChat -> bound by its number, claimed by its code', async () => {
  const street = await staffClient(district.app, 'street');
  const {
    codes: [code = ''],
  } = await printPad(street, { areaId: 'liuying', count: 1 });
  const page = `subpackages/reading/slip/index?scene=${code}`;
  const look = async () => (await district.anyone.call('slips.get', { params: { code } })).state;

  let app = await launch({ person: { openid: 'demo-grid', scans: page } });
  try {
    await readyToWalk(app);
    app.network.goOffline();
    await app.tap('去走楼');
    await app.tap('槐影东里 1 号楼');
    await app.tap('302');
    await app.tap('代录一件留言');
    await app.type('一句话说是什么事', '公交站没有凳子');
    await app.type('本人怎么说的', '等车站不住，想要个能坐的。');
    await app.tap('不公开，只给办的人看');
    await app.tap('念给本人听，本人说对');
    await app.tap('扫便条上的码');
    await app.waitFor('本人手机号后四位');
    await app.tap('记下这件留言');
    await app.waitFor('这家人怎么说');
    expect(await look()).toBe('unbound');
    app.network.goOnline();
    await until(async () => (await look()) === 'open');
    expect(app.record.errors).toEqual([]);
    await app.close();

    app = await launch({ person: { openid: 'demo-resident-6' }, open: page });
    await app.waitFor('网格员替你记了一件留言');
    await app.tap('领到我名下');
    await app.waitFor('是你的了');
    await app.tap('去看看');
    await app.waitFor('公交站没有凳子');
    expect(await look()).toBe('claimed');
    expect(app.record.errors).toEqual([]);
  } finally {
    await app.close();
  }
});
