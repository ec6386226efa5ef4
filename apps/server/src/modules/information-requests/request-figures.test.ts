import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest } from './information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-03-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

/** In March two of one unit (one answered at once, one extended and answered in May, late) and one of another, open. */
async function aSpring() {
  const receive = async (unitId: string) => {
    const body = newRequest({ unitId });
    await (await server.asResident()).call('informationRequests.create', { body });
    const officer = await server.asStaff('officer', { unitId });
    await officer.call('staff.informationRequests.register', { params: { id: body.id } });
    return body.id;
  };
  const [quick, slow, open] = [await receive('housing'), await receive('housing'), await receive('district-office')];
  const head = await server.asStaff('head', { unitId: 'housing' });
  await head.call('staff.informationRequests.extend', {
    params: { id: slow },
    body: { workingDays: 10, reason: '要查的材料多' },
  });
  server.clock.set('2026-03-06T02:00:00.000Z');
  await decideRequest(server, quick, { unitId: 'housing' });
  server.clock.set('2026-05-20T02:00:00.000Z');
  await decideRequest(server, slow, { unitId: 'housing' });
  return { quick, slow, open };
}

describe('staff.requestFigures', () => {
  it('a quarter and the year: together and unit by unit; each figure opens its cases', async () => {
    const { quick, slow, open } = await aSpring();
    const supervisor = await server.asStaff('supervisor');
    const read = (period: 'q1' | 'q2' | 'm3' | 'year') =>
      supervisor.call('staff.requestFigures.get', { query: { year: '2026', period } });
    const { lines } = await read('q1');
    expect(lines.map(({ unit, counts }) => [unit?.id ?? null, counts.received, counts.answered])).toEqual([
      [null, 3, 1],
      ['housing', 2, 1],
      ['district-office', 1, 0],
    ]);
    expect(lines[1]).toMatchObject({ rates: { onTime: 100, extended: 0 }, days: { mean: 4, median: 4 } });
    expect(lines[2]).toMatchObject({ rates: { onTime: null }, days: null });
    const [year] = (await read('year')).lines;
    expect(year).toMatchObject({ rates: { onTime: 50, extended: 50, corrected: 0 }, days: { mean: 41.5 } });
    expect((await read('q2')).lines[0]!.counts).toMatchObject({ received: 0, answered: 1, late: 1 });

    const idsOf = async (query: object) => {
      const { items } = await supervisor.call('staff.requestFigures.cases', {
        query: { year: '2026', ...query } as never,
      });
      return items.map(({ id }) => id).sort();
    };
    expect(await idsOf({ figure: 'late' })).toEqual([slow]);
    expect(await idsOf({ figure: 'extended', period: 'q1' })).toEqual([]);
    expect(await idsOf({ figure: 'received', period: 'm3', unit: 'housing' })).toEqual([quick, slow].sort());
    expect(await idsOf({ figure: 'received', unit: 'district-office' })).toEqual([open]);
  });

  it('what exists already, shown before a request: counted by day, each form once, of nobody; not by units', async () => {
    const use = (id: string, what: 'shown' | 'opened' | 'found' | 'filed') =>
      server.anonymous.call('informationRequests.suggestionUse', { body: { id, use: what } });
    const [first, second] = [randomUUID(), randomUUID()];
    for (const what of ['shown', 'shown', 'opened', 'found'] as const) await use(first, what);
    for (const what of ['shown', 'filed'] as const) await use(second, what);
    const supervisor = await server.asStaff('supervisor');
    const [year, month] = server.clock.today().split('-').map(Number) as [number, number];
    const read = (query: object) =>
      supervisor.call('staff.requestFigures.get', { query: { year: String(year), ...query } as never });
    const counted = { shown: 2, opened: 1, found: 1, filed: 1 };
    expect((await read({ period: `m${month}` })).suggestions).toEqual(counted);
    expect((await read({ period: `m${month === 1 ? 2 : 1}` })).suggestions).toMatchObject({ shown: 0 });
    expect((await read({ unit: 'housing' })).suggestions).toBeNull();
    const kept = await server.collection('suggestionUses').find({}).toArray();
    expect(kept.map(record => Object.keys(record).sort())).toEqual(kept.map(() => ['_id', 'dayStart', 'on', 'uses']));
  });
});
