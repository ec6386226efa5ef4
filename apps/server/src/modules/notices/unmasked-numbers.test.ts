import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
let publisher: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const create = (changes: Parameters<typeof noticeSource>[0] = {}) =>
  publisher.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });

describe('what a notice may not hold', () => {
  const ID_NUMBER = '110101199003070097';
  const paragraph = (text: string, href?: string) => [
    { type: 'paragraph' as const, children: [{ text, ...(href !== undefined && { href }) }] },
  ];

  it('numbers of persons unmasked -> 422 naming each place, nothing stored; masked -> 201', async () => {
    const fault = await problemOf(
      create({
        title: '救助名单 199 0000 0001',
        keyPoints: ['共两户', '户主 19900000002'],
        body: [
          ...paragraph('没有'),
          { type: 'table', head: ['姓名', '证件'], rows: [['穆**', ID_NUMBER]] },
          { type: 'list', ordered: false, items: ['卡号 6222020000000000000'] },
        ],
        posting: { from: '2026-11-16', to: '2026-11-20', unit: 'days', objection: '找 19900000003' },
      }),
    );
    expect([fault.status, fault.code]).toEqual([422, 'notice.personal_data']);
    const places = fault.problem.errors!.map(({ path }) => path);
    expect(places).toEqual(expect.arrayContaining(['title', 'keyPoints.1', 'body.1', 'posting.objection']));
    expect(places).not.toContain('body.0');
    expect(JSON.stringify(fault.problem)).not.toContain(ID_NUMBER);
    expect(await server.collection('notices').countDocuments()).toBe(0);
    await create({ title: '救助名单 199****0001', body: paragraph('证件 110***********0097') });
  });

  it('numbers confirmed -> 201, audited by place and never by value; the same again -> one notice', async () => {
    const body = { ...noticeSource({ body: paragraph('咨询 19900000001') }), id: randomUUID() };
    const publish = (more: object = {}) => publisher.call('staff.notices.create', { body: { ...body, ...more } });
    expect((await problemOf(publish())).code).toBe('notice.personal_data');
    const notice = await publish({ personalDataConfirmed: true });
    expect(await publish({ personalDataConfirmed: true })).toEqual(notice);
    const audited = () =>
      server.collection('auditEntries').find({ action: 'notice.personal_data_confirmed' }).toArray();
    expect(await audited()).toMatchObject([{ subject: body.id, fields: ['body.0'] }]);
    const change = (more: object) =>
      publisher.call('staff.notices.update', {
        params: { id: body.id },
        body: { ...noticeSource({ title: '改了', body: body.body }), ...more },
      });
    expect((await problemOf(change({}))).code).toBe('notice.personal_data');
    await change({ personalDataConfirmed: true });
    expect(await audited()).toHaveLength(2);
    expect(JSON.stringify(await audited())).not.toContain('19900000001');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'x',
  ])('a link to %j -> 422, in a text, as a video, as the source', async href => {
    expect((await problemOf(create({ body: paragraph('点', href) }))).status).toBe(422);
    expect((await problemOf(create({ body: [{ type: 'video', url: href, title: '看' }] }))).status).toBe(422);
    expect((await problemOf(create({ sourceUrl: href }))).status).toBe(422);
  });

  it('links to the web, a telephone, a mailbox -> taken', async () => {
    for (const href of [
      'https://www.qihe.example/a?b=1#c',
      'http://www.qihe.example',
      'tel:0599-555-0101',
      'mailto:a@qihe.example',
    ])
      expect((await create({ body: paragraph('看', href) })).body).toEqual(paragraph('看', href));
  });
});
