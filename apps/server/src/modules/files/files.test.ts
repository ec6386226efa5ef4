import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { limits } from '@bandeng/contracts/routes';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const picture = () =>
  sharp({ create: { width: 8, height: 4, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '30/1 16/1 0/1' } })
    .toBuffer();
const pdf = (text = 'hello') => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const get = (client: { fetch(path: string, init?: RequestInit): Promise<Response> }, id: string, init?: RequestInit) =>
  client.fetch(`/api/v1/files/${id}`, init);

describe('POST /files', () => {
  it('upload: nobody logged in -> 401', async () => {
    expect((await uploadFile(server.anonymous, pdf(), { name: 'a.pdf' })).status).toBe(401);
  });

  it('upload: a picture named as text -> its type comes from its content, its EXIF is gone', async () => {
    const resident = await server.asResident();
    const bytes = await picture();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { status, body } = await uploadFile(resident, bytes, { name: '../../etc/窗口 照片.txt' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '窗口 照片.txt', type: 'image/jpeg' });
    const kept = Buffer.from(await (await get(resident, body.id)).arrayBuffer());
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.includes('Somebody')).toBe(false);
  });

  it.each([
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['picture.png', '<html><body>not a picture</body></html>'],
    ['run.sh', '#!/bin/sh\necho hello'],
  ])('upload: %s -> 415 file.type', async (name, text) => {
    const { status, body } = await uploadFile(await server.asResident(), Buffer.from(text), { name });
    expect([status, body.code]).toEqual([415, 'file.type']);
  });

  it('upload: a picture that cannot be decoded -> 415', async () => {
    const broken = Buffer.concat([(await picture()).subarray(0, 40), Buffer.alloc(50, 1)]);
    expect((await uploadFile(await server.asResident(), broken)).status).toBe(415);
  });

  it('upload: more than 20 MB -> 413, nothing is left on disk', async () => {
    const resident = await server.asResident();
    const big = Buffer.concat([pdf(), Buffer.alloc(limits.fileBytes)]);
    const { status, body } = await uploadFile(resident, big, { name: 'big.pdf' });
    expect([status, body.code]).toEqual([413, 'file.too_large']);
    expect(uploadsLeft()).toEqual([]);
  });

  it('upload: no file, not a form, a form without a boundary -> 422, 415, 415', async () => {
    const resident = await server.asResident();
    const form = new FormData();
    form.set('id', randomUUID());
    const post = (init: RequestInit) => resident.fetch('/api/v1/files', { method: 'POST', ...init });
    expect((await post({ body: form })).status).toBe(422);
    expect((await post({ body: '{}', headers: { 'Content-Type': 'application/json' } })).status).toBe(415);
    expect((await post({ body: 'x', headers: { 'Content-Type': 'multipart/form-data' } })).status).toBe(415);
    const torn = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4';
    const answer = await post({ body: torn, headers: { 'Content-Type': 'multipart/form-data; boundary=b' } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'file.incomplete']);
  });

  it('upload: two files in one form -> 422, neither is kept, nothing is left on disk', async () => {
    const form = new FormData();
    for (const name of ['a.pdf', 'b.pdf']) form.append('file', new Blob([new Uint8Array(pdf(name))]), name);
    const answer = await (await server.asResident()).fetch('/api/v1/files', { method: 'POST', body: form });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'request.invalid', errors: [{ path: 'file', message: '一次只能传一个文件。' }] },
    ]);
    expect(await server.collection('files').countDocuments()).toBe(0);
    expect(uploadsLeft()).toEqual([]);
  });

  it('upload: connection breaks off -> no record, nothing left on disk, the server goes on', async () => {
    const resident = await server.asResident();
    const { port } = new URL(server.origin);
    await new Promise<void>(resolve => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /api/v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${resident.accessToken}\r\n` +
            'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n' +
            '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 half of it',
          () => setTimeout(() => socket.destroy(), 100),
        );
      });
      socket.on('close', () => resolve());
    });
    await waitUntil(() => uploadsLeft().length === 0);
    expect(await server.collection('files').countDocuments()).toBe(0);
    expect((await uploadFile(resident, pdf(), { name: 'a.pdf' })).status).toBe(201);
  });

  it('upload: same id again -> same file; other bytes or another person -> 409', async () => {
    const resident = await server.asResident();
    const id = randomUUID();
    expect((await uploadFile(resident, pdf(), { name: 'a.pdf', id })).status).toBe(201);
    const again = await uploadFile(resident, pdf(), { name: 'a.pdf', id });
    expect([again.status, again.body.id]).toEqual([200, id]);
    expect((await uploadFile(resident, pdf('other'), { name: 'a.pdf', id })).body.code).toBe('id.conflict');
    expect((await uploadFile(await server.asResident(), pdf(), { name: 'a.pdf', id })).status).toBe(409);
    expect((await uploadFile(resident, pdf(), { name: 'a.pdf', id: 'not-a-uuid' })).status).toBe(422);
  });

  it.each([
    ['record written, the note of its writing not taken back', 'FileWrite', 'deleteOne'],
    ['record written, the answer lost', 'File', 'insertMany'],
  ] as const)('upload: %s -> 503; the next try is acknowledged and the bytes are there', async (_, model, method) => {
    const resident = await server.asResident();
    const id = randomUUID();
    const target = server.deps.platform.database.model(model) as unknown as Record<
      typeof method,
      () => Promise<unknown>
    >;
    const real = target[method].bind(target) as (...args: unknown[]) => Promise<unknown>;
    jest.spyOn(target, method).mockImplementationOnce(async (...args: unknown[]) => {
      if (method === 'insertMany') await real(...args);
      throw new mongoose.mongo.MongoNetworkError('connection closed');
    });
    expect((await uploadFile(resident, pdf('kept'), { name: 'a.pdf', id })).status).toBe(503);
    expect((await uploadFile(resident, pdf('kept'), { name: 'a.pdf', id })).status).toBe(200);
    expect(Buffer.from(await (await get(resident, id)).arrayBuffer())).toEqual(pdf('kept'));
  });

  it('upload: more than the day allows -> 429; the next day again', async () => {
    const resident = await server.asResident();
    const now = server.clock.now();
    await server.collection('files').insertMany(
      Array.from({ length: limits.filesPerDay }, () => ({
        _id: randomUUID(),
        ownerId: resident.accountId,
        bytesId: randomUUID(),
        createdAt: now,
      })),
    );
    expect((await uploadFile(resident, pdf(), { name: 'a.pdf' })).body.code).toBe('file.quota');
    server.clock.set('2026-11-16T16:00:00.000Z');
    const fresh = await server.asResident(resident.openid);
    expect((await uploadFile(fresh, pdf(), { name: 'a.pdf' })).status).toBe(201);
  });
});

describe('GET /files/:id', () => {
  it('download: not bound yet -> its owner only', async () => {
    const owner = await server.asResident();
    const { body } = await uploadFile(owner, pdf(), { name: 'a.pdf' });
    expect((await get(owner, body.id)).status).toBe(200);
    expect((await get(await server.asResident(), body.id)).status).toBe(404);
    expect((await get(server.anonymous, body.id)).status).toBe(404);
    expect((await get(server.anonymous, 'nothing')).status).toBe(404);
  });

  it('download: its bytes are not to be had -> a problem, no connection that breaks off', async () => {
    const owner = await server.asResident();
    const { body } = await uploadFile(owner, pdf(), { name: 'a.pdf' });
    await server.collection('fileBytes.files').deleteMany({});
    const answer = await get(owner, body.id);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([500, null]);
    expect(await answer.json()).toMatchObject({ code: 'internal' });
  });

  it('download: headers -> sandboxed, not sniffed, named; documents as attachment, pictures in place', async () => {
    const owner = await server.asResident();
    const image = await get(owner, (await uploadFile(owner, await picture(), { name: '门口.jpg' })).body.id);
    expect(image.headers.get('content-security-policy')).toBe('sandbox');
    expect(image.headers.get('x-content-type-options')).toBe('nosniff');
    expect(image.headers.get('cache-control')).toBe('private, no-store');
    expect(image.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent('门口.jpg')}`);
  });

  it('range: a part, an open end, a tail, beyond the end', async () => {
    const owner = await server.asResident();
    const bytes = pdf('0123456789'.repeat(50_000));
    const { body } = await uploadFile(owner, bytes, { name: 'a.pdf' });
    const range = async (value: string) => {
      const answer = await get(owner, body.id, { headers: { Range: value } });
      const sent = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, sent, at: answer.headers.get('content-range') };
    };
    expect(await range('bytes=300000-300009')).toEqual({
      status: 206,
      sent: bytes.subarray(300_000, 300_010),
      at: `bytes 300000-300009/${bytes.length}`,
    });
    expect((await range(`bytes=${bytes.length - 3}-`)).sent).toEqual(bytes.subarray(-3));
    expect((await range('bytes=-4')).sent).toEqual(bytes.subarray(-4));
    expect(await range(`bytes=${bytes.length}-`)).toMatchObject({ status: 416, at: `bytes */${bytes.length}` });
    expect((await range('bytes=0-1,5-6')).status).toBe(200);
    expect((await range('')).sent).toEqual(bytes);
  });

  it('ticket: opens the file without a login for five minutes, and that file only', async () => {
    const owner = await server.asResident();
    const { body } = await uploadFile(owner, pdf(), { name: 'a.pdf' });
    const other = await uploadFile(owner, pdf('other'), { name: 'b.pdf' });
    const { url } = await owner.call('files.ticket', { params: { id: body.id } });
    expect((await server.anonymous.fetch(url)).status).toBe(200);
    expect((await server.anonymous.fetch(url.replace(body.id, other.body.id))).status).toBe(404);
    expect((await server.anonymous.fetch(`/api/v1/files/${body.id}?ticket=1.x`)).status).toBe(404);
    expect((await problemOf((await server.asResident()).call('files.ticket', { params: { id: body.id } }))).code).toBe(
      'file.not_found',
    );
    server.clock.advance(5 * 60_000);
    expect((await server.anonymous.fetch(url)).status).toBe(404);
  });

  it('attachment of a notice: public with it, cached by its hash, gone when it is taken down', async () => {
    await putDistrict(server);
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    const { body: file } = await uploadFile(publisher, pdf(), { name: '补助标准.pdf' });
    const notice = await publisher.call('staff.notices.create', {
      body: {
        ...noticeSource({
          body: [{ type: 'file', fileId: file.id, name: '补助标准.pdf' }],
          personalDataConfirmed: true,
        }),
        id: randomUUID(),
      },
    });
    expect(notice.attachments).toEqual([
      { id: file.id, name: '补助标准.pdf', type: 'application/pdf', size: file.size },
    ]);
    const open = await get(server.anonymous, file.id);
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'public, max-age=0, must-revalidate']);
    const etag = open.headers.get('etag')!;
    expect((await get(server.anonymous, file.id, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    await publisher.call('staff.notices.takeDown', { params: { id: notice.id }, body: { reason: '写错了' } });
    expect((await get(server.anonymous, file.id)).status).toBe(404);
    expect((await get(server.anonymous, file.id, { headers: { 'If-None-Match': etag } })).status).toBe(404);
    expect((await get(publisher, file.id)).status).toBe(200);
  });

  it('attachment of another: cannot be bound by who did not upload it, nor twice', async () => {
    await putDistrict(server);
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    const { body: file } = await uploadFile(await server.asResident(), pdf(), { name: 'a.pdf' });
    const create = (client: typeof publisher, fileId: string) =>
      client.call('staff.notices.create', {
        body: {
          ...noticeSource({ body: [{ type: 'file', fileId, name: 'a' }], personalDataConfirmed: true }),
          id: randomUUID(),
        },
      });
    expect((await problemOf(create(publisher, file.id))).code).toBe('file.not_found');
    const { body: own } = await uploadFile(publisher, pdf(), { name: 'a.pdf' });
    await create(publisher, own.id);
    expect((await problemOf(create(publisher, own.id))).code).toBe('file.not_found');
    expect(await server.collection('notices').countDocuments()).toBe(1);
  });
});

describe('files.sweep', () => {
  it('sweep: uploads that no record took -> gone after a day, bytes and all; bound ones stay', async () => {
    await putDistrict(server);
    const publisher = await server.asStaff('office', { unitId: 'housing' });
    const free = await uploadFile(publisher, pdf('free'), { name: 'a.pdf' });
    const bound = await uploadFile(publisher, pdf('bound'), { name: 'b.pdf' });
    await publisher.call('staff.notices.create', {
      body: {
        ...noticeSource({ body: [{ type: 'file', fileId: bound.body.id, name: 'b' }], personalDataConfirmed: true }),
        id: randomUUID(),
      },
    });
    await server.runSchedule('files.sweep');
    expect(await server.collection('files').countDocuments()).toBe(2);
    server.clock.advance(24 * 3_600_000 + 1);
    await server.runSchedule('files.sweep');
    const left = await server.collection<{ _id: string }>('files').find().toArray();
    expect(left.map(file => file._id)).toEqual([bound.body.id]);
    expect(await server.collection('fileBytes.files').countDocuments()).toBe(1);
    expect(free.status).toBe(201);
  });

  it('sweep: bytes whose writing was killed half way -> gone after a day; what a record names stays, with no note left', async () => {
    const kept = await uploadFile(await server.asResident(), pdf('kept'), { name: 'a.pdf' });
    const { bytesId } = (await server.collection<{ _id: string; bytesId: string }>('files').findOne({}))!;
    const chunks = server.collection<{ _id: string; files_id: string }>('fileBytes.chunks');
    const writes = server.collection<{ _id: string; startedAt: Date }>('fileWrites');
    expect(await writes.countDocuments()).toBe(0);
    const startedAt = server.clock.now();
    await writes.insertMany(['half', bytesId].map(_id => ({ _id, startedAt })));
    await chunks.insertOne({ _id: 'half-0', files_id: 'half', n: 0, data: Buffer.from('%PDF') } as never);
    await server
      .collection('files')
      .updateOne({ _id: kept.body.id }, { $set: { binding: { collection: 'x', id: 'y' } } });

    await server.runSchedule('files.sweep');
    expect(await chunks.countDocuments({ files_id: 'half' })).toBe(1);
    server.clock.advance(24 * 3_600_000 + 1);
    await server.runSchedule('files.sweep');
    expect(await chunks.distinct('files_id')).toEqual([bytesId]);
    expect(await writes.countDocuments()).toBe(0);
  });
});

function uploadsLeft(): string[] {
  const folder = join(server.deps.platform.config.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) await new Promise(resolve => setTimeout(resolve, 25));
  expect(isTrue()).toBe(true);
}
