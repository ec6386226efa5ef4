import { describeInBrowser } from '../support/browser';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

/** UI.md, Accessibility: prefers-reduced-motion is honoured, and nobody is left waiting for a slide that does not come. */
describeInBrowser('from page to page', () => {
  const stage = setStage();
  let phone: Phone;

  afterEach(() => phone.close());

  /** Into a notice, back, to another tab and back; what moved meanwhile, page by page. */
  async function movesOnTheWay(): Promise<string[]> {
    await phone.open('notices');
    await phone.page.evaluate(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      document.addEventListener('transitionrun', event => {
        if (event.target instanceof Element && event.target.matches('.taro_page')) moved.push(event.propertyName);
      });
    });
    const { items } = await stage.district.anyone.call('notices.list', { query: {} });
    await phone.go('notice', 'link', new RegExp(`^${items.find(item => item.limited === null)?.title}`));
    await phone.go('notices', 'button', '返回');
    await phone.go('home', 'button', '返回');
    await phone.go('mine', 'link', '我的');
    await phone.go('settings', 'link', /^设置/);
    await phone.page.goBack();
    await phone.on('mine');
    return phone.page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  }

  test('less motion asked for: forward and back -> each page is in its place at once', async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin);
    expect(await movesOnTheWay()).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  test('nothing asked for: forward and back -> pages slide in and come to rest', async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin, { slides: true });
    expect(await movesOnTheWay()).toContain('transform');
    expect(phone.faults).toEqual([]);
  });

  test('asked for while the app is open: forward and back -> no slide any more', async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin, { slides: true });
    await phone.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await movesOnTheWay()).toEqual([]);
  });
});
