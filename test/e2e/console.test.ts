import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

/** Issue: the first load of the console. */
const BUDGET_BYTES = 350 * 1024;

describeInBrowser('the console', () => {
  const stage = setStage();
  let desk: Desk;
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  const open = async (options?: Parameters<typeof openDesk>[2]) => {
    desk = await openDesk(stage.browser, stage.district.app.origin, options);
    return desk.page;
  };

  test('sign-in: wrong password -> a sentence; right one -> the desk; opened again -> still there; left -> asked again', async () => {
    const page = await open();
    await desk.signIn('officer', 'not the password');
    await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
    await desk.signIn('officer');
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('用户名').waitFor();
    await page.reload();
    await page.getByLabel('用户名').waitFor();
  });

  test('first load: up to the desk -> at most 350 KB gzipped', async () => {
    const answers: Response[] = [];
    const page = await open({ onResponse: answer => answers.push(answer) });
    await desk.signIn('officer');
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    const loaded = answers.filter(answer => ['script', 'stylesheet'].includes(answer.request().resourceType()));
    const sizes = await Promise.all(loaded.map(async answer => gzipSync(await answer.body()).byteLength));
    expect(loaded.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  test('an address that leads nowhere -> said beside the menu, with a way back', async () => {
    const page = await open();
    await desk.signIn('officer');
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await page.evaluate(() => void (location.hash = '#/nowhere'));
    await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor();
    await page.getByRole('link', { name: '回办件台' }).click();
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
  });

  test('officer: from the desk to a request that waits -> registers it, its clock runs', async () => {
    const page = await open();
    await desk.signIn('officer');
    await page
      .getByRole('link', { name: /^办理：/ })
      .first()
      .click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('tooltip').or(page.locator('.ant-popover')).getByRole('button', { name: '登记' }).click();
    await page.getByText('登记，开始计时').waitFor();
    await page.getByText('期限怎么数的').waitFor();
    await page.getByRole('button', { name: '登记', exact: true }).waitFor({ state: 'detached' });
  });

  test('officer: a number is masked until a reason is written', async () => {
    const page = await open();
    await desk.signIn('officer');
    await page
      .getByRole('link', { name: /^办理：/ })
      .first()
      .click();
    await page.getByRole('button', { name: '看全部' }).first().click();
    await page.getByLabel(/^理由/).fill('核对身份');
    await page.getByRole('button', { name: '看', exact: true }).click();
    await page.getByText('已经记下谁看的').waitFor();
    expect(await page.getByRole('button', { name: '看全部' }).count()).toBe(1);
  });

  test.each([{ dark: false }, { dark: true }])('every page, $dark dark -> axe-core finds nothing', async ({ dark }) => {
    const page = await open({ dark });
    expect(await axeViolations(page)).toEqual([]);
    await desk.signIn('officer');
    await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    const annual = [
      '?figure=received',
      '?table=four',
      '?table=who',
      '?table=times',
      '/civil-affairs/2025',
      '/district/2025',
    ];
    const letters = ['/letter-kinds', '/letter-kinds/not_handled'];
    const paths = [
      '/',
      '/information-requests',
      '/information-requests/counter',
      '/publishing-proposals',
      ...letters,
      ...annual.map(part => `/annual-report${part}`),
      '/security',
    ];
    for (const path of paths) {
      await desk.open(path);
      await page.screenshot({ path: `artifacts/console/${dark ? 'dark' : 'light'}${path.replace(/\W/g, '-')}.png` });
      expect({ path, found: await axeViolations(page) }).toEqual({ path, found: [] });
    }
    await page.getByRole('link', { name: '办件台' }).click();
    await page
      .getByRole('link', { name: /^办理：/ })
      .and(page.locator('[href*="/information-requests/"]'))
      .last()
      .click();
    await page.getByText('经过', { exact: true }).waitFor();
    await page.getByRole('link', { name: '拟这份文书' }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '拟这份文书' }).first().click();
    await page.getByRole('button', { name: /^定稿/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: '拟答复' }).click();
    await page.getByLabel('处理决定').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '遮一段文字' }).click();
    await page.getByRole('button', { name: '做成 PDF' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
