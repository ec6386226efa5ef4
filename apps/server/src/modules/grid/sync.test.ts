import { openConsultation } from '../consultations/consultation.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import {
  asStreet,
  assign,
  asWorker,
  commentFor,
  GRID,
  NEXT_GRID,
  OTHER_GRID,
  putBuilding,
  putGrids,
  visitOf,
} from './grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

const results = ({ items }: { items: { result: string }[] }) => items.map(({ result }) => result);

async function start(doors = 6) {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const building = await putBuilding(street, { doors });
  await assign(street, worker.staffId);
  const sync = (...items: object[]) => worker.call('grid.sync', { body: { items: items as never } });
  return { street, worker, ...building, sync };
}
const consult = async () => {
  const office = await server.asStaff('office', { unitId: 'district-office' });
  return { office, ...(await openConsultation(office, { unitId: 'district-office' })) };
};

describe('the pack for a walk', () => {
  it('assigned to a grid -> its buildings and doors in the order of the walk, what is brought there; of others nothing', async () => {
    const { street, worker, doorIds } = await start(2);
    await putBuilding(street, { doors: 1, areaId: NEXT_GRID });
    const { id } = await consult();
    await street.call('staff.grid.campaigns.create', {
      body: {
        ...{ id: crypto.randomUUID(), title: '助餐办法送到家', items: [{ kind: 'consultation', id }] },
        ...{ areaIds: [GRID], from: '2026-11-10', to: '2026-11-30', targetPercent: 95 },
      },
    });
    const pack = await worker.call('grid.pack');
    expect(pack.areas).toEqual([{ id: GRID, name: '槐影社区第1网格' }]);
    expect(pack.buildings.map(({ doors }) => doors.map(({ id: doorId, number }) => [doorId, number]))).toEqual([
      [
        [doorIds[0], '101'],
        [doorIds[1], '201'],
      ],
    ]);
    expect(pack.campaigns.map(({ title, items }) => [title, items.map(item => item.title)])).toEqual([
      ['助餐办法送到家', ['助餐点开在哪里好？']],
    ]);
  });

  it('the assignment is over, or nobody gave one -> no buildings', async () => {
    const worker = await asWorker(server);
    expect((await worker.call('grid.pack')).buildings).toEqual([]);
    const { street } = await start(1);
    await street.call('staff.grid.assignments.put', {
      params: { id: crypto.randomUUID() },
      body: { workerId: worker.staffId, areaId: GRID, from: '2026-11-01', to: '2026-11-15' },
    });
    expect((await worker.call('grid.pack')).buildings).toEqual([]);
  });
});

describe('a batch', () => {
  it('sent twice -> known the second time, one visit each; the door knows the last one', async () => {
    const { worker, sync, doorIds } = await start();
    const batch = [visitOf(doorIds[0]!), visitOf(doorIds[1]!, { reaction: 'not_home' })];
    expect(results(await sync(...batch))).toEqual(['accepted', 'accepted']);
    expect(results(await sync(...batch))).toEqual(['known', 'known']);
    expect(await server.collection('gridVisits').countDocuments({})).toBe(2);
    const [building] = (await worker.call('grid.pack')).buildings;
    expect(building!.doors.map(({ last }) => last?.reaction)).toEqual([
      'knew',
      'not_home',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('two phones of one worker find a network at once, with the same door in both -> every visit once', async () => {
    const { doorIds, sync } = await start(3);
    const [shared] = doorIds as [string];
    const walk = (hour: string, others: string[]) =>
      [shared, ...others].map(id => visitOf(id, { takenAt: `2026-11-16T${hour}:00:00.000Z` }));
    const [morning, night] = [walk('01', [doorIds[1]!]), walk('00', [doorIds[2]!])];
    const answers = await Promise.all([sync(...morning), sync(...night)]);
    expect(answers.map(results)).toEqual([
      ['accepted', 'accepted'],
      ['accepted', 'accepted'],
    ]);
    // An answer was lost: each sends its own again, one of them what both wrote down.
    expect(results(await sync(...night, morning[1]!))).toEqual(['known', 'known', 'known']);
    const kept = await server.collection('gridVisits').find({}).toArray();
    expect(kept.map(({ _id }) => _id).sort()).toEqual([...morning, ...night].map(({ id }) => id).sort());
  });

  it('same id, other content -> conflict with what is kept; the others of the batch go in', async () => {
    const { sync, doorIds } = await start();
    const visit = visitOf(doorIds[0]!);
    await sync(visit);
    const { items } = await sync({ ...visit, reaction: 'declined' }, visitOf(doorIds[1]!));
    expect(items).toMatchObject([{ result: 'conflict', current: ['2026-11-16', '知道了'] }, { result: 'accepted' }]);
  });

  it('a door of another community, a number in the note -> rejected with what to do; nothing of it kept', async () => {
    const { sync, doorIds } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const { doorIds: others } = await putBuilding(hedu, { doors: 1, areaId: OTHER_GRID });
    const { items } = await sync(visitOf(others[0]!), visitOf(doorIds[0]!, { note: '电话 19900001234' }));
    expect(items).toMatchObject([
      { result: 'rejected', reason: expect.stringContaining('不在你的网格') as string },
      { result: 'rejected', reason: expect.stringContaining('备注') as string },
    ]);
    expect(await server.collection('gridVisits').countDocuments({})).toBe(0);
  });

  it('an older visit that arrives later -> kept, the door’s last visit stays the newer one', async () => {
    const { worker, sync, doorIds } = await start(1);
    await sync(visitOf(doorIds[0]!, { reaction: 'question', followUpOn: '2026-11-20' }));
    await sync(visitOf(doorIds[0]!, { takenAt: '2026-11-14T02:00:00.000Z', reaction: 'not_home' }));
    const [building] = (await worker.call('grid.pack')).buildings;
    expect(building!.doors[0]!.last).toEqual({ on: '2026-11-16', reaction: 'question', followUpOn: '2026-11-20' });
  });

  it('a clock a day slow, corrected by the last contact; four days under way -> the right day, late', async () => {
    const { sync, doorIds } = await start(2);
    const { items } = await sync(
      visitOf(doorIds[0]!, { takenAt: '2026-11-15T01:00:00.000Z', offset: 86_400_000 }),
      visitOf(doorIds[1]!, { takenAt: '2026-11-12T01:00:00.000Z' }),
    );
    expect(items).toMatchObject([{ isLate: false }, { isLate: true }]);
    const days = await server
      .collection('gridVisits')
      .find({}, { projection: { on: 1 } })
      .toArray();
    expect(days.map(({ on }) => on).sort()).toEqual(['2026-11-12', '2026-11-16']);
  });

  it('who is no grid worker, an unknown kind, fifty-one records -> refused', async () => {
    const { street, doorIds, sync } = await start(1);
    const visit = visitOf(doorIds[0]!);
    expect((await problemOf(street.call('grid.sync', { body: { items: [visit] } }))).code).toBe('auth.forbidden');
    expect((await problemOf(sync({ ...visit, kind: 'photo' }))).code).toBe('request.invalid');
    const many = Array.from({ length: 51 }, () => visitOf(doorIds[0]!));
    expect((await problemOf(sync(...many))).code).toBe('request.invalid');
  });
});

describe('a comment on behalf', () => {
  it('taken down and sent twice -> one comment, marked 代录, with nothing of the worker; its way is kept', async () => {
    const { sync, worker, doorIds } = await start();
    const { id } = await consult();
    const comment = commentFor(id, { doorId: doorIds[0]!, showing: 'named', authorName: '周桂兰' });
    expect(results(await sync(comment))).toEqual(['accepted']);
    expect(results(await sync(comment))).toEqual(['known']);
    const stored = await server.collection('comments').find({}).toArray();
    expect(stored).toMatchObject([{ channel: 'proxy', accountId: null, recordedBy: worker.staffId, persons: 1 }]);
    expect(JSON.stringify(stored)).not.toContain('周桂兰');
    expect(await server.collection('gridOnBehalf').find({}).toArray()).toMatchObject([
      { kind: 'comment', consent: { how: 'spoken' }, on: '2026-11-16' },
    ]);
  });

  it('not read back -> refused; the consultation is taken back, or its place is gone -> rejected with what to do', async () => {
    const { sync } = await start();
    const { id } = await consult();
    const unread = commentFor(id, { consent: { how: 'spoken', words: '同意', readBack: false as never } });
    expect((await problemOf(sync(unread))).code).toBe('request.invalid');
    const { items } = await sync(
      commentFor(crypto.randomUUID()),
      commentFor(id, { target: { kind: 'clause', id: 'c99' } }),
    );
    expect(items).toMatchObject([
      { result: 'rejected', reason: expect.stringContaining('撤下') as string },
      { result: 'rejected', reason: expect.stringContaining('整份草案') as string },
    ]);
  });

  it('closed in the stairwell: said before the end -> like any other; said after it, or too long under way -> kept and marked', async () => {
    const { id, office } = await consult();
    const { closesOn } = await office.call('consultations.get', { params: { id } });
    const end = Date.parse(`${closesOn}T16:00:00.000Z`);
    const at = (hours: number) => new Date(end + hours * 3_600_000).toISOString();
    const arrive = async (hours: number, ...items: object[]) => {
      server.clock.set(at(hours));
      return (await asWorker(server)).call('grid.sync', { body: { items: items as never } });
    };
    const early = commentFor(id, { takenAt: at(-1) });
    const after = commentFor(id, { takenAt: at(1), body: '晚上还要亮灯。' });
    const slow = commentFor(id, { takenAt: at(-2), body: '送得太慢的一条。' });
    expect(results(await arrive(20, early, after))).toEqual(['accepted', 'accepted']);
    expect((await arrive(90, slow)).items).toMatchObject([{ result: 'accepted', isLate: true }]);
    const desk = await server.asStaff('office', { unitId: 'district-office' });
    const { items } = await desk.call('staff.comments.list', { params: { id }, query: {} });
    expect(Object.fromEntries(items.map(({ body, heardAt }) => [body, heardAt]))).toEqual({
      [early.body]: null,
      [after.body]: '截止以后说的',
      [slow.body]: '截止以前说的，送到太晚',
    });
  });
});
