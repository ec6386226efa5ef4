import { defineRoutes, STAFF_ROLES } from './define';
import { desk } from './presets';

export const deskRoutes = defineRoutes({
  'staff.desk': { ...desk, path: '/staff/desk', who: STAFF_ROLES, summary: '办件台：等我办的事' },
});
