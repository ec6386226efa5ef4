import { createTestClient } from '@bandeng/test-kit';
import { randomUUID } from 'node:crypto';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

/** The demo district: closed and unanswered, run by the district office. */
const CLOSED = '末班车要不要开到晚上十一点？';
/** Open, run by the editor's unit; one comment waits to be looked at. */
const OPEN = '助餐补贴多久公开一次才好？';

/** Open, in its second draft. */
const REVISED = '改造期间菜摊摆哪里？';

const TEXT = `栖河区公园遛狗办法
第一条　为了让遛狗的和不遛狗的都好过。
第二条　每天 6 时前、20 时后可以遛狗，
要牵绳。
第三条　违反的，由城管劝导。`;

describeInBrowser('the desk of consultations', () => {
  const stage = setStage();
  let desk: Desk;
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  async function open(username: string, options?: { dark: boolean }) {
    desk = await openDesk(stage.browser, stage.district.app.origin, options);
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    return desk.page;
  }
  async function openConsultation(question: string, tab?: string) {
    await desk.open('/consultations');
    await desk.page.getByRole('link', { name: question }).click();
    await desk.page.getByRole('heading', { level: 1, name: question }).waitFor();
    if (tab) await desk.page.getByRole('tab', { name: tab }).click();
  }

  test('editor: from the desk to the comment that waits -> shown by one key, the queue is empty', async () => {
    const page = await open('editor');
    await page.getByRole('link', { name: /^办理：养老服务公开目录/ }).click();
    await page.getByRole('button', { name: '可以公开' }).waitFor();
    await page.getByRole('list', { name: '这一栏的意见' }).getByRole('button').first().focus();
    await page.keyboard.press('g');
    await page.getByText('都看过了').waitFor();
  });

  test('editor: answers by key, links what is repeated -> the next comment is at hand', async () => {
    const page = await open('editor');
    await openConsultation(OPEN, '意见');
    await page.getByText('待答复', { exact: true }).click();
    const queue = page.getByRole('list', { name: '这一栏的意见' }).getByRole('listitem');
    await queue.nth(1).waitFor();
    const [before, second] = [await queue.count(), await queue.nth(1).innerText()];
    await queue.first().getByRole('button').focus();
    await page.keyboard.press('2');
    await page.keyboard.type('按月公开，逐户公示按规定另行办理。');
    expect(await page.getByLabel('理由（和结果一起公布）').inputValue()).toBe('按月公开，逐户公示按规定另行办理。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('答复写好了，和结果一起公布').waitFor();
    await page.waitForFunction(count => document.querySelectorAll('.comment-picker li').length === count, before - 1);
    expect(await queue.first().innerText()).toBe(second);
    expect(await page.locator('.comment-picker li.at-hand').innerText()).toBe(second);

    await page.getByRole('button', { name: '和别的意见重复' }).click();
    await page.getByRole('combobox').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('button', { name: '连过去' }).click();
    await page.getByText('连过去了，用那一条的答复').waitFor();
  });

  test('editor: a letter is written down -> it is among the comments and waits for its answer', async () => {
    const page = await open('editor');
    await openConsultation(OPEN);
    await page.getByRole('button', { name: '录入线下的意见' }).click();
    await page.getByLabel('意见原话').fill('请把公示贴到食堂门口，我们不看手机。');
    await page.getByLabel(/^哪天说的/).fill('2026-11-15');
    await page.keyboard.press('Enter');
    await page.getByLabel('几个人提的').fill('12');
    await page.getByText('同意公开，不写名字').click();
    await page.getByRole('button', { name: '录入', exact: true }).click();
    await page.getByText('录好了，和别的意见一样要答复').waitFor();
    await page.getByRole('tab', { name: /^意见/ }).click();
    await page.getByText('待答复', { exact: true }).click();
    await page.getByText('请把公示贴到食堂门口，我们不看手机。').first().waitFor();
  });

  test('editor: another unit asks what to answer -> drafted, waits for the asker', async () => {
    const page = await open('editor');
    await page.getByRole('link', { name: /^办理：老人不会预约/ }).click();
    await page.getByText('2 部分采纳').click();
    await page.getByLabel(/^理由/).fill('全区有三千多位老人没有智能手机，建议保留电话预约。');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '拟好了' }).click();
    await page.getByText('拟好了，交给主办单位定').waitFor();
    await page.getByText('没有等你们拟的答复').waitFor();
  });

  test('office: what is missing is said; all answered at once -> balanced, published', async () => {
    const page = await open('office');
    await openConsultation(CLOSED, '账和结果');
    await page.getByText('账还没对上，现在不能公布结果').waitFor();
    expect(await page.getByRole('button', { name: '公布结果' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '去答复' }).click();
    const queue = page.getByRole('list', { name: '这一栏的意见' }).getByRole('listitem');
    await queue.first().waitFor();
    const count = await queue.count();
    await page.getByText('全选').click();
    await page.getByRole('button', { name: '一起答复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 部分采纳').click();
    await dialog.getByLabel(/^理由/).fill('末班车延到二十二点三十分，先试一个季度。');
    await dialog.getByRole('button', { name: '都这样答复' }).click();
    await page.getByText(`${count} 条写好了答复`).waitFor();
    await page.getByText('都写好答复了').waitFor();

    await page.getByRole('tab', { name: '账和结果' }).click();
    await page.getByText('账对上了，可以公布结果').waitFor();
    const id = /consultations\/([^?]+)/.exec(page.url())![1]!;
    const letter = await recordLetter(id);
    await publish();
    await page
      .getByRole('alert')
      .getByText(`意见 ${letter.slice(0, 8)}：这条意见还没有答复`)
      .waitFor();
    await page.getByText('1 条意见还没有答复').waitFor();
    expect(await page.getByRole('button', { name: '公布结果' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '去答复' }).click();
    await page.getByText('1 采纳').click();
    await page.getByLabel(/^理由/).fill('写进第三条。');
    await page.getByRole('button', { name: '写好答复' }).click();
    await page.getByText('都写好答复了').waitFor();
    await page.getByRole('tab', { name: '账和结果' }).click();
    await page.getByText('账对上了，可以公布结果').waitFor();
    await publish();
    await page.getByRole('heading', { name: '公布的结果' }).waitFor();
    const ledger = await page.getByRole('table').innerText();
    expect(ledger).toMatch(new RegExp(`部分采纳\\s+${count}\\b`));
    expect(ledger).toMatch(/还没有答复\s+0/);

    async function publish() {
      await page.getByRole('button', { name: '公布结果' }).click();
      await page.locator('.ant-popover').getByRole('button', { name: '公布', exact: true }).click();
    }
  });

  /** A colleague writes a letter down while the outcome is being published. */
  async function recordLetter(consultationId: string): Promise<string> {
    const { app, anyone } = stage.district;
    const body = { username: 'office', password: 'bandeng-demo' };
    const { accessToken } = await anyone.call('auth.staff', { body });
    const id = randomUUID();
    await createTestClient(app.origin, accessToken).call('staff.comments.record', {
      params: { id: consultationId },
      body: {
        id,
        target: { kind: 'whole' },
        body: '夜班护士十一点下班。',
        channel: 'letter',
        heardOn: '2026-11-15',
        consent: 'named',
      },
    });
    return id;
  }

  test('editor: a pasted text -> split by 第…条, corrected, drafted, opened', async () => {
    const page = await open('editor');
    await desk.open('/consultations/new');
    await page.getByLabel('用大白话问一句').fill('公园里几点可以遛狗？');
    await page.getByLabel('正式名称').fill('栖河区公园遛狗办法（草案）');
    await page.getByLabel(/^找谁问/).fill('城管局二楼 203 室');
    await choose('哪个单位问', /民政局/);
    await choose('类别', '行政规范性文件');
    // The clock of the demo district, not this machine's.
    await page.getByLabel('哪天开始').fill('2026-11-17');
    await page.keyboard.press('Enter');
    await page.getByText(/^至少征集到11月26日/).waitFor();
    await page.getByLabel(/^把草案贴在这里/).fill(TEXT);
    const clauses = page.getByRole('list', { name: '条目' }).getByRole('listitem');
    expect(await clauses.count()).toBe(4);
    await page.getByRole('button', { name: '删去：前言' }).click();
    await page.getByRole('button', { name: '并到上一条：第三条' }).click();
    expect(await clauses.count()).toBe(2);
    await page.getByLabel(/^是修订的/).fill('第二条　每天 20 时后可以遛狗。\n第九条 甲');
    await page.getByText('现行文本里的 第九条 在草案里没有了').waitFor();
    await page.getByRole('button', { name: '起草好了' }).click();
    await page.getByRole('heading', { level: 1, name: '公园里几点可以遛狗？' }).waitFor();
    await page.getByRole('heading', { name: '第二条' }).waitFor();
    expect(await page.getByText('要牵绳。').innerText()).toContain('由城管劝导');
    expect(await page.locator('del').innerText()).toBe('每天 20 时后可以遛狗。');
    await page.getByRole('button', { name: '改', exact: true }).click();
    const name = page.getByLabel('用大白话问一句');
    await name.fill('公园里什么时候可以遛狗？');
    await page.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('heading', { level: 1, name: '公园里什么时候可以遛狗？' }).waitFor();
    expect(await page.locator('del').innerText()).toBe('每天 20 时后可以遛狗。');
    await page.getByRole('button', { name: '开始征集' }).click();
    await page.locator('.ant-popover').getByRole('button', { name: '公布', exact: true }).click();
    await page.getByText('· 征集中').waitFor();

    await page.getByRole('button', { name: '出新的一稿' }).click();
    await page.getByLabel('内容，第一条').fill('为了让大家都好过。');
    await page.getByLabel(/^为什么改/).fill('说得太长。');
    await page.getByRole('button', { name: '公布第 2 稿' }).click();
    await page.locator('.ant-popover').getByRole('button', { name: '公布', exact: true }).click();
    await page.getByRole('tab', { name: '各稿 2' }).waitFor();
    await page.getByText('说得太长。').waitFor();
    expect(await page.locator('del').first().innerText()).toBe('为了让遛狗的和不遛狗的都好过。');

    async function choose(label: string, option: string | RegExp) {
      await page.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
    }
  });

  test('editor: looks for a word among the comments -> those that say it, in the address too', async () => {
    const page = await open('editor');
    await openConsultation(OPEN, '意见');
    await page.getByText('全部', { exact: true }).click();
    await page.waitForURL(/queue=all/);
    await page.getByLabel('意见里说到的词').fill('信号');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const found = [...document.querySelectorAll('.comment-picker li')].map(one => one.textContent);
      return found.length > 0 && found.every(text => text.includes('信号'));
    });
    expect(page.url()).toContain(`q=${encodeURIComponent('信号')}`);
    await page.getByLabel('意见里说到的词').fill('无轨电车');
    await page.keyboard.press('Enter');
    await page.getByText('这一栏没有意见说到“无轨电车”').waitFor();
  });

  test('office: an adopted wording -> in the next draft by one click, edited, and the difference says whose it was', async () => {
    const page = await open('office');
    await openConsultation(REVISED, '意见');
    await page.getByText('采纳的', { exact: true }).click();
    await page
      .getByText(/公厕请装一个儿童马桶/)
      .first()
      .click();
    await page.getByRole('button', { name: '写进新的一稿' }).click();
    const clause = page.getByLabel('内容，第六条');
    await clause.waitFor();
    expect(await clause.inputValue()).toContain('装儿童马桶和扶手');
    await page.getByText('写进去了').waitFor();
    await clause.fill('过渡点设公厕，装儿童马桶和扶手。');
    await page.getByLabel(/^为什么改/).fill('带孩子的说公厕不好用。');
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: 'artifacts/console/light-consultations-carry.png', fullPage: true });
    await page.getByRole('button', { name: '公布第 3 稿' }).click();
    await page.locator('.ant-popover').getByRole('button', { name: '公布', exact: true }).click();
    await page.getByText('带孩子的说公厕不好用。').waitFor();
    await page.getByText(/^照着带孩子的妈妈的意见写的/).waitFor();
    await page.screenshot({ path: 'artifacts/console/light-consultations-carried.png', fullPage: true });
    await page.getByRole('link', { name: '看这条意见' }).first().click();
    await page.getByText('写进了第 3 稿。').waitFor();
  });

  test.each([{ dark: false }, { dark: true }])('every page, $dark dark -> axe-core finds nothing', async ({ dark }) => {
    const page = await open('office', { dark });
    const look = async (name: string) => {
      await page.screenshot({ path: `artifacts/console/${dark ? 'dark' : 'light'}-consultations-${name}.png` });
      expect({ name, found: await axeViolations(page) }).toEqual({ name, found: [] });
    };
    await desk.open('/consultations');
    await page.getByRole('link', { name: OPEN }).waitFor();
    await look('list');
    await desk.open('/consultations/new');
    await page.getByLabel(/^把草案贴在这里/).fill(TEXT);
    await look('new');
    await desk.open('/decisions?year=2026');
    await page.getByText('望桥农贸市场改造及过渡安置').waitFor();
    await look('decisions');
    await page.getByRole('button', { name: '列入一项' }).click();
    await page.getByRole('textbox', { name: '决策事项' }).waitFor();
    await look('decision');
    await desk.open('/consultations');
    await page.getByRole('link', { name: REVISED }).click();
    await page.getByRole('tab', { name: /^各稿/ }).click();
    await page.getByRole('heading', { name: '第 2 稿' }).waitFor();
    await look('versions');
    await page.getByRole('button', { name: '出新的一稿' }).click();
    await page.getByLabel('内容，第一条').waitFor();
    await look('revise');
    await openConsultation(OPEN);
    await look('facts');
    for (const [tab, sign] of [
      ['草案', '条意见'],
      ['意见', '键盘：'],
      ['账和结果', '一共收到'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      await page.getByText(sign).first().waitFor();
      await look(tab);
    }
    await page.getByRole('tab', { name: /^意见/ }).click();
    await page.getByText('全部', { exact: true }).click();
    // More than wait to be looked at: the list is the one that was asked for, and no longer the one before.
    await page.getByRole('list', { name: '这一栏的意见' }).getByRole('listitem').nth(2).waitFor();
    await page.getByRole('button', { name: '和别的意见重复' }).click();
    await page.getByText('和哪一条重复').waitFor();
    await look('duplicate');
    await page.getByRole('button', { name: '先不' }).click();
    await page.getByRole('button', { name: '请别的单位拟答复' }).click();
    await page.getByRole('dialog').waitFor();
    await look('assign');
    await page.getByRole('button', { name: '先不' }).click();
    await page.getByRole('button', { name: '录入线下的意见' }).click();
    await page.getByLabel('意见原话').waitFor();
    await look('record');
    const anyone = stage.district.anyone;
    const body = { username: 'office', password: 'bandeng-demo' };
    const { accessToken } = await anyone.call('auth.staff', { body });
    const office = createTestClient(stage.district.app.origin, accessToken);
    const id = randomUUID();
    await office.call('staff.consultations.create', {
      body: {
        ...{ id, question: '公园几点关灯？', title: '公园照明办法', unitId: 'civil-affairs', kind: 'majorDecision' },
        ...{ opensOn: '2026-12-01', background: [], contact: '区民政局 0599-555-0101' },
        draft: { kind: 'clauses', clauses: [{ id: 'c1', label: '第一条', text: '九点关灯。' }] },
      },
    });
    await desk.open(`/consultations/${id}/edit`);
    await page.getByLabel('用大白话问一句').waitFor();
    await look('edit');
  });
});
