import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { createClamdScanner } from './clamd';

/** As clamd speaks INSTREAM: gathers the pieces, then answers; what holds the invented signature is infected. */
const SIGNATURE = 'X-INVENTED-TEST-SIGNATURE';
function fakeClamd() {
  const state = { does: 'answer' as 'answer' | 'silence' | 'hang up' | 'too large', scanned: [] as string[] };
  const server = createServer((socket: Socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      held = Buffer.concat([held, chunk]);
      if (state.does === 'hang up') return socket.destroy();
      if (state.does === 'silence') return undefined;
      if (state.does === 'too large') return socket.end('INSTREAM size limit exceeded. ERROR\0');
      const text = contentOf(held);
      if (text === null) return undefined;
      state.scanned.push(text);
      return socket.end(text.includes(SIGNATURE) ? 'stream: Invented.Test-1 FOUND\0' : 'stream: OK\0');
    });
  });
  return { state, server };
}
/** Null until the piece of length zero is there. */
function contentOf(bytes: Buffer): string | null {
  const command = 'zINSTREAM\0';
  if (!bytes.toString('latin1').startsWith(command)) return null;
  let text = '';
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return text;
    text += bytes.toString('latin1', at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

let clamd: ReturnType<typeof fakeClamd>;
let listening: Server;
let server: TestServer;
let address: { host: string; port: number };
beforeEach(async () => {
  clamd = fakeClamd();
  listening = clamd.server.listen(0, '127.0.0.1');
  await new Promise(resolve => listening.once('listening', resolve));
  address = { host: '127.0.0.1', port: (listening.address() as AddressInfo).port };
  server = await startTestServer({ environment: { CLAMD_ADDRESS: `${address.host}:${address.port}` } });
});
afterEach(async () => {
  await server.stop();
  await new Promise(resolve => listening.close(resolve));
});

const pdf = (text = 'hello') => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const get = async (client: { fetch(path: string): Promise<Response> }, id: string) => {
  const answer = await client.fetch(`/api/v1/files/${id}`);
  return [answer.status, answer.ok ? '' : ((await answer.json()) as { code: string }).code];
};

it('upload: nothing found -> kept, read, no mark beside it', async () => {
  const desk = await server.asStaff('officer', { unitId: 'housing' });
  const { body } = await uploadFile(desk, pdf('明细'.repeat(60_000)), { name: 'a.pdf' });
  expect(clamd.state.scanned).toEqual([pdf('明细'.repeat(60_000)).toString('latin1')]);
  expect(await get(desk, body.id)).toEqual([200, '']);
  expect(await desk.call('staff.files.scan', { params: { id: body.id }, query: {} })).toEqual({ scan: 'clean' });
});

it('upload: a signature found -> refused with a sentence, nothing kept', async () => {
  const { status, body } = await uploadFile(await server.asResident(), pdf(SIGNATURE), { name: 'a.pdf' });
  expect([status, body.code]).toEqual([422, 'file.virus']);
  expect(await server.collection('files').countDocuments()).toBe(0);
  expect(await server.collection('fileBytes.files').countDocuments()).toBe(0);
});

it.each(['hang up', 'too large'] as const)(
  'upload: clamd does not tell (%s) -> taken, shown to nobody and said so; read once it was scanned',
  async does => {
    clamd.state.does = does;
    const desk = await server.asStaff('officer', { unitId: 'housing' });
    const { status, body } = await uploadFile(desk, pdf(), { name: 'a.pdf' });
    expect(status).toBe(201);
    expect(await get(desk, body.id)).toEqual([409, 'file.not_scanned']);
    const scan = () => desk.call('staff.files.scan', { params: { id: body.id }, query: {} });
    await server.runSchedule('files.scan');
    expect(await scan()).toEqual({ scan: 'waiting' });
    clamd.state.does = 'answer';
    await server.runSchedule('files.scan');
    expect(await scan()).toEqual({ scan: 'clean' });
    expect(await get(desk, body.id)).toEqual([200, '']);
    expect(
      (
        await problemOf(
          (await server.asStaff('officer')).call('staff.files.scan', { params: { id: body.id }, query: {} }),
        )
      ).code,
    ).toBe('file.not_found');
  },
);

it('upload: scanned later, and a signature found -> never shown', async () => {
  clamd.state.does = 'hang up';
  const desk = await server.asStaff('officer', { unitId: 'housing' });
  const { body } = await uploadFile(desk, pdf(SIGNATURE), { name: 'a.pdf' });
  clamd.state.does = 'answer';
  await server.runSchedule('files.scan');
  expect(await get(desk, body.id)).toEqual([422, 'file.virus']);
});

it('clamd: says nothing, or is not there -> given up after its time, not taken for clean', async () => {
  clamd.state.does = 'silence';
  await expect(createClamdScanner(address, 200)(Readable.from([pdf()]))).rejects.toThrow('said nothing in time');
  await expect(createClamdScanner({ host: '127.0.0.1', port: 1 }, 2_000)(Readable.from([pdf()]))).rejects.toThrow();
});

it('upload: no clamd named -> kept, and marked for staff as not scanned', async () => {
  const without = await startTestServer();
  try {
    const desk = await without.asStaff('officer', { unitId: 'housing' });
    const { body } = await uploadFile(desk, pdf(), { name: 'a.pdf' });
    expect(await desk.call('staff.files.scan', { params: { id: body.id }, query: {} })).toEqual({
      scan: 'not_scanned',
    });
    expect(await get(desk, body.id)).toEqual([200, '']);
  } finally {
    await without.stop();
  }
});
