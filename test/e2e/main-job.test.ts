import type { PageName } from '../../apps/miniprogram/src/routes';
import { describeInBrowser } from '../support/browser';
import { modes, openPhone, type Mode, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { until } from '../support/until';

const QUESTION = '助餐补贴多久公开一次才好？';
const ENTRY = '老年人助餐补贴发放结果';

const tabs = { 首页: 'home', 公开: 'public', 参与: 'participation', 我的: 'mine' } as const;

/** Somebody else in each mode, so that each finds the district as it was. */
const people: Record<Mode, { openid: string; name: string }> = {
  normal: { openid: 'demo-resident-2', name: '何建军' },
  dark: { openid: 'demo-resident-4', name: '梁素芬' },
  elder: { openid: 'demo-resident-5', name: '孙玉梅' },
};

/** PRODUCT.md, The main job: read, find, say, ask, and be told what became of it. */
describeInBrowser('main job', () => {
  const stage = setStage();
  let phone: Phone;

  afterEach(() => phone.close());

  test.each(modes)('a resident in %s mode: without login until it is needed -> told what became of it', async mode => {
    phone = await openPhone(stage.browser, stage.district.app.origin, { mode });
    const { openid, name } = people[mode];
    const proposal = `每月结束后 ${modes.indexOf(mode) + 6} 个工作日内`;

    await readNotice(mode);
    await findEntry(mode);
    await sayOnField(mode, proposal, name);
    const { client } = await stage.district.logIn(openid);
    const mine = () => client.call('me.comments.list', { query: { limit: 100 } });
    const sent = (await mine()).items.filter(comment => comment.proposedText === proposal);
    expect(sent).toEqual([expect.objectContaining({ targetLabel: expect.stringContaining(ENTRY) as string })]);
    expect(await phone.page.getByText(sent[0]?.receipt.hash.slice(0, 8) ?? '').count()).toBeGreaterThan(0);

    const another = `${name}又说：通知贴到楼道里`;
    await sayOnWholeAndWithdraw(another);
    expect((await mine()).items.find(comment => comment.body === another)).toMatchObject({ state: 'withdrawn' });

    const asked = `食堂承包合同（${mode}）`;
    await askForInformation(mode, asked);
    const requests = (await client.call('me.informationRequests.list', { query: {} })).items;
    const [request, ...more] = requests.filter(item => item.name === asked);
    expect(request).toMatchObject({ status: 'awaiting_confirmation', dueOn: null });
    expect(more).toEqual([]);
    const officer = await stage.district.officer();
    await officer.call('staff.informationRequests.register', { params: { id: request?.id ?? '' } });
    const told = async () =>
      (await client.call('me.messages.list', { query: { limit: 100 } })).items.filter(({ title }) => title === asked);
    await until(async () => (await told()).length > 0);
    await seeClock(mode);
    await seeMine(mode, asked);
    await seeOutcome(mode);

    expect(await told()).toHaveLength(1);
    expect(phone.faults).toEqual([]);
  });

  /** Tabs, or in elder mode the doors of the home page. */
  async function goTo(mode: Mode, tab: keyof typeof tabs) {
    const doors: Partial<Record<typeof tab, RegExp>> = { 公开: /^看公开/, 参与: /^提意见/ };
    const door = mode === 'elder' ? doors[tab] : undefined;
    if (door) {
      await phone.go('home', 'link', '首页');
      await phone.go(tabs[tab], 'link', door);
    } else await phone.go(tabs[tab], 'link', tab);
  }

  const backTo = (page: PageName) => phone.go(page, 'button', '返回');

  async function readNotice(mode: Mode) {
    await phone.open('home');
    await phone.screenshot(`main-job/${mode}-1-home`);
    await goTo(mode, '公开');
    await phone.go('notices', 'link', '最新公开');
    const { items } = await stage.district.anyone.call('notices.list', { query: {} });
    const notice = items.find(item => item.limited === null);
    await phone.go('notice', 'link', new RegExp(`^${notice?.title}`));
    await phone.see('这条信息怎么样？');
    await phone.screenshot(`main-job/${mode}-2-notice`);
    await backTo('notices');
    await backTo('public');
  }

  async function findEntry(mode: Mode) {
    await goTo(mode, '公开');
    await phone.tap('button', /^养老服务/);
    await phone.tap('button', /^补贴与服务/);
    await phone.go('entry', 'link', new RegExp(`^${ENTRY}`));
    for (const fact of ['公开什么', '谁公开', '何时公开', '每月结束后5个工作日内']) await phone.see(fact);
    await phone.screenshot(`main-job/${mode}-3-entry`);
    await backTo('public');
  }

  async function sayOnField(mode: Mode, proposal: string, name: string) {
    await goTo(mode, '参与');
    await phone.go('consultation', 'link', new RegExp(`^${QUESTION}`));
    await phone.screenshot(`main-job/${mode}-4-consultation`);
    await phone.tap('button', /^公开时限[^]*每月结束后5个工作日内[^]*提意见/);
    await phone.type('你想改成', proposal);
    await phone.type('为什么，可以不写', '五天来得及对账，月底就要用');
    await phone.screenshot(`main-job/${mode}-5-comment`);
    await phone.tap('button', '送出我的意见');
    await phone.go('receipt', 'link', name);
    await phone.see('收到你的意见了');
    await phone.screenshot(`main-job/${mode}-6-receipt`);
  }

  async function sayOnWholeAndWithdraw(words: string) {
    await phone.go('consultation', 'button', '再说一句');
    await phone.tap('button', '对整个草案说一句');
    await phone.type('你想说什么', words);
    await phone.go('receipt', 'button', '送出我的意见');
    await phone.see('收到你的意见了');
    await phone.tap('button', '撤回这条意见');
    await phone.tap('button', '撤回');
    await phone.page.getByRole('button', { name: '撤回这条意见' }).waitFor({ state: 'hidden' });
    await backTo('participation');
  }

  async function askForInformation(mode: Mode, asked: string) {
    await goTo(mode, '首页');
    await phone.go('requestForm', 'link', /^要信息/);
    await phone.type('你要什么？', asked);
    await phone.see('这些已经公开，先看看是不是');
    await phone.screenshot(`main-job/${mode}-7-suggestions`);
    await phone.tap('button', '都不是，接着申请');
    await phone.type('姓名', '何小禾');
    await phone.tap('radio', '护照');
    await phone.type('证件号码', 'E00000077');
    await phone.type('电话', '19900000077');
    await phone.tap('button', '下一步');
    await phone.tap('radio', '在这里看');
    await phone.go('request', 'button', '交申请');
    await phone.see('收到了');
    await phone.see(/^下一步，轮到/);
    await phone.see(/登记/);
    await phone.screenshot(`main-job/${mode}-8-request-sent`);
  }

  /** Registered on Tuesday 17 November: twenty working days later is Tuesday 15 December. */
  async function seeClock(mode: Mode) {
    await phone.page.reload();
    await phone.on('request');
    await phone.see('为什么是12月15日');
    await phone.see('登记好了，开始计时');
    const words = (await phone.page.getByRole('list', { name: '答复期限逐日说明' }).innerText()).split(/\s+/);
    for (const word of ['收到', '休', '最晚', '今天']) expect(words).toContain(word);
    const days = phone.page.getByRole('listitem', { name: /第 \d+ 个工作日/ });
    expect(await days.count()).toBe(20);
    await phone.screenshot(`main-job/${mode}-9-clock`);
  }

  async function seeMine(mode: Mode, asked: string) {
    await phone.open('home');
    await goTo(mode, '我的');
    await phone.go('myComments', 'link', /^我的意见/);
    await phone.see(QUESTION);
    await backTo('mine');
    await phone.go('requests', 'link', /^我的申请/);
    await phone.see(asked);
    await phone.see('最晚12月15日答复');
    await backTo('mine');
    await phone.go('inbox', 'link', /^消息/);
    await phone.see(asked);
    const messages = phone.page.getByRole('list', { name: '消息', exact: true }).getByRole('listitem');
    expect(await messages.filter({ hasText: asked }).count()).toBe(1);
    await phone.screenshot(`main-job/${mode}-10-inbox`);
    await backTo('mine');
  }

  async function seeOutcome(mode: Mode) {
    await goTo(mode, '参与');
    await phone.tap('tab', '有结果');
    await phone.go('outcome', 'link', /^老人吃饭补多少、送到家补不补？/);
    await phone.see('账对得上');
    const rows = await phone.page
      .getByRole('button', { name: /，\d+ 条$/ })
      .filter({ visible: true })
      .all();
    const counts = await Promise.all(
      rows.map(async row => /(\d+) 条$/.exec((await row.getAttribute('aria-label')) ?? '')),
    );
    const sum = counts.reduce((total, found) => total + Number(found?.[1]), 0);
    expect(counts).toHaveLength(5);
    expect(sum).toBeGreaterThan(0);
    await phone.see(`${sum} 条意见，条条有下落`);
    await phone.screenshot(`main-job/${mode}-11-outcome`);
  }
});
