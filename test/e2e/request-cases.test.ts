import { randomUUID } from 'node:crypto';
import type { TestClient } from '@bandeng/test-kit';
import { describeInBrowser } from '../support/browser';
import { openDistrict } from '../support/district';
import { startDemo } from '../support/start-demo';
import { caseDesk } from './support/case-desk';
import { openDesk, type Desk } from './support/desk';
import { openPhone, type Phone } from './support/phone';
import { setStage } from './support/stage';

/** The demo district stands still on this day. */
const TODAY = '2026-11-17';
const APPLICANT = 'demo-resident-4';
const NAME = '贺一苇';

const ours = {
  '申请人是谁、怎么联系': '清楚',
  '是要政府信息，还是别的事': '要政府信息',
  同一个人以前要过一样的: '没有',
  '数量、频次明显超过': '没有',
  是不是由本机关负责: '是，本机关制作或者保存',
  '是不是工商、不动产': '不是',
  查到了吗: '查到了',
  已经主动公开了吗: '没有',
};

describeInBrowser('a request from its coming in to its letter', () => {
  const stage = setStage();
  const desks: Desk[] = [];
  let phone: Phone | undefined;
  afterEach(async () => {
    const faults = [...desks.flatMap(desk => desk.faults), ...(phone?.faults ?? [])];
    await Promise.all([...desks.splice(0), ...(phone ? [phone] : [])].map(open => open.close()));
    phone = undefined;
    expect(faults).toEqual([]);
  });

  const deskOf = async (username: string, origin = stage.district.app.origin): Promise<Desk> => {
    const desk = await openDesk(stage.browser, origin);
    desks.push(desk);
    await desk.signIn(username);
    await desk.page.getByRole('heading', { level: 1, name: /^手上/ }).waitFor();
    return desk;
  };
  const pocket = async (): Promise<Phone> => {
    const { session } = await stage.district.logIn(APPLICANT);
    phone = await openPhone(stage.browser, stage.district.app.origin, { session });
    return phone;
  };
  /** Filed on a phone and registered: how that looks is told by the test of the main job. */
  async function registered(name: string): Promise<{ id: string; officer: TestClient }> {
    const { client } = await stage.district.logIn(APPLICANT);
    const idDocument = { type: 'passport' as const, number: 'E00000091' };
    const { id } = await client.call('informationRequests.create', {
      body: {
        id: randomUUID(),
        applicant: { kind: 'person', name: NAME, idDocument, phone: '19900000091' },
        content: { name },
        delivery: { form: 'electronic', method: 'app' },
      },
    });
    const officer = await stage.district.officer();
    await officer.call('staff.informationRequests.register', { params: { id } });
    return { id, officer };
  }
  async function signedByBoth(id: string): Promise<void> {
    await caseDesk(await deskOf('legal'), id).sign('法律审核', '事实清楚，依据正确，救济途径写明了。');
    await caseDesk(await deskOf('head'), id).sign('批准答复', '同意。');
  }
  /** What every letter of refusal says, in the file that is printed and in the one that is edited. */
  function expectWords(files: { docx: string; pdf: string }, words: readonly string[]): void {
    for (const word of [...words, NAME, '未盖章'])
      expect({ word, docx: files.docx.includes(word), pdf: files.pdf.includes(word) }).toEqual({
        ...{ word, docx: true, pdf: true },
      });
  }

  test('refused with a third party: asked, it objects, decided by three -> letter in Word and PDF, sealed, read on the phone', async () => {
    const { id, officer } = await registered('食堂供货合同里的单价');
    const desk = caseDesk(await deskOf('officer'), id);
    await desk.act('征求意见', '发出去了，停表', async form => {
      await form.type('名称', '栖河区和顺粮油店');
      await form.type('问什么', '申请人要看单价，同不同意公开？');
    });
    await desk.act('登记对方的答复', '记下', async form => {
      await form.day('哪一天', TODAY);
      await form.choose('意见', '不同意公开');
      await form.type('怎么说的、什么理由', '单价是商业秘密，公开了别家会照着压价。');
    });
    const refusal = {
      ...ours,
      有没有法律写明的不能给的理由: '商业秘密、个人隐私等，会损害第三方（第十五条）',
      第三方的那一部分: '不会：不给',
      能不能把不能给的遮掉: '不能分开',
    };
    await desk.propose(refusal, '单价属于第三方的商业秘密，第三方不同意公开，理由成立。');
    await signedByBoth(id);
    await desk.makeLetter(officer, 'denied_third_party', {
      thirdPartyInterest: '商业秘密',
      publicInterest: '单价不公开，对公共利益没有重大影响',
    });
    const { kind } = (await officer.call('staff.letters.list', { params: { id }, query: {} })).items[0]!;
    expectWords(await desk.letterFiles(kind.name), ['第十五条', '应当先申请行政复议', '公复〔2026〕']);
    await desk.sealAndDeliver(kind.name, TODAY);

    const phone = await pocket();
    await phone.open('request', { id });
    await phone.see('送达给你的文书');
    await phone.go('letter', 'link', /^政府信息不予公开告知书/);
    await phone.see(/应当先申请行政复议/);
    await phone.screenshot('request-cases/refused');
  });

  test('partly given: a place in a text removed, what is left made a PDF -> the applicant gets that file and its letter, never the name', async () => {
    const { id, officer } = await registered('活动室维修的验收记录');
    const { page, open } = await deskOf('officer');
    await open(`/information-requests/${id}/redact-text`);
    await page.getByLabel('题目').fill('验收记录');
    const text = '屋面不漏水。验收人贺兰山，住槐影巷九号。门窗齐全。';
    const secret = '贺兰山，住槐影巷九号';
    await page.getByLabel('文字', { exact: true }).fill(text);
    await page.getByLabel('文字', { exact: true }).evaluate(
      (field, [from, to]) => {
        (field as HTMLTextAreaElement).focus();
        (field as HTMLTextAreaElement).setSelectionRange(from!, to!);
      },
      [text.indexOf(secret), text.indexOf(secret) + secret.length],
    );
    await page.getByRole('button', { name: '把选中的遮去' }).click();
    await page.getByRole('button', { name: '做成 PDF' }).click();
    await page.getByText('经过', { exact: true }).waitFor();

    const desk = caseDesk(desks.at(-1)!, id);
    const part = {
      ...ours,
      有没有法律写明的不能给的理由: '商业秘密、个人隐私等，会损害第三方（第十五条）',
      第三方的那一部分: '不会：不给',
      能不能把不能给的遮掉: '能，给一部分',
      按申请人要的形式: '给得了',
      '要给出去的，做过保密审查': '做过了',
    };
    await desk.propose(part, '遮去了别人的姓名和住址，其余给你。', [/^验收记录/]);
    await signedByBoth(id);
    await desk.makeLetter(officer, 'partial', { withheldParts: '验收人的姓名和住址' });
    const letters = await officer.call('staff.letters.list', { params: { id }, query: {} });
    const { kind } = letters.items[0]!;
    expectWords(await desk.letterFiles(kind.name), ['第三十七条', '验收人的姓名和住址']);

    const { client } = await stage.district.logIn(APPLICANT);
    const { decision } = await client.call('informationRequests.get', { params: { id } });
    const [file] = decision!.attachments;
    const given = Buffer.from(await (await client.fetch(`/api/v1/files/${file!.id}`)).arrayBuffer());
    expect(given.subarray(0, 5).toString()).toBe('%PDF-');
    const phone = await pocket();
    await phone.open('request', { id });
    await phone.see('遮去了别人的姓名和住址，其余给你。');
    expect(await phone.page.content()).not.toContain(secret);
    await phone.screenshot('request-cases/partly-given');
  });

  test('asked to put it right, put right on the phone, then more time -> the clock begins anew and the last day moves', async () => {
    const { id, officer } = await registered('那条路的材料');
    const desk = caseDesk(await deskOf('officer'), id);
    await desk.act('告知补正', '发告知', async form => {
      await form.type('要补什么', '请写明是哪条路、哪一年的什么材料。');
      await form.day('最晚哪天补', '2026-12-01');
    });
    const phone = await pocket();
    await phone.open('request', { id });
    await phone.see(/请写明是哪条路/);
    await phone.go('requestCorrection', 'button', '去补正');
    await phone.type('你要什么？', '渡口路 2025 年大修的验收单');
    await phone.go('request', 'button', '交补正');
    await phone.see('渡口路 2025 年大修的验收单');
    const before = await officer.call('informationRequests.get', { params: { id } });
    expect(before).toMatchObject({ status: 'in_progress', dueOn: '2026-12-15' });

    await caseDesk(await deskOf('head'), id).act('同意延长', '同意延长', form =>
      form.type('为什么（申请人看得到）', '验收单在三个单位，要调档。'),
    );
    await phone.page.reload();
    await phone.on('request');
    await phone.see('写答复，时间已经延长');
    await desk.makeLetter(officer, 'extension_notice');
    await phone.screenshot('request-cases/extended');
  });

  test('not information but a complaint: the applicant is asked, says yes on the phone -> goes on as a message, one history', async () => {
    const { id } = await registered('楼下烧烤摊天天冒烟，你们管不管');
    const desk = caseDesk(await deskOf('officer'), id);
    await desk.act('问愿不愿意转', '问申请人', form =>
      form.type(/^为什么，转了/, '这是投诉，在网上民声五个工作日就有回音。'),
    );
    const phone = await pocket();
    await phone.open('request', { id });
    await phone.see(/五个工作日就有回音/);
    await phone.screenshot('request-cases/conversion');
    await phone.tap('button', '同意转');
    await phone.see('转成了这件：网上民声');
    await phone.screenshot('request-cases/converted');
    const { client } = await stage.district.logIn(APPLICANT);
    const { linked } = await client.call('informationRequests.get', { params: { id } });
    expect(linked).toEqual([expect.objectContaining({ number: expect.any(String) as string })]);
    const { page } = desks[0]!;
    await page.reload();
    await page.getByText(linked[0]!.number).first().waitFor();
  });

  test('what was to be put right did not come by its day -> ended by the officer with the reason, in words the applicant can read', async () => {
    const district = await openDistrict(startDemo({ env: { LOG_LEVEL: 'warn', NOW: '2027-01-12T02:00:00.000Z' } }));
    try {
      const officer = await district.officer();
      const query = { status: 'awaiting_correction' as const };
      const [waiting] = (await officer.call('staff.informationRequests.list', { query })).items;
      const { id } = waiting!;
      const desk = caseDesk(await deskOf('officer', district.app.origin), id);
      await desk.act('过期，不再处理', '不再处理', form =>
        form.type(/^怎么认定的/, '期限过了，没有补，也没有说明理由。'),
      );
      expect(await officer.call('informationRequests.get', { params: { id } })).toMatchObject({ status: 'lapsed' });
      await desk.makeLetter(officer, 'lapsed');
      const { kind } = (await officer.call('staff.letters.list', { params: { id }, query: {} })).items[0]!;
      const files = await desk.letterFiles(kind.name);
      for (const words of [files.docx, files.pdf]) expect(words).toContain('视为放弃');
    } finally {
      await district.stop();
    }
  });
});
