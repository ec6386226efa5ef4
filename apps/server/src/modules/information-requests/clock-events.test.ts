import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const at = (date: string) => server.clock.set(`${date}T02:00:00.000Z`);
const officer = () => server.asStaff('officer', { unitId: 'district-office' });
const head = () => server.asStaff('head', { unitId: 'district-office' });
const applicant = () => server.asResident('o-applicant');
const news = async () => {
  await server.runWorker();
  return (await (await applicant()).call('me.messages.list')).items.map(({ body }) => body);
};

async function registered(changes: Parameters<typeof newRequest>[0] = {}) {
  const body = newRequest(changes);
  await (await applicant()).call('informationRequests.create', { body });
  await (await officer()).call('staff.informationRequests.register', { params: { id: body.id } });
  return { params: { id: body.id } };
}

async function consulted(kind: 'third_party' | 'other_agency' = 'third_party') {
  const { params } = await registered();
  const body = { id: randomUUID(), kind, name: '栖河区某电梯公司', question: '报价可以公开吗？' };
  at('2026-11-09');
  const asked = await (await officer()).call('staff.informationRequests.consult', { params, body });
  const record = async (given: RouteInput<'staff.informationRequests.recordConsultation'>['body']) =>
    (await officer()).call('staff.informationRequests.recordConsultation', {
      params: { ...params, consultationId: body.id },
      body: given,
    });
  return { params, body, asked, record };
}
const answer = (on: string) => ({ step: 'answered' as const, on, opinion: 'disagree' as const, text: '是商业秘密。' });

describe('third parties and other agencies', () => {
  it('consult: asked -> paused until the 15th working day; the applicant is told, but neither whom nor what', async () => {
    const { params, body, asked } = await consulted();
    expect(asked).toMatchObject({ status: 'paused', dueOn: '2026-12-21', abilities: { recordConsultation: true } });
    expect(asked.consultations).toMatchObject([{ name: body.name, deadline: '2026-11-30', state: 'waiting' }]);
    const own = await (await applicant()).call('informationRequests.get', { params });
    expect(own.consultations).toMatchObject([{ name: null, question: null, deadline: '2026-11-30' }]);
    expect(JSON.stringify(own)).not.toContain(body.name);
    expect(await news()).toContain('要征求别人的意见，这段时间不算在期限里，打开看看');
    const [stored] = await server.collection('informationRequests').find({}).toArray();
    expect(JSON.stringify(stored)).not.toContain(body.name);
    const again = await (await officer()).call('staff.informationRequests.consult', { params, body });
    expect(again.consultations).toHaveLength(1);
    const other = { params, body: { ...body, name: '另一家' } };
    expect((await problemOf((await officer()).call('staff.informationRequests.consult', other))).code).toBe(
      'id.conflict',
    );
  });

  it('answered: learnt two days later -> the pause ends on the day of the answer', async () => {
    const { record } = await consulted();
    at('2026-11-16');
    expect((await record({ step: 'served', on: '2026-11-10' })).consultations).toMatchObject([
      { servedOn: '2026-11-10', deadline: '2026-12-01' },
    ]);
    const answered = await record(answer('2026-11-12'));
    expect(answered).toMatchObject({ status: 'in_progress', dueOn: '2026-12-03' });
    expect(answered.consultations[0]).toMatchObject({ state: 'answered', answer: { isLate: false, on: '2026-11-12' } });
    expect((await problemOf(record(answer('2026-11-12')))).code).toBe('request.state');
    expect(await news()).toContain('征求的意见有回复了，最晚 2026年12月3日答复');
  });

  it('answered: before it was asked, or tomorrow -> 422 on the day', async () => {
    const { record } = await consulted();
    for (const on of ['2026-11-06', '2026-11-10'])
      expect((await problemOf(record(answer(on)))).problem.errors?.[0]?.path).toBe('on');
  });

  it('nothing in time -> found the day after, once; the clock goes on, told, audited as the system’s', async () => {
    const { params } = await consulted('other_agency');
    at('2026-11-30');
    await server.runSchedule('information-requests.chase');
    const get = async () => (await officer()).call('informationRequests.get', { params });
    expect((await get()).status).toBe('paused');
    at('2026-12-01');
    await server.runSchedule('information-requests.chase');
    await server.runSchedule('information-requests.chase');
    const after = await get();
    expect(after).toMatchObject({ status: 'in_progress', dueOn: '2026-12-21' });
    expect(after.consultations).toMatchObject([{ state: 'silent', deadline: '2026-11-30' }]);
    expect(after.timeline[0]).toMatchObject({ by: '系统', title: expect.stringContaining('视为同意公开') });
    expect(await news()).toContain('征求的意见到期没有回复，接着办，最晚 2026年12月21日答复');
    const audits = await server
      .collection('auditEntries')
      .find({ action: 'information-request.consultation_silent' })
      .toArray();
    expect(audits).toMatchObject([{ subject: params.id, actor: 'system' }]);
  });

  it('answer written down after silence was found: had come in time -> it counts; was late -> kept, no date moves', async () => {
    const inTime = await consulted();
    at('2026-12-02');
    await server.runSchedule('information-requests.chase');
    const counted = await inTime.record(answer('2026-11-12'));
    expect(counted).toMatchObject({ status: 'in_progress', dueOn: '2026-12-03' });
    expect(counted.timeline.filter(({ kind }) => kind === 'thirdPartySilent')).toEqual([]);

    at('2026-11-02');
    const late = await consulted();
    at('2026-12-02');
    const kept = await late.record(answer('2026-12-01'));
    expect(kept).toMatchObject({ status: 'in_progress', dueOn: '2026-12-21' });
    expect(kept.consultations[0]).toMatchObject({ state: 'silent', answer: { isLate: true, text: '是商业秘密。' } });
  });
});

describe('reasons and delay', () => {
  it('asked, given, more time -> the applicant’s words on the desk, the date moves only with the head’s', async () => {
    const { params } = await registered();
    const desk = await officer();
    const items = '这个月要了二十件，请说明为什么。';
    const asked = await desk.call('staff.informationRequests.askReasons', {
      params,
      body: { items, deadline: '2026-11-13' },
    });
    expect(asked).toMatchObject({ status: 'in_progress', dueOn: '2026-11-30', reasons: { items, given: null } });
    const longer = { params, body: { workingDays: 10, reason: '要查二十年的档案' } };
    const boss = await head();
    expect(await problemOf(boss.call('staff.informationRequests.delay', longer))).toMatchObject({
      problem: { data: { rule: 'request.delay_without_reasons' } },
    });
    const me = await applicant();
    expect(await news()).toContain('请你说明申请的理由，打开看看');
    const explain = { params, body: { text: '每件都是不同年份的账。' } };
    expect((await me.call('informationRequests.get', { params })).abilities).toMatchObject({ explain: true });
    await me.call('informationRequests.explain', explain);
    expect((await me.call('informationRequests.explain', explain)).reasons).toMatchObject({ given: explain.body.text });
    expect((await boss.call('informationRequests.get', { params })).abilities).toMatchObject({ delay: true });
    expect(await boss.call('staff.informationRequests.delay', longer)).toMatchObject({
      status: 'extended',
      dueOn: '2026-12-14',
      abilities: { delay: false },
    });
    expect(await news()).toContain('要延迟答复，最晚 2026年12月14日答复');
    const { days } = await me.call('informationRequests.clock', { params, query: {} });
    expect(days.at(-1)).toMatchObject({ article: '条例第三十五条', number: 30 });
  });

  it('explain: nobody asked -> 409; somebody else’s -> 404', async () => {
    const { params } = await registered();
    const explain = { params, body: { text: '因为要用' } };
    expect((await problemOf((await applicant()).call('informationRequests.explain', explain))).code).toBe(
      'request.state',
    );
    expect((await problemOf((await server.asResident()).call('informationRequests.explain', explain))).status).toBe(
      404,
    );
  });
});

describe('fees', () => {
  const notice = async (params: { id: string }, body: RouteInput<'staff.informationRequests.noticeFee'>['body']) =>
    (await officer()).call('staff.informationRequests.noticeFee', { params, body });

  it('by pages: noticed, paid -> each line, 20 working days to pay; counted anew from the next day', async () => {
    const { params } = await registered();
    at('2026-11-09');
    const noticed = await notice(params, { basis: 'pages', pages: 120, howToPay: '到窗口缴' });
    expect(noticed).toMatchObject({ status: 'paused', dueOn: null, fee: { yuan: 1100, deadline: '2026-12-07' } });
    expect(noticed.fee!.lines).toHaveLength(3);
    expect(noticed.nextStep).toMatchObject({ who: '你', what: '缴信息处理费' });
    at('2026-11-17');
    const paid = await (
      await officer()
    ).call('staff.informationRequests.recordPayment', {
      params,
      body: { on: '2026-11-16' },
    });
    expect(paid).toMatchObject({ status: 'in_progress', dueOn: '2026-12-14', fee: { paidOn: '2026-11-16' } });
    const clock = await (await officer()).call('informationRequests.clock', { params, query: {} });
    expect(clock.earlier[0]!.at(-1)).toMatchObject({ date: '2026-11-15', kind: 'paused' });
    expect(await news()).toEqual(
      expect.arrayContaining(['要缴信息处理费，打开看看怎么算的', '收到缴费，最晚 2026年12月14日答复']),
    );
  });

  it('by items: the eleventh of the month -> 100 yuan; the tenth, or last month’s -> 422, nothing to ask for', async () => {
    for (let index = 0; index < 9; index += 1) await registered();
    const tenth = await registered();
    const eleventh = await registered();
    const refused = await problemOf(notice(tenth.params, { basis: 'items', howToPay: '窗口' }));
    expect([refused.status, refused.problem.errors?.[0]?.message]).toEqual([
      422,
      '不到收费的数量，不能收费：同一申请人当月第 10 件，10 件以内不收。',
    ]);
    expect((await notice(eleventh.params, { basis: 'items', howToPay: '窗口' })).fee).toMatchObject({ yuan: 100 });
    at('2026-12-01');
    const next = await registered();
    expect((await problemOf(notice(next.params, { basis: 'items', howToPay: '窗口' }))).status).toBe(422);
  });

  it('not paid in time -> the office is chased, and may end it after the last day, not before', async () => {
    const { params } = await registered();
    at('2026-11-09');
    await notice(params, { basis: 'pages', pages: 40, howToPay: '到窗口缴' });
    const lapse = async () =>
      (await officer()).call('staff.informationRequests.lapse', { params, body: { reason: '催过两次。' } });
    at('2026-12-07');
    expect(await problemOf(lapse())).toMatchObject({ problem: { data: { rule: 'request.fee_not_over' } } });
    at('2026-12-08');
    await server.runSchedule('information-requests.chase');
    const [chased] = await server.collection('outbox').find({ name: 'information-request.fee_over' }).toArray();
    expect(chased).toBeDefined();
    expect((await (await officer()).call('informationRequests.get', { params })).abilities).toMatchObject({
      lapse: true,
    });
    expect(await lapse()).toMatchObject({ status: 'lapsed' });
  });
});

describe('reminders', () => {
  it('half, five and two days left, the last day -> one reminder each, to whom it concerns', async () => {
    const { params } = await registered();
    const names: string[] = [];
    const seen = new Set<string>();
    for (const day of ['2026-11-13', '2026-11-16', '2026-11-17', '2026-11-23', '2026-11-26', '2026-11-30']) {
      at(day);
      await server.runSchedule('information-requests.chase');
      await server.runSchedule('information-requests.chase');
      const found = await server.collection('outbox').find({ 'event.requestId': params.id }).toArray();
      for (const { _id, name } of found as unknown as { _id: string; name: string }[]) {
        if (seen.has(String(_id)) || !name.includes('answer_')) continue;
        seen.add(String(_id));
        names.push(`${day} ${name}`);
      }
    }
    expect(names).toEqual([
      '2026-11-16 information-request.answer_soon',
      '2026-11-23 information-request.answer_soon',
      '2026-11-26 information-request.answer_pressing',
      '2026-11-30 information-request.answer_due',
    ]);
  });
});
