import { putDistrict } from '../fixtures/district';
import { newRequest, ORGANIZATION, PERSON } from '../modules/information-requests/information-requests.fixtures';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const textOf = async (...names: string[]) =>
  JSON.stringify(await Promise.all(names.map(name => server.collection(name).find({}).toArray())));

describe('audit and outbox', () => {
  it('the life of an applicant, from login to the closed account: ids and names of fields only, the reason dies with the key', async () => {
    const resident = await server.asResident('o-whole-life');
    const code = server.deps.modules.wechat.api.simulator!.issuePhoneCode('o-whole-life', '19900000001');
    await resident.call('me.phone', { body: { code } });
    await resident.call('me.name', { body: { name: '周文兰' } });
    const requests = [newRequest(), newRequest({ applicant: ORGANIZATION })];
    for (const body of requests) await resident.call('informationRequests.create', { body });
    const [{ id }] = requests as [{ id: string }, unknown];
    const officer = await server.asStaff('officer');
    await officer.call('staff.informationRequests.register', { params: { id } });
    const reveal = { field: 'idNumber' as const, reason: '核对寄件人身份' };
    await officer.call('staff.informationRequests.reveal', { params: { id }, body: reveal });
    await resident.call('informationRequests.withdraw', { params: { id }, body: { reason: '在邻居家找到了' } });
    await server.runWorker();

    const personal = [
      ...[PERSON.name, PERSON.phone, PERSON.idDocument.number, ORGANIZATION.creditCode, ORGANIZATION.contact],
      ...[requests[0]!.content.name, reveal.reason, '在邻居家找到了', '周文兰', '19900000001', 'o-whole-life'],
    ];
    const written = await textOf('auditEntries', 'outbox');
    expect(personal.filter(value => written.includes(value))).toEqual([]);
    expect(written).toContain('information-request.revealed');
    // Beside them the app keeps what the request is about in the clear, and of the applicant nothing.
    const stored = await textOf('accounts', 'sessions', 'informationRequests', 'loginFailures', 'rateWindows');
    const ofPerson = personal.filter(value => value !== requests[0]!.content.name && value !== '在邻居家找到了');
    expect(ofPerson.filter(value => stored.includes(value))).toEqual([]);

    const [entry] = await server.collection('auditEntries').find({ action: 'information-request.revealed' }).toArray();
    const { personId, value } = entry!.sealedReason as { personId: string; value: string };
    const place = { collection: 'audit', id, field: 'reason' };
    expect(personId).toBe(resident.accountId);
    const { personKeys } = server.deps.platform;
    expect(await personKeys.open(personId, value, place)).toBe(reveal.reason);
    await resident.call('me.close');
    expect(await personKeys.open(personId, value, place)).toBeNull();
    expect(await textOf('auditEntries', 'outbox')).not.toContain(reveal.reason);
  });

  it('a login that fails: the name that was tried is kept only as a keyed hash', async () => {
    const body = { username: 'zhou.wenlan.nobody', password: 'not the password' };
    await expect(server.anonymous.call('auth.staff', { body })).rejects.toMatchObject({ status: 401 });
    const kept = await textOf('loginFailures', 'auditEntries', 'outbox');
    expect([kept.includes(body.username), kept.includes(body.password)]).toEqual([false, false]);
    expect(await server.collection('loginFailures').countDocuments()).toBe(1);
  });
});
