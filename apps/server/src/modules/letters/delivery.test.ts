import { createHash, randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest } from '../information-requests/information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const SCAN = Buffer.from('%PDF-1.4\n% with a seal\n%%EOF\n');
type Delivery = RouteInput<'staff.letters.deliver'>['body'];

async function registered() {
  const resident = await server.asResident('o-applicant');
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  await desk.call('staff.informationRequests.register', { params: { id } });
  const letter = async (key = 'registration@registered', facts: Record<string, string> = {}) =>
    desk.call('staff.letters.create', { params: { id }, body: { id: randomUUID(), key, facts } });
  const seal = async (letterId: string, bytes = SCAN, name = '盖章.pdf') => {
    const { body } = await uploadFile(desk, bytes, { name });
    return desk.call('staff.letters.seal', { params: { id: letterId }, body: { fileId: body.id } });
  };
  const deliver = (letterId: string, changes: Partial<Delivery> = {}) =>
    desk.call('staff.letters.deliver', {
      params: { id: letterId },
      body: { id: randomUUID(), method: 'app', on: server.clock.today(), ...changes },
    });
  return { resident, desk, params: { id }, letter, seal, deliver };
}

describe('sealed scan', () => {
  it('a PDF -> takes the place of the unsealed file; its hash is what the code tells; audited', async () => {
    const { letter, seal, desk } = await registered();
    const made = await letter();
    const sealed = await seal(made.id);
    const sha256 = createHash('sha256').update(SCAN).digest('hex');
    expect(sealed).toMatchObject({
      state: 'sealed',
      sealed: { sha256, on: '2026-11-02' },
      abilities: { deliver: true },
    });
    const told = await server.anonymous.call('letters.check', { params: { code: made.checkCode }, query: {} });
    expect(told).toMatchObject({ state: 'sealed', sha256 });
    const audited = await server.collection('auditEntries').find({ action: 'letter.sealed' }).toArray();
    expect(audited).toMatchObject([{ subject: made.id, actor: `staff:${desk.staffId}`, from: 'final', to: 'sealed' }]);
  });

  it('no PDF, the unsealed file itself, somebody else’s upload, a void letter -> refused, nothing changed', async () => {
    const { letter, seal, desk } = await registered();
    const { id } = await letter();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await problemOf(seal(id, png, '照片.png'))).status).toBe(422);
    const answer = await desk.fetch(`/api/v1/staff/letters/${id}/file`);
    expect((await problemOf(seal(id, Buffer.from(await answer.arrayBuffer())))).status).toBe(422);
    const { body } = await uploadFile(await server.asResident(), SCAN, { name: '盖章.pdf' });
    const foreign = desk.call('staff.letters.seal', { params: { id }, body: { fileId: body.id } });
    expect((await problemOf(foreign)).code).toBe('file.not_found');
    expect(await server.collection('letters').findOne({ _id: id as never })).toMatchObject({
      state: 'final',
      sealed: null,
    });
    await desk.call('staff.letters.void', { params: { id }, body: { reason: '写错了' } });
    expect((await problemOf(seal(id))).code).toBe('letter.state');
  });
});

describe('delivery', () => {
  it('unsealed -> 409; sealed, on the phone -> a message, the words and the scan; the first reading is kept', async () => {
    const { resident, letter, seal, deliver, params, desk } = await registered();
    const { id } = await letter();
    expect((await problemOf(deliver(id))).code).toBe('letter.state');
    const { sealed } = await seal(id);
    const own = () => resident.call('informationRequests.letters', { params, query: {} });
    expect((await own()).items).toEqual([]);
    expect((await problemOf(resident.call('letters.open', { params: { id } }))).code).toBe('letter.not_found');
    const fileStatus = async () => (await resident.fetch(`/api/v1/files/${sealed!.fileId}`)).status;
    expect(await fileStatus()).toBe(404);

    expect(await deliver(id)).toMatchObject({
      state: 'delivered',
      deliveredOn: '2026-11-02',
      abilities: { void: false },
    });
    await server.runWorker();
    const { items: messages } = await resident.call('me.messages.list', { query: {} });
    expect(messages.map(({ body }) => body)).toContain('有一份文书送达给你，打开看看');
    expect((await own()).items).toMatchObject([{ id, firstReadAt: null }]);
    server.clock.advance(300_000);
    const opened = await resident.call('letters.open', { params: { id } });
    expect(opened).toMatchObject({ firstReadAt: '2026-11-02T02:05:00.000Z', file: { id: sealed!.fileId } });
    expect(opened.text.paragraphs.join('')).toContain('2026年11月30日');
    expect(await fileStatus()).toBe(200);
    server.clock.advance(300_000);
    expect((await resident.call('letters.open', { params: { id } })).firstReadAt).toBe(opened.firstReadAt);
    const { items } = await desk.call('staff.letters.list', { params, query: {} });
    expect(items).toMatchObject([{ firstReadAt: opened.firstReadAt }]);
    expect(await server.collection('auditEntries').countDocuments({ action: 'letter.read' })).toBe(1);
    const neighbour = await server.asResident();
    expect((await problemOf(neighbour.call('letters.open', { params: { id } }))).status).toBe(404);
    expect((await neighbour.fetch(`/api/v1/files/${sealed!.fileId}`)).status).toBe(404);
    expect((await problemOf(seal(id))).code).toBe('letter.state');
  });

  it('by post -> day, number and note kept sealed; the same again -> once; a day before it was made or to come -> 422', async () => {
    const { letter, seal, params } = await registered();
    const { id } = await letter();
    await seal(id);
    server.clock.set('2026-11-05T02:00:00.000Z');
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    const body: Delivery = {
      id: randomUUID(),
      method: 'post',
      on: '2026-11-04',
      receipt: '挂号第七号',
      note: '其女代收',
    };
    const send = (changes: Partial<Delivery> = {}) =>
      desk.call('staff.letters.deliver', { params: { id }, body: { ...body, ...changes } });
    for (const on of ['2026-11-01', '2026-11-06']) expect((await problemOf(send({ on }))).status).toBe(422);
    expect((await problemOf(send({ method: 'app' }))).status).toBe(422);
    await send();
    expect((await send()).deliveries).toHaveLength(1);
    expect((await problemOf(send({ note: '本人' }))).code).toBe('id.conflict');
    expect(JSON.stringify(await server.collection('letters').findOne({}))).not.toMatch(/代收|挂号/);
    const legal = await server.asStaff('legal', { unitId: 'district-office' });
    const { items } = await legal.call('staff.letters.list', { params, query: {} });
    expect(items[0]!.deliveries).toMatchObject([{ on: '2026-11-04', receipt: null, note: null }]);
  });

  it('a question to a third party -> their fifteen days run from the day it arrived, once; never on the phone', async () => {
    const { letter, seal, params, desk } = await registered();
    const consultation = {
      id: randomUUID(),
      kind: 'third_party' as const,
      name: '板凳电梯公司',
      question: '可以公开吗',
    };
    await desk.call('staff.informationRequests.consult', { params, body: consultation });
    const key = `third_party_consultation@thirdPartyAsked:${consultation.id}`;
    const { id } = await letter(key, { thirdPartyInterest: '商业秘密' });
    await seal(id);
    server.clock.advance(2 * 86_400_000);
    const again = await server.asStaff('officer', { unitId: 'district-office' });
    const send = (changes: Partial<Delivery> = {}) =>
      again.call('staff.letters.deliver', {
        params: { id },
        body: { id: randomUUID(), method: 'post', on: '2026-11-04', ...changes },
      });
    expect((await problemOf(send({ method: 'app' }))).status).toBe(422);
    await send();
    const seen = await again.call('informationRequests.get', { params, query: {} });
    expect(seen.consultations).toMatchObject([{ servedOn: '2026-11-04', deadline: '2026-11-25' }]);
    await send({ on: '2026-11-03' });
    const later = await again.call('informationRequests.get', { params, query: {} });
    expect(later.consultations).toMatchObject([{ servedOn: '2026-11-04' }]);
  });

  it('an answer delivered after the last day of the clock -> marked late', async () => {
    const { params, letter, seal } = await registered();
    await decideRequest(server, params.id, { kinds: ['granted'], text: '给你。' });
    const { id } = await letter('granted@decided:granted', { attachments: '明细' });
    await seal(id);
    server.clock.set('2026-12-04T02:00:00.000Z');
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    const send = (on: string) =>
      desk.call('staff.letters.deliver', { params: { id }, body: { id: randomUUID(), method: 'post', on } });
    expect((await send('2026-12-04')).isLate).toBe(true);
  });
});
