import sharp from 'sharp';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { enquiriesOn, MASKED, newEnquiry, SOLVED } from './enquiry.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let on: ReturnType<typeof enquiriesOn>;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  on = enquiriesOn(server);
});
afterEach(() => server.stop());

describe('publishing, rating, opening again', () => {
  it('publish: with consent and masked -> everybody reads the masked words and nothing else; without -> refused', async () => {
    const { params, desk, body } = await on.answered();
    const bad = { ...MASKED, answer: '请打 19900000001。' };
    expect(await problemOf(desk.call('staff.enquiries.publish', { params, body: bad }))).toMatchObject({
      code: 'enquiry.personal_data',
      problem: { errors: [{ path: 'answer' }] },
    });
    expect((await server.anonymous.call('enquiries.list')).items).toEqual([]);
    await desk.call('staff.enquiries.publish', { params, body: MASKED });
    const seen = await server.anonymous.call('enquiries.get', { params });
    expect(seen).toMatchObject({ title: MASKED.title, question: MASKED.question, own: null, isPublic: true });
    expect(seen).not.toHaveProperty('abilities');
    expect(JSON.stringify(seen)).not.toContain(body.body);
    expect((await server.anonymous.call('enquiries.list')).items).toEqual([
      expect.objectContaining({ id: params.id, title: MASKED.title, outcomeText: '解决了' }),
    ]);
    expect((await server.anonymous.call('enquiries.list', { query: { kind: 'complaint' } })).items).toEqual([]);

    const silent = await on.answered({ publicConsent: false });
    const refused = silent.desk.call('staff.enquiries.publish', { params: silent.params, body: MASKED });
    expect((await problemOf(refused)).code).toBe('enquiry.no_consent');
  });

  it('photos: of a message -> its author and its units; published ones -> everybody', async () => {
    const resident = await server.asResident();
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#357' } })
      .png()
      .toBuffer();
    const photos = [await uploadFile(resident, png), await uploadFile(resident, png)].map(({ body }) => body.id);
    const params = { id: (await resident.call('enquiries.create', { body: newEnquiry({ photoIds: photos }) })).id };
    const [desk, editor] = [await on.office(), await on.housing()];
    const statusOf = async (client: Pick<typeof desk, 'fetch'>, photo: string) =>
      (await client.fetch(`/api/v1/files/${photo}`)).status;
    expect(await statusOf(resident, photos[0]!)).toBe(200);
    expect(await statusOf(desk, photos[0]!)).toBe(200);
    expect(await statusOf(editor, photos[0]!)).toBe(404);
    expect(await statusOf(server.anonymous, photos[0]!)).toBe(404);
    await desk.call('staff.enquiries.accept', { params, body: { kind: 'question' } });
    await desk.call('staff.enquiries.assign', { params, body: { mainUnitId: 'housing' } });
    await editor.call('staff.enquiries.answer', { params, body: SOLVED });
    await desk.call('staff.enquiries.approve', { params });
    await desk.call('staff.enquiries.publish', { params, body: { ...MASKED, photoIds: [photos[0]!] } });
    expect([await statusOf(server.anonymous, photos[0]!), await statusOf(server.anonymous, photos[1]!)]).toEqual([
      200, 404,
    ]);
    expect((await server.anonymous.call('enquiries.get', { params })).photos.map(({ id }) => id)).toEqual([photos[0]]);
  });

  it('rate: once for an answer, again the same -> the same; opened again once, with the old answer kept', async () => {
    const { openid, params, ...before } = await on.answered();
    await before.desk.call('staff.enquiries.publish', { params, body: MASKED });
    const body = { result: 2, process: 4, text: '只亮了一晚上' };
    for (let turn = 0; turn < 2; turn += 1) await before.resident.call('enquiries.rate', { params, body });
    expect(
      (await problemOf(before.resident.call('enquiries.rate', { params, body: { ...body, result: 5 } }))).code,
    ).toBe('enquiry.state');
    server.clock.set('2026-11-18T02:00:00.000Z');
    const [resident, desk, editor] = [await server.asResident(openid), await on.office(), await on.housing()];
    const again = await resident.call('enquiries.reopen', { params, body: { reason: '又灭了。' } });
    expect(again).toMatchObject({
      status: 'accepted',
      answer: null,
      own: { dueOn: '2026-11-25', rating: null, earlierAnswers: [{ text: SOLVED.text }] },
      abilities: { reopen: false, rate: false },
    });
    expect(await server.anonymous.call('enquiries.get', { params })).toMatchObject({
      status: 'answered',
      answer: { text: MASKED.answer },
    });
    await desk.call('staff.enquiries.assign', { params, body: { mainUnitId: 'housing' } });
    await editor.call('staff.enquiries.answer', {
      params,
      body: { outcome: 'planned', text: '线路一起换。', plannedOn: '2027-03-31' },
    });
    await desk.call('staff.enquiries.approve', { params });
    const refused = await problemOf(resident.call('enquiries.reopen', { params, body: { reason: '等不了。' } }));
    expect(refused).toMatchObject({ code: 'enquiry.state', problem: { data: { rule: 'enquiry.reopened_once' } } });
    expect(await resident.call('enquiries.rate', { params, body: { result: 4, process: 5 } })).toMatchObject({
      answer: { outcome: 'planned', plannedOn: '2027-03-31' },
      own: { rating: { result: 4, process: 5 } },
    });
  });

  it('two desks at once: both accept -> one does, the other is told', async () => {
    const { params } = await on.submitted();
    const [one, other] = [await on.office(), await on.office()];
    const body = { kind: 'question' as const };
    const done = await Promise.allSettled(
      [one, other].map(desk => desk.call('staff.enquiries.accept', { params, body })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await on.eventsOf('enquiry.accepted')).toHaveLength(1);
  });
});

describe('finding what was asked', () => {
  it('search, similar: a published answer -> found by everybody, by the office too; one that is not -> by nobody', async () => {
    const { params, desk } = await on.answered();
    const similar = async (text: string) =>
      (await server.anonymous.call('enquiries.similar', { body: { text } })).items.map(({ id }) => id);
    const search = async () =>
      (await server.anonymous.call('search.query', { query: { q: '路灯', kind: 'enquiry' } })).items;
    await server.runWorker();
    expect([await similar('路灯不亮找谁'), await search()]).toEqual([[], []]);
    await desk.call('staff.enquiries.publish', { params, body: MASKED });
    await server.runWorker();
    expect(await similar('路灯不亮找谁')).toEqual([params.id]);
    expect(await similar('水库鱼苗')).toEqual([]);
    expect(await search()).toMatchObject([{ id: params.id, title: { text: MASKED.title } }]);
    const elsewhere = await server.asStaff('editor', { unitId: 'silent' });
    expect((await elsewhere.call('staff.search', { query: { q: '路灯' } })).items).toMatchObject([{ id: params.id }]);
  });

  it('faq: of what is public only, once and again -> listed first and taken out', async () => {
    const { params, desk, editor } = await on.answered();
    const feature = (isFaq: boolean) => desk.call('staff.enquiries.feature', { params, body: { isFaq } });
    const listed = async () => (await server.anonymous.call('enquiries.list', { query: { faq: 'true' } })).items;
    expect((await problemOf(feature(true))).code).toBe('enquiry.state');
    await desk.call('staff.enquiries.publish', { params, body: MASKED });
    expect(await listed()).toEqual([]);
    for (let turn = 0; turn < 2; turn += 1) await feature(true);
    expect(await listed()).toMatchObject([{ id: params.id, isFaq: true }]);
    expect(await on.eventsOf('enquiry.featured')).toHaveLength(1);
    expect((await problemOf(editor.call('staff.enquiries.feature', { params, body: { isFaq: true } }))).status).toBe(
      403,
    );
    await feature(false);
    expect(await listed()).toEqual([]);
  });
});

describe('desk, reminders, person', () => {
  it('desk: whose turn it is -> a task there, counted and found by number and title', async () => {
    const { params, desk, editor } = await on.assigned();
    const tasksOf = async (client: typeof desk) =>
      (await client.call('staff.desk')).tasks.filter(({ kind }) => kind === 'enquiry').map(({ recordId }) => recordId);
    expect(await tasksOf(editor)).toEqual([params.id]);
    expect(await tasksOf(desk)).toEqual([]);
    await editor.call('staff.enquiries.answer', { params, body: SOLVED });
    expect(await tasksOf(desk)).toEqual([params.id]);
    for (const q of ['民声〔2026〕0001', '路灯'])
      expect((await desk.call('staff.search', { query: { q } })).items).toEqual([
        expect.objectContaining({ kind: 'enquiry', id: params.id }),
      ]);
    server.clock.set('2026-11-24T02:00:00.000Z');
    const later = await on.office();
    const { counters } = await later.call('staff.desk');
    expect(counters.find(({ kind }) => kind === 'enquiries_late')).toMatchObject({ count: 1 });
    const late = await later.call('staff.enquiries.list', { query: { dueBy: '2026-11-23' } });
    expect(late.items).toMatchObject([{ id: params.id, overdue: true }]);
  });

  it('chase: half over, then due, run often -> once a day each; answered -> silent', async () => {
    const { params } = await on.assigned();
    const run = async (now: string) => {
      server.clock.set(now);
      for (let turn = 0; turn < 2; turn += 1) await server.runSchedule('enquiries.chase');
    };
    await run('2026-11-18T01:00:00.000Z');
    expect(await on.eventsOf('enquiry.soon')).toEqual([]);
    await run('2026-11-19T01:00:00.000Z');
    expect(await on.eventsOf('enquiry.soon')).toMatchObject([{ unitId: 'housing', on: '2026-11-19' }]);
    for (const day of ['23', '24']) await run(`2026-11-${day}T01:00:00.000Z`);
    expect((await on.eventsOf('enquiry.due')).map(({ on, unitId }) => [on, unitId])).toEqual([
      ['2026-11-23', 'housing'],
      ['2026-11-24', 'housing'],
    ]);
    const [desk, editor] = [await on.office(), await on.housing()];
    await editor.call('staff.enquiries.answer', { params, body: SOLVED });
    await desk.call('staff.enquiries.approve', { params });
    await run('2026-11-25T01:00:00.000Z');
    expect(await on.eventsOf('enquiry.due')).toHaveLength(2);
  });

  it('account: exported whole; closed -> still answered, nothing leads to the person; two years on the contact is gone', async () => {
    const { resident, params, desk } = await on.answered();
    expect(JSON.stringify(await resident.call('me.export'))).toContain('19900000001');
    const kept = await on.answered();
    await resident.call('me.close');
    const stored = await server.collection<{ _id: string }>('enquiries').findOne({ _id: params.id });
    expect(stored).toMatchObject({ accountId: null, contact: { name: null, phone: null }, status: 'answered' });
    expect(await desk.call('staff.enquiries.get', { params })).toMatchObject({ contact: { name: null, phone: null } });
    server.clock.advance(731 * 86_400_000);
    await server.runSchedule('platform.sweep');
    const old = await server.collection<{ _id: string }>('enquiries').findOne({ _id: kept.params.id });
    expect(old).toMatchObject({ contact: { name: null, phone: null }, body: newEnquiry().body });
  });

  it('withdraw: before the answer, once and again -> withdrawn, not to be acted on', async () => {
    const { resident, params, desk } = await on.assigned();
    for (let turn = 0; turn < 2; turn += 1)
      expect(await resident.call('enquiries.withdraw', { params, body: { reason: '自己修好了' } })).toMatchObject({
        status: 'withdrawn',
      });
    expect(await on.eventsOf('enquiry.withdrawn')).toHaveLength(1);
    expect(
      (await problemOf(desk.call('staff.enquiries.assign', { params, body: { mainUnitId: 'housing' } }))).code,
    ).toBe('enquiry.state');
  });
});
