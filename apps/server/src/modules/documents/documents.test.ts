import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict, uploadFile } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { MOBILES, officialDocx, pdf, picture, secretiveDocx, secretiveXlsx } from './documents.fixtures';

let server: TestServer;
let publisher: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

type Client = Pick<typeof publisher, 'fetch'>;
const upload = async (bytes: Buffer, name: string, by: Client = publisher): Promise<string> => {
  const { status, body } = await uploadFile(by, bytes, { name });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id;
};
const importing = (fileId: string) => publisher.call('staff.documents.import', { body: { fileId } });

describe('POST /staff/documents/import', () => {
  it('a docx -> blocks that a notice takes as they are; its picture is an upload of the publisher', async () => {
    const { format, blocks, warnings } = await importing(await upload(await officialDocx(), '办法.docx'));
    expect([format, warnings]).toEqual(['docx', []]);
    const notice = await publisher.call('staff.notices.create', {
      body: { ...noticeSource({ body: blocks, personalDataConfirmed: true }), id: randomUUID() },
    });
    expect(notice.body).toEqual(blocks);
    const image = blocks.find(block => block.type === 'image')!;
    expect((await server.anonymous.fetch(`/api/v1/files/${image.fileId}`)).headers.get('content-type')).toBe(
      'image/png',
    );
  });

  it('an xlsx, a pdf -> a table, the file itself with its text', async () => {
    const table = await importing(await upload(await secretiveXlsx(), '表.xlsx'));
    expect(table.blocks.map(block => block.type)).toEqual(['table']);
    const id = await upload(await pdf({ pages: ['one', 'two'] }), '文.pdf');
    expect(await importing(id)).toMatchObject({
      format: 'pdf',
      text: 'one\n\ntwo',
      blocks: [{ type: 'file', fileId: id, name: '文.pdf' }],
    });
  });

  it('another kind, a locked pdf, another’s upload -> refused with a sentence each', async () => {
    expect((await problemOf(importing(await upload(await picture(), '图.png')))).code).toBe('document.kind');
    const locked = await upload(await pdf({ pages: ['x'], password: 'secret' }), '密.pdf');
    expect(await problemOf(importing(locked))).toMatchObject({ status: 422, code: 'document.encrypted' });
    const others = await upload(await officialDocx(), '别人的.docx', await server.asResident());
    expect((await problemOf(importing(others))).code).toBe('file.not_found');
  });

  it('an upload with a password -> 415 file.encrypted, said before it is kept', async () => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);
    expect((await uploadFile(publisher, container, { name: '密.docx' })).body.code).toBe('file.encrypted');
    expect((await uploadFile(publisher, container, { name: '旧.doc' })).status).toBe(201);
  });
});

describe('POST /staff/documents/scan', () => {
  it('files and their names -> places and masks, never values; what nobody can look through is told', async () => {
    const fileIds = [
      await upload(await secretiveDocx(), `报名表 ${MOBILES[11]}.docx`),
      await upload(await picture(), '现场.png'),
    ];
    const answer = await publisher.call('staff.documents.scan', { body: { fileIds } });
    expect(answer.items[0]!.hits[0]).toEqual({ kind: 'mobile', place: '文件名', masked: '199****0011' });
    expect(answer.items[0]!.hits).toHaveLength(12);
    expect(answer.items[1]).toMatchObject({ hits: [], unreadable: ['图片里的字查不到。'] });
    const values = JSON.stringify(answer.items.map(({ hits, unreadable }) => [hits, unreadable]));
    for (const number of MOBILES) expect(values).not.toContain(number);
  });
});

describe('files of a notice', () => {
  const create = (fileIds: string[], more: object = {}) =>
    publisher.call('staff.notices.create', {
      body: { ...noticeSource({ attachmentIds: fileIds, ...more }), id: randomUUID() },
    });
  const audited = (action: string) => server.collection('auditEntries').find({ action }).toArray();

  it('numbers in a file -> 422 naming the attachment, nothing stored; confirmed -> 201, audited by place', async () => {
    const ids = [
      await upload(await pdf({ pages: ['nothing'] }), '空.pdf'),
      await upload(await secretiveXlsx(), '发放表.xlsx'),
    ];
    const fault = await problemOf(create(ids));
    expect([fault.status, fault.code]).toEqual([422, 'notice.personal_data']);
    expect(new Set(fault.problem.errors!.map(({ path }) => path))).toEqual(new Set(['attachmentIds.1']));
    expect(fault.problem.errors!.map(({ message }) => message).join()).toContain('“底稿”（隐藏的）');
    expect(JSON.stringify(fault.problem)).not.toContain(MOBILES[5]);
    expect(await server.collection('notices').countDocuments()).toBe(0);
    await create(ids, { personalDataConfirmed: true });
    expect(await audited('notice.personal_data_confirmed')).toMatchObject([{ fields: ['attachmentIds.1'] }]);
  });

  it('a picture in the body -> an publisher has to say that somebody looked at it', async () => {
    const body = [{ type: 'image' as const, fileId: await upload(await picture(), '现场.png'), alt: '现场' }];
    const fault = await problemOf(create([], { body }));
    expect(fault.problem.errors).toEqual([{ path: 'body.0', message: '附件“现场.png”：图片里的字查不到。' }]);
    await create([], { body, personalDataConfirmed: true });
  });

  it('another’s file -> 404, and nothing is told of what is in it', async () => {
    const id = await upload(await secretiveXlsx(), '别人的.xlsx', await server.asResident());
    expect((await problemOf(create([id]))).code).toBe('file.not_found');
  });

  it('changed with a new file -> looked through; sent again as it is -> not', async () => {
    const notice = await create([]);
    const change = (attachmentIds: string[], more: object = {}) =>
      publisher.call('staff.notices.update', {
        params: { id: notice.id },
        body: { ...noticeSource({ attachmentIds, ...more }) },
      });
    const id = await upload(await secretiveDocx(), '名单.docx');
    expect((await problemOf(change([id]))).code).toBe('notice.personal_data');
    await change([id], { personalDataConfirmed: true });
    await change([id]);
    expect(await audited('notice.personal_data_confirmed')).toHaveLength(1);
  });

  it('a portal: numbers -> 422; a file that nobody can look through -> taken, and told by the audit', async () => {
    const portal = server.asService();
    const put = (externalId: string, attachmentIds: string[]) =>
      portal.call('sources.notices.put', {
        params: { source: 'portal', externalId },
        body: noticeSource({ attachmentIds }),
      });
    const numbers = await upload(await secretiveXlsx(), '表.xlsx', portal);
    expect((await problemOf(put('1', [numbers]))).code).toBe('notice.personal_data');
    const scan = await upload(await pdf({ pages: [null] }), '扫描件.pdf', portal);
    const notice = await put('2', [scan]);
    expect(await put('2', [scan])).toEqual(notice);
    expect(await audited('notice.files_unreadable')).toMatchObject([
      { subject: notice.id, fields: ['attachmentIds.0'] },
    ]);
  });
});
