import { describeInBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { axeViolations } from './support/checks';
import { openDesk } from './support/desk';
import { modes, openPhone, type Mode, type Phone } from './support/phone';
import { setStage } from './support/stage';

const TITLE = '单元门的门禁坏了';

/** Issue: consent spoken, signed on the screen, recorded as text. */
describeInBrowser('a name written on the screen', () => {
  const stage = setStage();
  let phone: Phone;
  afterEach(() => phone.close());

  const toDoor = async (mode: Mode = 'normal') => {
    const { session } = await stage.district.logIn('demo-grid');
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, mode, keepsApp: true });
    await phone.open('workbench');
    await phone.tap('button', /^(重新下载|下载走访包)$/);
    await phone.see('可以出门了');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await phone.context.setOffline(true);
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.go('gridBuilding', 'link', /^槐影东里 1 号楼/);
    await phone.go('gridVisit', 'button', /^1 单元 301，/);
  };
  const pad = () => phone.one('img' as 'link', /^本人写名字的框/);
  /** Lines by the mouse, in hundredths of the pad. */
  const write = async (...lines: [number, number][][]) => {
    await pad().scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pad().boundingBox())!;
    const { mouse } = phone.page;
    for (const [first, ...rest] of lines) {
      await mouse.move(x + (first![0] * width) / 100, y + (first![1] * height) / 100);
      await mouse.down();
      for (const [left, top] of rest)
        await mouse.move(x + (left * width) / 100, y + (top * height) / 100, { steps: 8 });
      await mouse.up();
    }
  };
  const NAME: [number, number][][] = [
    [[20, 20], [20, 80]],
    [[20, 20], [45, 20], [45, 80]],
    [[20, 50], [45, 50]],
    [[60, 20], [60, 80], [85, 80], [85, 20]],
  ]; // prettier-ignore
  const isBlank = () =>
    phone.page.evaluate(() => {
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.sign-pad-sheet')];
      const canvas = canvases.find(({ clientWidth }) => clientWidth > 0)!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.every(value => value === 0);
    });

  test('signed without a network, sent -> sealed there; the office looks with a reason and sees words and lines', async () => {
    await toDoor();
    await phone.go('gridEnquiry', 'link', /^代录一件留言/);
    await phone.tap('radio', '求助');
    await phone.type('一句话说是什么事', TITLE);
    await phone.type('本人怎么说的', '刷卡进不去，要等人开门。');
    await phone.tap('radio', /^答复可以公开/);
    await phone.tap('radio', /^本人签字/);
    await phone.tap('checkbox', '念给本人听，本人说对');
    await phone.tap('button', '记下这件留言');
    await phone.see('请本人签一下，或者改成口头同意');
    await write(...NAME);
    expect(await isBlank()).toBe(false);
    await phone
      .one('checkbox', '念给本人听，本人说对')
      .and(phone.page.getByRole('checkbox', { checked: true }))
      .waitFor();
    await phone.type('本人怎么说的', '刷卡进不去，要等人开门，老人在外面站着。');
    await until(isBlank);
    await phone.tap('checkbox', '念给本人听，本人说对');
    await write(...NAME);
    await phone.tap('button', '重写名字');
    await until(isBlank);
    await write(...NAME);
    expect(await phone.page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/\[200,\d+,/);
    await phone.go('gridVisit', 'button', '记下这件留言');
    expect(await phone.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('strokes');
    await phone.context.setOffline(false);

    const office = await staffClient(stage.district.app, 'office');
    const find = async () =>
      (await office.call('staff.enquiries.list', { query: { status: 'submitted' } })).items.find(
        ({ title }) => title === TITLE,
      );
    await until(async () => (await find()) !== undefined);
    const { id } = (await find())!;
    for (const dark of [false, true]) {
      const desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
      await desk.signIn('office');
      await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
      await desk.open(`/enquiries/${id}`);
      await desk.page.getByRole('button', { name: '看签名和同意的话' }).click();
      await desk.page.getByLabel('理由（会留在审计记录里）').fill('本人来电核对');
      await desk.page.getByRole('button', { name: '看', exact: true }).click();
      await desk.page.getByRole('img', { name: '本人的签名' }).waitFor();
      await desk.page.getByText(/^我同意网格员把我说的记下来/).waitFor();
      expect(await desk.page.getByRole('img', { name: '本人的签名' }).locator('polyline').count()).toBe(NAME.length);
      await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await desk.page.screenshot({ path: inRepository(`artifacts/e2e/signed/desk-${dark ? 'dark' : 'light'}.png`) });
      expect(await axeViolations(desk.page)).toEqual([]);
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
    expect(phone.faults).toEqual([]);
  });

  test.each(modes)(
    'the pad on a comment, %s -> read by axe, drawn in the ink of the page, the page stays where it is',
    async mode => {
      await toDoor(mode);
      await phone.go('gridComment', 'link', /^代录一条意见/);
      await phone.type('本人怎么说的', '助餐点离得太远，腿脚不好走不到。');
      await phone.tap('radio', /^本人签字/);
      await phone.tap('button', '记下这条意见');
      await phone.see('请本人签一下，或者改成口头同意');
      await phone.tap('checkbox', '念给本人听，本人说对');
      const before = await pad().boundingBox();
      await write(...NAME);
      expect(await isBlank()).toBe(false);
      await pad().scrollIntoViewIfNeeded();
      await phone.screenshot(`signed/pad-${mode}`);
      expect(before!.width).toBeCloseTo(before!.height * 2, -1);
      const rewrite = await phone.one('button', '重写名字').boundingBox();
      expect(rewrite!.height).toBeGreaterThanOrEqual(mode === 'elder' ? 60 : 44);
      expect(await axeViolations(phone.page)).toEqual([]);
      expect(phone.faults).toEqual([]);
    },
  );
});
