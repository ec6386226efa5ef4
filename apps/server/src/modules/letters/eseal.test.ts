import { createHmac, createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { loadConfig } from '../../config';
import { createFakeClock } from '../../platform/clock';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from '../information-requests/information-requests.fixtures';
import { createSealClient } from './eseal-client';

// Each test starts two servers and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

const SECRET = 'a secret of twenty-four letters';
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const sign = (...parts: string[]) => createHmac('sha256', SECRET).update(parts.join('\n')).digest('base64url');

interface Order {
  body: { pdf: string; sha256: string; checkCode: string; unitId: string };
  puts: number;
}
/** An e-seal service as docs/operations.md describes it. */
function fakeService() {
  const orders = new Map<string, Order>();
  const service = {
    orders,
    state: 'waiting' as 'waiting' | 'sealed' | 'refused',
    fault: null as null | 'down' | 'unsigned' | 'silent',
    sealed: (pdf: Buffer): Buffer => Buffer.concat([pdf, Buffer.from('% sealed\n')]),
    badSignatures: 0,
  };
  const answerTo = (method: string, path: string, body: string): [number, Buffer] => {
    const id = path.split('/')[3]!;
    const known = orders.get(id);
    if (method === 'PUT') orders.set(id, { body: JSON.parse(body) as Order['body'], puts: (known?.puts ?? 0) + 1 });
    else if (!known) return [404, Buffer.from('{}')];
    if (path.endsWith('/file')) return [200, service.sealed(Buffer.from(known!.body.pdf, 'base64'))];
    return [200, Buffer.from(JSON.stringify({ state: service.state, reason: '印章已经停用' }))];
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = (await buffer(request)).toString();
      const { 'x-time': time, 'x-nonce': nonce, 'x-signature': signature } = request.headers as Record<string, string>;
      if (signature !== sign(request.method!, request.url!, time!, nonce!, sha256(body))) service.badSignatures += 1;
      if (service.fault === 'silent') return;
      if (service.fault === 'down') return response.destroy();
      const [status, bytes] = answerTo(request.method!, request.url!, body);
      const signed = service.fault === 'unsigned' ? 'x' : sign(String(status), nonce!, sha256(bytes));
      response.writeHead(status, { 'X-Signature': signed }).end(bytes);
    })();
  });
  return { service, server };
}

let fake: ReturnType<typeof fakeService>;
let http: Server;
let url: string;
let server: TestServer | undefined;
beforeEach(async () => {
  fake = fakeService();
  http = fake.server.listen(0, '127.0.0.1');
  await new Promise(resolve => http.once('listening', resolve));
  url = `http://127.0.0.1:${(http.address() as { port: number }).port}/api`;
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  http.closeAllConnections();
  await new Promise(resolve => http.close(resolve));
});

async function letterOf(
  environment: Record<string, string> = { ESEAL_URL: url, ESEAL_APP_ID: 'bandeng', ESEAL_SECRET: SECRET },
) {
  const started = await startTestServer({ now: '2026-11-02T02:00:00.000Z', environment });
  server = started;
  await putDistrict(started);
  const resident = await server!.asResident('o-applicant');
  const desk = await server!.asStaff('officer', { unitId: 'district-office' });
  const { id: requestId } = await resident.call('informationRequests.create', { body: newRequest() });
  await desk.call('staff.informationRequests.register', { params: { id: requestId } });
  const body = { id: randomUUID(), key: 'registration@registered', facts: {} };
  const made = await desk.call('staff.letters.create', { params: { id: requestId }, body });
  const params = { id: made.id };
  const order = () => desk.call('staff.letters.orderSeal', { params, body: {} });
  const seen = async () => {
    const now = await started.asStaff('officer', { unitId: 'district-office' });
    return (await now.call('staff.letters.list', { params: { id: requestId }, query: {} })).items[0]!;
  };
  /** After the pause before it is asked again. */
  const follow = async (minutes = 61) => {
    server!.clock.advance(minutes * 60_000);
    await server!.runSchedule('letters.seal');
  };
  return { made, desk, resident, params, order, seen, follow };
}

it('e-seal: no service named -> no button, and refused', async () => {
  const { made, order } = await letterOf({});
  expect(made.abilities.orderSeal).toBe(false);
  expect((await problemOf(order())).code).toBe('letter.state');
});

it('e-seal: sent, sealed -> the file stands in the place of the unsealed one, is delivered, and the code tells its hash', async () => {
  const { made, desk, resident, params, order, seen, follow } = await letterOf();
  expect(made.abilities.orderSeal).toBe(true);
  expect(await order()).toMatchObject({ sealOrder: { state: 'waiting' }, abilities: { orderSeal: false } });
  await order();
  await follow(0);
  await follow();
  const [sent] = [...fake.service.orders.values()];
  expect([fake.service.orders.size, sent!.puts, fake.service.badSignatures]).toEqual([1, 1, 0]);
  expect(sent!.body).toMatchObject({ checkCode: made.checkCode, sha256: made.pdfSha256, unitId: 'district-office' });

  fake.service.state = 'sealed';
  await follow();
  const expected = sha256(fake.service.sealed(Buffer.from(sent!.body.pdf, 'base64')));
  const sealed = await seen();
  expect(sealed).toMatchObject({ state: 'sealed', sealed: { sha256: expected }, sealOrder: null });
  const told = await server!.anonymous.call('letters.check', { params: { code: made.checkCode }, query: {} });
  expect(told).toMatchObject({ state: 'sealed', sha256: expected });
  const delivery = { id: randomUUID(), method: 'app' as const, on: server!.clock.today() };
  const again = await server!.asStaff('officer', { unitId: 'district-office' });
  await again.call('staff.letters.deliver', { params, body: delivery });
  const reader = await server!.asResident(resident.openid);
  expect((await reader.fetch(`/api/v1/files/${sealed.sealed!.fileId}`)).status).toBe(200);
  const audited = await server!
    .collection('auditEntries')
    .find({ action: /^letter\.seal/ })
    .toArray();
  expect(audited.map(({ action, actor }) => [action, actor])).toEqual([
    ['letter.seal_ordered', `staff:${desk.staffId}`],
    ['letter.sealed', `staff:${desk.staffId}`],
  ]);
});

it.each([
  [
    'another PDF',
    () => Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    /PDF|核验码/,
  ],
  ['no PDF', () => Buffer.from('<html>sealed</html>'), /不是能读的 PDF/],
  ['the file that was sent', (pdf: Buffer) => pdf, /没有盖章的那一份/],
])(
  'e-seal: what comes back is %s -> refused with a sentence, the letter as it was, to be sent again',
  async (_, sealed, reason) => {
    const { order, seen, follow } = await letterOf();
    fake.service.state = 'sealed';
    fake.service.sealed = sealed;
    await order();
    await follow(0);
    const left = await seen();
    expect(left).toMatchObject({
      state: 'final',
      sealed: null,
      sealOrder: { state: 'refused' },
      abilities: { orderSeal: true },
    });
    expect(left.sealOrder!.reason).toMatch(reason);
  },
);

it('e-seal: refused by the service -> its reason; sent again is another order', async () => {
  const { order, seen, follow } = await letterOf();
  fake.service.state = 'refused';
  await order();
  await follow(0);
  expect((await seen()).sealOrder).toMatchObject({ state: 'refused', reason: '印章已经停用' });
  await order();
  await follow(0);
  expect(fake.service.orders.size).toBe(2);
});

it.each(['down', 'unsigned'] as const)(
  'e-seal: service %s -> asked again, later, and given up with a sentence',
  async fault => {
    const { order, seen, follow } = await letterOf();
    fake.service.state = 'sealed';
    fake.service.fault = fault;
    await order();
    await follow(0);
    await server!.runSchedule('letters.seal');
    const stored = () => server!.collection<{ _id: string; sealOrder: { tries: number } }>('letters').findOne({});
    expect((await stored())!.sealOrder.tries).toBe(1);
    expect((await seen()).sealOrder).toMatchObject({ state: 'waiting' });
    for (let tries = 2; tries <= 16; tries += 1) await follow();
    expect((await seen()).sealOrder).toMatchObject({ state: 'failed', reason: '电子印章系统没有回应' });
  },
);

it('e-seal: a scan was uploaded meanwhile -> the scan stands, the order is dropped', async () => {
  const { desk, params, order, seen, follow } = await letterOf();
  await order();
  const { body: file } = await uploadFile(desk, Buffer.from('%PDF-1.4\n% with a seal\n%%EOF\n'), { name: '盖章.pdf' });
  await desk.call('staff.letters.seal', { params, body: { fileId: file.id } });
  fake.service.state = 'sealed';
  await follow();
  expect(await seen()).toMatchObject({ state: 'sealed', sealed: { fileId: file.id }, sealOrder: null });
  expect(fake.service.orders.size).toBe(0);
});

it('e-seal client: a service that says nothing -> given up after its time', async () => {
  fake.service.fault = 'silent';
  const client = createSealClient({
    eseal: { url, appId: 'bandeng', secret: SECRET },
    clock: createFakeClock('2026-11-02T02:00:00.000Z'),
    ids: { nonce: () => 'n' },
    timeoutMs: 200,
  });
  const document = { orderId: 'o', pdf: Buffer.from('%PDF'), name: '回执', number: null, unitId: 'u', checkCode: 'C' };
  await expect(client.ask(document)).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('settings: an e-seal service without its secret, or not over https -> said at start', () => {
  expect(() => loadConfig({ ESEAL_URL: 'http://seal.example.gov.cn', NODE_ENV: 'test' })).toThrow(
    /ESEAL_APP_ID is missing[\s\S]*ESEAL_SECRET is missing[\s\S]*must begin with https/,
  );
});
