import { randomUUID } from 'node:crypto';
import { createTestClient } from '@bandeng/test-kit';
import { writeWorkbook } from '../../apps/server/src/modules/catalog/sheets/write-workbook';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

const HEAD = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
const rowOf = (number: string, name: string, content: string) => [
  number,
  '助餐服务',
  name,
  content,
  '《养老服务条例》',
  '每月结束后10个工作日内',
  '区民政局',
  '■政府网站',
];
const GOOD = [rowOf('1', '助餐点分布', '名称、地址、时间'), rowOf('2', '助餐补贴发放', '人数、金额')];
const BAD = rowOf('3', '助餐点评价', '');

/** A workbook of the national layout, as somebody chooses it. */
async function workbook(rows: string[][]) {
  const title = HEAD.map((_, at) => (at === 0 ? '养老服务领域基层政务公开标准目录' : ''));
  const merges = [{ top: 0, left: 0, bottom: 0, right: HEAD.length - 1 }];
  const sheet = { name: '养老服务', rows: [title, HEAD, ...rows], merges, widths: HEAD.map(() => 14) };
  const buffer = await writeWorkbook([{ ...sheet, titleRow: 0, headerRows: [1] }]);
  return { name: '养老服务.xlsx', mimeType: 'application/octet-stream', buffer };
}

/** Two items of a list: one that the catalog has an entry for, one that it has not. */
async function powerList() {
  const head = ['事项编码', '事项名称', '设定依据', '实施主体'];
  const items = [
    ['QH-1', '老年人助餐补贴发放', '《养老服务条例》', '区民政局'],
    ['QH-2', '养犬登记', '《养犬办法》', '区公安分局'],
  ];
  const sheet = { name: '权责清单', rows: [head, ...items], merges: [], widths: head.map(() => 14) };
  const buffer = await writeWorkbook([{ ...sheet, titleRow: 0, headerRows: [0] }]);
  return { name: '权责清单.xlsx', mimeType: 'application/octet-stream', buffer };
}

describeInBrowser('the desk of the catalog', () => {
  const stage = setStage();
  let desk: Desk;
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  async function open(username: string, path: string, dark = false) {
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open(path);
    return desk.page;
  }

  test('office: a workbook tried, mended, written; an entry edited by keyboard, compared, frozen, in force', async () => {
    const page = await open('office', '/catalog/import');
    await page.getByLabel('xlsx 文件').setInputFiles(await workbook([...GOOD, BAD]));
    await page.getByRole('heading', { name: '1 处有问题' }).waitFor();
    const problem = page.getByRole('row', { name: /没有写/ });
    expect((await problem.innerText()).split(/\s+/).slice(0, 3)).toEqual(['养老服务', '5', '公开内容（要素）']);
    await page.getByText(/^新增 2$/).waitFor();
    const mended = rowOf('3', '助餐点评价', '满意度');
    await page.getByLabel('xlsx 文件').setInputFiles(await workbook([...GOOD, mended]));
    await page.getByRole('heading', { name: '没有问题' }).waitFor();
    await page.getByRole('button', { name: '写成草案', exact: true }).click();
    await page.getByRole('link', { name: '看这个草案' }).click();

    // From the domain into its group, to the first entry, three columns on.
    await page.getByRole('treegrid', { name: '事项' }).waitFor();
    await page.locator('[data-active]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    const text = page.getByRole('textbox', { name: '公开时限' });
    await text.fill('');
    await page.getByRole('alert').getByText('“公开时限”没有写').waitFor();
    await page.keyboard.type('每季度结束后10个工作日内');
    await page.keyboard.press('Control+Enter');
    await text.waitFor({ state: 'detached' });
    await page.getByRole('gridcell', { name: '每季度结束后10个工作日内' }).waitFor();
    // Down and up again, the focus along with it.
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('“助餐点分布”下移了，现在的序号是 2').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('“助餐点分布”上移了，现在的序号是 1').waitFor();
    await page.getByRole('button', { name: '上移：助餐点分布' }).click();
    await page.getByText('“助餐点分布”已经是这一组的第一项').waitFor();

    await page.getByRole('link', { name: '和别的版本比' }).click();
    await page.getByText(/^新增 3$/).click();
    await page.getByRole('heading', { level: 2, name: '助餐点分布' }).waitFor();
    await page.getByText('每季度结束后10个工作日内').waitFor();
    await page.getByRole('link', { name: '回到这一版' }).click();
    await page.getByRole('button', { name: '定稿', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^编号/).waitFor();
    expect(await dialog.getByLabel(/^编号/).inputValue()).toBe('栖政公开〔2026〕4号');
    await dialog.getByRole('button', { name: '定稿' }).click();
    await page.getByText('编号 栖政公开〔2026〕4号').waitFor();
    await page.getByRole('button', { name: '复制引用' }).waitFor();
    await page.getByRole('button', { name: '定稿', exact: true }).waitFor({ state: 'detached' });
    const { items } = await stage.district.anyone.call('entries.list', { query: { q: '助餐点评价' } });
    expect(items.map(({ name }) => name)).toEqual(['助餐点评价']);
  });

  test.each([{ dark: false }, { dark: true }])('every page, $dark dark -> axe-core finds nothing', async ({ dark }) => {
    const page = await open('office', '/catalog', dark);
    const look = async (name: string) => {
      await page.screenshot({ path: `artifacts/console/${dark ? 'dark' : 'light'}-catalog-${name}.png` });
      expect({ name, found: await axeViolations(page) }).toEqual({ name, found: [] });
    };
    await page.getByRole('link', { name: '养老服务公开目录修订草案' }).waitFor();
    await look('editions');
    await page.getByRole('link', { name: '养老服务公开目录修订草案' }).click();
    await page.getByRole('treegrid').waitFor();
    await page.getByRole('button', { name: '全部展开' }).click();
    await look('edition');
    await page.getByRole('link', { name: '和别的版本比' }).click();
    await page.getByText(/^有改动 \d/).waitFor();
    await look('diff');
    await page.getByRole('link', { name: '回到这一版' }).click();
    await page.getByRole('link', { name: '检查' }).click();
    await page.getByText(/^全部 \d/).waitFor();
    await look('findings');
    await page.getByRole('link', { name: '回到这一版' }).click();
    await page.getByRole('link', { name: '评审', exact: true }).click();
    const panel = page.getByRole('link', { name: '专家评审' });
    await panel.waitFor();
    await look('rounds');
    await panel.click();
    await page.getByText('建议按月').waitFor();
    await look('round');
    await desk.open('/catalog/duties');
    await page.getByRole('heading', { name: '各单位' }).waitFor();
    await look('duties');
    await desk.open('/catalog/import');
    await page.getByLabel('xlsx 文件').setInputFiles(await workbook([...GOOD, BAD]));
    await page.getByRole('heading', { name: '和现行的目录比' }).waitFor();
    await look('import');
    await desk.open('/catalog/lists');
    await page.getByLabel('清单的 xlsx 文件').setInputFiles(await powerList());
    await page.getByText(/读懂了 2 项/).waitFor();
    await look('lists');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: /^权责清单/ }).click();
    await page.getByText('养犬登记').waitFor();
    await look('list');
    await page.getByRole('link', { name: '看变化' }).click();
    await page.getByRole('heading', { level: 2, name: '养犬登记' }).waitFor();
    await look('changes');
  });

  test('office and an expert: asked, a note on an entry, answered -> concluded', async () => {
    const { app, anyone } = stage.district;
    const { accessToken } = await anyone.call('auth.staff', { body: { username: 'office', password: 'bandeng-demo' } });
    const id = randomUUID();
    const body = { id, title: '生态环境目录修订', domainIds: ['ecology'] };
    await createTestClient(app.origin, accessToken).call('staff.editions.create', { body });

    let page = await open('office', `/catalog/editions/${id}/rounds`);
    await page.getByRole('button', { name: '请人评审' }).click();
    await page.getByRole('combobox', { name: /^请谁/ }).click();
    await page.getByTitle(/穆言/).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('请在哪天前提完').fill('2026-12-18');
    // Takes the day, and sends the form that is full now.
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '专家评审' }).waitFor();
    await desk.close();

    page = await open('evaluator', '/');
    await page.getByRole('link', { name: '办理：生态环境目录修订' }).click();
    await page
      .getByRole('button', { name: /^对.*提意见$/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('意见').fill('时限可以再短一些。');
    await page.getByRole('button', { name: '提出', exact: true }).click();
    await page.getByText('时限可以再短一些。', { exact: true }).waitFor();
    await desk.close();

    page = await open('office', `/catalog/editions/${id}/rounds`);
    await page.getByRole('link', { name: '专家评审' }).click();
    await page.getByRole('button', { name: '还有 1 条没答复' }).waitFor();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByLabel(/^怎么改的/).fill('改成 10 个工作日。');
    await page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
    await page.getByRole('button', { name: '写结论，结束评审' }).click();
    await page.getByRole('dialog').getByLabel('结论').fill('意见一条，采纳了。');
    await page.getByRole('button', { name: '结束', exact: true }).click();
    await page.getByRole('heading', { name: '结论' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('office: an item of a list mapped by suggestion, another has its reason -> 100 %', async () => {
    const page = await open('office', '/catalog/lists');
    await page.getByText('公共服务清单', { exact: true }).click();
    await page.getByLabel('清单的 xlsx 文件').setInputFiles(await powerList());
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: /^公共服务清单/ }).click();
    await page
      .getByRole('button', { name: /^就是：.*助餐补贴/ })
      .first()
      .click();
    await page.getByText('对上了 1').waitFor();
    await page.getByRole('button', { name: '不用公开：养犬登记' }).click();
    await page.getByLabel(/^为什么/).fill('由市里统一办理');
    await page.getByRole('button', { name: '定下来' }).click();
    await page.getByText('覆盖 100%：2 项里定了 2 项').waitFor();
  });
});
