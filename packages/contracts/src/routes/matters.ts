import { defineRoutes } from './define';
import { desk, read, work } from './presets';

const writers = ['editor', 'office', 'street'] as const;
const readers = [...writers, 'supervisor'] as const;
const lost = ['matter.not_found'] as const;

export const mattersRoutes = defineRoutes({
  'matters.get': {
    ...read,
    path: '/matters/:id',
    summary: '一件事的经过：五公开各阶段公开了什么，接下来是什么、到哪天',
    errors: lost,
  },
  'matters.of': { ...read, path: '/matters/of/:kind/:id', summary: '一条公开信息、征集、问卷或会议属于哪件事' },
  'staff.matters.list': { ...desk, path: '/staff/matters', who: readers, summary: '全区的事项，新的在前' },
  'staff.matters.get': {
    ...desk,
    path: '/staff/matters/:id',
    who: readers,
    summary: '一件事和归到它下面的记录，还没公开的也在内',
    errors: lost,
  },
  'staff.matters.create': {
    ...work,
    path: '/staff/matters',
    who: writers,
    status: 201,
    summary: '立一件事',
    errors: ['id.conflict'],
  },
  'staff.matters.rename': {
    ...work,
    method: 'PUT',
    path: '/staff/matters/:id',
    who: writers,
    summary: '改一件事的名字',
    errors: [...lost, 'matter.changed'],
  },
  'staff.matterMembers.get': {
    ...desk,
    path: '/staff/matter-members/:kind/:id',
    who: readers,
    summary: '一条记录属于哪件事，或者可能属于哪件',
    errors: ['record.not_found'],
  },
  'staff.matterMembers.put': {
    ...work,
    method: 'PUT',
    path: '/staff/matter-members/:kind/:id',
    who: writers,
    summary: '把一条记录归到一件事下面，原来归在别处的移过来',
    description: '草稿也可以归：公开以后大家才看得到。',
    errors: [...lost, 'record.not_found', 'matter.full'],
  },
  'staff.matterMembers.delete': {
    ...work,
    method: 'DELETE',
    path: '/staff/matter-members/:kind/:id',
    who: writers,
    status: 204,
    summary: '不再归在那件事下面',
    errors: ['record.not_found'],
  },
});
