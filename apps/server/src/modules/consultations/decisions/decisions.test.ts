import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { openConsultation, putDistrict, UNIT } from '../consultation.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
});
afterEach(() => server.stop());

type Input = Parameters<typeof office.call<'staff.decisions.create'>>[1]['body'];
const input = (over: Partial<Input> = {}): Input => ({
  ...{ id: randomUUID(), year: 2026, position: 1, title: '助餐服务办法', unitId: UNIT },
  ...{ plannedFor: '四季度', basis: '老年人权益保障法第三十七条' },
  ...over,
});
const create = (body: Input) => office.call('staff.decisions.create', { body });
const publish = (id: string) => office.call('staff.decisions.publish', { params: { id } });
const conclude = (id: string, over: object = {}) =>
  office.call('staff.decisions.conclude', {
    params: { id },
    body: { kind: 'decided', on: '2026-11-15', text: '印发了。', ...over },
  });
const list = (query: object = {}) => server.anonymous.call('decisions.list', { query });
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();

describe("the year's list of decisions", () => {
  it('create: -> the office and others at the desk see it, nobody else until it is published; audited each time', async () => {
    const body = input();
    expect(await create(body)).toMatchObject({ id: body.id, isPublished: false, state: 'planned', revision: 1 });
    expect(await list()).toEqual({ items: [], nextCursor: null });
    const editor = await server.asStaff('editor', { unitId: UNIT });
    expect((await editor.call('staff.decisions.list', { query: { year: 2026 } })).items).toHaveLength(1);
    await publish(body.id);
    expect(await list()).toMatchObject({
      items: [
        { title: '助餐服务办法', unit: { name: '栖河区民政局' }, stateText: '还没开始征求意见', conclusion: null },
      ],
    });
    expect(JSON.stringify(await list())).not.toContain('revision');
    const entries = await stored('auditEntries', { subject: body.id });
    expect(entries.map(entry => entry.action as string).sort()).toEqual(['decision.created', 'decision.published']);
    expect(await stored('outbox', { name: 'decision.published' })).toHaveLength(1);
  });

  it('state: follows its consultation from planned over asking and asked to decided; a draft is not told of', async () => {
    const { id: consultationId } = await openConsultation(office, { opensOn: '2026-11-20' });
    const body = input({ consultationIds: [consultationId] });
    await create(body);
    await publish(body.id);
    const now = async () => (await list()).items[0];
    expect(await now()).toMatchObject({ state: 'planned', consultations: [] });
    server.clock.set('2026-11-20T02:00:00.000Z');
    expect(await now()).toMatchObject({ state: 'asking', consultations: [{ id: consultationId, state: 'open' }] });
    server.clock.set('2026-12-21T02:00:00.000Z');
    office = await server.asStaff('office');
    expect(await now()).toMatchObject({ state: 'asked' });
    const summary = [{ type: 'paragraph' as const, children: [{ text: '谢谢大家。' }] }];
    await office.call('staff.consultations.publishOutcome', { params: { id: consultationId }, body: { summary } });
    expect(await now()).toMatchObject({
      state: 'answered',
      consultations: [{ outcomeAt: '2026-12-21T02:00:00.000Z' }],
    });
    await conclude(body.id, { on: '2026-12-20' });
    expect(await now()).toMatchObject({ state: 'decided', conclusion: { kind: 'decided', text: '印发了。' } });
  });

  it('years: of several the newest is shown, another on demand, in the order of their numbers', async () => {
    for (const [year, position] of [
      [2025, 2],
      [2025, 1],
      [2026, 1],
      [2024, 1],
    ] as const) {
      const body = input({ year, position, title: `${year}-${position}` });
      await create(body);
      if (year > 2024) await publish(body.id);
    }
    expect(await server.anonymous.call('decisions.years')).toEqual({ years: [2026, 2025] });
    expect((await list()).items.map(item => item.title)).toEqual(['2026-1']);
    expect((await list({ year: 2025 })).items.map(item => item.title)).toEqual(['2025-1', '2025-2']);
  });

  it('update: the present one -> changed; an older one, another year once public, after its end -> refused', async () => {
    const body = input();
    await create(body);
    const { id, ...rest } = body;
    const update = (over: object = {}) =>
      office.call('staff.decisions.update', { params: { id }, body: { ...rest, revision: 1, ...over } });
    expect(await update({ title: '改了名' })).toMatchObject({ title: '改了名', revision: 2 });
    expect((await problemOf(update())).code).toBe('decision.changed');
    await publish(id);
    expect((await problemOf(update({ revision: 3, year: 2027 }))).problem.errors).toMatchObject([{ path: 'year' }]);
    expect((await problemOf(conclude(id, { on: '2026-11-17' }))).problem.errors).toMatchObject([{ path: 'on' }]);
    await conclude(id, { kind: 'dropped', text: '条件还不成熟。' });
    for (const late of [() => update({ revision: 4 }), () => conclude(id), () => publish(id)])
      expect((await problemOf(late())).code).toBe('decision.state');
  });

  it('create: the same again -> 200; other content -> 409; an unknown unit or consultation -> 422; an editor -> 403', async () => {
    const body = input();
    const first = await create(body);
    expect(await create(body)).toEqual(first);
    expect((await problemOf(create({ ...body, title: '别的' }))).code).toBe('id.conflict');
    const wrong: Partial<Input>[] = [{ unitId: 'gone' }, { consultationIds: ['gone'] }];
    for (const over of wrong)
      expect((await problemOf(create(input(over)))).problem.errors).toMatchObject([{ path: Object.keys(over)[0] }]);
    const editor = await server.asStaff('editor', { unitId: UNIT });
    expect((await problemOf(editor.call('staff.decisions.create', { body: input() }))).status).toBe(403);
    expect((await problemOf(publish('nothing'))).code).toBe('decision.not_found');
  });
});
