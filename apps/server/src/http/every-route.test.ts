import { routes, STAFF_ROLES, type RouteName, type RouteSpec, type StaffRole } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import { startTestServer, type TestServer } from '../testing';

// Somebody of every role is made first.
jest.setTimeout(120_000);

type Client = Pick<TestServer['anonymous'], 'fetch'>;
let server: TestServer;
let people: { anonymous: Client; resident: Client; service: Client; staff: Record<StaffRole, Client> };
beforeAll(async () => {
  server = await startTestServer();
  const staff = {} as Record<StaffRole, Client>;
  for (const role of STAFF_ROLES) staff[role] = await server.asStaff(role);
  people = { anonymous: server.anonymous, resident: await server.asResident(), service: server.asService(), staff };
});
afterAll(() => server.stop());

const table = (Object.entries(routes) as [RouteName, RouteSpec][]).map(([name, spec]) => ({ name, spec }));
const partsOf = (name: RouteName) => schemas[name] as { params?: unknown; query?: unknown; body?: unknown };

const nameOf = new Map(table.map(({ name, spec }) => [spec, name]));

/** What fits a place of an address: one of its words where it has a list of them, a year, else an id of nothing. */
function fitting(spec: RouteSpec, place: string): string {
  if (place === 'year') return '2025';
  const { params } = schemas[nameOf.get(spec)!] as { params?: { shape: Record<string, { options?: string[] }> } };
  return params?.shape[place]?.options?.[0] ?? 'nobody';
}

async function call(client: Client, spec: RouteSpec, given: { id?: string; query?: string; body?: object } = {}) {
  const filled = spec.path.replace(/:([A-Za-z]+)/g, (_, place: string) => given.id ?? fitting(spec, place));
  const answer = await client.fetch(`/api/v1${filled}${given.query ?? ''}`, {
    method: spec.method,
    ...(given.body && { body: JSON.stringify(given.body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: answer.status, text: await answer.text() };
}
const statusOf = async (...input: Parameters<typeof call>) => (await call(...input)).status;

/** Somebody whom the route admits. */
function admitted({ who }: RouteSpec): Client {
  if (who === 'public') return people.anonymous;
  if (who === 'resident' || who === 'account') return people.resident;
  if (who === 'service' || who === 'caller') return people.service;
  return people.staff[who[0]!];
}

/** Everybody with a login whom it does not. */
function refused({ who }: RouteSpec): Client[] {
  if (who === 'resident') return [people.service, people.staff.admin];
  if (who === 'account') return [people.service];
  if (who === 'service') return [people.resident, people.staff.admin];
  if (who === 'public' || who === 'caller') return [];
  const others = STAFF_ROLES.filter(role => !who.includes(role)).map(role => people.staff[role]);
  return [people.resident, people.service, ...others];
}

const protectedRoutes = table.filter(({ spec }) => spec.who !== 'public');

describe('every route', () => {
  it.each(protectedRoutes)('$name: nobody logged in, or a token that is none -> 401', async ({ spec }) => {
    expect(await statusOf(people.anonymous, spec)).toBe(401);
    const init = { method: spec.method, headers: { Authorization: 'Bearer nonsense' } };
    expect((await server.anonymous.fetch(`/api/v1${spec.path.replace(/:[A-Za-z]+/g, 'nobody')}`, init)).status).toBe(
      401,
    );
  });

  it.each(protectedRoutes.filter(({ spec }) => spec.who !== 'caller'))(
    '$name: logged in as everybody else -> 403',
    async ({ spec }) => {
      const others = refused(spec);
      expect(others.length).toBeGreaterThan(0);
      for (const client of others) expect(await statusOf(client, spec)).toBe(403);
    },
  );

  it.each(table.filter(({ name }) => partsOf(name).body))(
    '$name: an unknown field, a list, nothing in the body -> 422, 422, 415',
    async ({ spec }) => {
      for (const body of [{ 'no such field': 1 }, []]) {
        const { status, text } = await call(admitted(spec), spec, { body });
        expect(status).toBe(422);
        expect((JSON.parse(text) as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
      }
      expect(await statusOf(admitted(spec), spec)).toBe(415);
    },
  );

  it.each(table.filter(({ name }) => partsOf(name).query))(
    '$name: an unknown name in the query -> 422',
    async ({ spec }) => {
      expect(await statusOf(admitted(spec), spec, { query: '?nothing=1' })).toBe(422);
      expect(await statusOf(admitted(spec), spec, { query: '?limit[$gt]=1' })).toBe(422);
    },
  );

  it.each(table.filter(({ name }) => partsOf(name).params))(
    '$name: an id that cannot be one -> 422',
    async ({ spec }) => {
      const body = spec.method === 'GET' ? {} : { body: {} };
      for (const id of ['%24where', `x${'y'.repeat(80)}`])
        expect(await statusOf(admitted(spec), spec, { id, ...body })).toBe(422);
    },
  );

  it('routes that take nothing -> are known, so that a new one is thought about', () => {
    const silent = table.filter(({ name }) => !Object.keys(partsOf(name)).some(part => part !== 'response'));
    expect(silent.map(({ name }) => name).sort()).toEqual(['files.create', 'me.close']);
  });
});
