import { startTestServer, type TestClient, type TestServer } from '../../../testing';
import {
  asStreet,
  assign,
  asWorker,
  COMMUNITY,
  enquiryOf,
  GRID,
  handOnOf,
  NEXT_GRID,
  putBuilding,
  putGrids,
  toldOf,
} from '../grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putGrids(server);
});
afterEach(() => server.stop());

const syncAs = (worker: TestClient) => async (item: object) =>
  (await worker.call('grid.sync', { body: { items: [item] as never } })).items[0];

async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const { doorIds } = await putBuilding(street, { doors: 2 });
  await assign(street, worker.staffId);
  const office = await server.asStaff('office', { unitId: 'district-office' });
  return { street, worker, office, doorId: doorIds[0]!, sync: syncAs(worker) };
}

/** Through the hands of two: whoever wrote an answer does not look at it. */
async function answer(office: TestClient, id: string) {
  await office.call('staff.enquiries.accept', { params: { id }, body: { kind: 'help' } });
  await office.call('staff.enquiries.assign', { params: { id }, body: { mainUnitId: 'housing' } });
  const housing = await server.asStaff('editor', { unitId: 'housing' });
  const body = { outcome: 'solved' as const, text: '三楼的灯换好了。' };
  await housing.call('staff.enquiries.answer', { params: { id }, body });
  await office.call('staff.enquiries.approve', { params: { id } });
}
const read = async (worker: TestClient) => ({
  asked: (await worker.call('grid.asked')).items,
  toTell: (await worker.call('grid.toTell')).items,
});

describe('what people asked and what became of it', () => {
  it('a message under way -> with its last day, no answer, nobody to tell; of who asked nothing', async () => {
    const { sync, worker, doorId } = await start();
    const enquiry = enquiryOf({ doorId });
    await sync(enquiry);
    const { asked, toTell } = await read(worker);
    expect(asked).toMatchObject([
      {
        ...{ id: enquiry.id, kind: 'enquiry', doorId, on: '2026-11-14', title: '楼道灯坏了', words: enquiry.body },
        ...{ stateText: '正在办，最晚11月23日答复', answer: null, told: null },
      },
    ]);
    expect(toTell).toEqual([]);
    expect(JSON.stringify(asked)).not.toMatch(/周桂兰|5550123/);
  });

  it('answered -> to be told at the door; not reached -> tried again; told -> over, and it says so', async () => {
    const { sync, worker, office, doorId } = await start();
    const { id } = enquiryOf();
    await sync(enquiryOf({ id, doorId }));
    await answer(office, id);
    expect((await read(worker)).toTell).toMatchObject([{ id, doorId, answer: '三楼的灯换好了。', told: null }]);
    expect(await sync(toldOf(id, { how: 'not_reached' }))).toMatchObject({ result: 'accepted' });
    expect((await read(worker)).toTell).toMatchObject([{ told: { how: 'not_reached', on: '2026-11-16' } }]);
    const told = toldOf(id);
    expect(await sync(told)).toMatchObject({ result: 'accepted' });
    expect(await sync(told)).toMatchObject({ result: 'known' });
    const { asked, toTell } = await read(worker);
    expect(toTell).toEqual([]);
    expect(asked).toMatchObject([{ stateText: '已答复', told: { how: 'door' } }]);
  });

  it('three times not reached -> given up', async () => {
    const { sync, worker, office, doorId } = await start();
    const { id } = enquiryOf();
    await sync(enquiryOf({ id, doorId }));
    await answer(office, id);
    for (let time = 0; time < 3; time += 1) await sync(toldOf(id, { how: 'not_reached' }));
    expect((await read(worker)).toTell).toEqual([]);
  });

  it('the grid is walked by somebody else now -> the task is theirs, without the words; of other grids nothing', async () => {
    const { sync, street, office, doorId } = await start();
    const { id, body } = enquiryOf();
    await sync(enquiryOf({ id, doorId }));
    await answer(office, id);
    const next = await server.asStaff('grid', { unitId: 'liuying-street', areaId: COMMUNITY });
    expect(await read(next)).toEqual({ asked: [], toTell: [] });
    await assign(street, next.staffId, NEXT_GRID);
    expect((await read(next)).toTell).toEqual([]);
    await assign(street, next.staffId, GRID);
    const { asked, toTell } = await read(next);
    expect(asked).toEqual([]);
    expect(toTell).toMatchObject([{ id, doorId, words: null, answer: '三楼的灯换好了。' }]);
    expect(JSON.stringify(toTell)).not.toContain(body);
    expect(await syncAs(next)(toldOf(id, { how: 'phone' }))).toMatchObject({ result: 'accepted' });
    expect((await read(next)).toTell).toEqual([]);
  });

  it('no door written down -> told by whoever took it down; by a worker of another street -> rejected', async () => {
    const { sync, worker, street, office } = await start();
    const { id } = enquiryOf();
    await sync(enquiryOf({ id }));
    await answer(office, id);
    const next = await server.asStaff('grid', { unitId: 'liuying-street', areaId: COMMUNITY });
    await assign(street, next.staffId, GRID);
    expect((await read(next)).toTell).toEqual([]);
    expect((await read(worker)).toTell).toMatchObject([{ id, doorId: null }]);
    const stranger = await server.asStaff('grid', { unitId: 'hedu-street', areaId: 'hedu-dukou' });
    expect(await syncAs(stranger)(toldOf(id))).toMatchObject({ result: 'rejected' });
  });

  it('handed on and nobody reached by telephone -> to be told at the door; not wanted any more -> nobody is', async () => {
    const { sync, worker, doorId } = await start();
    const [one, other] = [handOnOf({ doorId }), handOnOf({ doorId })];
    for (const record of [one, other]) await sync(record);
    const officer = await server.asStaff('officer', { unitId: 'liuying-street' });
    const close = (id: string, reason: 'unreachable' | 'not_wanted') =>
      officer.call('staff.handedOn.close', { params: { id }, body: { reason, note: '打过三次。' } });
    await close(one.id, 'unreachable');
    await close(other.id, 'not_wanted');
    const { asked, toTell } = await read(worker);
    expect(asked.map(({ stateText }) => stateText).sort()).toEqual(['办公室打电话没有找到本人', '本人不要了']);
    expect(toTell.map(({ id }) => id)).toEqual([one.id]);
    expect(JSON.stringify(toTell)).not.toContain('打过三次');
  });
});
