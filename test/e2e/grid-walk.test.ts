import { describeInBrowser } from '../support/browser';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { scan } from '../../apps/server/src/modules/grid/shares/scan.fixtures';
import { inRepository } from '../support/repository';
import { axeViolations } from './support/checks';
import { openDesk } from './support/desk';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

const BUILDING = /^槐影东里 1 号楼/;

/** Issue: no signal in a stairwell; what is taken down there arrives, once, when the phone finds a network. */
describeInBrowser('a grid worker walks the stairs', () => {
  const stage = setStage();
  let phone: Phone;
  afterEach(() => phone.close());

  const desk = (username: string) => staffClient(stage.district.app, username);
  /** A demo resident whose WeChat account the phone has. */
  const openPhoneOf = async (openid: string, options = {}) => {
    const { session } = await stage.district.logIn(openid);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, ...options });
  };
  const download = async () => {
    await phone.tap('button', /^(重新下载|下载走访包)$/);
    await phone.see('可以出门了');
  };
  const intoBuilding = async () => {
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.go('gridBuilding', 'link', BUILDING);
  };
  const visit = async (door: RegExp, reaction: string) => {
    await phone.go('gridVisit', 'button', door);
    await phone.tap('radio', reaction);
    await phone.go('gridBuilding', 'button', '记下这次走访');
  };

  test('requests cut after load: three doors, one comment, the app closed and opened -> the network is back: everything there once', async () => {
    await openPhoneOf('demo-grid', { keepsApp: true });
    const { client } = await stage.district.logIn('demo-grid');
    const office = await desk('street');
    const workers = () => office.call('staff.grid.workers', { query: { from: '2026-11-17', to: '2026-11-17' } });
    const own = async () => {
      const { items: rows } = await workers();
      return rows.find(({ worker }) => worker.name.includes('鲁小满')) ?? { visits: 0, onBehalf: 0 };
    };
    const before = await own();
    await phone.open('workbench');
    await download();
    await phone.screenshot('grid/1-today');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await phone.context.setOffline(true);

    await intoBuilding();
    await phone.screenshot('grid/2-building');
    await visit(/^1 单元 101，/, '知道了');
    await phone.see('没有网络，照常记');
    await visit(/^1 单元 102，/, '不在家');
    await phone.go('gridVisit', 'button', /^1 单元 201，/);
    await phone.screenshot('grid/3-visit');
    await phone.tap('radio', '有意见');
    await phone.go('gridComment', 'link', /^代录一条意见/);
    await phone.type('本人怎么说的', '助餐点离得太远，腿脚不好走不到。');
    await phone.tap('button', '记下这条意见');
    await phone.see('先念给本人听，本人说对了再记');
    await phone.tap('checkbox', '念给本人听，本人说对');
    await phone.screenshot('grid/4-on-behalf');
    await phone.go('gridVisit', 'button', '记下这条意见');
    await phone.go('gridBuilding', 'button', '记下这次走访');
    await phone.see('等着送');
    await phone.screenshot('grid/5-after');

    await phone.page.goto('about:blank');
    await phone.open('mine');
    await phone.screenshot('grid/8-mine');
    await phone.go('workbench', 'link', /^入户工作台/);
    await phone.open('mine');
    await phone.go('gridOutbox', 'link', /^还有 4 条走访记录没送到/);
    await phone.see('没送到的只在这部手机里。删掉小程序、清掉数据，就没有了');
    await phone.screenshot('grid/6-outbox');
    await phone.context.setOffline(false);
    await phone.see('今天送到的');
    await until(async () => {
      const { visits, onBehalf } = await own();
      return visits - before.visits === 3 && onBehalf - before.onBehalf === 1;
    });
    expect(await phone.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('腿脚不好走不到');
    const doors = (await client.call('grid.pack')).buildings
      .find(({ name, compound }) => compound === '槐影东里' && name === '1 号楼')
      ?.doors.filter(({ unit }) => unit === '1 单元');
    expect(doors?.slice(0, 3).map(({ last }) => last?.reaction)).toEqual(['knew', 'not_home', 'opinion']);

    await phone.page.reload();
    await phone.see('今天送到的');
    expect((await own()).visits - before.visits).toBe(3);
    expect(phone.faults).toEqual([]);
  });

  test('half a visit with a day of one’s own choosing, the app killed -> goes on from 写了一半的, for its worker only', async () => {
    await openPhoneOf('demo-grid');
    await phone.open('workbench');
    await download();
    await intoBuilding();
    await phone.go('gridVisit', 'button', /^2 单元 102，/);
    await phone.tap('radio', '有疑问');
    await phone.type(/^备注/, '问停车的事');
    await phone.page.getByLabel('另选一天').fill('2026-12-20');
    await phone.one('radio', /^12月20日/).waitFor();
    await phone.screenshot('grid/7-own-day');
    await until(async () => JSON.stringify(await phone.stored('drafts')).includes('2026-12-20'));
    await phone.open('drafts');
    await phone.go('gridVisit', 'link', /^槐影东里 1 号楼 2 单元 102/);
    expect(await phone.one('radio', '有疑问').getAttribute('aria-checked')).toBe('true');
    expect(await phone.one('radio', /^12月20日/).getAttribute('aria-checked')).toBe('true');
    expect(await phone.one('textbox', /^备注/).inputValue()).toBe('问停车的事');
    await phone.store('session', (await stage.district.logIn('demo-resident-8')).session);
    await phone.open('drafts');
    await phone.see('没有写了一半的');
  });

  test('a code from the office -> the account is bound, and the workbench is on 我的', async () => {
    await openPhoneOf('demo-resident-8');
    const admin = await desk('admin');
    const { items } = await admin.call('staff.members.list', { query: { limit: 100 } });
    const id = items.find(({ username }) => username === 'grid2')?.id ?? '';
    const window = await openDesk(stage.browser, stage.district.app.origin);
    await window.signIn('admin');
    await window.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await window.open(`/staff/${id}`);
    await window.page.getByRole('button', { name: '绑定微信' }).click();
    const square = window.page.getByLabel('绑定码的二维码');
    await square.waitFor();
    const code = (await scan(await square.screenshot())) ?? '';
    expect(code).toMatch(/^\d{12}$/);
    expect(await axeViolations(window.page)).toEqual([]);
    await window.page.screenshot({ path: inRepository('artifacts/e2e/grid/10-binding.png') });
    await window.page.emulateMedia({ colorScheme: 'dark' });
    await window.page.screenshot({ path: inRepository('artifacts/e2e/grid/11-binding-dark.png') });
    await window.close();
    await phone.open('mine');
    await phone.go('staff', 'link', /^我是工作人员/);
    await phone.type('绑定码', 'nonsense');
    await phone.tap('button', '绑定');
    await phone.see(/绑定码/);
    await phone.type('绑定码', code.replace(/.{4}(?=.)/g, '$& '));
    await phone.tap('button', '绑定');
    await phone.see('绑好了。走访、代录、发件箱');
    await phone.go('mine', 'button', '返回');
    await phone.go('workbench', 'link', /^入户工作台/);
    await download();
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.see(/槐影巷 9 号院/);
    expect(phone.faults).toEqual([]);
  });

  test('logged out with a record that was not sent -> warned; it stays sealed, and is there for its owner', async () => {
    await openPhoneOf('demo-grid');
    await phone.open('workbench');
    await download();
    await intoBuilding();
    await phone.context.route('**/grid/sync', route => route.abort());
    await visit(/^2 单元 101，/, '不愿意谈');
    await phone.open('account');
    await phone.tap('link', /^退出登录/);
    await phone.see(/^还有 1 条走访记录没送到/);
    await phone.tap('button', '退出');
    await phone.on('mine');
    await phone.screenshot('grid/9-locked');
    const lying = await phone.page.evaluate(() => JSON.stringify(localStorage));
    expect(/2 单元 101，不愿意谈|declined/.exec(lying)).toBeNull();
    await phone.open('gridOutbox');
    await phone.see('还没有登录');
    await phone.context.unroute('**/grid/sync');
    await phone.open('mine');
    await phone.tap('link', /^锁着 1 条没送到的走访记录/);
    await phone.tap('link', /^鲁小满/);
    await phone.one('link', /^锁着/).waitFor({ state: 'detached' });
    await phone.go('workbench', 'link', /^入户工作台/);
    await phone.see('记下的都送到了');
    await phone.open('gridOutbox');
    await phone.see('今天送到的');
    await phone.see(/^槐影东里 1 号楼 2 单元 101，不愿意谈/);
  });
});
