import { describeInBrowser } from '../support/browser';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

const NOWHERE = '#/subpackages/gone/index?id=1';

describeInBrowser('an address that leads to no page', () => {
  const stage = setStage();
  let phone: Phone;

  beforeEach(async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin);
  });
  afterEach(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
  });

  test('opened from a link -> says so; 回首页 -> home', async () => {
    await phone.page.goto('about:blank');
    await phone.page.goto(`${stage.district.app.origin}/m/${NOWHERE}`);
    await phone.on('notFound');
    await phone.see('没有这个页面');
    await phone.go('home', 'button', '回首页');
  });

  test('typed over an open page -> that page does not stay in its place; one back leads to it', async () => {
    await phone.open('guides');
    await phone.page.evaluate(hash => void (location.hash = hash), NOWHERE);
    await phone.on('notFound');
    await phone.page.goBack();
    await phone.on('guides');
  });
});
