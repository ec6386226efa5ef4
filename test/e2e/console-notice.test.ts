import { createTestClient } from '@bandeng/test-kit';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { pressOn, reach } from './support/keyboard';
import { setStage } from './support/stage';
import { correctedIn } from './support/views';

/** A green rectangle, as PNG. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAoCAMAAAB5EAzbAAAAA1BMVEUzqncb3tbvAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGUlEQVRIie3BgQAAAADDoPlTH+AKVQEAQGcKKAABLIRnLQAAAABJRU5ErkJggg==',
  'base64',
);
/** A page as an office types it in Word. */
const wordFile = async (): Promise<Buffer> => {
  const cells = (...texts: string[]) =>
    new TableRow({ children: texts.map(text => new TableCell({ children: [new Paragraph(text)] })) });
  const children = [
    new Paragraph({ text: '总则', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('第一条 每台补助二十万元'),
    new Table({ rows: [cells('楼层', '元'), cells('二楼', '3000')] }),
  ];
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};
const TITLE = '关于栖河公园冬季开放时间的提醒';

describeInBrowser('the console, a notice', () => {
  const stage = setStage();
  let desk: Desk | undefined;
  afterEach(async () => {
    expect(desk?.faults).toEqual([]);
    await desk?.close();
    desk = undefined;
  });
  const openAs = async (username: string, path: string, dark = false): Promise<Page> => {
    await desk?.close();
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open(path);
    return desk.page;
  };
  const clientOf = async (username: string) => {
    const body = { username, password: 'bandeng-demo' };
    const { accessToken } = await stage.district.anyone.call('auth.staff', { body });
    return createTestClient(stage.district.app.origin, accessToken);
  };
  const judge = async (page: Page, name: string, dark: boolean) => {
    await page.screenshot({ path: `artifacts/console/${dark ? 'dark' : 'light'}-notice-${name}.png`, fullPage: true });
    expect({ name, found: await axeViolations(page) }).toEqual({ name, found: [] });
  };

  test('chapter 2 by keyboard only: written, its facts, the gate, secrecy, three reviews, published -> residents read heading, table and picture', async () => {
    const page = await openAs('editor', '/notices/drafts');
    const { keyboard } = page;
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    const writeCells = async (cells: string[]) => {
      for (const cell of cells) {
        await keyboard.type(cell);
        await press('Tab');
      }
    };
    const button = (on: Page, name: string | RegExp) => on.getByRole('button', { name, exact: true });
    await pressOn(page, button(page, '写一条'));
    await page.getByLabel(/^标题/).and(page.locator(':focus')).waitFor();
    await keyboard.type(TITLE);
    await press('Enter');
    const text = page.getByRole('textbox', { name: '正文' });
    await reach(page, text);
    await press('Control+Alt+2');
    await keyboard.type('一、几点开门');
    await press('Enter');
    await keyboard.type('早上七点开门，有事打19900000001，');
    await press('Control+b');
    await keyboard.type('雪天照开');
    await press('Control+b', 'Enter');
    // To the buttons of the editor and on to the one.
    await press('Alt+F10');
    await reach(page, button(page, '插入表格'));
    await press('Enter');
    await writeCells(['门', '冬季', '夏季', '南门', '7:00', '5:30', '北门', '8:00']);
    await keyboard.type('6:00');
    await press('Control+End', 'Alt+F10');
    await reach(page, button(page, '插入图片'));
    const chosen = page.waitForEvent('filechooser');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    // The dialog begins in its first field.
    await dialog.locator('input[type=file]:focus').waitFor();
    await press('Enter');
    const chooser = await chosen;
    await chooser.setFiles({ name: 'map.png', mimeType: 'image/png', buffer: PICTURE });
    await pressOn(page, dialog.getByRole('button', { name: '插入' }));
    await dialog.getByText('请写图上是什么').waitFor();
    await reach(page, dialog.getByLabel('图上是什么'));
    await keyboard.type('公园南门到北门的路');
    await pressOn(page, dialog.getByRole('button', { name: '插入' }));
    await text.getByRole('img', { name: '公园南门到北门的路' }).waitFor();

    await pressOn(page, button(page, '送审'));
    await page.getByText('请选至少一个栏目').first().waitFor();
    await pressOn(page, button(page, /^栏目/));
    await keyboard.type('通知公告');
    await page.getByTitle(/通知公告$/).waitFor();
    await press('Enter', 'Escape');
    await reach(page, page.getByLabel('成文日期'));
    await keyboard.type('2026-11-17');
    await press('Enter');
    await pressOn(page, button(page, '送审'));
    await page.getByText(/^里面有没遮住的个人信息/).waitFor();
    await pressOn(page, button(page, '遮住 199****0001'));
    const id = page.url().split('/').at(-1)!;

    // Nobody but a person can look into a picture.
    await pressOn(page, button(page, '请保密审查看'));
    await page
      .getByLabel(/^哪些要留着/)
      .and(page.locator(':focus'))
      .waitFor();
    await keyboard.type('图上只有路');
    await pressOn(page, button(page, '请他看'));
    await page.getByText('保密审查那边看得到了').waitFor();
    /** From the desk of somebody, where it waits, to the draft. */
    const takeUp = async (username: string): Promise<Page> => {
      const theirs = await openAs(username, '/');
      await pressOn(theirs, theirs.getByRole('link', { name: new RegExp(`^办理：${TITLE}`) }));
      await theirs.getByRole('heading', { level: 1 }).filter({ hasText: TITLE }).waitFor();
      return theirs;
    };
    const judging = await takeUp('secrecy');
    await pressOn(judging, judging.getByRole('checkbox').first(), 'Space');
    await reach(judging, judging.getByLabel(/^为什么可以公开/));
    await judging.keyboard.type('图上没有人');
    await pressOn(judging, button(judging, '放行'));
    await judging.getByText('没有没遮住的。').waitFor();

    const submitting = await openAs('editor', `/notices/drafts/${id}`);
    await pressOn(submitting, button(submitting, '送审'));
    await submitting.getByText(/在审/).first().waitFor();

    for (const username of ['reviewer1', 'reviewer2', 'reviewer3']) {
      const reviewing = await takeUp(username);
      for (const point of [/^准确/, /^及时/, /^完整/, /^保密/])
        await pressOn(reviewing, reviewing.getByLabel(point), 'Space');
      await pressOn(reviewing, button(reviewing, '通过，签名'));
      await button(reviewing, '通过，签名').waitFor({ state: 'detached' });
    }

    const publishing = await takeUp('editor');
    await pressOn(publishing, button(publishing, '现在发布'));
    await publishing.getByRole('link', { name: '公众看到的' }).waitFor();

    const notice = await stage.district.anyone.call('notices.get', { params: { id }, query: {} });
    const [heading, paragraph, table, image] = notice.body;
    expect(notice.title).toBe(TITLE);
    expect(heading).toEqual({ type: 'heading', level: 2, text: '一、几点开门' });
    expect(paragraph).toEqual({
      type: 'paragraph',
      children: [{ text: '早上七点开门，有事打199****0001，' }, { text: '雪天照开', strong: true }],
    });
    expect(table).toEqual({
      type: 'table',
      head: ['门', '冬季', '夏季'],
      rows: [
        ['南门', '7:00', '5:30'],
        ['北门', '8:00', '6:00'],
      ],
    });
    expect(image).toMatchObject({ type: 'image', alt: '公园南门到北门的路' });
    await publishing.goto(
      `${stage.district.app.origin}${await publishing.getByRole('link', { name: '公众看到的' }).getAttribute('href')}`,
    );
    await publishing.getByText('一、几点开门').waitFor();
    await publishing.getByText('南门').first().waitFor();
  });

  test('a Word file dropped into the text -> read, looked at, its headings and table in the text; a broken one -> a sentence', async () => {
    const page = await openAs('editor', '/notices/drafts');
    await page.getByRole('button', { name: '写一条' }).click();
    await page.getByLabel(/^标题/).fill('从文件写的');
    await page.getByRole('button', { name: '开始写' }).click();
    const text = page.getByRole('textbox', { name: '正文' });
    await text.waitFor();
    const id = page.url().split('/').at(-1)!;
    const drop = async (name: string, bytes: Buffer) => {
      const dataTransfer = await page.evaluateHandle(
        ({ encoded, called }) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(encoded), sign => sign.charCodeAt(0))], called));
          return transfer;
        },
        { encoded: bytes.toString('base64'), called: name },
      );
      const { x, y } = (await text.boundingBox())!;
      await text.dispatchEvent('drop', { dataTransfer, clientX: x + 40, clientY: y + 20 });
    };
    await drop('补助办法.docx', Buffer.from('PK not a document'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/“补助办法.docx”没有读成/).waitFor();
    await dialog.locator('input[type=file]').setInputFiles({
      name: '补助办法.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await wordFile(),
    });
    await dialog.getByRole('region', { name: '读出来的' }).getByText('第一条 每台补助二十万元').waitFor();
    await judge(page, 'import', false);
    await dialog.getByRole('button', { name: '放进正文' }).click();
    await text.getByText('第一条 每台补助二十万元').waitFor();
    await page.getByText('保存好了').waitFor();
    const office = await clientOf('office');
    const { content } = await office.call('staff.drafts.get', { params: { id }, query: {} });
    expect(content.body).toEqual([
      { type: 'heading', level: 2, text: '总则' },
      { type: 'paragraph', children: [{ text: '第一条 每台补助二十万元' }] },
      { type: 'table', head: ['楼层', '元'], rows: [['二楼', '3000']] },
    ]);
  });

  test('two write at once -> the second is warned, sees what the other wrote, and decides whose stays', async () => {
    const page = await openAs('editor', '/notices/drafts');
    const office = await clientOf('office');
    await page.getByRole('button', { name: '写一条' }).click();
    await page.getByLabel(/^标题/).fill('两个人写的');
    await page.getByRole('button', { name: '开始写' }).click();
    const text = page.getByRole('textbox', { name: '正文' });
    await text.waitFor();
    const id = page.url().split('/').at(-1)!;
    const { revision, content } = await office.call('staff.drafts.get', { params: { id }, query: {} });
    const theirs = [{ type: 'paragraph' as const, children: [{ text: '别人写的话' }] }];
    await office.call('staff.drafts.save', {
      params: { id },
      body: { revision, content: { ...content, body: theirs } },
    });
    await text.focus();
    await page.keyboard.type('我写的话');
    await page.getByText(/也改了这份草稿/).waitFor();
    await page.getByRole('button', { name: '看对方改了什么' }).click();
    await page.getByRole('dialog').getByText('别人写的话').waitFor();
    await page.getByRole('button', { name: /^留我的/ }).click();
    await page.getByText('保存好了').waitFor();
    const kept = await office.call('staff.drafts.get', { params: { id }, query: {} });
    expect(kept.content.body).toEqual([{ type: 'paragraph', children: [{ text: '我写的话' }] }]);
  });

  test.each([{ dark: false }, { dark: true }])(
    'writing, its dialogs and previews, dark $dark -> axe-core finds nothing',
    async ({ dark }) => {
      const page = await openAs('editor', '/notices/drafts', dark);
      await page.getByRole('button', { name: '写一条' }).click();
      await page.getByLabel(/^标题/).fill(TITLE);
      await page.getByRole('button', { name: '开始写' }).click();
      const text = page.getByRole('textbox', { name: '正文' });
      await text.focus();
      await page.keyboard.type('有事打19900000001。');
      await page.getByRole('button', { name: '插入表格' }).click();
      await page.keyboard.type('门');
      await page.getByLabel('这一条要公示').check();
      await page.getByLabel('全文只对特定群体公开').check();
      await page.getByRole('button', { name: '加一条要点' }).click();
      await page.getByRole('button', { name: '检查一遍' }).click();
      await page.getByText('请选至少一个栏目').first().waitFor();
      await judge(page, 'writing', dark);
      await page.getByRole('button', { name: '插入视频链接' }).click();
      await page.getByLabel('视频的地址').waitFor();
      await judge(page, 'dialog', dark);
      await page.getByRole('button', { name: '先不' }).click();
      await page.getByRole('button', { name: '预览' }).click();
      for (const look of ['手机', '长辈版', '张贴的纸']) {
        await page.getByText(look, { exact: true }).click();
        await page.getByRole('region', { name: /样子$/ }).waitFor();
        await judge(page, look, dark);
      }
      await desk!.open('/notices/drafts');
      await page.locator('.ant-table').waitFor();
      await page.getByRole('checkbox', { name: '全选' }).check();
      await page.getByRole('button', { name: /^废弃 \d+ 份$/ }).waitFor();
      await judge(page, 'drafts', dark);

      const { items } = await stage.district.anyone.call('notices.list', { query: { limit: 100 } });
      const corrected = await correctedIn(stage.district.anyone, items);
      const office = await openAs('office', `/notices/${corrected}/versions`, dark);
      await office.getByText('第 2 版').first().waitFor();
      await judge(office, 'versions', dark);
      await desk!.open(`/notices/${corrected}`);
      await office.getByRole('heading', { name: '公开的渠道' }).waitFor();
      await judge(office, 'channels', dark);
      await office
        .getByRole('button', { name: /^记一笔/ })
        .first()
        .click();
      await office.getByRole('dialog').waitFor();
      await judge(office, 'channel', dark);
    },
  );
});
