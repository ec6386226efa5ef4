import type { StaffRole } from './define';

/** What a role is called on screens; a file of its own, because the console says it before it loads any list. */
export const ROLE_LABELS: Readonly<Record<StaffRole, string>> = {
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
