import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest, ORGANIZATION, PERSON, walkIn, type Walkin } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const officer = () => server.asStaff('officer', { unitId: 'district-office' });
const receive = async (changes: Partial<Walkin> = {}) =>
  (await officer()).call('staff.informationRequests.receive', { body: walkIn(changes) });

describe('POST /staff/information-requests', () => {
  it.each<[Partial<Walkin>, object]>([
    [{ channel: 'window' }, { receivedOn: '2026-11-16', dueOn: '2026-12-14' }],
    [
      { channel: 'window', submittedOn: '2026-11-12' },
      { receivedOn: '2026-11-12', dueOn: '2026-12-10' },
    ],
    [{ channel: 'spoken', isReadBack: true }, { receivedOn: '2026-11-16' }],
    [
      { channel: 'post_signed', submittedOn: '2026-11-09', receivedOn: '2026-11-12' },
      { receivedOn: '2026-11-12', dueOn: '2026-12-10' },
    ],
    [{ channel: 'post_plain', submittedOn: '2026-11-13', receivedOn: '2026-11-16' }, { receivedOn: '2026-11-16' }],
    [{ channel: 'fax', submittedOn: '2026-11-13', receivedOn: '2026-11-16' }, { dueOn: '2026-12-14' }],
    [{ channel: 'email', submittedOn: '2026-11-13', receivedOn: '2026-11-13' }, { dueOn: '2026-12-11' }],
  ])('receive: %j -> its day of receipt by Art. 31', async (given, expected) => {
    const request = await receive(given);
    expect(request).toMatchObject({ ...expected, status: 'in_progress', number: '栖公申〔2026〕0001' });
    expect(request.intake).toMatchObject({
      channel: given.channel,
      submittedOn: given.submittedOn ?? '2026-11-16',
      rule: expect.stringContaining('第三十一条'),
      writtenBy: expect.stringMatching(/./),
    });
  });

  it('receive: an e-mail that both sides still have to confirm -> waits, and its receipt is the day of registering', async () => {
    const { id, status, nextStep } = await receive({ channel: 'email', submittedOn: '2026-11-13' });
    expect({ status, dueOn: nextStep.dueOn }).toEqual({ status: 'awaiting_confirmation', dueOn: '2026-11-16' });
    server.clock.set('2026-11-17T02:00:00.000Z');
    const known = await (await officer()).call('staff.informationRequests.register', { params: { id } });
    expect(known).toMatchObject({ receivedOn: '2026-11-17', intake: { submittedOn: '2026-11-13' } });
  });

  it.each<[Partial<Walkin>, string]>([
    [{ submittedOn: '2026-11-17' }, 'submittedOn'],
    [{ channel: 'post_signed', submittedOn: '2026-11-12' }, 'receivedOn'],
    [{ channel: 'post_signed', submittedOn: '2026-11-12', receivedOn: '2026-11-11' }, 'receivedOn'],
    [{ channel: 'fax', submittedOn: '2026-11-12', receivedOn: '2026-11-17' }, 'receivedOn'],
    [{ channel: 'spoken' }, 'isReadBack'],
    [{ delivery: { form: 'electronic', method: 'app' } }, 'delivery.method'],
    [{ delivery: { form: 'electronic', method: 'email' }, applicant: ORGANIZATION }, 'applicant.email'],
    [{ applicant: { ...ORGANIZATION, creditCode: '91000000DEM0000018' } }, 'applicant.creditCode'],
  ])('receive: %j -> 422 on %s, nothing is written', async (given, path) => {
    const problem = await problemOf(receive(given));
    expect({ code: problem.code, paths: problem.problem.errors?.map(error => error.path) }).toEqual({
      code: 'request.invalid',
      paths: [path],
    });
    expect(await server.collection('informationRequests').countDocuments()).toBe(0);
  });

  it('receive: sent twice -> one case; another content under the id, or an id of a resident -> id.conflict', async () => {
    const id = randomUUID();
    const first = await receive({ id });
    expect((await receive({ id })).number).toBe(first.number);
    expect((await problemOf(receive({ id, applicant: ORGANIZATION }))).code).toBe('id.conflict');
    const own = newRequest();
    await (await server.asResident()).call('informationRequests.create', { body: own });
    expect((await problemOf(receive({ id: own.id }))).code).toBe('id.conflict');
  });

  it('receive: names are masked and sealed, a look at them is audited, nobody is told in an inbox', async () => {
    const { id, applicant } = await receive();
    expect(applicant.name).not.toBe(PERSON.name);
    const stored = await server.collection('informationRequests').findOne({});
    for (const value of [PERSON.name, PERSON.phone, PERSON.idDocument.number])
      expect(JSON.stringify(stored)).not.toContain(value);
    const desk = await officer();
    const look = { params: { id }, body: { field: 'phone' as const, reason: '打电话确认' } };
    expect(await desk.call('staff.informationRequests.reveal', look)).toEqual({ value: PERSON.phone });
    await server.runWorker();
    expect(await server.collection('messages').countDocuments()).toBe(0);
    const actions = await server
      .collection('auditEntries')
      .find({ subject: { $exists: true } })
      .toArray();
    expect(JSON.stringify(actions)).not.toContain(PERSON.phone);
  });

  it('receive: by an officer of another unit -> unit.not_found', async () => {
    const other = await server.asStaff('officer', { unitId: 'housing' });
    expect((await problemOf(other.call('staff.informationRequests.receive', { body: walkIn() }))).code).toBe(
      'unit.not_found',
    );
  });

  it('desk: somebody needs help reading -> it stands first in the row', async () => {
    await receive({ assistance: { kinds: ['read_aloud', 'large_print'] } });
    const { tasks } = await (await officer()).call('staff.desk', { query: {} });
    expect(tasks[0]?.note).toMatch(/^需要帮助：读给听、大字 · 栖公申/);
  });

  it('letters: of a case from the counter -> can be made final', async () => {
    const { id } = await receive();
    const body = { id: randomUUID(), key: 'registration@registered' };
    const letter = await (await officer()).call('staff.letters.create', { params: { id }, body });
    expect(letter.state).toBe('final');
  });
});

describe('POST /staff/information-requests/:id/applicant-steps', () => {
  it('corrected by letter yesterday -> the clock starts anew on that day; again -> no second one; after today -> 422', async () => {
    const { id } = await receive();
    const params = { id };
    const desk = await officer();
    await desk.call('staff.informationRequests.askCorrection', {
      params,
      body: { items: '请写明年份', deadline: '2026-12-04' },
    });
    server.clock.set('2026-11-20T02:00:00.000Z');
    const body = { step: 'corrected' as const, id: randomUUID(), on: '2026-11-19', content: { name: '2025年明细' } };
    const tomorrow = { params, body: { ...body, on: '2026-11-21' } };
    const late = await problemOf((await officer()).call('staff.informationRequests.recordApplicantStep', tomorrow));
    expect(late.problem.errors?.[0]?.path).toBe('on');
    const corrected = await (await officer()).call('staff.informationRequests.recordApplicantStep', { params, body });
    expect(corrected).toMatchObject({ receivedOn: '2026-11-19', dueOn: '2026-12-17', content: { name: '2025年明细' } });
    const again = await (await officer()).call('staff.informationRequests.recordApplicantStep', { params, body });
    expect(again.timeline).toHaveLength(corrected.timeline.length);
  });

  it('withdrawn at the window -> it ends', async () => {
    const { id } = await receive();
    const body = { step: 'withdrawn' as const, on: '2026-11-16', reason: '在档案馆找到了' };
    const ended = await (
      await officer()
    ).call('staff.informationRequests.recordApplicantStep', { params: { id }, body });
    expect(ended).toMatchObject({ status: 'withdrawn', abilities: { recordApplicantStep: false } });
  });
});
