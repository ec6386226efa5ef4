import { putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { newRequest, ORGANIZATION, PERSON } from './information-requests.fixtures';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterAll(() => server.stop());

describe('GET /staff/information-requests?applicant', () => {
  it('a name, a whole number in any way of writing it, or four digits -> the requests of that applicant, in one’s own units', async () => {
    const resident = await server.asResident();
    const person = await resident.call('informationRequests.create', { body: newRequest() });
    const organization = await resident.call('informationRequests.create', {
      body: newRequest({ applicant: ORGANIZATION }),
    });
    const officer = await server.asStaff('officer', { unitId: 'district-office' });
    const found = async (applicant: string, desk = officer) =>
      (await desk.call('staff.informationRequests.list', { query: { applicant } })).items.map(({ id }) => id);

    const { number } = PERSON.idDocument;
    for (const text of [
      PERSON.name,
      ` ${PERSON.name} `,
      number,
      number.toLowerCase(),
      PERSON.phone,
      '199-0000-0001',
      '0001',
    ])
      expect({ text, found: await found(text) }).toEqual({ text, found: [person.id] });
    for (const text of [ORGANIZATION.name, ORGANIZATION.creditCode, '0002'])
      expect({ text, found: await found(text) }).toEqual({ text, found: [organization.id] });
    for (const text of [PERSON.name.slice(0, 2), number.slice(0, 17), '0003', '$ne', '{}'])
      expect({ text, found: await found(text) }).toEqual({ text, found: [] });
    expect(await found(PERSON.name, await server.asStaff('officer', { unitId: 'housing' }))).toEqual([]);
    expect(await found(PERSON.name, await server.asStaff('officer'))).toEqual([person.id]);
  });
});
