import { describeInBrowser } from '../support/browser';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

/** Issue: without WeChat, the answer comes back as a task for the worker to tell them. */
describeInBrowser('a message taken down at a door, and its answer', () => {
  const stage = setStage();
  let phone: Phone;
  afterEach(() => phone.close());
  const desk = (username: string) => staffClient(stage.district.app, username);

  test('taken down without a network, sent, answered by the office -> a task at the door, told, and over', async () => {
    const { session } = await stage.district.logIn('demo-grid');
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, keepsApp: true });
    await phone.open('workbench');
    await phone.tap('button', '下载走访包');
    await phone.see('可以出门了');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await phone.context.setOffline(true);
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.go('gridBuilding', 'link', /^槐影东里 1 号楼/);
    await phone.go('gridVisit', 'button', /^1 单元 301，/);
    await phone.screenshot('told/1-visit');
    await phone.go('gridEnquiry', 'link', /^代录一件留言/);
    await phone.tap('radio', '求助');
    await phone.type('一句话说是什么事', '楼道三层的灯坏了');
    await phone.type('本人怎么说的', '坏了半个月，晚上看不见台阶，怕摔。');
    await phone.tap('radio', /^答复可以公开/);
    await phone.tap('checkbox', '念给本人听，本人说对');
    await phone.screenshot('told/2-enquiry');
    await phone.go('gridVisit', 'button', '记下这件留言');
    await phone.context.setOffline(false);

    const office = await desk('office');
    const find = async () =>
      (await office.call('staff.enquiries.list', { query: { status: 'submitted' } })).items.find(
        ({ title }) => title === '楼道三层的灯坏了',
      );
    await until(async () => (await find()) !== undefined);
    const { id, isOnBehalf } = (await find())!;
    expect(isOnBehalf).toBe(true);
    const params = { id };
    await office.call('staff.enquiries.accept', { params, body: { kind: 'help' } });
    await office.call('staff.enquiries.assign', { params, body: { mainUnitId: 'civil-affairs' } });
    const editor = await desk('editor');
    const text = '灯换好了，三层、四层都亮。以后坏了打社区的电话。';
    await editor.call('staff.enquiries.answer', { params, body: { outcome: 'solved', text } });
    await office.call('staff.enquiries.approve', { params });

    await phone.open('workbench');
    await phone.tap('button', '重新下载');
    await phone.see('去告诉本人');
    await phone.screenshot('told/3-today');
    await phone.context.setOffline(true);
    await phone.go('gridTell', 'link', /^槐影东里 1 号楼 1 单元 301/);
    await phone.see(text);
    await phone.screenshot('told/4-tell');
    await phone.store('preferences', { elder: true });
    await phone.tap('radio', '当面告诉了');
    await phone.go('workbench', 'button', '记下');
    await phone.go('gridAsked', 'link', /^大家问了什么/);
    await phone.see(/楼道三层的灯坏了/);
    await phone.screenshot('told/5-asked');
    await phone.context.setOffline(false);
    const { client } = await stage.district.logIn('demo-grid');
    const told = async () => (await client.call('grid.asked')).items.find(one => one.id === id)?.told?.how;
    await until(async () => (await told()) === 'door');
    expect((await client.call('grid.toTell')).items.map(one => one.id)).not.toContain(id);
    expect(phone.faults).toEqual([]);
  });
});
