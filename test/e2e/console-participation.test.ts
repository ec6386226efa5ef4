import { randomUUID } from 'node:crypto';
import { createTestClient } from '@bandeng/test-kit';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openDesk, type Desk } from './support/desk';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';
import { residents } from './support/views';

const asked = { required: true, showIf: null };
const DAY_MS = 86_400_000;

describeInBrowser('questionnaires and meetings', () => {
  const stage = setStage();
  let desk: Desk | undefined;
  let phone: Phone | undefined;
  afterEach(async () => {
    expect([...(desk?.faults ?? []), ...(phone?.faults ?? [])]).toEqual([]);
    await desk?.close();
    await phone?.close();
    desk = phone = undefined;
  });
  const openAs = async (username: string, { dark = false } = {}) => {
    desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    return desk;
  };
  const office = async () => {
    const body = { username: 'office', password: 'bandeng-demo' };
    const { accessToken } = await stage.district.anyone.call('auth.staff', { body });
    return createTestClient(stage.district.app.origin, accessToken);
  };

  test('published at the desk, answered and signed up for on the phone -> words looked at, the person seen, told of the answer', async () => {
    const client = await office();
    // The district's clock, which is not that of the machine.
    const now = Date.parse((await client.fetch('/healthz')).headers.get('date')!);
    const day = (offset: number) => new Date(now + offset * DAY_MS).toISOString();
    const survey = randomUUID();
    const questions = [
      {
        ...asked,
        id: 'q1',
        kind: 'single' as const,
        title: '你去过吗？',
        options: [
          { id: 'o1', label: '去过' },
          { id: 'o2', label: '没去过' },
        ],
      },
      {
        ...asked,
        id: 'q2',
        kind: 'text' as const,
        title: '为什么没去？',
        showIf: { questionId: 'q1', optionId: 'o2' },
      },
    ];
    const days = { opensOn: day(-1).slice(0, 10), closesOn: day(9).slice(0, 10) };
    const content = { title: '夜市问卷', intro: '想知道夜市办得好不好。', unitId: 'civil-affairs', ...days, questions };
    await client.call('staff.surveys.create', { body: { id: survey, ...content } });
    const meeting = randomUUID();
    const signUp = { closesAt: day(3), quota: 5, selection: 'criteria' as const, criteria: '住在附近的先来' };
    const where = { kind: 'bench' as const, title: '夜市板凳会', topic: '夜市几点收摊。', unitId: 'civil-affairs' };
    const when = { place: '夜市东口', startsAt: day(6), agenda: ['大家说'], signUp };
    await client.call('staff.meetings.create', { body: { id: meeting, ...where, ...when } });

    const { page, open } = await openAs('office');
    await open(`/surveys/${survey}`);
    await page.getByRole('button', { name: '发布问卷' }).click();
    await page
      .getByRole('button', { name: '发 布' })
      .or(page.getByRole('button', { name: '发布', exact: true }))
      .click();
    await page.getByText('收答卷').first().waitFor();
    await client.call('staff.meetings.publish', { params: { id: meeting } });

    const { session } = await stage.district.logIn(residents.correcting);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session });
    await phone.open('survey', { id: survey });
    await phone.tap('radio', '没去过');
    await phone.type(/为什么没去/, '收摊太早');
    await phone.tap('button', '交上去');
    await phone.see(/收下了，谢谢你/);
    await phone.see(/SHA-256/);
    await phone.open('meeting', { id: meeting });
    await phone.tap('button', '我想去');
    await phone.type(/^姓名/, '尤小树');
    await phone.tap('button', '报名');
    await phone.see('等答复');

    await open(`/surveys/${survey}?tab=texts`);
    await page.getByText('收摊太早').waitFor();
    await page.getByRole('button', { name: '可以公开' }).click();
    await page.locator('.ant-tag', { hasText: '可以公开' }).waitFor();
    await open(`/meetings/${meeting}?tab=people`);
    await page.getByRole('button', { name: '答复：尤小树' }).click();
    await page.getByLabel(/^理由/).fill('住得近');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /答\s?复/ })
      .click();
    await page.locator('.ant-tag', { hasText: '参加' }).waitFor();
    await phone.open('mySignUps');
    await phone.see('你可以来');
  });

  test.each([{ dark: false }, { dark: true }])('every page, dark $dark -> axe-core finds nothing', async ({ dark }) => {
    const client = await office();
    const first = async <T extends { id: string }>(page: Promise<{ items: T[] }>) => (await page).items[0]!.id;
    const survey = await first(client.call('staff.surveys.list', { query: { state: 'answered' } }));
    const meeting = await first(client.call('staff.meetings.list', { query: { state: 'recorded' } }));
    const { page, open } = await openAs('office', { dark });
    const ofSurvey = ['', '?tab=texts', '?tab=result', '?tab=history'].map(tab => `/surveys/${survey}${tab}`);
    const ofMeeting = ['', '?tab=people', '?tab=minutes', '?tab=resolutions'].map(tab => `/meetings/${meeting}${tab}`);
    for (const path of ['/surveys', '/surveys/new', ...ofSurvey, '/meetings', '/meetings/new', ...ofMeeting]) {
      await open(path);
      await page.locator('.ant-table, .ant-card').first().waitFor();
      await page.screenshot({
        path: `artifacts/console/${dark ? 'dark' : 'light'}${path.replace(/[^a-z]+/g, '-')}.png`,
      });
      expect({ path, found: await axeViolations(page) }).toEqual({ path, found: [] });
    }
  });
});
