import { describeInBrowser } from '../support/browser';
import { until } from '../support/until';
import { openDeployment, type Deployment } from './support/deployment';
import { openPhone, type Phone } from './support/phone';
import { idsOf, residents, type Ids } from './support/views';
import { setStage } from './support/stage';

const SAID = '没有网络，先看读过的';

/** PRODUCT.md, principle 6, and issue: offline shows what was read before, and says so; unsent text survives closing the app. */
describeInBrowser('the app kept on the phone', () => {
  const stage = setStage();
  let deployment: Deployment;
  let phone: Phone;
  let ids: Ids;

  beforeAll(async () => {
    ids = await idsOf(stage.district);
  });
  beforeEach(async () => {
    deployment = await openDeployment(stage.district.app.origin);
    const { session } = await stage.district.logIn(residents.busy);
    phone = await openPhone(stage.browser, deployment.origin, { session, keepsApp: true });
  });
  afterEach(async () => {
    await phone.close();
    await deployment.stop();
  });

  /** Until the service worker has kept everything. */
  const isKept = () => phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const keptVersions = () => phone.page.evaluate(() => caches.keys());
  const scripts = () => phone.page.evaluate(() => [...document.scripts].map(({ src }) => src));

  test('closed, then opened without a network: notice read before -> there, and said so; half a comment -> still there', async () => {
    const { title } = await stage.district.anyone.call('notices.get', { params: { id: ids.posting } });
    const text = '没有网的时候也别弄丢';
    await phone.open('notice', { id: ids.posting });
    await phone.open('consultation', { id: ids.onEntries });
    await phone.tap('button', '对整个草案说一句');
    await phone.type('你想说什么', text);
    await phone.page.waitForFunction(kept => localStorage.getItem('bd:drafts')?.includes(kept), text);
    await isKept();
    await phone.page.goto('about:blank');
    await phone.context.setOffline(true);

    await phone.open('notice', { id: ids.posting });
    await phone.see(title);
    await phone.see(SAID);
    await phone.open('consultation', { id: ids.onEntries });
    await phone.see('1 条写了一半');
    await phone.tap('button', '接着写');
    expect(await phone.one('textbox', '你想说什么').inputValue()).toBe(text);
    await phone.context.setOffline(false);
  });

  test('a page never opened before, without a network -> it is drawn and says what to do', async () => {
    await phone.open('home');
    await isKept();
    await phone.context.setOffline(true);
    await phone.open('guides');
    await phone.see('再试一次');
    await phone.context.setOffline(false);
  });

  test('deployed: next visit -> the new version; without a network -> the new one too, and the old is gone', async () => {
    await phone.open('home');
    await isKept();
    const [before] = await keptVersions();
    deployment.deploy();

    await phone.open('home');
    expect(await scripts()).toContain(`${deployment.origin}/m/${deployment.mainScript()}`);
    await until(async () => {
      const kept = await keptVersions();
      return kept.length === 1 && kept[0] !== before;
    });
    await phone.context.setOffline(true);
    await phone.open('home');
    await phone.see(SAID);
    expect(await scripts()).toContain(`${deployment.origin}/m/${deployment.mainScript()}`);
    await phone.context.setOffline(false);
  });
});
