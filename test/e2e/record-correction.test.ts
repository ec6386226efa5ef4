import { drawnLines, type TestClient } from '@bandeng/test-kit';
import fs from 'node:fs';
import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { caseDesk } from './support/case-desk';
import { openDesk, type Desk } from './support/desk';
import { modes, openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

/** The demo district stands still on this day. */
const TODAY = '2026-11-17';
const APPLICANT = 'demo-resident-4';
const LETTER = '政府信息更正告知书';

describeInBrowser('one’s own record is put right (Art. 41)', () => {
  const stage = setStage();
  const opened: (Desk | Phone)[] = [];
  afterEach(async () => {
    const faults = opened.flatMap(open => open.faults);
    await Promise.all(opened.splice(0).map(open => open.close()));
    expect(faults).toEqual([]);
  });

  const deskOf = async (username: string, dark = false): Promise<Desk> => {
    const desk = await openDesk(stage.browser, stage.district.app.origin, { dark });
    opened.push(desk);
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    return desk;
  };
  const pocket = async (mode: (typeof modes)[number] = 'normal'): Promise<Phone> => {
    const { session } = await stage.district.logIn(APPLICANT);
    const phone = await openPhone(stage.browser, stage.district.app.origin, { session, mode });
    opened.push(phone);
    return phone;
  };
  async function fillFirstStep(phone: Phone): Promise<void> {
    await phone.open('requestForm');
    await phone.tap('radio', '我的记录写错了');
    await phone.type('哪份记录写错了？', '高龄补贴登记表');
    await phone.type('哪个单位记的？', '青槐街道办事处');
    await phone.type('上面是怎么写的？', '出生年月：1950年3月');
    await phone.type('应当是怎样的？', '出生年月：1949年3月');
  }
  const onlyCorrection = async (officer: TestClient) =>
    (await officer.call('staff.informationRequests.list', { query: { kind: 'record_correction' } })).items.find(
      ({ name }) => name === '高龄补贴登记表',
    )!;

  test.each(modes)('the form on the phone, %s -> both choices, its own fields, nothing for axe', async mode => {
    const phone = await pocket(mode);
    await fillFirstStep(phone);
    await phone.screenshot(`record-correction/${mode}-form`);
    expect(await axeViolations(phone.page)).toEqual([]);
    await phone.tap('radio', '我要信息');
    await phone.see('你要什么？');
  });

  test('asked for on the phone, four results at the desk, signed by three, the letter by hand -> read on the phone, its 送达回证 signed', async () => {
    const phone = await pocket();
    await fillFirstStep(phone);
    await phone.tap('button', '下一步');
    await phone.type('姓名', '贺一苇');
    await phone.tap('radio', '护照');
    await phone.type('证件号码', 'E00000091');
    await phone.type('电话', '19900000091');
    await phone.tap('button', '下一步');
    await phone.tap('radio', '在这里看');
    await phone.go('request', 'button', '交申请');
    await phone.see('青槐街道办事处的记录');
    await phone.screenshot('record-correction/sent');

    const officer = await stage.district.officer();
    const { id } = await onlyCorrection(officer);
    await officer.call('staff.informationRequests.register', { params: { id } });
    const desk = await deskOf('officer');
    const { page, open } = desk;
    await open('/information-requests?kind=record_correction');
    await page.getByText('更正', { exact: true }).first().waitFor();
    await page.screenshot({ path: 'artifacts/record-correction/desk-list.png' });
    await open(`/information-requests/${id}/decide`);
    await page.getByLabel(/^核实的情况/).fill('登记表和户口登记不一样，户口登记是1949年3月');
    await page.getByText('本机关无权更正，转送有权更正的行政机关').click();
    await page.getByLabel('有权更正的是哪个机关').fill('青槐街道办事处');
    await page.getByLabel('哪一天、怎么转的').fill('11月17日送了转送函');
    await page.getByText('文书里会写').waitFor();
    await page.screenshot({ path: 'artifacts/record-correction/desk-decide.png', fullPage: true });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^报\s?审$/ }).click();
    await page.getByText('经过', { exact: true }).waitFor();

    await caseDesk(await deskOf('legal'), id).sign('法律审核', '有据，同意。');
    await caseDesk(await deskOf('head'), id).sign('批准答复', '同意。');
    const ofCase = caseDesk(desk, id);
    await ofCase.makeLetter(officer, 'record_correction');
    const files = await ofCase.letterFiles(LETTER);
    for (const words of ['第四十一条', '已经转送有权更正的青槐街道办事处', '出生年月：1949年3月'])
      expect([words, files.docx.includes(words), files.pdf.includes(words)]).toEqual([words, true, true]);

    const row = page.locator('.letter-row', { has: page.getByText(LETTER, { exact: true }) });
    const pdf = async (name: string) => ({ name, mimeType: 'application/pdf', buffer: await page.pdf() });
    await row.getByLabel(/交盖章的扫描件/).setInputFiles(await pdf('盖章.pdf'));
    await row.getByRole('button', { name: /^送\s?达$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('怎么送', { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: '当面' }).click();
    await dialog.getByLabel(/^哪一天送到的/).fill(TODAY);
    await dialog.getByLabel(/^哪一天送到的/).press('Tab');
    await dialog.getByLabel(/^送到哪里/).fill('政务服务大厅 6 号窗口');
    await dialog.getByRole('button', { name: /^送\s?达$/ }).click();
    await row.getByText('已送达', { exact: true }).waitFor();
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: /送达回证：PDF/ }).click(),
    ]);
    const lines = drawnLines(fs.readFileSync(await sheet.path())).join('');
    expect(lines).toContain(`送达文书：《${LETTER}》`);
    expect(lines).toContain('送达方式：当面送达。送达地点：政务服务大厅 6 号窗口。');
    await row.getByLabel('交签了字的送达回证').setInputFiles(await pdf('回证.pdf'));
    await row.getByText(/^签了字的送达回证/).waitFor();
    await row.scrollIntoViewIfNeeded();
    await page.screenshot({ path: 'artifacts/record-correction/desk-letter.png' });

    await phone.open('request', { id });
    await phone.see(/已经转送有权更正的青槐街道办事处/);
    await phone.screenshot('record-correction/answered');
    await phone.go('letter', 'link', new RegExp(`^${LETTER}`));
    await phone.see(/^经核实：登记表和户口登记不一样/);
    await phone.screenshot('record-correction/letter');
  });

  test.each([{ dark: false }, { dark: true }])(
    'the demo’s own case at the desk and the counter, dark $dark -> marked 更正, nothing for axe',
    async ({ dark }) => {
      const { page, open } = await deskOf('officer', dark);
      const officer = await stage.district.officer();
      const { items } = await officer.call('staff.informationRequests.list', { query: { kind: 'record_correction' } });
      const { id } = items.find(({ name }) => name === '双井食堂老人助餐登记表')!;
      const look = async (name: string) => {
        await page.screenshot({
          path: `artifacts/record-correction/${dark ? 'dark' : 'light'}-${name}.png`,
          fullPage: true,
        });
        expect(await axeViolations(page)).toEqual([]);
      };
      await open(`/information-requests/${id}`);
      await page.getByText('要更正的记录', { exact: true }).waitFor();
      await look('case');
      await open('/information-requests/counter');
      await page.getByText('更正自己的记录', { exact: true }).click();
      await page.getByLabel('哪个单位记的').waitFor();
      await look('counter');
    },
  );
});
