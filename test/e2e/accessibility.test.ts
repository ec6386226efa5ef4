import { pagePaths } from '../../apps/miniprogram/src/routes';
import { describeInBrowser } from '../support/browser';
import { axeViolations, stickingOut, tooSmall } from './support/checks';
import { openPhone, type Phone } from './support/phone';
import { idsOf, pageOf, residents, views, type Ids, type View } from './support/views';
import { setStage } from './support/stage';

/** The narrowest phone that is still sold, and ours. */
const WIDTHS = [320, 390];

/** UI.md, Accessibility: WCAG 2.2 AA without a violation, legible and reachable, on every page and in every mode. */
describeInBrowser('every page', () => {
  const stage = setStage();
  let phone: Phone;
  let ids: Ids;
  const sessions: Partial<Record<keyof typeof residents, unknown>> = {};

  beforeAll(async () => {
    ids = await idsOf(stage.district);
    for (const who of ['busy', 'answered', 'correcting'] as const)
      sessions[who] = (await stage.district.logIn(residents[who])).session;
    phone = await openPhone(stage.browser, stage.district.app.origin);
  });

  async function show(view: View, isElder: boolean) {
    const { name, params, as = 'busy', act } = view;
    // The app keeps what is typed when it is left: cleared is what lies there when it is not running.
    await phone.page.goto(`${stage.district.app.origin}/healthz`);
    await phone.page.evaluate(() => localStorage.clear());
    if (as) await phone.store('session', sessions[as]);
    await phone.store('preferences', { elder: isElder });
    await phone.open(pageOf(view), params?.(ids));
    await act?.(phone, ids);
    await phone.settled();
    return (mode: string) => phone.screenshot(`${mode}/${name.replace(/\W+/g, '-')}`);
  }

  async function inBothColours(view: View, isElder: boolean, modes: readonly string[]): Promise<string[]> {
    const { page } = phone;
    const found: string[] = [];
    await page.emulateMedia({ colorScheme: 'light' });
    const photograph = await show(view, isElder);
    for (const width of WIDTHS) found.push(...(await stickingOut(page, width)));
    found.push(...(await tooSmall(page, isElder ? 'elder' : 'normal')));
    for (const mode of modes) {
      await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
      found.push(...(await axeViolations(page)));
      await photograph(mode);
    }
    return found;
  }

  test.each(views)('$name: normal, dark and elder -> no fault', async view => {
    expect({
      normal: await inBothColours(view, false, ['normal', 'dark']),
      elder: await inBothColours(view, true, ['elder']),
      faults: phone.faults.splice(0),
    }).toEqual({ normal: [], elder: [], faults: [] });
  });

  test('views: pages of routes.ts -> all of them', () => {
    expect(Object.keys(pagePaths).filter(name => !views.some(view => pageOf(view) === name))).toEqual([]);
  });
});
