import { routes, type RouteName, type RouteSpec, type StaffRole } from '@bandeng/contracts/routes';
import { startTestServer, type TestServer } from '../../testing';
import type { Call, Line } from './line.fixtures';
import { LINES } from './lines.fixtures';
import { makeWorld, OTHER, OWN, type World } from './world.fixtures';

// Somebody of every role is made for the own unit, for another one and for the district.
jest.setTimeout(240_000);

type Client = Pick<TestServer['anonymous'], 'fetch'>;
type Scope = 'own' | 'other' | 'district';

let server: TestServer;
let world: World;
const people = new Map<string, Promise<Client>>();
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const SCOPES = { own: { unitId: OWN }, other: { unitId: OTHER }, district: {} } as const;
/** The same person for every call as this role, for this. */
function as(role: StaffRole, scope: Scope): Promise<Client> {
  const key = `${role} ${scope}`;
  const known = people.get(key) ?? server.asStaff(role, SCOPES[scope]);
  people.set(key, known);
  return known;
}

async function send(name: RouteName, client: Client, { params = {}, query, body }: Call) {
  const { method, path }: RouteSpec = routes[name];
  const filled = path.replace(/:([A-Za-z]+)/g, (_, key: string) => params[key]!);
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const answer = await client.fetch(`/api/v1${filled}${search}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: answer.status, text: await answer.text() };
}

const REFUSED = [403, 404];
/** Let in: what the thing itself has to say against it (409) is another matter. */
const isReached = (status: number) => status < 500 && ![401, 403, 404, 415, 422].includes(status);

const table = (Object.entries(LINES) as [RouteName, Line][]).map(([name, line]) => ({ name, line }));
const isKind =
  <K extends string>(kind: K) =>
  (row: { line: Line }): row is { name: RouteName; line: Extract<Line, Record<K, unknown>> } =>
    typeof row.line === 'object' && kind in row.line;
const rolesOf = (name: RouteName, line: { roles?: readonly StaffRole[] }): readonly StaffRole[] => {
  const { who }: RouteSpec = routes[name];
  return line.roles ?? (Array.isArray(who) ? (who as readonly StaffRole[]) : []);
};

describe('roles, routes and whose it is', () => {
  it('every route -> has a line, and every line a route', () => {
    expect(Object.keys(LINES).sort()).toEqual(Object.keys(routes).sort());
    for (const [name, { who }] of Object.entries(routes) as [RouteName, RouteSpec][])
      expect([name, LINES[name] === 'public']).toEqual([name, who === 'public']);
  });

  it.each(table.filter(isKind('unit')))(
    '$name: a record of the own unit -> let in; of another -> 403 or 404',
    async ({ name, line }) => {
      const roles = rolesOf(name, line);
      expect(roles.length).toBeGreaterThan(0);
      for (const role of roles) {
        const found: Record<Scope, number> = { own: 0, other: 0, district: 0 };
        for (const scope of ['other', 'own', 'district'] as const)
          found[scope] = (await send(name, await as(role, scope), await line.unit!(world))).status;
        expect({
          role,
          ...found,
          isRight: REFUSED.includes(found.other) && isReached(found.own) && isReached(found.district),
        }).toEqual({ role, ...found, isRight: true });
      }
    },
  );

  it.each(table.filter(isKind('listed')))(
    '$name: a record -> listed to its unit and the district, to no other',
    async ({ name, line }) => {
      // The newest of its list.
      server.clock.advance(1_000);
      const id = await line.listed(world);
      for (const role of rolesOf(name, line))
        for (const scope of ['own', 'other', 'district'] as const) {
          const { status, text } = await send(name, await as(role, scope), { query: {}, ...line.call?.(id) });
          expect([role, scope, status, text.includes(id)]).toEqual([role, scope, 200, scope !== 'other']);
        }
    },
  );

  it.each(table.filter(isKind('self')))(
    '$name: a record of one’s own -> let in; of a neighbour -> 403 or 404',
    async ({ name, line }) => {
      const call = await line.self(world);
      const neighbour = await send(name, await server.asResident(), call);
      const owner = await send(name, world.resident, call);
      expect({
        neighbour: REFUSED.includes(neighbour.status),
        owner: owner.status,
        isIn: isReached(owner.status),
      }).toMatchObject({
        neighbour: true,
        isIn: true,
      });
    },
  );

  it.each(table.filter(isKind('panel')))(
    '$name: asked to the panel -> let in; an evaluator who was not -> 404',
    async ({ name, line }) => {
      const call = await line.panel(world);
      expect((await send(name, await as('evaluator', 'district'), call)).status).toBe(404);
      expect(isReached((await send(name, world.panelist, call)).status)).toBe(true);
    },
  );

  it.each(table.filter(isKind('whole')))(
    '$name: the role for one unit only -> 403; for the district -> let in',
    async ({ name, line }) => {
      for (const role of rolesOf(name, {})) {
        const call = await line.whole(world);
        expect([role, (await send(name, await as(role, 'own'), call)).status]).toEqual([role, 403]);
        const { status } = await send(name, await as(role, 'district'), call);
        expect([role, status < 500 && ![401, 403].includes(status)]).toEqual([role, true]);
      }
    },
  );
});
