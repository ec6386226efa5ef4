import { createClient } from '@bandeng/contracts/client';
import { routes } from '@bandeng/contracts/routes';
import type { RouteName } from '@bandeng/contracts/routes';
import { request } from './http';

/** Public reads whose answer is the same for everybody: asked without saying who we are, so that a 304 will do. */
const sameForAll = new Set<RouteName>([
  'auth.methods',
  'domains.list',
  'entries.list',
  'columns.list',
  'notices.list',
  'search.query',
  'search.suggest',
  'areas.list',
  'units.list',
  'units.get',
  'places.list',
  'guides.list',
  'guides.get',
  'annualReports.list',
  'annualReports.get',
  'workingDays.get',
  'consultations.list',
  'consultations.outcome',
  'meetings.list',
  'meetings.draw',
  'surveys.list',
  'surveys.result',
  'surveys.texts',
]);

const authOf = (name: RouteName) =>
  sameForAll.has(name) ? 'none' : routes[name].who === 'public' ? 'optional' : 'required';

const client = (isKept: boolean) =>
  createClient(({ route, method, path, query, body }) =>
    request({ method, path, query, body, auth: authOf(route), isKept }),
  );

/** The typed client of the API on this phone. Throws ApiError. */
export const api = client(true);

/** The same for what is put into files of one's own. */
export const downloads = client(false);
