import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest, walkIn, type NewRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const recordError = { holder: '槐影社区居委会', written: '出生：1949年10月', right: '出生：1949年12月' };
const newCorrection = (changes: Partial<NewRequest> = {}): NewRequest =>
  newRequest({ content: { name: '高龄补贴登记表' }, recordError, ...changes });

async function filed(changes: Partial<NewRequest> = {}) {
  const resident = await server.asResident('o-applicant');
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const body = newCorrection(changes);
  const made = await resident.call('informationRequests.create', { body });
  return { resident, desk, made, params: { id: body.id } };
}
async function registered(changes: Partial<NewRequest> = {}) {
  const people = await filed(changes);
  await people.desk.call('staff.informationRequests.register', { params: people.params });
  return people;
}
type Proposed = RouteInput<'staff.informationRequests.propose'>['body'];
const CORRECTED: Partial<Proposed> = {
  ...{ kinds: ['record_corrected'], findings: '登记表和户口登记不一样。', text: '出生月份已经改成12月。' },
};

describe('a request to correct one’s own record (Art. 41)', () => {
  it('filed -> its own kind, whole for the applicant, sealed in the record; evidence is opened one at a time', async () => {
    const resident = await server.asResident('o-applicant');
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { body: file } = await uploadFile(resident, png, { name: '户口本.png' });
    const papers = [{ fileId: file.id, kind: 'evidence' as const }];
    const body = newCorrection({ papers });
    const made = await resident.call('informationRequests.create', { body });
    expect(made).toMatchObject({
      kind: 'record_correction',
      recordError,
      applicant: { papers: [{ kind: 'evidence' }] },
    });
    expect(JSON.stringify(await server.collection('informationRequests').findOne({}))).not.toContain('1949');
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    const params = { id: made.id };
    expect(await desk.call('informationRequests.get', { params, query: {} })).toMatchObject({ recordError });
    const { url } = await desk.call('staff.informationRequests.openIdentity', {
      params: { ...params, fileId: file.id },
    });
    expect((await server.anonymous.fetch(url)).status).toBe(200);
    const ofInformation = newRequest({ papers });
    expect((await problemOf(resident.call('informationRequests.create', { body: ofInformation }))).status).toBe(422);
  });

  it('registered -> the office’s own period, which the clock says is to be confirmed', async () => {
    const { resident, params } = await registered();
    const clock = await resident.call('informationRequests.clock', { params, query: {} });
    expect(clock).toMatchObject({ receivedOn: '2026-11-02', dueOn: '2026-11-30' });
    expect(clock.explanation).toContain('条例第四十一条没有规定更正的期限');
    expect(clock.explanation).toContain('待本机关确认');
    expect(clock.days.every(({ article }) => article === '本机关的内部期限')).toBe(true);
  });

  it('steps and letters of a request for information -> none: not offered, refused, not called for', async () => {
    const { desk, params } = await registered();
    const head = await server.asStaff('head', { unitId: 'district-office' });
    const { abilities, signs, nextStep } = await desk.call('informationRequests.get', { params, query: {} });
    expect(abilities).toMatchObject({
      ...{ propose: true, confer: true, askCorrection: false, consult: false, askReasons: false },
      ...{ noticeFee: false, oneMatter: false, offerConversion: false, recordGround: false },
    });
    expect([signs, nextStep.what]).toEqual([[], '核实，写处理结果']);
    const refused = [
      () =>
        desk.call('staff.informationRequests.askCorrection', {
          params,
          body: { items: '什么', deadline: '2026-11-20' },
        }),
      () => head.call('staff.informationRequests.extend', { params, body: { workingDays: 5, reason: '多' } }),
      () => desk.call('staff.informationRequests.noticeFee', { params, body: { basis: 'items', howToPay: '窗口' } }),
      () =>
        desk.call('staff.informationRequests.consult', {
          params,
          body: { id: randomUUID(), kind: 'other_agency', name: '公安分局', question: '对吗' },
        }),
      () =>
        desk.call('staff.informationRequests.offerConversion', {
          params,
          body: { id: randomUUID(), nature: 'complaint', kind: 'complaint', note: '转' },
        }),
      () =>
        desk.call('staff.informationRequests.split', {
          params,
          body: { stays: { name: '一' }, parts: [{ id: randomUUID(), content: { name: '二' } }], reason: '两件' },
        }),
    ];
    for (const call of refused) expect((await problemOf(call())).code).toBe('request.state');
    expect((await desk.call('staff.letters.list', { params, query: {} })).due).toEqual([]);
  });

  it('answer that does not fit -> 422 at its field; that of Art. 41 to a request for information -> 422', async () => {
    const { desk, resident, params } = await registered();
    const propose = (body: Partial<Proposed>, id = params.id) =>
      desk.call('staff.informationRequests.propose', {
        params: { id },
        body: { id: randomUUID(), kinds: ['granted'], text: '给你。', ...body },
      });
    const fieldOf = async (call: Promise<unknown>) => (await problemOf(call)).problem.errors?.map(({ path }) => path);
    expect(await fieldOf(propose({}))).toEqual(['kinds']);
    expect(await fieldOf(propose({ ...CORRECTED, findings: undefined }))).toEqual(['findings']);
    expect(await fieldOf(propose({ ...CORRECTED, kinds: ['record_passed_on'] }))).toEqual(['agency']);
    const asked = newRequest();
    await resident.call('informationRequests.create', { body: asked });
    await desk.call('staff.informationRequests.register', { params: { id: asked.id } });
    expect(await fieldOf(propose(CORRECTED, asked.id))).toEqual(['kinds']);
  });

  it('corrected: officer, legal adviser, head -> sealed, with its result; the letter X01 says findings and result', async () => {
    const { desk, resident, params } = await registered();
    const decided = await decideRequest(server, params.id, { officer: desk, ...CORRECTED });
    expect(decided.decision).toMatchObject({
      kinds: [{ kind: 'record_corrected', label: '予以更正', article: '第四十一条' }],
      record: { findings: '登记表和户口登记不一样。', agency: null, result: '予以更正：出生月份已经改成12月' },
      seal: { isIntact: true, reviewedBy: expect.any(String) as string },
    });
    const requests = server.collection('informationRequests');
    await requests.updateOne({ _id: params.id as never }, { $set: { 'decision.findings': '没有不一样。' } });
    const changed = await desk.call('informationRequests.get', { params, query: {} });
    expect(changed.decision?.seal?.isIntact).toBe(false);
    await requests.updateOne({ _id: params.id as never }, { $set: { 'decision.findings': CORRECTED.findings } });

    const { due } = await desk.call('staff.letters.list', { params, query: {} });
    const key = 'record_correction@decided:record_corrected';
    expect(due.map(letter => letter.key)).toEqual([key]);
    const { text, missing } = await desk.call('staff.letters.draft', { params, body: { key } });
    expect(missing).toEqual([]);
    const words = text!.paragraphs.join('');
    expect(words).toContain('槐影社区居委会的“高龄补贴登记表”，上面写的是：出生：1949年10月；应当是：出生：1949年12月');
    expect(words).toContain('经核实：登记表和户口登记不一样。');
    expect(words).toContain('处理结果为：予以更正：出生月份已经改成12月。');
    const { id, number } = await desk.call('staff.letters.create', { params, body: { id: randomUUID(), key } });
    expect(number).toMatch(/公复〔2026〕1号$/);
    for (const format of ['pdf', 'docx'])
      expect((await desk.fetch(`/api/v1/staff/letters/${id}/file?format=${format}`)).status).toBe(200);
    const own = await resident.call('informationRequests.get', { params, query: {} });
    expect(own.decision).toMatchObject({ record: { findings: CORRECTED.findings }, seal: null });
    expect((await problemOf(desk.call('staff.answers.get', { params, query: {} }))).code).toBe('request.state');
  });

  it.each([
    ['record_not_corrected', undefined, '不予更正，理由是：没有证据'],
    ['record_passed_on', '区公安分局', '已经转送有权更正的区公安分局：没有证据'],
    ['record_told_where', '区公安分局', '请向有权更正的区公安分局提出：没有证据'],
  ] as const)('%s -> the letter says so, and to whom', async (kind, agency, words) => {
    const { desk, params } = await registered();
    const given = { ...CORRECTED, kinds: [kind] as Proposed['kinds'], text: '没有证据', ...(agency && { agency }) };
    await decideRequest(server, params.id, { officer: desk, ...given });
    const body = { key: `record_correction@decided:${kind}` };
    const { text } = await desk.call('staff.letters.draft', { params, body });
    expect(text!.paragraphs.join('')).toContain(words);
    expect(text!.remedy).toContain('60日内');
  });

  it('figures -> in none: not in table three, nor in those of a quarter, nor among what is compared', async () => {
    const { desk, resident, params } = await registered();
    const other = newRequest();
    await resident.call('informationRequests.create', { body: other });
    await desk.call('staff.informationRequests.register', { params: { id: other.id } });
    const decided = await registered();
    await decideRequest(server, decided.params.id, { officer: desk, ...CORRECTED });
    await resident.call('informationRequests.withdraw', { params, body: {} });

    const supervisor = await server.asStaff('supervisor');
    const { lines } = await supervisor.call('staff.annualReport.requests', { query: { year: '2026' } });
    const counted = lines.filter(({ total }) => total > 0).map(({ figure, total }) => [figure, total]);
    expect(Object.fromEntries(counted)).toMatchObject({ received: 1, carriedOut: 1 });
    expect(Object.fromEntries(counted)).not.toHaveProperty(['other.other']);
    const figures = await supervisor.call('staff.requestFigures.get', { query: { year: '2026', period: 'q4' } });
    expect(figures.lines[0]!.counts).toMatchObject({ received: 1, ended: 0 });

    const again = newRequest();
    await resident.call('informationRequests.create', { body: again });
    await desk.call('staff.informationRequests.register', { params: { id: again.id } });
    const earlier = await desk.call('staff.informationRequests.earlier', { params: { id: again.id }, query: {} });
    expect(earlier.items.map(({ id }) => id)).toEqual([other.id]);
    expect(earlier.counts).toMatchObject({ month: 2, year: 2 });
    const ground = { id: randomUUID(), finding: 'repeated' as const, caseIds: [other.id], note: '重复' };
    const refused = desk.call('staff.informationRequests.recordGround', { params: decided.params, body: ground });
    expect((await problemOf(refused)).code).toBe('request.state');
  });

  it('list of the desk: by kind -> only those; at the window -> the same kind', async () => {
    const { desk, params } = await filed();
    const walk = walkIn({ submittedOn: '2026-11-02', recordError, content: { name: '残疾人证登记' } });
    const received = await desk.call('staff.informationRequests.receive', { body: walk });
    expect(received).toMatchObject({ kind: 'record_correction', dueOn: '2026-11-30' });
    const asked = newRequest();
    await (await server.asResident()).call('informationRequests.create', { body: asked });
    const idsOf = async (kind?: 'information' | 'record_correction', more = {}) =>
      (await desk.call('staff.informationRequests.list', { query: { ...(kind && { kind }), ...more } })).items
        .map(({ id }) => id)
        .sort();
    expect(await idsOf('record_correction')).toEqual([params.id, walk.id].sort());
    expect(await idsOf('record_correction', { status: 'in_progress' })).toEqual([walk.id]);
    expect(await idsOf('information')).toEqual([asked.id]);
    expect(await idsOf()).toHaveLength(3);
    const supervisor = await server.asStaff('supervisor');
    const { items } = await supervisor.call('staff.informationRequests.list', { query: { kind: 'record_correction' } });
    expect(items).toHaveLength(2);
  });
});
