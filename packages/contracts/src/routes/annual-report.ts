import { defineRoutes } from './define';
import { desk } from './presets';

const readers = ['officer', 'head', 'legal', 'supervisor'] as const;

export const annualReportRoutes = defineRoutes({
  'staff.annualReport.requests': {
    ...desk,
    path: '/staff/annual-report/requests',
    who: readers,
    summary: '年度报告表三：收到和处理申请的情况，按现在的办件算',
    errors: ['unit.not_found'],
  },
  'staff.annualReport.cases': {
    ...desk,
    path: '/staff/annual-report/cases',
    who: readers,
    summary: '表三一个数字后面的申请',
    errors: ['unit.not_found'],
  },
});
