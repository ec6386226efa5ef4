import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest, ORGANIZATION, PERSON, walkIn } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-12T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const applicant = () => server.asResident('o-applicant');
const officer = () => server.asStaff('officer', { unitId: 'district-office' });
async function registered(changes: Parameters<typeof newRequest>[0] = {}) {
  const body = newRequest(changes);
  await (await applicant()).call('informationRequests.create', { body });
  const { number } = await (await officer()).call('staff.informationRequests.register', { params: { id: body.id } });
  return { id: body.id, number, params: { id: body.id } };
}
const splitting = () => ({
  stays: { name: '加装电梯的验收报告' },
  parts: [
    { id: randomUUID(), content: { name: '加装电梯的补助明细' } },
    { id: randomUUID(), content: { name: '加装电梯的招标文件' } },
  ],
  reason: '问了三件事，一件事一件办',
});
const news = async () => {
  await server.runWorker();
  return (await (await applicant()).call('me.messages.list')).items.map(({ body }) => body);
};

describe('split', () => {
  it('three matters in one -> three cases with the same receipt and due date, linked both ways, each counted; sent again -> the same', async () => {
    const { params, id } = await registered();
    server.clock.set('2026-11-16T02:00:00.000Z');
    const body = splitting();
    const split = await (await officer()).call('staff.informationRequests.split', { params, body });
    expect(split).toMatchObject({ content: { name: '加装电梯的验收报告' }, receivedOn: '2026-11-12' });
    expect(split.linked).toMatchObject([
      { relation: '拆出来的', number: '栖公申〔2026〕0002', title: '加装电梯的补助明细', isReadable: true },
      { relation: '拆出来的', number: '栖公申〔2026〕0003' },
    ]);
    expect((await (await officer()).call('staff.informationRequests.split', { params, body })).linked).toHaveLength(2);
    expect(await server.collection('informationRequests').countDocuments()).toBe(3);

    const first = { id: body.parts[0]!.id };
    const own = await (await applicant()).call('informationRequests.get', { params: first });
    expect(own).toMatchObject({
      ...{ receivedOn: '2026-11-12', dueOn: split.dueOn, status: 'in_progress' },
      applicant: { name: PERSON.name, phone: PERSON.phone },
      linked: [{ relation: '从这件拆出来', id, isEarlier: true }],
    });
    expect(own.timeline.map(({ kind }) => kind)).toEqual(['splitOff', 'registered', 'submitted']);
    const { lines } = await (await officer()).call('staff.annualReport.requests', { query: { year: 2026 } });
    expect(lines.find(({ figure }) => figure === 'received')).toMatchObject({ total: 3 });
    expect((await news()).filter(text => text.includes('拆成了几件'))).toHaveLength(1);
  });

  it('an id of another case, an id twice, an answered request -> refused, nothing is split', async () => {
    const { params } = await registered();
    const { id: other } = await registered();
    const { parts, ...rest } = splitting();
    const desk = await officer();
    const taken = { ...rest, parts: [{ ...parts[0]!, id: other }] };
    expect((await problemOf(desk.call('staff.informationRequests.split', { params, body: taken }))).code).toBe(
      'id.conflict',
    );
    const twice = { ...rest, parts: [parts[0]!, parts[0]!] };
    expect((await problemOf(desk.call('staff.informationRequests.split', { params, body: twice }))).code).toBe(
      'id.conflict',
    );
    await decideRequest(server, params.id);
    const late = await problemOf(desk.call('staff.informationRequests.split', { params, body: splitting() }));
    expect(late.problem.data).toMatchObject({ reason: '已经作出答复，不能再拆分或者合并。' });
    expect(await server.collection('informationRequests').countDocuments()).toBe(2);
  });
});

describe('merge', () => {
  it('the same applicant, the same matter -> goes on in the earlier one, linked both ways, told once, counted as 其他', async () => {
    const first = await registered();
    server.clock.set('2026-11-16T02:00:00.000Z');
    const second = await registered();
    const body = { into: first.number, reason: '说的是同一件事' };
    const desk = await officer();
    const merged = await desk.call('staff.informationRequests.merge', { params: second.params, body });
    expect(merged).toMatchObject({
      ...{ status: 'withdrawn', statusText: '已并入另一件' },
      linked: [{ relation: '并到了这件', id: first.id }],
      abilities: { oneMatter: false },
    });
    await desk.call('staff.informationRequests.merge', { params: second.params, body });
    const goesOn = await desk.call('informationRequests.get', { params: first.params });
    expect(goesOn).toMatchObject({
      ...{ status: 'in_progress', receivedOn: '2026-11-12' },
      linked: [{ relation: '并进来的', id: second.id, statusText: '已并入另一件' }],
    });
    const { lines } = await desk.call('staff.annualReport.requests', { query: { year: 2026 } });
    const totals = Object.fromEntries(lines.map(({ figure, total }) => [figure, total]));
    expect(totals).toMatchObject({ received: 2, 'other.other': 1, carriedOut: 1 });
    expect((await news()).filter(text => text.includes('合在一起办'))).toHaveLength(1);
  });

  it('another applicant, a later one, a number that is not there -> refused with a sentence', async () => {
    const first = await registered();
    const other = await registered({ applicant: ORGANIZATION });
    server.clock.set('2026-11-16T02:00:00.000Z');
    const later = await registered();
    const desk = await officer();
    const into = (number: string, { params }: typeof first) =>
      problemOf(desk.call('staff.informationRequests.merge', { params, body: { into: number, reason: '同一件事' } }));
    expect((await into(first.number, other)).problem.data).toMatchObject({ reason: '不是同一个申请人的，不能合并。' });
    expect((await into(later.number, first)).problem.data).toMatchObject({
      reason: '要并到先收到的那一件里，期限按它算。',
    });
    expect((await into('栖公申〔2026〕0099', first)).problem.errors?.[0]?.path).toBe('into');
    expect((await into(first.number, first)).problem.errors?.[0]?.path).toBe('into');
  });
});

describe('an applicant without an account', () => {
  const TASK = '申请人没有账号：打电话或者写信，告诉他拆分、合并了';
  const walkedIn = async () => {
    const { id, number } = await (
      await officer()
    ).call('staff.informationRequests.receive', { body: walkIn({ submittedOn: '2026-11-12' }) });
    return { id, number, params: { id } };
  };
  const tasks = async () => {
    const { tasks: all } = await (await officer()).call('staff.desk', { query: {} });
    return all.filter(({ step }) => step === TASK).map(({ recordId, dueOn }) => [recordId, dueOn]);
  };
  const told = (on: string) => ({ id: randomUUID(), on, way: 'phone' as const, note: '本人接的，说知道了' });

  it('split -> a task on the desk until the call is written down with its day; sent again -> once; its parts are told with it', async () => {
    const { id, params } = await walkedIn();
    const desk = await officer();
    const body = splitting();
    const split = await desk.call('staff.informationRequests.split', { params, body });
    expect(split).toMatchObject({ untoldSince: '2026-11-12', abilities: { recordTold: true } });
    // By the end of the next working day.
    expect(await tasks()).toEqual([[id, '2026-11-13']]);
    const [part] = body.parts;
    expect(await desk.call('informationRequests.get', { params: { id: part!.id } })).toMatchObject({
      untoldSince: null,
    });

    server.clock.set('2026-11-16T02:00:00.000Z');
    const call = told('2026-11-13');
    const later = await officer();
    const done = await later.call('staff.informationRequests.recordTold', { params, body: call });
    expect(done).toMatchObject({ untoldSince: null, abilities: { recordTold: false } });
    expect(done.timeline[0]).toMatchObject({
      ...{ kind: 'told', title: '打电话告诉了申请人' },
      text: expect.stringMatching(/^11月13日告诉的。本人接的/),
    });
    const again = await later.call('staff.informationRequests.recordTold', { params, body: call });
    expect(again.timeline.filter(({ kind }) => kind === 'told')).toHaveLength(1);
    expect(await tasks()).toEqual([]);
    const other = { ...call, way: 'letter' as const };
    expect((await problemOf(later.call('staff.informationRequests.recordTold', { params, body: other }))).code).toBe(
      'id.conflict',
    );
    expect(await server.collection('auditEntries').countDocuments({ action: 'information-request.told' })).toBe(1);
  });

  it('merged -> told of the one that ended; a day before it or to come -> 422; nothing to tell, or an account -> refused', async () => {
    const first = await walkedIn();
    server.clock.set('2026-11-16T02:00:00.000Z');
    const second = await walkedIn();
    const desk = await officer();
    const record = (params: { id: string }, on: string) =>
      desk.call('staff.informationRequests.recordTold', { params, body: told(on) });
    const body = { into: first.number, reason: '说的是同一件事' };
    const merged = await desk.call('staff.informationRequests.merge', { params: second.params, body });
    expect(merged).toMatchObject({ status: 'withdrawn', untoldSince: '2026-11-16' });
    expect(await tasks()).toEqual([[second.id, '2026-11-17']]);
    for (const on of ['2026-11-13', '2026-11-17'])
      expect((await problemOf(record(second.params, on))).problem.errors?.[0]?.path).toBe('on');
    expect(await record(second.params, '2026-11-16')).toMatchObject({ untoldSince: null });

    expect((await problemOf(record(first.params, '2026-11-16'))).problem.data).toMatchObject({
      reason: '没有还要告诉申请人的事',
    });
    const own = await registered();
    const split = await desk.call('staff.informationRequests.split', { params: own.params, body: splitting() });
    expect(split).toMatchObject({ untoldSince: null, abilities: { recordTold: false } });
  });
});
