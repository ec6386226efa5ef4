import type { RoleScope } from '../../http/actor';
import { invalidField } from '../../platform/errors';
import type { Organization } from '../organization';
import { isRightScope } from './identity.policy';

/** Units and areas as far as roles are scoped to them. */
export type Places = Pick<Organization, 'findUnit' | 'findArea'>;

const isOpen = (place: { closedOn?: string | null } | null): boolean => place !== null && !place.closedOn;

/** A role for a unit or area that does not exist would reach nothing, and everything of whoever gets that id later. Throws request.invalid. */
export async function assertScopes(places: Places, roles: readonly RoleScope[]): Promise<void> {
  for (const [at, role] of roles.entries()) {
    const { unitId, areaId } = role;
    if (!isRightScope(role))
      throw invalidField(`roles.${at}.role`, '系统管理和审计要管全区，不能只给一个单位或者地方。');
    if (unitId !== null && !isOpen(await places.findUnit(unitId)))
      throw invalidField(`roles.${at}.unitId`, `没有编号为 ${unitId} 的单位。`);
    if (areaId !== null && !isOpen(await places.findArea(areaId)))
      throw invalidField(`roles.${at}.areaId`, `没有编号为 ${areaId} 的行政区划。`);
  }
}
