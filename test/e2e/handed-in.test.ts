import fs from 'node:fs';
import { limits } from '@bandeng/contracts/routes';
import { describeInBrowser } from '../support/browser';
import { axeViolations, stickingOut, tooSmall } from './support/checks';
import { modes, openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { residents } from './support/views';

const IDENTITY = '加一个：身份证明的照片';
const AUTHORITY = '加一个：授权委托书的照片';

describeInBrowser('what is handed in with a request, and what is taken along from its answer', () => {
  const stage = setStage();
  let phone: Phone | undefined;
  let photo: Buffer;
  beforeAll(async () => {
    const page = await stage.browser.newPage({ viewport: { width: 800, height: 600 } });
    photo = await page.screenshot({ type: 'jpeg' });
    await page.close();
  });
  afterEach(async () => {
    expect(phone?.faults).toEqual([]);
    await phone?.close();
    phone = undefined;
  });
  const pocket = async (who: keyof typeof residents, mode: (typeof modes)[number] = 'normal') => {
    const { session } = await stage.district.logIn(residents[who]);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session, mode });
    return phone;
  };
  const hand = async (phone: Phone, button: string, name: string, buffer = photo, mimeType = 'image/jpeg') => {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap('button', button)]);
    await chooser.setFiles({ name, mimeType, buffer });
  };
  const toWhoAsks = async (phone: Phone) => {
    await phone.open('requestForm');
    await phone.type('你要什么？', '活动室的开放时间安排');
    await phone.tap('button', '都不是，接着申请');
    await phone.one('radio', '我个人').waitFor();
  };

  test.each(modes)(
    'who asks, %s -> pictures sent, a wrong one and a large one refused in words, a lost one sent again',
    async mode => {
      const phone = await pocket('busy', mode);
      await toWhoAsks(phone);
      await hand(phone, IDENTITY, '一张名字很长很长的身份证正面照片二零二六年十一月.jpg');
      await phone.see('传好了');
      await hand(phone, IDENTITY, '大.jpg', Buffer.alloc(limits.fileBytes + 1, 1));
      await phone.see(/^超过 20 MB/);
      await hand(phone, IDENTITY, '说明.txt', Buffer.from('说明'), 'text/plain');
      await phone.see('这不是照片，换一张');
      await phone.one('button', /^下一步\s*有照片没传上/).waitFor();
      await phone.screenshot(`handed-in/refused-${mode}`);
      await phone.tap('button', '拿掉 大.jpg');
      await phone.tap('button', '拿掉 说明.txt');
      await hand(phone, IDENTITY, '假.jpg', Buffer.from('不是照片，名字像'));
      await phone.see(/，换一张$/);
      await phone.tap('button', '拿掉 假.jpg');

      await phone.tap('switch', /^请人代办/);
      await phone.one('button', /^下一步\s*还要一份授权委托书的照片/).waitFor();
      await phone.context.setOffline(true);
      await hand(phone, AUTHORITY, '委托书.jpg');
      await phone.one('button', '再传 委托书.jpg').waitFor();
      await phone.screenshot(`handed-in/lost-${mode}`);
      await phone.context.setOffline(false);
      await phone.tap('button', '再传 委托书.jpg');
      await phone.one('button', '再传 委托书.jpg').waitFor({ state: 'detached' });
      await phone.tap('button', '下一步');
      await phone.see('请填写姓名');
      const size = mode === 'elder' ? 'elder' : 'normal';
      const found = [
        await tooSmall(phone.page, size, 360),
        await stickingOut(phone.page, 360),
        await axeViolations(phone.page),
      ];
      expect(found.flat()).toEqual([]);
    },
  );

  test('a letter and its files, kept -> downloaded under its name, and the page says where', async () => {
    const phone = await pocket('answered');
    const { client } = await stage.district.logIn(residents.answered);
    const requests = (await client.call('me.informationRequests.list', { query: {} })).items;
    const letters = await Promise.all(
      requests.map(({ id }) => client.call('informationRequests.letters', { params: { id }, query: {} })),
    );
    const [letter] = letters.flatMap(({ items }) => items);
    const { file } = await client.call('letters.open', { params: { id: letter!.id } });
    await phone.open('letter', { id: letter!.id });
    const [download] = await Promise.all([
      phone.page.waitForEvent('download'),
      phone.tap('button', `下载：${file!.name}`),
    ]);
    expect(download.suggestedFilename()).toBe(file!.name);
    expect(
      fs
        .readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await phone.see(`下载好了，在浏览器的下载里：${file!.name}`);
    await phone.screenshot('handed-in/letter');
    await phone.context.setOffline(true);
    await phone.tap('button', `下载：${file!.name}`);
    await phone.see(/网络/);
  });
});
