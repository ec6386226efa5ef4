import { problemOf, startTestServer, type TestServer } from '../../testing';
import { asStreet, assign, asWorker, enquiryOf, OTHER_GRID, putBuilding, putGrids } from './grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const { doorIds } = await putBuilding(street, { doors: 2 });
  await assign(street, worker.staffId);
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const sync = async (...items: object[]) =>
    (await worker.call('grid.sync', { body: { items: items as never } })).items;
  return { street, worker, office, doorIds, sync };
}

describe('a message on behalf', () => {
  it('taken down on Saturday, sent on Monday, twice -> one message, counted from Monday, Saturday beside it, marked 代录', async () => {
    const { sync, office, doorIds } = await start();
    const enquiry = enquiryOf({ doorId: doorIds[0]! });
    expect(await sync(enquiry)).toMatchObject([{ result: 'accepted', isLate: false }]);
    expect(await sync(enquiry)).toMatchObject([{ result: 'known' }]);
    const { items } = await office.call('staff.enquiries.list', { query: {} });
    expect(items).toMatchObject([{ id: enquiry.id, isOnBehalf: true, status: 'submitted' }]);
    const found = await office.call('staff.enquiries.get', { params: { id: enquiry.id }, query: {} });
    expect(found).toMatchObject({
      ...{ heardOn: '2026-11-14', place: '栖河区 › 柳营街道 › 槐影社区', contact: { name: '周*兰' } },
      timeline: [{ kind: 'submitted', by: '网格员代录', text: '2026-11-14 说的' }],
    });
    expect(found.submittedAt.slice(0, 10)).toBe('2026-11-16');
  });

  it('stored -> sealed who asked, of the worker nothing; another content under its id -> conflict', async () => {
    const { sync, worker } = await start();
    const enquiry = enquiryOf();
    await sync(enquiry);
    const stored = JSON.stringify([
      await server.collection('enquiries').find({}).toArray(),
      await server
        .collection('gridOnBehalf')
        .find({}, { projection: { staffId: 0, tellKeys: 0 } })
        .toArray(),
    ]);
    for (const words of ['周桂兰', '5550123', worker.staffId]) expect(stored).not.toContain(words);
    expect(await sync({ ...enquiry, body: '四楼的也坏了。' })).toMatchObject([{ result: 'conflict' }]);
  });

  it('answered and published -> everybody reads that it was taken down on behalf, and nothing of who asked', async () => {
    const { sync, office } = await start();
    const enquiry = enquiryOf();
    await sync(enquiry);
    const { id } = enquiry;
    await office.call('staff.enquiries.accept', { params: { id }, body: { kind: 'help' } });
    await office.call('staff.enquiries.assign', { params: { id }, body: { mainUnitId: 'housing' } });
    const housing = await server.asStaff('editor', { unitId: 'housing' });
    await housing.call('staff.enquiries.answer', {
      params: { id },
      body: { outcome: 'solved', text: '灯换好了，三楼四楼都亮。' },
    });
    await office.call('staff.enquiries.approve', { params: { id } });
    await office.call('staff.enquiries.publish', {
      params: { id },
      body: { title: '楼道灯坏了', question: '三楼的灯坏了。', answer: '灯换好了，三楼四楼都亮。' },
    });
    const anybody = server.anonymous;
    const { items } = await anybody.call('enquiries.list', { query: {} });
    expect(items).toMatchObject([{ id, isOnBehalf: true }]);
    const detail = await anybody.call('enquiries.get', { params: { id }, query: {} });
    expect(detail).toMatchObject({ isOnBehalf: true, own: null });
    expect(JSON.stringify(detail)).not.toContain('周');
  });

  it('a number of a phone that is none, not read back -> refused; a door elsewhere -> rejected, nothing kept', async () => {
    const { sync } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const { doorIds: others } = await putBuilding(hedu, { doors: 1, areaId: OTHER_GRID });
    const wrong = enquiryOf({ contact: { name: null, phone: '打我儿子的' } });
    expect((await problemOf(sync(wrong))).code).toBe('request.invalid');
    const unread = enquiryOf({ consent: { how: 'spoken', words: '同意', readBack: false as never } });
    expect((await problemOf(sync(unread))).code).toBe('request.invalid');
    expect(await sync(enquiryOf({ doorId: others[0]! }))).toMatchObject([{ result: 'rejected' }]);
    expect(await server.collection('enquiries').countDocuments({})).toBe(0);
  });
});
