import { randomUUID } from 'node:crypto';
import { describeInBrowser } from '../support/browser';
import { inRepository } from '../support/repository';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

const PAPER = `<body style="font-family:'Noto Sans CJK SC'"><h1>护坡工程报价单</h1><p>联系人：石岚，住槐影巷九号</p>
  <p style="break-before:page">第二页：合计 420000 元</p></body>`;

describeInBrowser('redaction of a paper at the desk', () => {
  const stage = setStage();
  let desk: Desk | undefined;
  afterEach(async () => {
    expect(desk?.faults).toEqual([]);
    await desk?.close();
    desk = undefined;
  });
  const picture = (name: string) =>
    desk!.page.screenshot({ path: inRepository('artifacts/e2e/redaction', `${name}.png`) });

  test.each([false, true])(
    'dark %s: a place drawn -> numbered on the page and in the list; what was made takes the place of the original',
    async dark => {
      desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
      const { page, open } = desk;
      const officer = await stage.district.officer();
      const { items } = await officer.call('staff.informationRequests.list', { query: { status: 'in_progress' } });
      const { id } = items[0]!;
      const blank = await stage.browser.newPage();
      await blank.setContent(PAPER);
      const form = new FormData();
      form.set('id', randomUUID());
      form.set('file', new Blob([new Uint8Array(await blank.pdf())]), '报价单.pdf');
      await blank.close();
      const sent = await officer.fetch('/api/v1/files', { method: 'POST', body: form });
      const { id: fileId } = (await sent.json()) as { id: string };
      await officer.call('staff.informationRequests.addPaper', { params: { id }, body: { fileId } });

      await desk.signIn('officer');
      await page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
      await open(`/information-requests/${id}/papers/${fileId}`);
      const { x, y, width, height } = (await page.locator('.paper-page img').boundingBox())!;
      await page.mouse.move(x + width * 0.01, y + height * 0.06);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.5, y + height * 0.1, { steps: 4 });
      await page.mouse.up();
      await page.getByRole('button', { name: '去掉第 1 处' }).waitFor();
      await page.getByText('遮去 1 处：第 1 页 1 处（第十五条）').waitFor();
      await picture(dark ? 'drawn-dark' : 'drawn');
      expect(await axeViolations(page)).toEqual([]);

      await page.getByRole('button', { name: '遮好，做一份能给的' }).click();
      await page.getByAltText('做出来的第 1 页').waitFor();
      await page.getByRole('button', { name: '下一页' }).click();
      await page.getByAltText('做出来的第 2 页').waitFor();
      await page.getByRole('button', { name: '第 1 页', exact: true }).click();
      await page.getByAltText('原件第 1 页').waitFor();
      await page.getByText('做出来的', { exact: true }).click();
      await page.getByAltText('做出来的第 1 页').waitFor();
      await picture(dark ? 'made-dark' : 'made');
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});
