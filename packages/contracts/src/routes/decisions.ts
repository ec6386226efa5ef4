import { defineRoutes } from './define';
import { desk, read, work } from './presets';

/** The list of the year is the district office's. */
const keepers = ['office'] as const;

export const decisionsRoutes = defineRoutes({
  'decisions.list': { ...read, path: '/decisions', summary: '年度重大行政决策事项目录' },
  'decisions.years': { ...read, path: '/decisions/years', summary: '有决策目录的年份' },
  'staff.decisions.list': {
    ...desk,
    path: '/staff/decisions',
    who: ['office', 'editor', 'street', 'supervisor'],
    summary: '一年的决策目录，没有公布的也在内',
  },
  'staff.decisions.create': {
    ...work,
    path: '/staff/decisions',
    who: keepers,
    status: 201,
    summary: '列入一个决策事项',
    errors: ['id.conflict'],
  },
  'staff.decisions.update': {
    ...work,
    method: 'PUT',
    path: '/staff/decisions/:id',
    who: keepers,
    summary: '改一个决策事项',
    errors: ['decision.not_found', 'decision.changed', 'decision.state'],
  },
  'staff.decisions.publish': {
    ...work,
    path: '/staff/decisions/:id/publish',
    who: keepers,
    summary: '公布一个决策事项',
    errors: ['decision.not_found', 'decision.state'],
  },
  'staff.decisions.conclude': {
    ...work,
    path: '/staff/decisions/:id/conclude',
    who: keepers,
    summary: '决策公布了，或者不再推进',
    errors: ['decision.not_found', 'decision.state'],
  },
});
