import { createTestClient } from '@bandeng/test-kit';
import { describeInBrowser } from '../support/browser';
import { until } from '../support/until';
import { axeViolations } from './support/checks';
import { modes, openPhone, type Mode, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { idsOf, residents, type Ids } from './support/views';

/** Stands on the sheet that hangs beside the list, and nowhere else. */
const CODE_ON_THE_SHEET = 'DK12H4J7';

describeInBrowser('what a resident did, and what came of it', () => {
  const stage = setStage();
  let phone: Phone;
  let ids: Ids;
  beforeAll(async () => {
    ids = await idsOf(stage.district);
  });
  afterEach(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
  });
  async function takeOut(mode: Mode, who: keyof typeof residents | null) {
    const session = who ? (await stage.district.logIn(residents[who])).session : undefined;
    phone = await openPhone(stage.browser, stage.district.app.origin, { mode, ...(session && { session }) });
    return async (name: string) => {
      await phone.settled();
      await phone.screenshot(`resident/${name}-${mode}`);
      expect({ name, mode, found: await axeViolations(phone.page) }).toEqual({ name, mode, found: [] });
    };
  }
  async function staff(username: string) {
    const { accessToken } = await stage.district.anyone.call('auth.staff', {
      body: { username, password: 'bandeng-demo' },
    });
    return createTestClient(stage.district.app.origin, accessToken);
  }

  test.each(modes)(
    'an objection to a list, %s -> looked into, and its conclusion is read under 我的异议',
    async mode => {
      // Each of them objects once.
      const who = ({ normal: 'busy', dark: 'answered', elder: 'correcting' } as const)[mode];
      const look = await takeOut(mode, who);
      await phone.open('notice', { id: ids.running });
      await phone.tap('button', '我有异议');
      await phone.type('哪里不对', '名单里有一户去年搬走了。');
      await phone.type('姓名', '尤小树');
      await phone.tap('button', '提交异议');
      await phone.see(/^收到了/);
      await look('objection-sent');

      const office = await staff('office');
      const { items } = await office.call('staff.postings.objections', { params: { id: ids.running }, query: {} });
      const { id } = items.find(({ state }) => state === 'received')!;
      await office.call('staff.objections.settle', {
        params: { id },
        body: { result: 'partly', reason: '那一户是搬了，名单里划掉；其他各户核过，没有问题。' },
      });
      await phone.open('objections');
      await phone.see('部分成立');
      await phone.see('那一户是搬了，名单里划掉；其他各户核过，没有问题。');
      await look('objection-settled');
    },
  );

  test.each(modes)('a list for few, %s -> its facts for all, the names by the code on the posted sheet', async mode => {
    const look = await takeOut(mode, null);
    const { items } = await stage.district.anyone.call('notices.list', { query: { q: '居家适老化改造' } });
    const { id } = items.find(({ limited }) => limited !== null)!;
    await phone.open('notice', { id });
    await look('limited-stub');
    await phone.type('查阅码', 'AAAAAAA');
    await phone.tap('button', '看全文');
    await phone.see(/查阅码不对/);
    await phone.type('查阅码', CODE_ON_THE_SHEET.toLowerCase());
    await phone.tap('button', '看全文');
    await phone.see('改造内容');
    await look('limited-read');
  });

  test.each(modes)('a comment is reported, %s -> a person answers, and it is read under 我的举报和催办', async mode => {
    const look = await takeOut(mode, 'correcting');
    await phone.open('consultation', { id: ids.onEntries });
    await phone.tap('tab', /^大家说/);
    const at = modes.indexOf(mode);
    await phone.page.getByRole('button', { name: '举报', exact: true }).filter({ visible: true }).nth(at).click();
    await phone.tap('radio', '说的不是真的');
    await phone.page.getByRole('dialog').getByRole('button', { name: '举报', exact: true }).click();
    await phone.page.getByRole('dialog').waitFor({ state: 'detached' });

    const office = await staff('office');
    const params = { id: ids.onEntries };
    const reported = async () =>
      (await office.call('staff.comments.list', { params, query: { queue: 'reported' } })).items;
    await until(async () => (await reported()).length > 0);
    await office.call('staff.comments.review', {
      params: { ...params, commentId: (await reported())[0]!.id },
      body: { decision: 'approved', reason: '说的是他自己的看法，不是假话，留着。' },
    });
    await phone.open('reports');
    await phone.see('说的是他自己的看法，不是假话，留着。');
    await look('report-settled');
  });
});
