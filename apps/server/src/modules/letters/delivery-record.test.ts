import { createHash, randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { openZip } from '../../platform/zip';
import { drawnLines, problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest, PERSON } from '../information-requests/information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const SCAN = Buffer.from('%PDF-1.4\n% with a seal\n%%EOF\n');
const SIGNED = Buffer.from('%PDF-1.4\n% with a signature\n%%EOF\n');
type Delivery = RouteInput<'staff.letters.deliver'>['body'];

/** A registration receipt that went out this way. */
async function delivered(changes: Partial<Delivery> = {}) {
  const resident = await server.asResident('o-applicant');
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  await desk.call('staff.informationRequests.register', { params: { id } });
  const made = await desk.call('staff.letters.create', {
    params: { id },
    body: { id: randomUUID(), key: 'registration@registered' },
  });
  const params = { id: made.id };
  const { body: scan } = await uploadFile(desk, SCAN, { name: '盖章.pdf' });
  await desk.call('staff.letters.seal', { params, body: { fileId: scan.id } });
  const delivery: Delivery = { id: randomUUID(), method: 'on_site', on: '2026-11-02', ...changes };
  const letter = await desk.call('staff.letters.deliver', { params, body: delivery });
  const path = `/api/v1/staff/letters/${made.id}/deliveries/${delivery.id}/record`;
  const linesOf = async () => drawnLines(Buffer.from(await (await desk.fetch(path)).arrayBuffer())).join('');
  const prove = (fileId: string, deliveryId = delivery.id) =>
    desk.call('staff.letters.proveDelivery', { params: { id: made.id, deliveryId }, body: { fileId } });
  return { resident, desk, request: { id }, letter, delivery, path, linesOf, prove };
}

describe('送达回证 of a delivery (X04)', () => {
  it('handed over at a place -> letter, way, place and addressee are in it; no code, and no mark that it is unsealed', async () => {
    const { linesOf, letter, desk, path } = await delivered({ place: '槐影东里3幢楼下' });
    const lines = await linesOf();
    expect(lines).toContain('送达回证');
    expect(lines).toContain(`送达文书：《政府信息公开申请登记回执》（${letter.number}）。`);
    expect(lines).toContain('送达方式：当面送达。送达地点：槐影东里3幢楼下。');
    expect(lines).toContain(PERSON.name);
    expect(lines).toContain('2026年11月2日');
    expect(lines).not.toMatch(/核验码|未盖章/);
    const word = Buffer.from(await (await desk.fetch(`${path}?format=docx`)).arrayBuffer());
    const docx = openZip(word, { entries: 50, entryBytes: 1_000_000, totalBytes: 4_000_000, ratio: 200 });
    expect(docx.read('word/document.xml')!.toString('utf8')).toContain('槐影东里3幢楼下');
  });

  it.each([
    ['post', PERSON.address],
    ['on_site', '送达地点：________________'],
    ['pickup', '栖河区人民政府办公室'],
  ] as const)('%s, nobody wrote down where -> %s', async (method, place) => {
    expect(await (await delivered({ method })).linesOf()).toContain(place);
  });

  it('signed and handed in -> the proof of that delivery, for the office only; a better one in its place; audited', async () => {
    const { desk, resident, request, prove, letter, delivery } = await delivered();
    expect(letter.deliveries).toMatchObject([{ proof: null, abilities: { record: true, prove: true } }]);
    const { body: file } = await uploadFile(desk, SIGNED, { name: '回证.pdf' });
    const proof = { fileId: file.id, on: '2026-11-02', sha256: createHash('sha256').update(SIGNED).digest('hex') };
    expect((await prove(file.id)).deliveries).toMatchObject([{ id: delivery.id, proof }]);
    await prove(file.id);
    const audited = { action: 'letter.delivery_proven', subject: letter.id };
    expect(await server.collection('auditEntries').countDocuments(audited)).toBe(1);
    const statusFor = async (who: { fetch: typeof desk.fetch }) => (await who.fetch(`/api/v1/files/${file.id}`)).status;
    expect([await statusFor(desk), await statusFor(resident)]).toEqual([200, 404]);
    expect(JSON.stringify(await server.collection('letters').findOne({}))).not.toContain(file.id);

    const { body: better } = await uploadFile(desk, Buffer.concat([SIGNED, Buffer.from('\n')]), { name: '回证.pdf' });
    await prove(better.id);
    const { items } = await desk.call('staff.letters.list', { params: request, query: {} });
    expect(items[0]!.deliveries).toMatchObject([{ proof: { fileId: better.id } }]);
  });

  it('on the phone, no such delivery, somebody else’s upload, a text -> refused', async () => {
    const online = await delivered({ method: 'app' });
    expect(online.letter.deliveries).toMatchObject([{ abilities: { record: false, prove: false } }]);
    expect((await online.desk.fetch(online.path)).status).toBe(409);
    const { prove, desk } = await delivered();
    expect((await problemOf(prove('none', 'nothing'))).code).toBe('letter.not_found');
    const { body: foreign } = await uploadFile(await server.asResident(), SIGNED, { name: '回证.pdf' });
    expect((await problemOf(prove(foreign.id))).code).toBe('file.not_found');
    const { body: text } = await uploadFile(desk, Buffer.from('签了'), { name: '回证.txt' });
    expect((await problemOf(prove(text.id))).status).toBe(422);
  });
});
