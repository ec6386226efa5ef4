import { describeInBrowser } from '../support/browser';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

const SAID = '这一页没有取到';

/** A page that was left open over a deployment asks for scripts that are no more. */
describeInBrowser('a script of the app that is gone', () => {
  const stage = setStage();
  let phone: Phone;
  let loads: number;

  beforeEach(async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin);
    await phone.open('mine');
    loads = 0;
    phone.page.on('request', request => (loads += request.isNavigationRequest() ? 1 : 0));
  });
  afterEach(() => phone.close());

  /** From now on the first `count` scripts that this page has not loaded yet are answered 404. */
  async function loseScripts(count: number) {
    const here = await phone.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await phone.page.route('**/m/js/*.js', route => {
      if (here.includes(route.request().url()) || count <= 0) return route.fallback();
      count -= 1;
      return route.fulfill({ status: 404, body: '' });
    });
  }

  test('gone once -> loaded anew, once, at the page that was asked for', async () => {
    await loseScripts(1);
    await phone.go('settings', 'link', /^设置/);
    await phone.see('字的大小');
    expect(loads).toBe(1);
  });

  test('gone for good -> loaded anew once, then a page says so; back again -> opened by its button', async () => {
    await loseScripts(Infinity);
    await phone.tap('link', /^设置/);
    await phone.see(SAID);
    expect(loads).toBe(1);
    await phone.page.unrouteAll();
    await phone.go('settings', 'button', '再试一次');
    await phone.see('字的大小');
  });

  test('gone for good: home again -> the home page', async () => {
    await loseScripts(Infinity);
    await phone.tap('link', /^设置/);
    await phone.see(SAID);
    await phone.page.unrouteAll();
    await phone.go('home', 'button', '回首页');
  });
});
