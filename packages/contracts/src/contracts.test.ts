import { createClient, type ClientRequest } from './client';
import { buildOpenApi } from './openapi';
import { commonErrors, errors, routes, type RouteName, type RouteSpec } from './routes';
import { schemas } from './schemas';

const names = Object.keys(routes) as RouteName[];

describe('contracts', () => {
  test('routes and schemas: same names on both sides', () => {
    expect(Object.keys(schemas).sort()).toEqual([...names].sort());
  });

  test('routes: method and path together -> unique', () => {
    const calls = names.map(name => `${routes[name].method} ${routes[name].path}`);
    expect(new Set(calls).size).toBe(calls.length);
  });

  test.each(names)('%s: every :parameter of the path -> has a schema, and no other', name => {
    const inPath = [...routes[name].path.matchAll(/:([A-Za-z]+)/g)].map(match => match[1]).sort();
    const { params } = schemas[name] as { params?: { shape: Record<string, unknown> } };
    expect(Object.keys(params?.shape ?? {}).sort()).toEqual(inPath);
  });

  test.each(names)('%s: answers JSON -> has a response schema', name => {
    const route: RouteSpec = routes[name];
    expect('response' in schemas[name]).toBe(route.answer !== 'bytes');
  });

  test('error texts: Chinese, full-width punctuation, ending in a full stop', () => {
    for (const [code, { title, detail }] of Object.entries(errors)) {
      expect(`${code} ${title}`).toMatch(/[一-鿿]/);
      expect(`${code} ${detail}`).toMatch(/。$/);
      expect(`${code} ${detail}`).not.toMatch(/[一-鿿],/);
    }
  });

  test('error codes: every one -> answered by a route, by any call, or by an address that is none of a route', () => {
    const ofRoutes = names.flatMap(name => (routes[name] as RouteSpec).errors ?? []);
    const outside = ['request.method', 'route.not_found'];
    const answered = new Set<string>([...commonErrors, ...ofRoutes, ...outside]);
    expect(Object.keys(errors).filter(code => !answered.has(code))).toEqual([]);
  });

  test('lists: limit 0, 101 or a word -> refused; nothing given -> 20', () => {
    const { query } = schemas['notices.list'];
    for (const limit of ['0', '101', 'many']) expect(query.safeParse({ limit }).success).toBe(false);
    expect(query.parse({}).limit).toBe(20);
  });

  test('queries: an operator object in place of a value -> refused', () => {
    expect(schemas['notices.list'].query.safeParse({ column: { $ne: null } }).success).toBe(false);
    expect(schemas['notices.list'].query.safeParse({ $where: '1' }).success).toBe(false);
  });

  test('comment: control characters, empty or too long -> refused', () => {
    const { body } = schemas['consultations.comments.create'];
    const comment = { id: '5f0c1f0e-7d3b-4c6a-9a59-0d8b1c9f2e11', target: { kind: 'whole' }, anonymous: true };
    expect(body.safeParse({ ...comment, body: '路灯太暗' }).success).toBe(true);
    for (const bad of ['', '   ', 'a\u0000b', 'x'.repeat(4001)]) {
      expect(body.safeParse({ ...comment, body: bad }).success).toBe(false);
    }
  });

  test('openapi: every route described, no dangling reference', () => {
    const document = buildOpenApi() as { paths: Record<string, Record<string, { operationId: string }>> };
    const described = Object.values(document.paths).flatMap(path => Object.values(path).map(call => call.operationId));
    expect(described.sort()).toEqual([...names].sort());
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]);
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
  });

  test('client: path parameters are encoded, empty query values left out', async () => {
    const sent: ClientRequest[] = [];
    const client = createClient(request => {
      sent.push(request);
      return Promise.resolve({ items: [], nextCursor: null });
    });
    await client.call('consultations.comments.list', { params: { id: 'a b' }, query: { limit: 5, field: undefined } });
    expect(sent[0]).toMatchObject({ method: 'GET', path: '/consultations/a%20b/comments', query: { limit: '5' } });
  });
});
