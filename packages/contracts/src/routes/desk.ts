import { defineRoutes, STAFF_ROLES } from './define';
import { desk } from './presets';

export const deskRoutes = defineRoutes({
  'staff.search': { ...desk, path: '/staff/search', who: STAFF_ROLES, limit: 'search', summary: '在我能看的一切里找' },
  'staff.desk': { ...desk, path: '/staff/desk', who: STAFF_ROLES, summary: '办件台：等我办的事' },
});
