import { randomUUID } from 'node:crypto';
import { limits } from '@bandeng/contracts/routes';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
type Client = Awaited<ReturnType<TestServer['asStaff']>>;
let publisher: Client;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const create = (changes: Parameters<typeof noticeSource>[0] = {}, client: Client = publisher) =>
  client.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
const titlesOf = async (query: object) =>
  (await server.anonymous.call('notices.list', { query })).items.map(item => item.title);

describe('reads and feedback', () => {
  it('reads: a reader counts once a notice and day; the reader’s id is kept nowhere, its hash for the day', async () => {
    const { id } = await create();
    const readerId = randomUUID();
    const read = (reader: string) =>
      server.anonymous.call('notices.reads', { params: { id }, body: { readerId: reader } });
    await Promise.all([read(readerId), read(readerId), read(randomUUID())]);
    const count = async () => (await server.anonymous.call('notices.get', { params: { id } })).readCount;
    expect(await count()).toBe(2);
    expect(JSON.stringify(await server.collection('noticeReads').find().toArray())).not.toContain(readerId);
    server.clock.set('2026-11-16T16:00:00Z');
    await server.runSchedule('notices.forget-readers');
    expect(await server.collection('noticeReads').countDocuments()).toBe(0);
    await read(readerId);
    expect(await count()).toBe(3);
    expect(
      (await problemOf(server.anonymous.call('notices.reads', { params: { id: 'x' }, body: { readerId } }))).status,
    ).toBe(404);
  });

  it('feedback: useful -> counted once; the same again -> the same; another kind -> 409', async () => {
    const { id } = await create();
    const body = { id: randomUUID(), kind: 'useful' as const };
    const give = (changes = {}) =>
      server.anonymous.call('notices.feedback', { params: { id }, body: { ...body, ...changes } });
    expect(await give()).toEqual({ id: body.id, kind: 'useful', next: '谢谢，记下了。' });
    await give();
    expect((await problemOf(give({ kind: 'unclear' }))).code).toBe('id.conflict');
    await server.runWorker();
    await server.runWorker();
    expect((await server.anonymous.call('notices.get', { params: { id } })).usefulCount).toBe(1);
  });

  it('feedback: a mistake -> a task of the notice’s unit, numbers in it masked, closed with a conclusion', async () => {
    const { id } = await create();
    const feedbackId = randomUUID();
    const text = '电话写错了，应是 19900000009，身份证 11010519491231002X';
    await server.anonymous.call('notices.feedback', {
      params: { id },
      body: { id: feedbackId, kind: 'mistake', text },
    });
    const { items } = await publisher.call('staff.feedback.list');
    expect(items).toEqual([
      expect.objectContaining({ id: feedbackId, noticeId: id, noticeTitle: '老旧小区加装电梯补助办法' }),
    ]);
    expect(items[0]!.text).not.toMatch(/19900000009|11010519491231002X/);
    const elsewhere = await server.asStaff('office', { unitId: 'silent' });
    expect((await elsewhere.call('staff.feedback.list')).items).toEqual([]);
    const close = { params: { id: feedbackId }, body: { conclusion: '已经改正' } };
    expect((await problemOf(elsewhere.call('staff.feedback.close', close))).code).toBe('feedback.task_not_found');
    expect(await publisher.call('staff.feedback.close', close)).toMatchObject({
      state: 'done',
      conclusion: '已经改正',
    });
    expect((await publisher.call('staff.feedback.list')).items).toEqual([]);
    expect(
      (await (await server.asStaff('office')).call('staff.feedback.list', { query: { state: 'done' } })).items,
    ).toHaveLength(1);
    expect((await problemOf((await server.asStaff('officer')).call('staff.feedback.list'))).status).toBe(403);
  });
});

describe('PUT /staff/sources/:source/notices/:externalId', () => {
  const params = { source: 'portal', externalId: 'art_2019_0515' };
  const old = () =>
    noticeSource({
      title: '关于公共租赁住房的通知',
      publishedAt: '2019-05-15T02:00:00.000Z',
      documentNumber: '栖政办〔2019〕12号',
      indexNumber: '11330106/2019-0012',
      sourceUrl: 'https://www.qihe.example/art/2019/0515',
    });
  const put = (body = old(), client: Pick<Client, 'call'> = server.asService()) =>
    client.call('sources.notices.put', { params, body });

  it('put: with the token of that source only', async () => {
    expect((await problemOf(put(old(), server.anonymous))).status).toBe(401);
    expect((await problemOf(put(old(), publisher))).status).toBe(403);
    const other = { params: { ...params, source: 'other' }, body: old() };
    expect((await problemOf(server.asService().call('sources.notices.put', other))).code).toBe('notice.source_invalid');
  });

  it('put: a unit or an entry that is not there -> 422 that names the field, nothing is written', async () => {
    for (const wrong of [{ unitId: 'gone' }, { entryIds: ['gone'] }]) {
      const fault = await problemOf(put({ ...old(), ...wrong }));
      expect([fault.status, fault.problem.errors]).toMatchObject([422, [{ path: Object.keys(wrong)[0] }]]);
    }
    expect(await server.collection('notices').countDocuments()).toBe(0);
  });

  it('put: once -> original date, numbers and address; again -> nothing is written; changed -> the same notice', async () => {
    const first = await put();
    expect(first).toMatchObject({
      publishedAt: '2019-05-15T02:00:00.000Z',
      documentNumber: '栖政办〔2019〕12号',
      indexNumber: '11330106/2019-0012',
      sourceUrl: 'https://www.qihe.example/art/2019/0515',
    });
    const before = await server.collection('notices').find().toArray();
    const told = await server.collection('outbox').countDocuments();
    await Promise.all([put(), put()]);
    expect(await server.collection('notices').find().toArray()).toEqual(before);
    expect(await server.collection('outbox').countDocuments()).toBe(told);
    const changed = await put({ ...old(), title: '改了标题' });
    expect([changed.id, changed.title]).toEqual([first.id, '改了标题']);
    expect(await server.collection('notices').countDocuments()).toBe(1);
  });

  it('put: the same number from two portals -> two notices, neither sees the other’s', async () => {
    const token = 'service-token-of-another-portal';
    const two = await startTestServer({ environment: { SERVICE_TOKENS: `portal=${token}-1,archive=${token}-2` } });
    try {
      await putDistrict(two);
      const send = async (source: 'portal' | 'archive', from: 1 | 2, title: string) => {
        const answer = await two.anonymous.fetch(`/api/v1/staff/sources/${source}/notices/${params.externalId}`, {
          method: 'PUT',
          body: JSON.stringify({ ...old(), title }),
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}-${from}` },
        });
        return { status: answer.status, body: (await answer.json()) as { id: string; title: string; code?: string } };
      };
      const first = await send('portal', 1, '甲门户的');
      const second = await send('archive', 2, '乙门户的');
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(first.body.id).not.toBe(second.body.id);
      expect(await send('archive', 1, '冒充的')).toMatchObject({ body: { code: 'notice.source_invalid' } });
      const { items } = await two.anonymous.call('notices.list');
      expect(items.map(({ title }) => title).sort()).toEqual(['乙门户的', '甲门户的']);
    } finally {
      await two.stop();
    }
  });

  it('put: no date, a date without a zone, no such day, an unknown field -> 422 that names it, nothing is written', async () => {
    const { publishedAt: _, ...dateless } = old();
    const send = (body: object) =>
      server.asService().fetch(`/api/v1/staff/sources/portal/notices/${params.externalId}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      });
    const wrong: [object, string][] = [
      [dateless, 'publishedAt'],
      [{ ...old(), publishedAt: '2019-05-15 10:00' }, 'publishedAt'],
      [{ ...old(), publishedAt: '2019-02-30T02:00:00.000Z' }, 'publishedAt'],
      [{ ...old(), madeOn: '2019-02-30' }, 'madeOn'],
      [{ ...old(), sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
      [{ ...old(), title: ' ' }, 'title'],
      [{ ...old(), 颜色: '红' }, '颜色'],
      [{ ...old(), unitId: { $ne: null } }, 'unitId'],
    ];
    for (const [body, path] of wrong) {
      const answer = await send(body);
      expect([path, answer.status, await answer.json()]).toMatchObject([path, 422, { errors: [{ path }] }]);
    }
    expect(await server.collection('notices').countDocuments()).toBe(0);
  });

  it('put: the same content in another order of its fields -> nothing is written', async () => {
    await put();
    const before = await server.collection('notices').findOne();
    await put(Object.fromEntries(Object.entries(old()).reverse()) as ReturnType<typeof old>);
    expect(await server.collection('notices').findOne()).toEqual(before);
  });

  it('put: a number with slashes, spaces, Chinese or 200 characters -> one notice, found again by it', async () => {
    for (const externalId of ['/art/2019/5/15.html', '文 2019 12', 'x'.repeat(200)]) {
      const send = () =>
        server.asService().call('sources.notices.put', { params: { source: 'portal', externalId }, body: old() });
      const { id } = await send();
      expect((await send()).id).toBe(id);
      expect(await server.collection('notices').findOne({ _id: id })).toMatchObject({ externalId });
    }
    const long = { params: { source: 'portal', externalId: 'x'.repeat(201) }, body: old() };
    expect((await problemOf(server.asService().call('sources.notices.put', long))).status).toBe(422);
  });

  describe('with attachments', () => {
    const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
    const upload = async (text: string, client: Parameters<typeof uploadFile>[0] = server.asService()) =>
      (await uploadFile(client, pdf(text), { name: `${text}.pdf` })).body.id;
    const download = async (id: string) => (await server.anonymous.fetch(`/api/v1/files/${id}`)).status;

    it('put: files uploaded with the same token -> in their order, downloaded by everybody; again -> nothing is written', async () => {
      const [table, map] = [await upload('附表'), await upload('附图')];
      const body = { ...old(), attachmentIds: [map, table] };
      const notice = await put(body);
      expect(notice.attachments.map(file => file.name)).toEqual(['附图.pdf', '附表.pdf']);
      expect([await download(table), await download(map)]).toEqual([200, 200]);
      const before = await server.collection('notices').find().toArray();
      await put(body);
      expect(await server.collection('notices').find().toArray()).toEqual(before);
      expect(await server.collection('auditEntries').countDocuments({ action: 'notice.published' })).toBe(1);
      expect(await server.collection('auditEntries').countDocuments({ action: 'notice.updated' })).toBe(0);
    });

    it('put: other files -> the new ones, the dropped one is no longer downloaded; the change is in the audit', async () => {
      const [first, second] = [await upload('旧附件'), await upload('新附件')];
      await put({ ...old(), attachmentIds: [first] });
      const changed = await put({ ...old(), attachmentIds: [second] });
      expect(changed.attachments.map(file => file.name)).toEqual(['新附件.pdf']);
      expect([await download(first), await download(second)]).toEqual([404, 200]);
      const audit = await server.collection('auditEntries').findOne({ action: 'notice.updated' });
      expect([audit!.actor, audit!.fields]).toEqual(['service:portal', expect.arrayContaining(['attachmentIds'])]);
      expect((await put()).attachments).toEqual([]);
      expect(await download(second)).toBe(404);
    });

    it('put: a file that is not there, somebody else’s, or another notice’s -> 404, nothing is written', async () => {
      const mine = await upload('附表');
      await server.asService().call('sources.notices.put', {
        params: { ...params, externalId: 'other' },
        body: { ...old(), attachmentIds: [mine] },
      });
      const theirs = await upload('他人', publisher);
      for (const id of ['nothing', theirs, mine])
        expect((await problemOf(put({ ...old(), attachmentIds: [id] }))).code).toBe('file.not_found');
      expect(await server.collection('notices').countDocuments()).toBe(1);
    });

    it('upload: more than a resident may a day -> still taken; nobody but the service reads it before it is used', async () => {
      const owned = { ownerId: 'service:portal', createdAt: server.clock.now() };
      await server
        .collection('files')
        .insertMany(
          Array.from({ length: limits.filesPerDay }, () => ({ _id: randomUUID(), bytesId: randomUUID(), ...owned })),
        );
      const id = await upload('附表');
      const statusFor = async (client: Pick<Client, 'fetch'>) => (await client.fetch(`/api/v1/files/${id}`)).status;
      expect(await Promise.all([server.asService(), publisher, server.anonymous].map(statusFor))).toEqual([
        200, 404, 404,
      ]);
    });
  });

  it('put: three at once of a new one -> one notice', async () => {
    const made = await Promise.all([put(), put(), put()]);
    expect(new Set(made.map(notice => notice.id)).size).toBe(1);
    expect(await server.collection('notices').countDocuments()).toBe(1);
  });

  it('put: what was taken down here -> stays down, the same or changed', async () => {
    const { id, title } = await put();
    const office = await server.asStaff('office');
    await office.call('staff.notices.takeDown', { params: { id }, body: { reason: '含个人信息' } });
    await put();
    await put({ ...old(), title: '改了标题' });
    expect(await titlesOf({})).toEqual([]);
    // Its address says that it was taken down, under the name it had then.
    expect(await server.anonymous.call('notices.get', { params: { id } })).toMatchObject({
      ...{ title, withdrawn: { reason: '含个人信息' }, sourceUrl: null, attachments: [] },
    });
  });
});
