import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { reach } from './support/keyboard';
import { setStage } from './support/stage';

/** The demo district stands still on this day; the browser has its own. */
const TODAY = '2026-11-17';

describeInBrowser('the counter', () => {
  const stage = setStage();
  let desk: Desk | undefined;
  afterEach(async () => {
    expect(desk?.faults).toEqual([]);
    await desk?.close();
    desk = undefined;
  });
  const open = async (dark = false): Promise<Desk> => {
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn('officer');
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open('/information-requests/counter');
    await desk.page.getByLabel('姓名').waitFor();
    return desk;
  };
  const picture = async ({ page }: Desk, name: string) => {
    const file = inRepository('artifacts/e2e/counter', `${name}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, fullPage: true });
  };
  const field = (label: string | RegExp): Locator => desk!.page.getByLabel(label, { exact: typeof label === 'string' });

  /** Types as a clerk does, and counts what is pressed besides the letters of an answer. */
  function clerk({ page }: Desk) {
    const counted = { fields: 0, presses: 0, waitedMs: 0 };
    return {
      counted,
      async press(...keys: string[]) {
        for (const key of keys) await page.keyboard.press(key);
        counted.presses += keys.length;
      },
      /** Where the focus is has to be that field: a clerk does not look. */
      async write(label: string | RegExp, text: string) {
        expect(await field(label).evaluate(node => node === document.activeElement)).toBe(true);
        await page.keyboard.insertText(text);
        counted.fields += 1;
      },
      async wait(until: Promise<unknown>) {
        const from = Date.now();
        await until;
        counted.waitedMs += Date.now() - from;
      },
    };
  }

  /** The first of a day also says which unit, and (the demo district has its own day) which day. */
  async function sayUnitAndDay({ page }: Desk) {
    await reach(page, field('哪个单位的'));
    await page.keyboard.type('民政');
    await page.keyboard.press('Enter');
    await field('哪天交的').fill(TODAY);
    await field('哪天交的').press('Tab');
    await field('姓名').focus();
  }

  test('a walk-in by the keyboard alone -> registered, the receipt has the focus on printing; the next one begins with the name', async () => {
    const { page } = await open();
    await sayUnitAndDay(desk!);
    const { counted, press, write, wait } = clerk(desk!);
    await write('姓名', '安小满');
    await press('Tab');
    await write('电话', '19900000061');
    await press('Tab', 'Tab');
    await write('证件号码', '110101199003070097');
    await press('Tab');
    await write(/^要的信息/, '槐影社区活动室 2025 年的开放记录');
    await press('Enter');
    await wait(page.getByRole('heading', { name: '政府信息公开申请登记回执' }).waitFor());
    const print = page.getByRole('button', { name: '打印回执' });
    await wait(page.waitForFunction(() => document.activeElement?.textContent?.includes('打印回执')));
    expect(await print.evaluate(node => node === document.activeElement)).toBe(true);
    await page.getByText('最晚2026年12月15日').waitFor();
    await picture(desk!, 'receipt');
    const { fields, presses, waitedMs } = counted;
    console.info(`a walk-in: ${fields} fields, ${presses} key presses, ${(waitedMs / 1000).toFixed(1)} s of waiting`);
    // What most people bring is in front of what few do.
    expect(presses).toBeLessThanOrEqual(6);

    await press('Tab', 'Enter');
    await field('姓名').waitFor();
    expect(await field('姓名').evaluate(node => node === document.activeElement)).toBe(true);
    await page
      .locator('.ant-select-content', { hasText: '民政局' })
      .or(page.getByTitle('栖河区民政局'))
      .first()
      .waitFor();
  });

  test('spoken, for an organization, wanting the answer by post -> asks only then for what that needs', async () => {
    const { page } = await open();
    expect(await field('寄到哪里').count()).toBe(0);
    await sayUnitAndDay(desk!);
    await page.getByText('法人或者其他组织', { exact: true }).click();
    await page.getByText('邮寄', { exact: true }).click();
    await field('哪条路').click();
    await page.locator('.ant-select-item-option', { hasText: '口头申请' }).click();
    await page.getByRole('button', { name: /^登\s?记$/ }).click();
    await page.getByText('读给他听、本人确认了再登记').waitFor();
    await page.getByText('要寄给他，请填地址').waitFor();
    await picture(desk!, 'faults');
  });

  test('a walk-in is split -> the case and the desk say that nobody told the applicant; a call written down -> neither does', async () => {
    const officer = await stage.district.officer();
    const id = randomUUID();
    const params = { id };
    await officer.call('staff.informationRequests.receive', {
      body: {
        ...{ id, unitId: 'civil-affairs', channel: 'window', submittedOn: TODAY },
        applicant: {
          ...{ kind: 'person', name: '安小满', phone: '19900000061' },
          idDocument: { type: 'passport', number: 'E00000061' },
        },
        content: { name: '活动室的开放记录和用电数目' },
        delivery: { form: 'paper', method: 'pickup' },
      },
    });
    const stays = { name: '活动室的开放记录' };
    const parts = [{ id: randomUUID(), content: { name: '活动室的用电数目' } }];
    await officer.call('staff.informationRequests.split', { params, body: { stays, parts, reason: '两件事' } });
    const { page, open: go } = await open();
    await go('/');
    await page.getByText('告诉他拆分、合并了').first().waitFor();
    await picture(desk!, 'untold-desk');
    await go(`/information-requests/${id}`);
    await page.getByText('申请人还不知道拆分、合并的事').waitFor();
    await picture(desk!, 'untold');
    await page.getByRole('button', { name: '告诉了申请人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('哪一天').fill(TODAY);
    await dialog.getByLabel('哪一天').press('Tab');
    await dialog.getByLabel(/^谁接的/).fill('本人接的，说知道了。');
    await picture(desk!, 'told-form');
    await dialog.getByRole('button', { name: /^记\s?下$/ }).click();
    await page.getByText('申请人还不知道拆分、合并的事').waitFor({ state: 'detached' });
    await page.getByText(/11月17日告诉的。本人接的/).waitFor();
    await picture(desk!, 'told');
  });

  test.each([false, true])('the form and its receipt, dark %s -> axe-core finds nothing', async dark => {
    const { page } = await open(dark);
    await picture(desk!, dark ? 'form-dark' : 'form');
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([false, true])(
    'the receipt printed, dark %s -> one page, black on white, nothing but the receipt',
    async dark => {
      const { page } = await open(dark);
      await sayUnitAndDay(desk!);
      await field('姓名').fill('安小满');
      await field('电话').fill('19900000061');
      await field('证件号码').fill('110101199003070097');
      await field(/^要的信息/).fill('槐影社区活动室 2025 年的开放记录，以及每月用电的数目');
      await page.getByRole('button', { name: /^登\s?记$/ }).click();
      await page.getByRole('button', { name: '打印回执' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await picture(desk!, dark ? 'print-dark' : 'print');
      const pdf = await page.pdf({ format: 'A4', printBackground: true });
      fs.writeFileSync(inRepository('artifacts/e2e/counter', dark ? 'print-dark.pdf' : 'print.pdf'), pdf);
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const shown = await page.evaluate(() => document.body.innerText);
      expect(shown).toContain('栖公申〔2026〕');
      for (const hidden of ['打印回执', '再登记一件', '办件台', '登记来的申请', '全部申请', '退出'])
        expect(shown).not.toContain(hidden);
    },
  );
});
