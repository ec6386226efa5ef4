import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest, walkIn, type Walkin } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const AGENT = { name: '路小满', phone: '19900000008' };
const officer = (unitId = 'district-office') => server.asStaff('officer', { unitId });
const receive = async (changes: Partial<Walkin>) =>
  (await officer()).call('staff.informationRequests.receive', { body: walkIn(changes) });

const picture = () =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: '#888888' } })
    .png()
    .toBuffer();
/** An old office file, by its first bytes. */
const letter = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const upload = async (client: Parameters<typeof uploadFile>[0], bytes?: Buffer, name = '身份证.png') =>
  (await uploadFile(client, bytes ?? (await picture()), { name })).body.id;

async function withIdentity() {
  const resident = await server.asResident();
  const fileId = await upload(resident);
  const body = newRequest({ papers: [{ fileId, kind: 'identity' }] });
  const request = await resident.call('informationRequests.create', { body });
  return { resident, fileId, request, params: { id: request.id } };
}
const download = (path: string, headers: Record<string, string> = {}) => server.anonymous.fetch(path, { headers });

describe('identity papers', () => {
  it('create: with a document -> on the case by its kind; neither its owner nor an officer downloads it like a file', async () => {
    const { resident, request, fileId } = await withIdentity();
    expect(request.applicant.papers).toMatchObject([{ id: fileId, kind: 'identity', file: { id: fileId } }]);
    for (const client of [resident, await officer()])
      expect((await client.fetch(`/api/v1/files/${fileId}`)).status).toBe(404);
    expect((await problemOf(resident.call('files.ticket', { params: { id: fileId } }))).code).toBe('file.not_found');
  });

  it('open: by the officer of the case -> an address for minutes, the look is in the audit; by another unit, a legal adviser -> refused', async () => {
    const { params, fileId } = await withIdentity();
    const call = { params: { ...params, fileId } };
    const { url } = await (await officer()).call('staff.informationRequests.openIdentity', call);
    expect((await download(url)).status).toBe(200);
    const looks = { action: 'information-request.identity_opened' };
    expect(await server.collection('auditEntries').countDocuments(looks)).toBe(1);
    server.clock.advance(6 * 60_000);
    expect((await download(url)).status).toBe(404);
    for (const other of [await officer('housing'), await server.asStaff('legal', { unitId: 'district-office' })])
      expect((await problemOf(other.call('staff.informationRequests.openIdentity', call))).status).toBeGreaterThan(402);
    expect(await server.collection('auditEntries').countDocuments(looks)).toBe(1);
    const unknown = { params: { ...params, fileId: randomUUID() } };
    expect((await problemOf((await officer()).call('staff.informationRequests.openIdentity', unknown))).code).toBe(
      'request.state',
    );
  });

  it('retention: after its time -> the file is gone, the case says so', async () => {
    const { params, fileId } = await withIdentity();
    server.clock.advance(366 * 86_400_000);
    await server.runSchedule('files.sweep');
    expect(await server.collection('files').countDocuments()).toBe(0);
    const request = await (await officer()).call('informationRequests.get', { params });
    expect(request.applicant.papers).toEqual([{ id: fileId, kind: 'identity', file: null }]);
  });

  it('create: a file that is no picture, or one of somebody else -> refused, nothing is filed', async () => {
    const resident = await server.asResident();
    const other = await upload(await server.asResident('o-other'));
    const body = newRequest({ papers: [{ fileId: other, kind: 'identity' }] });
    expect((await problemOf(resident.call('informationRequests.create', { body }))).code).toBe('file.not_found');
    const wrong = newRequest({ papers: [{ fileId: await upload(resident, letter, '身份证.doc'), kind: 'identity' }] });
    const refused = await problemOf(resident.call('informationRequests.create', { body: wrong }));
    expect(refused.problem.errors?.[0]?.path).toBe('papers');
    expect(await server.collection('informationRequests').countDocuments()).toBe(0);
  });
});

describe('an agent', () => {
  it('receive: with authority on paper -> sealed, masked for staff, the number shown for a reason that is kept', async () => {
    const { id, applicant } = await receive({ agent: { ...AGENT, isAuthorityOnPaper: true } });
    expect(applicant.agent).toEqual({ name: '路*满', phone: '199****0008', isAuthorityOnPaper: true });
    const stored = JSON.stringify(await server.collection('informationRequests').findOne({}));
    for (const value of Object.values(AGENT)) expect(stored).not.toContain(value);
    const body = { field: 'agentPhone' as const, reason: '核对委托' };
    const shown = await (await officer()).call('staff.informationRequests.reveal', { params: { id }, body });
    expect(shown.value).toBe(AGENT.phone);
  });

  it('create, receive: without a power of attorney -> 422 on papers', async () => {
    const resident = await server.asResident();
    const own = await problemOf(resident.call('informationRequests.create', { body: newRequest({ agent: AGENT }) }));
    expect(own.problem.errors?.[0]?.path).toBe('papers');
    expect((await problemOf(receive({ agent: AGENT }))).problem.errors?.[0]?.path).toBe('papers');
  });
});
