import { describeInBrowser } from '../../support/browser';
import { axeViolations, stickingOut, stickingOutAtTwiceTheType, tooSmall } from './checks';
import { openPhone, type Phone } from './phone';
import { setStage } from './stage';
import { idsOf, pageOf, residents, views, type Ids, type View } from './views';

/** The narrowest phone that is still sold, what most of the older ones are, and ours. */
const WIDTHS = [320, 360, 390];
const OLD_PHONE = 360;

const PARTS = 3;

/**
 * UI.md, Accessibility: WCAG 2.2 AA without a violation, legible and reachable, on every page and in every mode. In three parts, each a
 * test file, so that they run side by side.
 * @param part 0, 1 or 2: every third view from there
 */
export const testEveryPage = (part: number): void =>
  describeInBrowser(`every page, part ${part + 1} of ${PARTS}`, () => {
    const stage = setStage();
    let phone: Phone;
    let ids: Ids;
    const sessions: Partial<Record<keyof typeof residents, unknown>> = {};

    beforeAll(async () => {
      ids = await idsOf(stage.district);
      for (const who of Object.keys(residents) as (keyof typeof residents)[])
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
      found.push(...(await tooSmall(page, isElder ? 'elder' : 'normal', OLD_PHONE)));
      if (isElder) found.push(...(await stickingOutAtTwiceTheType(page, OLD_PHONE)));
      for (const mode of modes) {
        await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
        found.push(...(await axeViolations(page)));
        await photograph(mode);
      }
      return found;
    }

    test.each(views.filter((_, at) => at % PARTS === part))('$name: normal, dark and elder -> no fault', async view => {
      expect({
        normal: await inBothColours(view, false, ['normal', 'dark']),
        elder: await inBothColours(view, true, ['elder']),
        faults: phone.faults.splice(0),
      }).toEqual({ normal: [], elder: [], faults: [] });
    });
  });
