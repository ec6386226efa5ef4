import { describeInBrowser } from '../support/browser';
import { openPhone, type Phone } from './support/phone';
import { idsOf, residents, type Ids } from './support/views';
import { setStage } from './support/stage';

const WHOLE = '对整个草案说一句';
const SEND = '送出我的意见';

/** PRODUCT.md, principle 6: never lose a word that someone typed, and never send it twice. */
describeInBrowser('a comment that is being written', () => {
  const stage = setStage();
  let phone: Phone;
  let ids: Ids;
  let words = 0;

  beforeAll(async () => {
    ids = await idsOf(stage.district);
  });
  beforeEach(async () => {
    const { session } = await stage.district.logIn(residents.answered);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session });
    await phone.open('consultation', { id: ids.onEntries });
  });
  afterEach(() => phone.close());

  /** Words that nobody has said yet, typed into a comment on the whole draft. */
  async function write(): Promise<string> {
    const text = `第 ${(words += 1)} 句：补贴名单也贴到楼道里`;
    await phone.tap('button', WHOLE);
    await phone.type('你想说什么', text);
    return text;
  }

  /** How often the server has it. */
  async function arrived(text: string): Promise<number> {
    const { client } = await stage.district.logIn(residents.answered);
    const { items } = await client.call('me.comments.list', { query: { limit: 100 } });
    return items.filter(comment => comment.body === text).length;
  }

  const written = () => phone.one('textbox', '你想说什么').inputValue();

  test('page loaded anew: half written -> offered to go on, the words are there; sent -> no draft is left', async () => {
    const text = await write();
    await phone.page.waitForFunction(kept => localStorage.getItem('bd:drafts')?.includes(kept), text);
    await phone.page.reload();
    await phone.on('consultation');
    await phone.see('1 条写了一半');
    await phone.tap('button', '接着写');
    expect(await written()).toBe(text);
    await phone.go('receipt', 'button', SEND);
    await phone.see('收到你的意见了');
    expect(await arrived(text)).toBe(1);
    await phone.page.waitForFunction(kept => !localStorage.getItem('bd:drafts')?.includes(kept), text);
  });

  test('no network: while writing -> said so, the words stay; back -> sent once', async () => {
    await phone.context.setOffline(true);
    await phone.see('没有网络，先看读过的');
    const text = await write();
    await phone.tap('button', SEND);
    await phone.page.getByRole('alert').filter({ visible: true }).waitFor();
    expect(await written()).toBe(text);
    expect(await arrived(text)).toBe(0);

    await phone.context.setOffline(false);
    await phone.page.getByText('没有网络，先看读过的').waitFor({ state: 'hidden' });
    await phone.go('receipt', 'button', SEND);
    await phone.see('收到你的意见了');
    expect(await arrived(text)).toBe(1);
  });

  test('send: tapped twice at once -> one comment', async () => {
    const text = await write();
    await phone.one('button', SEND).dblclick({ noWaitAfter: true });
    await phone.on('receipt');
    expect(await arrived(text)).toBe(1);
  });

  test('answer lost on the way back: tapped again -> the same comment, once', async () => {
    const text = await write();
    let isLost = false;
    await phone.page.route('**/comments', async route => {
      if (isLost || route.request().method() !== 'POST') return route.fallback();
      isLost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await phone.tap('button', SEND);
    await phone.page.getByRole('alert').filter({ visible: true }).waitFor();
    expect([await written(), await arrived(text)]).toEqual([text, 1]);
    await phone.go('receipt', 'button', SEND);
    await phone.see('收到你的意见了');
    expect(await arrived(text)).toBe(1);
  });

  test('server answers 503 -> said so, the words stay; better -> sent once', async () => {
    const text = await write();
    await phone.page.route('**/comments', route =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Service Unavailable</h1>' })
        : route.fallback(),
    );
    await phone.tap('button', SEND);
    await phone.page.getByRole('alert').filter({ visible: true }).waitFor();
    expect([await written(), await arrived(text)]).toEqual([text, 0]);
    await phone.page.unroute('**/comments');
    await phone.go('receipt', 'button', SEND);
    await phone.see('收到你的意见了');
    expect(await arrived(text)).toBe(1);
  });

  test('server out of reach: what was read before -> still there, and said so; back -> no word of it', async () => {
    const read = new RegExp('助餐补贴发放结果，从每月结束后');
    await phone.tap('tab', '为什么改');
    await phone.see(read);
    await phone.page.route('**/api/**', route => route.abort('connectionrefused'));
    await phone.open('consultation', { id: ids.onEntries });
    await phone.tap('tab', '为什么改');
    await phone.see(read);
    await phone.see('连不上服务器，先看读过的');
    await phone.page.unroute('**/api/**');
    await phone.open('consultation', { id: ids.onEntries });
    await phone.page.getByText('连不上服务器，先看读过的').waitFor({ state: 'hidden' });
  });
});
