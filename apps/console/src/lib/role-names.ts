import type { StaffRole } from '@bandeng/contracts/routes';

export const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  admin: '系统管理',
  editor: '经办',
  reviewer: '审核',
  secrecy: '保密审查',
  legal: '法律顾问',
  officer: '信息公开',
  head: '信息公开负责人',
  office: '区政府办公室',
  street: '街道',
  supervisor: '督导',
  auditor: '审计',
  grid: '网格员',
  evaluator: '第三方评估',
};

export const sayRoles = (roles: readonly { role: StaffRole }[]): string =>
  [...new Set(roles.map(({ role }) => ROLE_NAMES[role]))].join('、') || '还没有可用的角色';
