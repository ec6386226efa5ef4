import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { until } from '../support/until';
import { get, login } from './neighbours';

/** The smallest PDF that a reader takes for one. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('an upload that breaks off', () => {
  let app: App;
  let token: string;

  beforeAll(async () => {
    app = await startDemo({ env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
    token = await login(app.origin, 'uploader');
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await app.remove();
  }, 60_000);

  /** Sends the head of an upload and half of its file, then cuts the wire. */
  const breakOff = () =>
    new Promise<void>(resolve => {
      const { hostname, port } = new URL(app.origin);
      const part =
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n${part}`,
        );
        socket.write(Buffer.alloc(200_000, 0x20), () => setTimeout(() => socket.destroy(), 100));
      });
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });

  test('ten uploads cut in the middle -> no file is kept, no half of one is left on the disk, the next one works', async () => {
    await Promise.all(Array.from({ length: 10 }, breakOff));
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(PDF)], { type: 'application/pdf' }), '说明.pdf');
    const answer = await fetch(`${app.origin}/api/v1/files`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    expect(answer.status).toBe(201);
    const file = (await answer.json()) as { id: string; size: number };
    expect(file.size).toBe(PDF.length);
    const stored = await fetch(`${app.origin}/api/v1/files/${file.id}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await stored.arrayBuffer()).equals(PDF)).toBe(true);
    await until(async () => readdirSync(join(app.dataDir, 'uploads')).length === 0);
    expect(await get(app.origin, '/readyz')).toEqual({ status: 'ok' });
  });
});
