import { hasRoleForUnit, type Actor } from '../../http/actor';

/** Whether this actor prepares questionnaires and meetings of a unit. */
export const preparesFor = (actor: Actor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'editor', 'office', 'street');

/** Whether this actor decides what of them goes out to everybody. */
export const publishesFor = (actor: Actor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'office', 'street');

/** How a linked consultation is called at the desk before everybody may read its question. */
export const NOT_PUBLIC = '还没公布的征集';
