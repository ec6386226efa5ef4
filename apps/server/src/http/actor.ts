import type { StaffRole, Who } from '@bandeng/contracts/routes';

export interface RoleScope {
  role: StaffRole;
  unitId: string | null;
  areaId: string | null;
}

export interface AnonymousActor {
  kind: 'anonymous';
  roles: readonly [];
}
/** A WeChat account; `staffId` and `roles` are there when a staff role is bound to it. */
export interface ResidentActor {
  kind: 'resident';
  accountId: string;
  sessionId: string;
  staffId: string | null;
  roles: readonly RoleScope[];
}
/** A staff member who logged in with a password. `accountId` is the staff member's id. */
export interface StaffActor {
  kind: 'staff';
  accountId: string;
  sessionId: string;
  staffId: string;
  roles: readonly RoleScope[];
}
/** A program with a service token: the portal. */
export interface ServiceActor {
  kind: 'service';
  source: string;
  roles: readonly [];
}
export type Actor = AnonymousActor | ResidentActor | StaffActor | ServiceActor;
export type KnownActor = ResidentActor | StaffActor;
/** Somebody who acts as staff, by password or by a bound WeChat account. */
export type OfficeActor = KnownActor & { staffId: string };

/** Who a handler meets, by the `who` of its route. */
export type ActorFor<W extends Who> = W extends 'public'
  ? Actor
  : W extends 'resident'
    ? ResidentActor
    : W extends 'account'
      ? KnownActor
      : W extends 'service'
        ? ServiceActor
        : W extends 'caller'
          ? KnownActor | ServiceActor
          : OfficeActor;

export const ANONYMOUS: AnonymousActor = Object.freeze({ kind: 'anonymous', roles: [] as const });

export const isKnown = (actor: Actor): actor is KnownActor => actor.kind === 'resident' || actor.kind === 'staff';

/** True when the actor holds one of `roles`, whatever its scope. */
export const hasRole = (actor: Actor, ...roles: StaffRole[]): boolean =>
  actor.roles.some(scope => roles.includes(scope.role));

/** True when the actor holds one of `roles` for this unit: scoped to it, or to the whole district (no unit, no area). */
export const hasRoleForUnit = (actor: Pick<Actor, 'roles'>, unitId: string, ...roles: StaffRole[]): boolean =>
  actor.roles.some(
    scope =>
      roles.includes(scope.role) && (scope.unitId === unitId || (scope.unitId === null && scope.areaId === null)),
  );

/** The units for which an actor holds one of `roles`: 'all' for a role over the whole district. */
export function unitsOf(actor: Pick<Actor, 'roles'>, ...roles: StaffRole[]): string[] | 'all' {
  const scopes = actor.roles.filter(scope => roles.includes(scope.role));
  if (scopes.some(scope => scope.unitId === null && scope.areaId === null)) return 'all';
  return [...new Set(scopes.flatMap(scope => scope.unitId ?? []))];
}

/** How logs and audit name an actor: never a personal value. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'anonymous') return 'anonymous';
  if (actor.kind === 'service') return `service:${actor.source}`;
  return actor.staffId ? `staff:${actor.staffId}` : `account:${actor.accountId}`;
}
