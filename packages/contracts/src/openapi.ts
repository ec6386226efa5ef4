import { z } from 'zod';
import { commonErrors, errors, routes, type ErrorCode, type RouteName, type RouteSpec } from './routes';
import { schemas } from './schemas';

type Json = Record<string, unknown>;
interface RouteSchemas {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  response?: z.ZodType;
}

const toJson = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return json;
};

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJson(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: value,
  }));
}

function problems(route: RouteSpec): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...commonErrors, ...(route.errors ?? [])]) {
    const { status } = errors[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map(code => `\`${code}\` ${errors[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const multipart: Json = {
  type: 'object',
  required: ['file'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'made by the caller: the same again gives the same file' },
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
  },
};

function operation(name: RouteName): Json {
  const route: RouteSpec = routes[name];
  const { params, query, body, response }: RouteSchemas = schemas[name];
  const answer =
    route.answer === 'bytes'
      ? { content: { 'application/octet-stream': {} } }
      : route.status === 204 || !response
        ? {}
        : { content: { 'application/json': { schema: toJson(response, 'output') } } };
  return {
    operationId: name,
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    tags: [name.replace(/^(staff|me|sources)\./, '').split('.')[0]],
    security: route.who === 'public' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(Array.isArray(route.who) ? { 'x-roles': route.who } : { 'x-who': route.who }),
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(route.body === 'multipart'
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: multipart } } } }
      : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: toJson(body, 'input') } } } }
      : {}),
    responses: { [route.status]: { description: '办成', ...answer }, ...problems(route) },
  };
}

const problem: Json = {
  type: 'object',
  description: 'RFC 9457; `code` is the contract, the words may change',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errors) },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    data: { type: 'object' },
  },
};

/**
 * The OpenAPI 3.1 description of /api/v1, generated from routes and schemas.
 * @returns a plain JSON document, the same on every call
 */
export function buildOpenApi(): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = routes[name].path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operation(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '板凳 Bandeng',
      version: '1',
      description: '区县政务公开：看公开、提意见、要信息。',
      license: { name: 'MulanPSL-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: { Problem: problem }, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}
