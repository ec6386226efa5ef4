import { randomUUID } from 'node:crypto';
import { describeInBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

const TODAY = '2026-11-17';
const WANTED = '去年加装电梯的补助发给了谁';

/** Issue: 转交 to the office, which confirms with the person and completes Art. 29; that confirmation is the receipt of Art. 31. */
describeInBrowser('what a grid worker handed on, at the desk', () => {
  const stage = setStage();
  let desk: Desk;
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  const handOn = async () => {
    const { client } = await stage.district.logIn('demo-grid');
    const record = {
      ...{ id: randomUUID(), kind: 'request' as const, takenAt: `${TODAY}T01:00:00.000Z`, offset: 0, doorId: null },
      ...{ wanted: WANTED, method: 'pickup' as const, contact: { name: '周桂兰', phone: '0599-5550123' } },
      consent: { how: 'spoken' as const, words: '同意转交给办公室', readBack: true as const },
    };
    await client.call('grid.sync', { body: { items: [record] } });
  };
  const open = async (username: string, path: string, dark = false) => {
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open(path);
    return desk.page;
  };
  const picture = (name: string) =>
    desk.page.screenshot({ path: inRepository('artifacts/e2e/handed-on', `${name}.png`), fullPage: true });

  test('officer: opens it, calls, registers it from the form laid ready -> a request of that day, and it says so', async () => {
    await handOn();
    const page = await open('officer', '/information-requests/handed-on');
    await page.getByRole('link', { name: WANTED }).first().waitFor();
    await picture('1-list');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: WANTED }).first().click();
    await page.getByText('周*兰').waitFor();
    await picture('2-case');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '核实好了，登记申请' }).click();
    await page.getByLabel('姓名', { exact: true }).waitFor();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('周桂兰');
    expect(await page.getByLabel(/^要的信息/).inputValue()).toBe(WANTED);
    await page.getByLabel('证件号码').fill('110101199003070097');
    await page.getByLabel('哪天说的').fill(TODAY);
    await page.getByLabel('哪天说的').press('Tab');
    await page.getByText('写好以后读给申请人听了，本人确认').click();
    await picture('3-counter');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '政府信息公开申请登记回执' }).waitFor();
    await desk.open('/information-requests/handed-on?state=registered');
    await page.getByRole('link', { name: WANTED }).first().click();
    await page.getByText(/^登记成申请了：/).waitFor();
    await picture('4-registered');
  });

  test('questions by topic, dark -> the street reads what was handed on', async () => {
    await handOn();
    const page = await open('street', `/grid/questions?to=${TODAY}`, true);
    await page.getByRole('cell', { name: '要政府信息' }).waitFor();
    await picture('5-questions');
    expect(await axeViolations(page)).toEqual([]);
  });
});
