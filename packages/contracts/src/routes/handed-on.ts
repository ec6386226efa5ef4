import { defineRoutes } from './define';
import { desk, requestReaders, work } from './presets';

const errors = ['handed_on.not_found'] as const;

export const handedOnRoutes = defineRoutes({
  'staff.handedOn.list': {
    ...desk,
    path: '/staff/handed-on-requests',
    who: requestReaders,
    summary: '网格员转交的：有人要信息，还没和本人核实，不是申请，不计时',
  },
  'staff.handedOn.get': {
    ...desk,
    path: '/staff/handed-on-requests/:id',
    who: requestReaders,
    summary: '一件转交的',
    errors,
  },
  'staff.handedOn.reveal': {
    ...work,
    path: '/staff/handed-on-requests/:id/reveal',
    who: ['officer', 'head'],
    summary: '看姓名或者电话，好打电话核实；谁看的、为什么看，留在审计里',
    errors,
  },
  'staff.handedOn.close': {
    ...work,
    path: '/staff/handed-on-requests/:id/close',
    who: ['officer'],
    summary: '不成为申请，写明原因：联系不上、本人不要了、当场答复了',
    description: '核实好了的，用 `staff.informationRequests.receive` 登记，带上 `handedOnId`：核实那天就是收到之日。',
    errors: [...errors, 'handed_on.state'],
  },
});
