import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { asStreet, assign, asWorker, handOnOf, putBuilding, putGrids } from '../../grid/grid.fixtures';
import { walkIn } from '../information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putGrids(server);
});
afterEach(() => server.stop());

async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const { doorIds } = await putBuilding(street, { doors: 2 });
  await assign(street, worker.staffId);
  const sync = async (...items: object[]) =>
    (await worker.call('grid.sync', { body: { items: items as never } })).items;
  const officer = () => server.asStaff('officer', { unitId: 'liuying-street' });
  return { worker, doorIds, sync, officer: await officer(), officerLater: officer };
}

describe('a request handed on', () => {
  it('sent twice -> one, at the street’s office, masked, with no number and no days; no request anywhere', async () => {
    const { sync, officer, doorIds } = await start();
    const record = handOnOf({ doorId: doorIds[0]! });
    expect(await sync(record)).toMatchObject([{ result: 'accepted' }]);
    expect(await sync(record)).toMatchObject([{ result: 'known' }]);
    const { items } = await officer.call('staff.handedOn.list');
    expect(items).toMatchObject([
      {
        ...{ id: record.id, wanted: record.wanted, unit: { id: 'liuying-street' }, state: 'waiting' },
        ...{ heardOn: '2026-11-14', confirmBy: '2026-11-19', request: null, contact: { name: '周*兰' } },
      },
    ]);
    expect(JSON.stringify(await server.collection('handedOnRequests').find({}).toArray())).not.toContain('周桂兰');
    expect(await server.collection('informationRequests').countDocuments({})).toBe(0);
    const { tasks } = await officer.call('staff.desk', { query: {} });
    expect(tasks).toMatchObject([{ kind: 'handedOn', recordId: record.id, workingDaysLeft: 3 }]);
  });

  it('no door written down -> the worker’s areas say which office; another content under its id -> conflict', async () => {
    const { sync, officer } = await start();
    const record = handOnOf();
    await sync(record);
    expect((await officer.call('staff.handedOn.list')).items).toHaveLength(1);
    expect(await sync({ ...record, wanted: '别的' })).toMatchObject([{ result: 'conflict' }]);
  });

  it('confirmed two days later -> a request received on that day, with the number beside it; once only', async () => {
    const { sync, officerLater } = await start();
    const record = handOnOf();
    await sync(record);
    server.clock.set('2026-11-18T02:00:00.000Z');
    const officer = await officerLater();
    const { id } = record;
    const { value } = await officer.call('staff.handedOn.reveal', {
      params: { id },
      body: { field: 'phone', reason: '打电话核实' },
    });
    expect(value).toBe('0599-5550123');
    const body = {
      ...walkIn({ unitId: 'liuying-street' }),
      ...{ channel: 'spoken' as const, submittedOn: '2026-11-18', isReadBack: true, handedOnId: id },
    };
    const early = officer.call('staff.informationRequests.receive', { body: { ...body, submittedOn: '2026-11-14' } });
    expect((await problemOf(early)).code).toBe('request.invalid');
    const request = await officer.call('staff.informationRequests.receive', { body });
    expect(request).toMatchObject({ receivedOn: '2026-11-18', status: 'in_progress' });
    expect(await officer.call('staff.handedOn.get', { params: { id } })).toMatchObject({
      ...{ state: 'registered', request: { id: request.id, number: request.number }, confirmBy: null },
      abilities: { end: false },
    });
    const again = officer.call('staff.informationRequests.receive', {
      body: { ...body, ...walkIn({ unitId: 'liuying-street' }), handedOnId: id },
    });
    expect((await problemOf(again)).code).toBe('handed_on.state');
    expect(await server.collection('informationRequests').countDocuments({})).toBe(1);
    const seen = await server.collection('auditEntries').find({ action: 'handed-on.revealed' }).toArray();
    expect(seen).toHaveLength(1);
  });

  it('could not be reached -> closed with the reason; a repeat is the same, another reason is refused', async () => {
    const { sync, officer } = await start();
    const record = handOnOf();
    await sync(record);
    const close = (reason: 'unreachable' | 'answered') =>
      officer.call('staff.handedOn.close', {
        params: { id: record.id },
        body: { reason, note: '16 日上午下午、17 日上午打过，没有人接。' },
      });
    expect(await close('unreachable')).toMatchObject({ state: 'closed', closing: { reason: 'unreachable' } });
    expect(await close('unreachable')).toMatchObject({ state: 'closed' });
    expect((await problemOf(close('answered'))).code).toBe('handed_on.state');
    expect((await officer.call('staff.handedOn.list')).items).toEqual([]);
  });

  it('nobody called for three working days -> chased once a day, until it is over', async () => {
    const { sync, officerLater } = await start();
    await sync(handOnOf());
    const chase = async (at: string) => {
      server.clock.set(at);
      await server.runSchedule('information-requests.chase');
      return server.collection('outbox').countDocuments({ name: 'handed-on.due' });
    };
    expect(await chase('2026-11-18T02:00:00.000Z')).toBe(0);
    expect(await chase('2026-11-19T02:00:00.000Z')).toBe(1);
    expect(await chase('2026-11-19T05:00:00.000Z')).toBe(1);
    expect(await chase('2026-11-20T02:00:00.000Z')).toBe(2);
    const officer = await officerLater();
    const [{ id } = { id: '' }] = (await officer.call('staff.handedOn.list')).items;
    await officer.call('staff.handedOn.close', { params: { id }, body: { reason: 'answered', note: '当场告诉了。' } });
    expect(await chase('2026-11-23T02:00:00.000Z')).toBe(2);
  });

  it('the office of another street, the worker -> not there', async () => {
    const { sync, worker } = await start();
    const { id } = handOnOf();
    await sync(handOnOf({ id }));
    const hedu = await server.asStaff('officer', { unitId: 'hedu-street' });
    expect((await problemOf(hedu.call('staff.handedOn.get', { params: { id } }))).code).toBe('handed_on.not_found');
    expect((await hedu.call('staff.handedOn.list')).items).toEqual([]);
    expect((await problemOf(worker.call('staff.handedOn.get', { params: { id } }))).code).toBe('auth.forbidden');
  });
});
