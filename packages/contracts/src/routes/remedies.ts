import { defineRoutes } from './define';
import { desk, requestReaders, work } from './presets';

const keepers = ['officer', 'legal'] as const;

/** Reviews and lawsuits against answers (行政复议, 行政诉讼): the register that table four is counted from. */
export const remediesRoutes = defineRoutes({
  'staff.informationRequests.remedies': {
    ...desk,
    path: '/staff/information-requests/:id/remedies',
    who: requestReaders,
    summary: '一件申请的行政复议和行政诉讼',
    errors: ['request.not_found'],
  },
  'staff.remedies.record': {
    ...work,
    status: 201,
    path: '/staff/information-requests/:id/remedies',
    who: keepers,
    summary: '登记一件行政复议或行政诉讼',
    errors: ['request.not_found', 'request.state', 'id.conflict'],
  },
  'staff.remedies.conclude': {
    ...work,
    path: '/staff/remedies/:id/conclude',
    who: keepers,
    summary: '登记复议或诉讼的结果；再登记一次就是更正',
    errors: ['remedy.not_found', 'remedy.changed', 'remedy.voided'],
  },
  'staff.remedies.void': {
    ...work,
    path: '/staff/remedies/:id/void',
    who: keepers,
    summary: '登记错了的复议或诉讼作废，留着不计数',
    errors: ['remedy.not_found', 'remedy.changed', 'remedy.voided'],
  },
  'staff.annualReport.remedies': {
    ...desk,
    path: '/staff/annual-report/remedies',
    who: requestReaders,
    summary: '年度报告表四：行政复议和行政诉讼的 15 个数，按登记簿算',
    errors: ['unit.not_found'],
  },
  'staff.annualReport.remedyCases': {
    ...desk,
    path: '/staff/annual-report/remedy-cases',
    who: requestReaders,
    summary: '表四一个数字后面的复议和诉讼',
    errors: ['unit.not_found'],
  },
});
