import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest, ORGANIZATION, PERSON } from './information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const COLLECTION = 'informationRequests';
const officer = () => server.asStaff('officer', { unitId: 'district-office' });
const head = () => server.asStaff('head', { unitId: 'district-office' });
const eventsOf = async (name: string) =>
  (await server.collection('outbox').find({ name }).toArray()).map(entry => entry.event as Record<string, unknown>);

async function submitted() {
  const resident = await server.asResident();
  const request = await resident.call('informationRequests.create', { body: newRequest() });
  return { resident, request, id: request.id };
}
async function registered() {
  const made = await submitted();
  const desk = await officer();
  const request = await desk.call('staff.informationRequests.register', { params: { id: made.id } });
  return { ...made, desk, request };
}

describe('POST /information-requests', () => {
  it('create: not logged in, and as staff -> 401, 403', async () => {
    expect((await problemOf(server.anonymous.call('informationRequests.create', { body: newRequest() }))).status).toBe(
      401,
    );
    const desk = await officer();
    expect((await problemOf(desk.call('informationRequests.create', { body: newRequest() }))).status).toBe(403);
  });

  it('create: a person -> waits for the office, no date is set, the sentence says what starts the clock', async () => {
    const { resident, request } = await submitted();
    expect(request).toMatchObject({
      number: '栖公申〔2026〕0001',
      status: 'awaiting_confirmation',
      receivedOn: null,
      dueOn: null,
      provisional: false,
      unit: { id: 'district-office', name: '栖河区人民政府办公室' },
      nextStep: { dueOn: '2026-11-17', remaining: '还剩 1 个工作日' },
      applicant: { name: PERSON.name, idNumber: PERSON.idDocument.number, phone: PERSON.phone },
      abilities: { withdraw: true, register: false, decide: false },
    });
    expect(request.clockText).toContain('登记确认');
    const clock = await resident.call('informationRequests.clock', { params: { id: request.id } });
    expect(clock).toMatchObject({ receivedOn: null, dueOn: null, days: [] });
    expect(await eventsOf('information-request.submitted')).toEqual([
      expect.objectContaining({ requestId: request.id, unitId: 'district-office' }),
    ]);
  });

  it('create: at rest -> no name, number, phone, mail or address stands in the record, the outbox or the audit', async () => {
    const { id } = await submitted();
    await registered();
    const stored = JSON.stringify([
      await server.collection(COLLECTION).find().toArray(),
      await server.collection('outbox').find().toArray(),
      await server.collection('auditEntries').find().toArray(),
    ]);
    for (const plain of [PERSON.name, PERSON.idDocument.number, PERSON.phone, PERSON.email, PERSON.address]) {
      expect(stored).not.toContain(plain);
    }
    const record = await server.collection(COLLECTION).findOne({ _id: id });
    expect(Object.keys(record!.applicantIndex as object)).toEqual(['name', 'idNumber', 'phone', 'phoneLast4']);
  });

  it('create: the same id and content again -> the same request; other content, another person -> 409', async () => {
    const resident = await server.asResident();
    const body = newRequest();
    const first = await resident.call('informationRequests.create', { body });
    expect(await resident.call('informationRequests.create', { body })).toEqual(first);
    const other = { ...body, content: { name: '别的' } };
    const conflict = await problemOf(resident.call('informationRequests.create', { body: other }));
    expect([conflict.code, conflict.problem.data]).toEqual(['id.conflict', undefined]);
    const stranger = await server.asResident();
    expect((await problemOf(stranger.call('informationRequests.create', { body }))).code).toBe('id.conflict');
    expect(await server.collection(COLLECTION).countDocuments()).toBe(1);
    expect(await eventsOf('information-request.submitted')).toHaveLength(1);
  });

  it('create: ten at once -> ten numbers without a gap; a tap repeated at once files one', async () => {
    const resident = await server.asResident();
    const bodies = Array.from({ length: 10 }, () => newRequest());
    const made = await Promise.all(bodies.map(body => resident.call('informationRequests.create', { body })));
    expect(made.map(request => request.number).sort()).toEqual(
      bodies.map((_, index) => `栖公申〔2026〕${String(index + 1).padStart(4, '0')}`),
    );
    const body = newRequest();
    const [a, b] = await Promise.all([1, 2].map(() => resident.call('informationRequests.create', { body })));
    expect(a!.number).toBe(b!.number);
    expect(await server.collection(COLLECTION).countDocuments()).toBe(11);
  });

  it.each([
    [
      'a wrong check digit',
      { applicant: { ...PERSON, idDocument: { type: 'id_card' as const, number: '110105194912310021' } } },
      'applicant.idDocument.number',
    ],
    [
      'a wrong credit code',
      { applicant: { ...ORGANIZATION, creditCode: '91000000DEM0000018' } },
      'applicant.creditCode',
    ],
    ['no content', { content: { name: ' ' } }, 'content.name'],
  ])('create: %s -> 422 names the field', async (_, changes, path) => {
    const problem = await problemOf(
      (await server.asResident()).call('informationRequests.create', { body: newRequest(changes) }),
    );
    expect([problem.status, problem.problem.errors?.[0]?.path]).toEqual([422, path]);
  });

  it('create: to a unit that takes none, and to no unit -> 404', async () => {
    const resident = await server.asResident();
    for (const unitId of ['silent', 'nobody']) {
      const problem = await problemOf(resident.call('informationRequests.create', { body: newRequest({ unitId }) }));
      expect(problem.code).toBe('unit.not_found');
    }
  });

  it('create: an organization -> its kind is kept for the annual table, its name is not masked for the office', async () => {
    const resident = await server.asResident();
    const { id } = await resident.call('informationRequests.create', { body: newRequest({ applicant: ORGANIZATION }) });
    const seen = await (await officer()).call('informationRequests.get', { params: { id } });
    expect(seen.applicant).toMatchObject({
      kind: 'organization',
      organizationKind: 'charity',
      name: ORGANIZATION.name,
    });
    expect(JSON.stringify(seen)).not.toContain(ORGANIZATION.creditCode);
  });
});

describe('who may read a request', () => {
  it('read: another person, evaluator, grid worker, another unit -> 404; nobody -> 401', async () => {
    const { id } = await submitted();
    const others = [
      await server.asResident(),
      await server.asStaff('evaluator'),
      await server.asStaff('grid'),
      await server.asStaff('auditor'),
      await server.asStaff('officer', { unitId: 'housing' }),
    ];
    for (const other of others) {
      expect((await problemOf(other.call('informationRequests.get', { params: { id } }))).code).toBe(
        'request.not_found',
      );
      expect((await problemOf(other.call('informationRequests.clock', { params: { id } }))).status).toBe(404);
    }
    expect((await problemOf(server.anonymous.call('informationRequests.get', { params: { id } }))).status).toBe(401);
  });

  it('read: staff who handle it -> personal values masked', async () => {
    const { id } = await submitted();
    for (const role of ['officer', 'head', 'legal', 'supervisor'] as const) {
      const client = await server.asStaff(role);
      const text = JSON.stringify(await client.call('informationRequests.get', { params: { id } }));
      for (const plain of [PERSON.name, PERSON.idDocument.number, PERSON.phone, PERSON.email, PERSON.address]) {
        expect(text).not.toContain(plain);
      }
    }
  });

  it('lists: mine only; the desk sees its units, by status, page by page, and what is late', async () => {
    const { resident, id } = await submitted();
    await submitted();
    const { desk } = await registered();
    expect((await resident.call('me.informationRequests.list')).items.map(item => item.id)).toEqual([id]);
    const waiting = await desk.call('staff.informationRequests.list', {
      query: { status: 'awaiting_confirmation', limit: 1 },
    });
    const rest = await desk.call('staff.informationRequests.list', {
      query: { status: 'awaiting_confirmation', limit: 1, cursor: waiting.nextCursor! },
    });
    expect([waiting.items.length, rest.items.length, rest.nextCursor]).toEqual([1, 1, null]);
    expect(waiting.items[0]).toMatchObject({ registerBy: '2026-11-17', overdue: false });
    server.clock.set('2026-11-18T02:00:00.000Z');
    const late = await (
      await officer()
    ).call('staff.informationRequests.list', { query: { status: 'awaiting_confirmation' } });
    expect(late.items.map(item => item.overdue)).toEqual([true, true]);
    const other = await server.asStaff('officer', { unitId: 'housing' });
    expect((await other.call('staff.informationRequests.list')).items).toEqual([]);
    for (const role of ['evaluator', 'grid', 'editor', 'auditor'] as const) {
      expect((await problemOf((await server.asStaff(role)).call('staff.informationRequests.list'))).status).toBe(403);
    }
  });
});

describe('the clock', () => {
  it('register: on a Monday -> day 1 is Tuesday, due after 20 working days, every day explained', async () => {
    const { resident, id, request } = await registered();
    expect(request).toMatchObject({ status: 'in_progress', receivedOn: '2026-11-16', dueOn: '2026-12-14' });
    const clock = await resident.call('informationRequests.clock', { params: { id } });
    expect(clock.days[0]).toMatchObject({ date: '2026-11-16', counted: false, kind: 'received', number: null });
    expect(clock.days[1]).toMatchObject({ date: '2026-11-17', counted: true, number: 1 });
    expect(clock.days.at(-1)).toMatchObject({ date: '2026-12-14', kind: 'due', number: 20 });
    expect(clock.days.find(day => day.date === '2026-11-21')).toMatchObject({ counted: false, kind: 'off' });
    expect(await eventsOf('information-request.registered')).toHaveLength(1);
  });

  it('register: on a Saturday -> received that day, day 1 is Monday', async () => {
    const { id } = await submitted();
    server.clock.set('2026-11-21T02:00:00.000Z');
    const desk = await officer();
    const request = await desk.call('staff.informationRequests.register', { params: { id } });
    expect(request).toMatchObject({ receivedOn: '2026-11-21', dueOn: '2026-12-18' });
    const { days } = await desk.call('informationRequests.clock', { params: { id } });
    expect(days.find(day => day.number === 1)?.date).toBe('2026-11-23');
  });

  it('register: by whom -> the officer of that unit; twice -> 409', async () => {
    const { id, resident } = await submitted();
    const call = (client: typeof resident) => client.call('staff.informationRequests.register', { params: { id } });
    expect((await problemOf(call(resident))).status).toBe(403);
    expect(
      (await problemOf((await head()).call('staff.informationRequests.register', { params: { id } }))).status,
    ).toBe(403);
    const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
    expect((await problemOf(elsewhere.call('staff.informationRequests.register', { params: { id } }))).status).toBe(
      404,
    );
    const desk = await officer();
    await desk.call('staff.informationRequests.register', { params: { id } });
    const again = await problemOf(desk.call('staff.informationRequests.register', { params: { id } }));
    expect([again.code, again.problem.data?.rule]).toEqual(['request.state', 'request.state']);
  });

  it('correction: asked once, handed in -> the clock starts anew from its receipt', async () => {
    const { resident, id } = await registered();
    server.clock.set('2026-11-19T02:00:00.000Z');
    const later = await officer();
    const early = await problemOf(
      later.call('staff.informationRequests.askCorrection', {
        params: { id },
        body: { items: '写明哪一年', deadline: '2026-11-19' },
      }),
    );
    expect(early.problem.errors?.[0]?.path).toBe('deadline');
    const asked = await later.call('staff.informationRequests.askCorrection', {
      params: { id },
      body: { items: '写明哪一年', deadline: '2026-12-03' },
    });
    expect(asked).toMatchObject({
      status: 'awaiting_correction',
      correction: { items: '写明哪一年', deadline: '2026-12-03' },
    });
    server.clock.set('2026-11-25T02:00:00.000Z');
    const mine = await server.asResident(resident.openid);
    const body = { id: randomUUID(), content: { name: '加装电梯补助明细', description: '2026年' } };
    const corrected = await mine.call('informationRequests.correct', { params: { id }, body });
    expect(corrected).toMatchObject({
      status: 'in_progress',
      receivedOn: '2026-11-25',
      dueOn: '2026-12-23',
      correction: null,
      content: { name: '加装电梯补助明细', documentNumber: null },
    });
    expect(await mine.call('informationRequests.correct', { params: { id }, body })).toEqual(corrected);
    const changed = { ...body, content: { name: '别的' } };
    expect((await problemOf(mine.call('informationRequests.correct', { params: { id }, body: changed }))).code).toBe(
      'id.conflict',
    );
    const second = { params: { id }, body: { items: '再补', deadline: '2026-12-30' } };
    const refused = await problemOf((await officer()).call('staff.informationRequests.askCorrection', second));
    expect(refused.problem.data?.rule).toBe('request.correction_twice');
  });

  it('correct: when none was asked -> 409; by another person -> 404', async () => {
    const { resident, id } = await registered();
    const input = { params: { id }, body: { id: randomUUID(), content: { name: '明细' } } };
    expect((await problemOf(resident.call('informationRequests.correct', input))).code).toBe('request.state');
    expect((await problemOf((await server.asResident()).call('informationRequests.correct', input))).status).toBe(404);
  });

  it('extend: by the head only, once, at most 20 working days, told with its reason', async () => {
    const { desk, resident, id } = await registered();
    const input = { params: { id }, body: { workingDays: 20, reason: '涉及多个部门' } };
    expect((await problemOf(desk.call('staff.informationRequests.extend', input))).status).toBe(403);
    const chief = await head();
    const tooLong = { params: { id }, body: { workingDays: 21, reason: '久' } };
    expect((await problemOf(chief.call('staff.informationRequests.extend', tooLong))).status).toBe(422);
    const extended = await chief.call('staff.informationRequests.extend', input);
    expect(extended).toMatchObject({ status: 'extended', dueOn: '2027-01-12', provisional: true });
    expect((await problemOf(chief.call('staff.informationRequests.extend', input))).code).toBe('request.extended');
    const { timeline } = await resident.call('informationRequests.get', { params: { id } });
    expect(timeline[0]).toMatchObject({ kind: 'extended', text: '延长 20 个工作日。涉及多个部门' });
  });
});
