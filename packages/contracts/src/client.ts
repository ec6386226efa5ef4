import { routes, type RouteName } from './routes';
import type { RouteAnswer, RouteCall } from './schemas/types';

/** One request as a transport sends it; `path` is under /api/v1 with its parameters filled in. */
export interface ClientRequest {
  route: RouteName;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query: Record<string, string>;
  body: unknown;
}
/** Sends a request and gives back the parsed JSON (undefined on 204); throws what its platform calls an error. */
export type Transport = (request: ClientRequest) => Promise<unknown>;

export interface ApiClient {
  call<N extends RouteName>(
    name: N,
    ...input: object extends RouteCall<N> ? [input?: RouteCall<N>] : [input: RouteCall<N>]
  ): Promise<RouteAnswer<N>>;
}

const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:([A-Za-z]+)/g, (_, key: string) => encodeURIComponent(String(params[key])));

const plainQuery = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [[key, String(value)]],
    ),
  );

/**
 * The typed client of the API, made from the route table; both front ends and the tests use it.
 * @param transport how a request is sent on this platform (wx.request, fetch, …)
 */
export function createClient(transport: Transport): ApiClient {
  return {
    async call(name, ...[input]) {
      const { method, path } = routes[name];
      const {
        params = {},
        query = {},
        body,
      } = (input ?? {}) as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
      const answer = await transport({
        route: name,
        method,
        path: fillPath(path, params),
        query: plainQuery(query),
        body,
      });
      return answer as RouteAnswer<typeof name>;
    },
  };
}
