import { putDistrict } from '../../fixtures/district';
import { startTestServer, type TestClient, type TestServer } from '../../testing';
import { ORGANIZATION, decideRequest, newRequest, type NewRequest } from './information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2025-12-15T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const HOUSING = { unitId: 'housing' };
const received = async (officer: TestClient, changes: Partial<NewRequest> = {}): Promise<string> => {
  const body = newRequest(changes);
  await (await server.asResident()).call('informationRequests.create', { body });
  await officer.call('staff.informationRequests.register', { params: { id: body.id } });
  return body.id;
};
const decide = (
  officer: TestClient & { staffId: string },
  id: string,
  kinds: ('granted' | 'partial' | 'not_existing')[],
  unitId = 'district-office',
) => decideRequest(server, id, { officer, unitId, kinds, text: '答复如下。' });

/** Two carried into 2026 (one answered there), two received in it (one withdrawn before it was received beside them). */
async function aYear() {
  const before = await server.asStaff('officer', { unitId: 'district-office' });
  const carried = await received(before);
  const open = await received(before, { applicant: ORGANIZATION });
  server.clock.set('2026-01-05T02:00:00.000Z');
  const office = await server.asStaff('officer', { unitId: 'district-office' });
  const housing = await server.asStaff('officer', HOUSING);
  await decide(office, carried, ['partial', 'granted']);
  const answered = await received(housing, HOUSING);
  await decide(housing, answered, ['not_existing'], 'housing');
  const granted = await received(office);
  await decide(office, granted, ['granted']);
  const early = newRequest();
  const resident = await server.asResident();
  await resident.call('informationRequests.create', { body: early });
  await resident.call('informationRequests.withdraw', { params: { id: early.id }, body: {} });
  return { office, housing, carried, open, answered, granted };
}

const figuresOf = async (staff: TestClient, query: { year: string; unit?: string }) => {
  const { lines, faults, units } = await staff.call('staff.annualReport.requests', { query });
  expect(faults).toEqual([]);
  const counted = lines.filter(({ total }) => total > 0).map(({ figure, total }) => [figure, total]);
  return { counted: Object.fromEntries(counted) as Record<string, number>, lines, units };
};

describe('staff.annualReport', () => {
  it('table three: a year with cases of every sort -> each once, what was not received nowhere, the district over its units', async () => {
    const { office, housing } = await aYear();
    const whole = await figuresOf(await server.asStaff('supervisor'), { year: '2026' });
    expect(whole.counted).toEqual({
      received: 2,
      carriedIn: 2,
      granted: 1,
      partial: 1,
      'unable.notHeld': 1,
      total: 3,
      carriedOut: 1,
    });
    expect(whole.units).toBeNull();
    expect(whole.lines.find(({ figure }) => figure === 'carriedOut')?.byColumn).toMatchObject({
      charity: 1,
      person: 0,
    });

    expect((await figuresOf(office, { year: '2026' })).counted).toMatchObject({ received: 1, carriedIn: 2, total: 2 });
    const own = await figuresOf(housing, { year: '2026', unit: 'housing' });
    expect(own.counted).toEqual({ received: 1, 'unable.notHeld': 1, total: 1 });
    expect((await figuresOf(office, { year: '2025' })).counted).toEqual({ received: 2, carriedOut: 2 });
    expect((await figuresOf(office, { year: '2024' })).counted).toEqual({});
  });

  it('cases of a figure: by line and column, page by page -> those that were counted', async () => {
    const { open, carried, answered, granted } = await aYear();
    const staff = await server.asStaff('supervisor');
    const idsOf = async (query: object) =>
      (await staff.call('staff.annualReport.cases', { query: { year: '2026', ...query } as never })).items.map(
        ({ id }) => id,
      );
    expect(await idsOf({ figure: 'carriedOut' })).toEqual([open]);
    expect(await idsOf({ figure: 'carriedOut', column: 'person' })).toEqual([]);
    expect(await idsOf({ figure: 'partial' })).toEqual([carried]);
    const all = await idsOf({ figure: 'total' });
    expect([...all].sort()).toEqual([carried, answered, granted].sort());

    const query = { year: '2026', figure: 'total' as const, limit: 2 };
    const first = await staff.call('staff.annualReport.cases', { query });
    const rest = await staff.call('staff.annualReport.cases', { query: { ...query, cursor: first.nextCursor! } });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all);
    expect(rest.nextCursor).toBeNull();
  });

  it('figures: counted as the cases behind them, for every line of a year', async () => {
    await aYear();
    const staff = await server.asStaff('supervisor');
    const { lines } = await figuresOf(staff, { year: '2026' });
    for (const { figure, total } of lines) {
      const { items } = await staff.call('staff.annualReport.cases', { query: { year: '2026', figure } });
      expect([figure, items.length]).toEqual([figure, total]);
    }
  });

  it('requests of a version without endedOn -> counted once the dates are completed', async () => {
    const { office } = await aYear();
    await server.collection('informationRequests').updateMany({}, { $unset: { endedOn: 1 } });
    expect((await figuresOf(office, { year: '2026' })).counted).toEqual({});
    await server.runSchedule('information-requests.complete-dates');
    expect((await figuresOf(office, { year: '2026' })).counted).toMatchObject({ received: 1, carriedIn: 2, total: 2 });
  });
});
