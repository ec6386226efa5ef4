import type { ErrorCode } from './errors';

/** Every role a staff member can hold; a role is always scoped to a unit or an area. */
export const STAFF_ROLES = [
  'admin',
  'editor',
  'reviewer',
  'secrecy',
  'legal',
  'officer',
  'head',
  'office',
  'street',
  'supervisor',
  'auditor',
  'grid',
  'evaluator',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * Who may call a route before any policy looks at the thing itself.
 * `public` anybody; `resident` a WeChat account; `account` any login; `service` a service token; `caller` any login or service token;
 * a list: staff holding one of these roles.
 */
export type Who = 'public' | 'resident' | 'account' | 'service' | 'caller' | readonly StaffRole[];

/** The named budget a call is counted against; the numbers are in limits.ts. */
export type RateLimitName = 'read' | 'search' | 'login' | 'entry' | 'session' | 'write' | 'upload' | 'staff';

export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path under /api/v1, parameters as :name. */
  readonly path: string;
  readonly who: Who;
  /** Status of success; a repeat of a create answers 200 instead of 201. */
  readonly status: 200 | 201 | 204;
  readonly limit: RateLimitName;
  /** Many people share one address. `path`: each address of ours has a budget of its own; `family`: so has each family of refresh tokens. */
  readonly countedBy?: 'path' | 'family';
  /** One Chinese sentence for the API page. */
  readonly summary: string;
  /** What the summary leaves open, for whoever writes a program against it (Markdown). */
  readonly description?: string;
  /** Codes beyond the common ones (see errors.ts) that this call may answer. */
  readonly errors?: readonly ErrorCode[];
  /** `bytes`: the answer is a file and not JSON; `multipart`: the body is one uploaded file. */
  readonly body?: 'json' | 'multipart';
  readonly answer?: 'json' | 'bytes' | 'html';
}

/** Keeps the literal types of a route table while checking each row. */
export const defineRoutes = <const T extends Record<string, RouteSpec>>(table: T): T => table;
