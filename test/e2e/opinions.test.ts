import { createTestClient } from '@bandeng/test-kit';
import { describeInBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

describeInBrowser('opinions and who is on duty', () => {
  const stage = setStage();
  let desk: Desk | undefined;
  afterEach(async () => {
    expect(desk?.faults).toEqual([]);
    await desk?.close();
    desk = undefined;
  });
  /** The browser has the district's time: hours run from it. */
  const openAs = async (username: string, now: string): Promise<Desk> => {
    desk = await openDesk(stage.browser, stage.district.app.origin);
    await desk.page.clock.setFixedTime(now);
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    return desk;
  };
  const clientOf = async (username: string) => {
    const { accessToken } = await stage.district.anyone.call('auth.staff', {
      body: { username, password: 'bandeng-demo' },
    });
    return createTestClient(stage.district.app.origin, accessToken);
  };
  const picture = (name: string) =>
    desk!.page.screenshot({ path: inRepository('artifacts/e2e/opinions', `${name}.png`), fullPage: true });

  test('a grave one, noticed an hour ago -> five and twenty-four hours run from then; each thing done stands in time; closed', async () => {
    const { page, open } = await openAs('office', '2026-11-17T02:10:00.000Z');
    const dialog = page.getByRole('dialog');
    const at = async (label: string, time: string) => {
      await dialog.getByLabel(label).fill(time);
      await dialog.getByLabel(label).press('Enter');
    };
    const step = async (name: string, time: string, note: string, submit = /^记\s?下$/) => {
      await page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) }).click();
      await at('什么时候', time);
      await dialog.getByRole('textbox').last().fill(note);
      await picture(`step-${name}`);
      await dialog.getByRole('button', { name: submit }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await open('/enquiries/opinions');
    await page.getByRole('button', { name: '登记一件' }).click();
    await dialog.getByLabel(/^什么事/).fill('渡口路公交站顶棚塌了一块的照片在转发');
    await dialog.getByLabel('在哪里看到的').fill('短视频平台，社区报来');
    await at('什么时候发现的', '2026-11-17 09:00');
    await dialog.getByLabel(/^级别/).click();
    await page.locator('.ant-select-item-option', { hasText: /^重大/ }).click();
    await dialog.getByLabel('责任单位').fill('民政');
    await page.locator('.ant-select-item-option', { hasText: '区民政局' }).click();
    await picture('register');
    await dialog.getByRole('button', { name: /^登\s?记$/ }).click();

    await page.getByRole('heading', { level: 1, name: /^渡口路公交站/ }).waitFor();
    const clock = page.getByRole('alert').filter({ hasText: '发布权威信息' });
    for (const words of ['11月17日 14:00以前', '11月18日 09:00以前']) await clock.getByText(words).waitFor();
    await picture('running');
    await step('发布了信息', '2026-11-17 09:30', '政府网站和公众号发了通报：没有人受伤，站台先围起来。');
    await clock.getByText('11月17日 09:30做了').waitFor();
    await step('开了发布会', '2026-11-17 09:50', '住建局说明了情况，答了三个问题。');
    await clock.getByText('11月17日 09:50做了').waitFor();
    expect(await clock.getByText('按时').count()).toBe(2);
    await step('办结', '2026-11-17 09:58', '顶棚换好了，别的站台也查了一遍。', /^办\s?结$/);
    await page.getByText('办结了', { exact: true }).first().waitFor();
    await picture('closed');
  });

  test('a week of duty filled at the desk -> kept, and whoever reads it next sees who is on which day', async () => {
    const { page, open } = await openAs('office', '2026-11-17T02:10:00.000Z');
    await open('/enquiries/duty?unit=education&of=2026-11-17');
    for (const [label, who] of [
      ['11月17日主班', '区政府办 叶秋'],
      ['11月18日主班', '区政府办 叶秋'],
    ] as const) {
      await page
        .getByLabel(new RegExp(label.replace('11月17日', '(今天|11月17日)').replace('11月18日', '(明天|11月18日)')))
        .click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: who }).click();
    }
    await picture('duty');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('排好了').waitFor();
    await page.reload();
    await page.getByText('区政府办 叶秋').nth(1).waitFor();
    await picture('duty-saved');

    const office = await clientOf('office');
    const { days } = await office.call('staff.duty.get', { params: { id: 'education' }, query: { of: '2026-11-17' } });
    expect(days.map(({ on, main }) => [on, main?.name ?? null]).filter(([, name]) => name)).toEqual([
      ['2026-11-17', '区政府办 叶秋'],
      ['2026-11-18', '区政府办 叶秋'],
    ]);
  });
});
