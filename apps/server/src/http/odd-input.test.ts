import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** What is written, and the status line that comes back: fetch() would tidy the address up. */
async function statusOf(request: string): Promise<number> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.write(Buffer.from(request, 'latin1'));
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(await text(socket))?.[1] ?? 0);
}
const HEAD = 'Host: localhost\r\nConnection: close\r\n';
const getRaw = (address: string, headers = '') => statusOf(`GET ${address} HTTP/1.1\r\n${HEAD}${headers}\r\n`);
const postRaw = (address: string, body: string) =>
  statusOf(
    `POST ${address} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );

describe('odd input', () => {
  it.each([
    '/api/v1/notices/%E0%A4%A',
    '/api/v1/notices/%00',
    '/api/v1/notices/%2e%2e%2f',
    '/api/v1/notices/__proto__',
    '/api/v1/notices?cursor=%00',
    '/api/v1/notices?__proto__=1',
    '/api/v1/notices?constructor[prototype]=1',
    '/api/v1/notices?from=%F0%28',
    '/api/v1/search?q=%00',
    '/api/v1/search?q=%EF%BF%BD%ED%A0%80',
    '/api/v1/notices?limit=1e99',
    '/api/v1/notices?limit=%2010',
    '/api/v1//notices',
    '//evil.example/api/v1/notices',
    '/m/%00',
    '/m/%E0%A4%A',
    '/console/%2e%2e%2f%2e%2e%2fpackage.json',
    '/feeds/notices.atom?column[$ne]=1',
    '/open-data/%2e%2e/notices.csv',
    `/api/v1/notices?q=${'x'.repeat(8_000)}`,
  ])('GET %s -> no fault of ours', async address => {
    const status = await getRaw(address);
    expect([address, status >= 200 && status < 500]).toEqual([address, true]);
  });

  it.each([
    ['If-None-Match', '"\\x00", W/, ,,, *x'],
    ['Range', 'bytes=9-1,x-'],
    ['X-Forwarded-For', '%s, ::::, 999.1.1.1'],
    ['X-Request-Id', '{"$gt":""}'],
    ['Accept-Encoding', ';;;q=NaN'],
    ['Cookie', '=;;%E0%A4%A;bandeng_refresh'],
  ])('header %s: nonsense -> no fault of ours', async (name, value) => {
    const status = await getRaw('/api/v1/columns', `${name}: ${value}\r\n`);
    expect(status).toBe(200);
  });

  it.each([
    ['nothing but brackets', '['.repeat(200_000)],
    ['lists in lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a prototype', '{"__proto__":{"code":"x"},"constructor":{"prototype":{}}}'],
    ['a number beyond numbers', '{"code":1e999}'],
    ['a half character', '{"code":"\\ud800"}'],
    ['a zero character', '{"code":"\\u0000"}'],
    ['null', 'null'],
  ])('body of %s -> told as bad input', async (_, body) => {
    const status = await postRaw('/api/v1/auth/wechat', body);
    expect([400, 401, 422]).toContain(status);
  });

  it('body without a length, longer than may be -> 413 while it still comes, and the connection ends', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const head = `POST /api/v1/auth/wechat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    // The rest is never sent: an answer that waited for it would not come.
    socket.write(head + chunk.repeat(17));
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  });
});
