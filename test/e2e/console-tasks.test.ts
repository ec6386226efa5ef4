import { randomUUID } from 'node:crypto';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { setStage } from './support/stage';

describeInBrowser('the console, task by task', () => {
  const stage = setStage();
  let desk: Desk;
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  /** Signed in as a role, on a page. */
  const openAs = async (username: string, path: string, dark = false) => {
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    await desk.open(path);
    return desk.page;
  };
  const reportMistake = async (text: string) => {
    const { items } = await stage.district.anyone.call('notices.list', { query: { limit: 1 } });
    const { id, title } = items[0]!;
    const body = { id: randomUUID(), kind: 'mistake' as const, text };
    await stage.district.anyone.call('notices.feedback', { params: { id }, body });
    return { id, title };
  };
  const nudge = async () => {
    const { client } = await stage.district.logIn('demo-resident-2');
    const domains = await client.call('domains.list', { query: { limit: 100 } });
    const domain = domains.items.find(({ overdueCount }) => overdueCount > 0)?.id;
    const { items } = await client.call('entries.list', { query: { limit: 100, domain } });
    for (const { id, name } of items) {
      const { duty } = await client.call('entries.get', { params: { id }, query: {} });
      const late = duty?.periods.find(({ state }) => state === 'overdue');
      if (!late) continue;
      await client.call('entries.nudge', { params: { id }, body: { id: randomUUID(), from: late.from } });
      return name;
    }
    throw new Error('nothing of the demo district is late');
  };

  test('feedback: from the desk -> that task is marked and first, the notice opens as the public sees it, closed with a word', async () => {
    await reportMistake('另一处也错了');
    const { id } = await reportMistake('开放时间写错了');
    const page = await openAs('office', '/');
    await page
      .getByRole('row', { name: /开放时间写错了/ })
      .getByRole('link')
      .click();
    const row = page.locator('tr.marked');
    await row.getByText('开放时间写错了').waitFor();
    expect(await page.locator('tbody tr.ant-table-row').first().innerText()).toContain('开放时间写错了');
    expect(await row.getByRole('link').getAttribute('href')).toMatch(new RegExp(`^/m/#/.*id=${id}$`));
    await row.getByRole('button', { name: /^办结/ }).click();
    await page.getByLabel(/^核对的结果/).fill('改成了每天九点');
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('办完的').click();
    await page.getByText('改成了每天九点').waitFor();
  });

  test('nudges: somebody asked for what is late -> answered, and the answer is kept', async () => {
    const name = await nudge();
    const page = await openAs('office', '/nudges');
    await page
      .getByRole('button', { name: `办结：${name}` })
      .first()
      .click();
    await page.getByLabel(/^怎么答复/).fill('数据下周核完就公开');
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await page.getByText('催的人会收到消息').waitFor();
    await page.getByText('办完的').click();
    await page.getByText('数据下周核完就公开').waitFor();
  });

  test('notices: found by unit, column and words, its facts, taken down with a reason -> the public finds it no more', async () => {
    const { items } = await stage.district.anyone.call('notices.list', { query: { limit: 20 } });
    const { id, title, unit, columns } = items.at(-1)!;
    const filters = new URLSearchParams({ unit: unit.id, column: columns[0]!.id, q: title.slice(0, 8) });
    const page = await openAs('office', `/notices?${filters}`);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.getByRole('link', { name: /^打开/ }).getAttribute('href')).toMatch(
      new RegExp(`^/m/#/.*id=${id}$`),
    );
    await page.getByRole('button', { name: '撤下' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click();
    await page.getByText('请写明理由').waitFor();
    await page.getByLabel(/^为什么撤下/).fill('附表里的数字要重新核');
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click();
    await page.getByText('撤下了，公众只看得到标题和理由').waitFor();
    await page.getByRole('heading', { level: 1, name: '公开信息' }).waitFor();
    const stub = await stage.district.anyone.call('notices.get', { params: { id }, query: {} });
    expect(stub.withdrawn?.reason).toBe('附表里的数字要重新核');
  });

  test('objection: examined and settled -> counted, told to who objected; the posting is not over, so not concluded', async () => {
    const page = await openAs('office', '/postings');
    await page.getByRole('link', { name: /租金补贴名单（第三批）/ }).click();
    await page.getByRole('button', { name: /^开始核查：我家三口人/ }).click();
    await page.getByText(/^核查中（/).waitFor();
    await page.getByRole('button', { name: /^给出结论：我家三口人/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '部分成立' }).check();
    await dialog.getByLabel(/^理由/).fill('材料收到过，漏登了一份，补进下一批。');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^定下来/ }).click();
    await page.getByText('2 件，0 件没有结论').waitFor();
    expect(await page.getByRole('button', { name: '公示结束' }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    const { client } = await stage.district.logIn('demo-resident-2');
    const [objection] = (await client.call('me.objections.list', { query: {} })).items;
    expect(objection).toMatchObject({
      state: 'settled',
      result: 'partly',
      reason: '材料收到过，漏登了一份，补进下一批。',
    });
  });

  test('staff: a new member with a unit -> signs in; is closed -> can no longer', async () => {
    const page = await openAs('admin', '/staff');
    await page.getByRole('button', { name: '新增工作人员' }).click();
    await page.getByLabel('姓名').fill('安小禾');
    await page.getByLabel(/^用户名/).fill('an.xiaohe');
    await page.getByLabel(/^第一次用的密码/).fill('a bench in the sun');
    await page.getByLabel('第 1 个角色', { exact: true }).click();
    await page.getByTitle('经办', { exact: true }).click();
    await page.getByLabel('第 1 个角色的范围').fill('民政');
    await page.getByTitle(/民政/).first().click();
    await page.getByRole('button', { name: '新增', exact: true }).click();
    const row = page.getByRole('row', { name: /安小禾/ });
    await row.getByText(/经办 · .*民政/).waitFor();
    const login = { username: 'an.xiaohe', password: 'a bench in the sun' };
    const { account } = await stage.district.anyone.call('auth.staff', { body: login });
    expect(account.roles).toEqual([{ role: 'editor', unitId: expect.any(String), areaId: null }]);
    await row.getByRole('button', { name: '停用安小禾' }).click();
    await page.locator('.ant-popover').getByRole('button', { name: '停用' }).click();
    await row.getByText('停用了').waitFor();
    await expect(stage.district.anyone.call('auth.staff', { body: login })).rejects.toThrow('auth.password_wrong');
    expect(await page.getByRole('button', { name: '停用系统管理员' }).count()).toBe(0);
  });

  test('audit: by kind of record, then by one record -> only its entries; the address keeps it', async () => {
    const page = await openAs('auditor', '/audit?collection=staff');
    await page.getByRole('button', { name: /^只看/ }).first().click();
    await page.waitForURL(/subject=/);
    await page.reload();
    await page
      .getByRole('row', { name: /工作人员/ })
      .first()
      .waitFor();
    const subjects = await page.getByRole('button', { name: /^只看/ }).allInnerTexts();
    expect(new Set(subjects).size).toBe(1);
    expect(page.url()).toContain(`subject=${subjects[0]}`);
  });

  test.each([{ dark: false }, { dark: true }])(
    'every page as its role, dark $dark -> axe-core finds nothing',
    async ({ dark }) => {
      const pages = {
        office: [
          ...['/notices', '/enquiries', '/enquiries/opinions', '/enquiries/duty', '/enquiries/hotline'],
          ...['/columns', '/postings', '/feedback', '/nudges?state=done'],
        ],
        admin: ['/organization', '/organization?tab=rosters', '/staff'],
        auditor: ['/audit'],
      };
      for (const [role, paths] of Object.entries(pages)) {
        await desk?.close();
        const page = await openAs(role, '/', dark);
        for (const path of paths) {
          await desk.open(path);
          await page.locator('.ant-table').waitFor();
          await page.screenshot({
            path: `artifacts/console/${dark ? 'dark' : 'light'}${path.replace(/\W/g, '-')}.png`,
          });
          expect({ path, found: await axeViolations(page) }).toEqual({ path, found: [] });
        }
        if (role === 'office') {
          await desk.open('/notices');
          // The page before stays until this one has come.
          await page.getByRole('heading', { level: 1, name: '公开信息' }).waitFor();
          await page.locator('tbody').getByRole('link').first().click();
          await page.getByText('公众看到的', { exact: true }).waitFor();
          expect(await axeViolations(page)).toEqual([]);
          await desk.open('/enquiries');
          await page.getByRole('heading', { level: 1, name: '网上民声' }).waitFor();
          await page.locator('tbody').getByRole('link').first().click();
          await page.getByText('经过').waitFor();
          expect(await axeViolations(page)).toEqual([]);
          await desk.open('/matters');
          await page.getByRole('heading', { level: 1, name: '一件事的经过' }).waitFor();
          expect(await axeViolations(page)).toEqual([]);
          await page.locator('tbody').getByRole('link').first().click();
          await page.getByText('归到这件事的').waitFor();
          expect(await axeViolations(page)).toEqual([]);
        }
        if (role !== 'admin') continue;
        await page.getByRole('button', { name: '新增工作人员' }).click();
        await page.getByLabel('姓名').waitFor();
        expect(await axeViolations(page)).toEqual([]);
      }
    },
  );
});
