import { startTestServer, type TestServer } from '../../testing';
import { consultationInput, openConsultation, putDistrict, UNIT } from '../consultations/consultation.fixtures';
import { newRequest } from '../information-requests/information-requests.fixtures';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterAll(() => server.stop());

async function found(q: string, ...who: Parameters<TestServer['asStaff']>) {
  const { items } = await (await server.asStaff(...who)).call('staff.search', { query: { q } });
  return items.map(({ kind, id }) => `${kind}:${id}`);
}

describe('GET /staff/search', () => {
  it('request: by the beginning of its number and by its applicant -> its officer; another unit, an editor: nothing', async () => {
    const resident = await server.asResident();
    const body = newRequest({ unitId: UNIT });
    const { id, number } = await resident.call('informationRequests.create', { body });
    const { applicant } = body;
    const name = applicant.name;
    for (const q of [number, number.slice(0, 6), name]) {
      expect(await found(q, 'officer', { unitId: UNIT })).toContain(`request:${id}`);
      expect(await found(q, 'officer', { unitId: 'education' })).not.toContain(`request:${id}`);
      expect(await found(q, 'editor', { unitId: UNIT })).not.toContain(`request:${id}`);
    }
    expect(await found('.*', 'officer', { unitId: UNIT })).toEqual([]);
  });

  it('consultation: a draft -> who runs it only; an open one -> every desk', async () => {
    const office = await server.asStaff('office');
    const draft = consultationInput();
    await office.call('staff.consultations.create', { body: draft });
    expect(await found(draft.question, 'editor', { unitId: UNIT })).toContain(`consultation:${draft.id}`);
    expect(await found(draft.question, 'editor', { unitId: 'education' })).not.toContain(`consultation:${draft.id}`);
    const { id } = await openConsultation(office);
    await server.runWorker();
    expect(await found(draft.question, 'officer', { unitId: UNIT })).toContain(`consultation:${id}`);
  });

  it('members and units -> an admin by the beginning of a name, nobody else', async () => {
    const roles = [{ role: 'editor' as const, unitId: null, areaId: null }];
    const { createStaff } = server.deps.modules.identity.api;
    const member = await createStaff({ username: 'kong.editor', name: '孔编辑', password: 'a long password', roles });
    for (const q of ['孔编', 'kong', '孔编辑']) expect(await found(q, 'admin')).toEqual([`staff:${member._id}`]);
    expect(await found('孔编辑', 'officer')).toEqual([]);
    expect(await found('民政', 'admin')).toContain(`unit:${UNIT}`);
  });
});
