import { randomBytes } from 'node:crypto';
import { findCommand } from '../cli';
import { putDistrict, uploadFile } from '../fixtures/district';
import { newRequest, ORGANIZATION, PERSON } from '../modules/information-requests/information-requests.fixtures';
import { startTestServer, type TestServer } from '../testing';

const newKey = () => randomBytes(32).toString('base64');
const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function start(environment: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer({ environment });
  open.push(server);
  return server;
}

it('keys: a new one put first, then only it -> everything sealed anew, and still read', async () => {
  const [first, second] = [`k1=${newKey()}`, `k2=${newKey()}`];
  const shared = { TOKEN_KEY: newKey(), INDEX_KEY: newKey() };
  const before = await start({ ...shared, FIELD_KEYS: first });
  await putDistrict(before);
  const applicant = await before.asResident('o-applicant');
  const bodies = [newRequest(), newRequest({ applicant: ORGANIZATION })];
  for (const body of bodies) await applicant.call('informationRequests.create', { body });
  const paper = Buffer.from('%PDF-1.4\n% 证明\n%%EOF\n');
  const { body: file } = await uploadFile(applicant, paper, { name: '证明.pdf' });
  const officer = await before.asStaff('officer');
  await officer.call('staff.totp.begin', { body: {} });
  const database = { ...shared, MONGODB_URI: before.deps.platform.config.mongodbUri! };

  const rotating = await start({ ...database, FIELD_KEYS: `${second},${first}` });
  const { command } = findCommand(rotating.deps.commands, ['keys', 'reseal'])!;
  const lines: string[] = [];
  const context = { platform: rotating.deps.platform, output: (line: string) => lines.push(line) };
  await command.run([], context);
  expect(lines[0]).toMatch(/^已用 k2 重新封存 [1-9]\d* 处/);
  await rotating.runSchedule('platform.reseal');
  await command.run([], context);
  expect(lines[1]).toMatch(/^已用 k2 重新封存 0 处/);

  const sealed = await Promise.all(
    ['personKeys', 'informationRequests', 'staff', 'files'].map(name => rotating.collection(name).find({}).toArray()),
  );
  expect(JSON.stringify(sealed)).not.toMatch(/"k1\./);
  const after = await start({ ...database, FIELD_KEYS: second });
  const again = await after.asResident('o-applicant');
  const seen = await Promise.all(bodies.map(({ id }) => again.call('informationRequests.get', { params: { id } })));
  expect(seen.map(request => request.applicant.idNumber)).toEqual([PERSON.idDocument.number, ORGANIZATION.creditCode]);
  expect(await (await again.fetch(`/api/v1/files/${file.id}`)).text()).toBe(paper.toString());
  expect(await after.deps.modules.identity.api.findContact(again.accountId)).toMatchObject({ openid: 'o-applicant' });
});
