import { defineRoutes } from './define';
import { desk, work } from './presets';

export const dutyRoutes = defineRoutes({
  'staff.duty.get': {
    ...desk,
    path: '/staff/duty/:id',
    who: ['editor', 'office', 'street', 'head', 'supervisor'],
    summary: '一个单位一周的值班表',
    errors: ['unit.not_found'],
  },
  'staff.duty.put': {
    ...work,
    method: 'PUT',
    path: '/staff/duty/:id',
    who: ['office', 'street'],
    summary: '排值班：每天的主班和副班',
    description: '别人先存了同一周，答 409 `duty.conflict`，`data` 里写明谁、什么时候存的。',
    errors: ['unit.not_found', 'duty.conflict'],
  },
});
