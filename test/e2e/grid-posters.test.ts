import { inRepository } from '../support/repository';
import { describeInBrowser } from '../support/browser';
import { staffClient } from '../support/staff-client';
import { until } from '../support/until';
import { axeViolations } from './support/checks';
import { openDesk } from './support/desk';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

const BUILDING = /^槐影东里 1 号楼/;

/** Issue: a poster is put up with place, photo and a day to come down, which comes back as a task. */
describeInBrowser('a poster on the stairs', () => {
  const stage = setStage();
  let phone: Phone;
  let photo: Buffer;
  beforeAll(async () => {
    const page = await stage.browser.newPage({ viewport: { width: 800, height: 600 } });
    await page.setContent('<body style="background:#3a7;font-size:160px">海报</body>');
    photo = await page.screenshot({ type: 'jpeg' });
    await page.close();
  });
  afterEach(() => phone.close());
  const download = async () => {
    await phone.tap('button', /^(重新下载|下载走访包)$/);
    await phone.see('可以出门了');
  };
  const hand = async (name: string, mimeType = 'image/jpeg') => {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap('button', '加一个：照片')]);
    await chooser.setFiles({ name, mimeType, buffer: photo });
  };

  test('put up without a network, the app closed and opened -> words, then the photo arrive; the campaign shows it; its day comes, one tap takes it down', async () => {
    const { session, client } = await stage.district.logIn('demo-grid');
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, keepsApp: true });
    await phone.open('workbench');
    await download();
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await phone.go('gridBuildings', 'link', /^去走楼/);
    await phone.go('gridBuilding', 'link', BUILDING);
    await phone.context.setOffline(true);
    await phone.go('gridPoster', 'link', /^贴海报/);
    await phone.tap('button', '贴好了，记下来');
    await phone.see('写一下贴在哪里，揭的时候好找');
    await phone.page.getByRole('radiogroup', { name: '贴的是哪一份' }).getByRole('radio').first().click();
    await phone.tap('radio', '楼门口');
    await hand('IMG_20261117.jpg');
    await phone.see('先存着');
    await phone.see(/^只拍海报，不要拍到人和车牌/);
    expect(await axeViolations(phone.page)).toEqual([]);
    await phone.screenshot('posters/1-form');
    await phone.go('gridBuilding', 'button', '贴好了，记下来');
    await phone.page.getByRole('button', { name: /^揭下来了/ }).scrollIntoViewIfNeeded();
    await phone.screenshot('posters/2-building');

    await phone.page.goto('about:blank');
    await phone.open('gridOutbox');
    await phone.see(/^槐影东里 1 号楼 楼门口，贴海报/);
    const cut = (url: string) => phone.context.route(url, route => route.abort());
    await cut('**/photos/*');
    await phone.context.setOffline(false);
    await phone.see(/^文字已经送到/);
    await phone.screenshot('posters/3-photo-waits');
    const street = await staffClient(stage.district.app, 'street');
    const { items: campaigns } = await street.call('staff.grid.campaigns.list', { query: {} });
    const listed = async () => {
      const lists = campaigns.map(({ id }) =>
        street.call('staff.grid.posters.list', { params: { id }, query: { limit: 100 } }),
      );
      const posters = (await Promise.all(lists)).map(({ items }, at) => ({ campaign: campaigns[at]!, items }));
      return posters.flatMap(({ campaign, items }) => items.map(item => ({ ...item, campaign })));
    };
    const own = async () =>
      (await listed()).find(({ building, place }) => building === '槐影东里 1 号楼' && place === '楼门口')!;
    expect((await own()).photos).toEqual([]);
    await phone.context.unroute('**/photos/*');
    await phone.page.reload();
    await phone.see('今天送到的');
    await until(async () => (await own()).photos.length === 1);

    const { campaign, id, takeDownOn } = await own();
    const desk = await openDesk(stage.browser, stage.district.app.origin);
    await desk.signIn('street');
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open(`/grid/campaigns/${campaign.id}`);
    await desk.page.getByRole('img', { name: '楼门口的海报，点开看大的' }).first().waitFor();
    expect(await axeViolations(desk.page)).toEqual([]);
    await desk.page.screenshot({ path: inRepository('artifacts/e2e/posters', 'campaign.png'), fullPage: true });
    expect(desk.faults).toEqual([]);
    await desk.close();

    expect((await client.call('grid.pack')).posters.map(poster => poster.id)).toContain(id);
    // The phone goes by the server's time at their last contact: days later by its own clock are days later.
    await phone.page.clock.setFixedTime(new Date(Date.parse(`${takeDownOn}T09:00:00+08:00`) + 30 * 86_400_000));
    await phone.open('workbench');
    await phone.see('该揭的海报');
    await phone.screenshot('posters/4-today');
    await phone.tap('button', /^揭下来了，槐影东里 1 号楼 楼门口/);
    await until(async () => (await own()).downOn !== null);
    expect((await client.call('grid.pack')).posters.map(poster => poster.id)).not.toContain(id);
    expect(phone.faults).toEqual([]);
  });
});
