import { describeInBrowser } from '../support/browser';
import { stickingOut } from './support/checks';
import { unreached } from './support/keyboard';
import { openPhone, type Phone } from './support/phone';
import { idsOf, pageOf, residents, views, type Ids } from './support/views';
import { setStage } from './support/stage';

/** What one meets on the main job. */
const onTheWay = views.filter(({ name }) =>
  [
    'home',
    'public: tree',
    'participation',
    'mine',
    'notice',
    'entry',
    'consultation',
    'receipt',
    'outcome',
    'requestForm: suggestions',
    'request',
    'inbox',
  ].includes(name),
);

/** A window of 390 px at 200 %. */
const ZOOMED = 195;

describeInBrowser('without a finger', () => {
  const stage = setStage();
  let phone: Phone;
  let ids: Ids;

  beforeAll(async () => {
    ids = await idsOf(stage.district);
    const { session } = await stage.district.logIn(residents.busy);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session });
  });

  test.each(onTheWay)(
    '$name: Tab -> reaches everything and shows where it is; at 200 % nothing sticks out',
    async view => {
      await phone.open(pageOf(view), view.params?.(ids));
      await view.act?.(phone, ids);
      await phone.settled();
      expect(await unreached(phone.page)).toEqual([]);
      expect(await stickingOut(phone.page, ZOOMED)).toEqual([]);
    },
  );

  test('Enter and Escape: from the home page to a comment -> sheet opens with the focus in it, closes and gives it back', async () => {
    const { page } = phone;
    const enter = async (role: 'link' | 'button', name: string | RegExp) => {
      await phone.one(role, name).focus();
      await page.keyboard.press('Enter');
    };
    await phone.open('home');
    await enter('link', '参与');
    await phone.on('participation');
    await enter('link', /^助餐补贴多久公开一次才好？/);
    await phone.on('consultation');
    await enter('button', /^公开时限[^]*提意见/);
    const sheet = page.getByRole('dialog', { name: '对「公开时限」提意见' });
    await sheet.waitFor();
    expect(await sheet.evaluate(node => node.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await sheet.evaluate(node => node.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('公开时限');
    expect(phone.faults).toEqual([]);
  });
});
