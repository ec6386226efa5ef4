import { ROLE_LABELS, type StaffRole } from '@bandeng/contracts/routes';

export const ROLE_NAMES = ROLE_LABELS;

export const sayRoles = (roles: readonly { role: StaffRole }[]): string =>
  [...new Set(roles.map(({ role }) => ROLE_NAMES[role]))].join('、') || '还没有可用的角色';
