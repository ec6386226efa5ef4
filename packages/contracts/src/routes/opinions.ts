import { defineRoutes } from './define';
import { desk, work } from './presets';

/** An editor sees one only on a day of duty. */
const readers = ['editor', 'office', 'street', 'head'] as const;
const lost = ['opinion.not_found'] as const;

export const opinionsRoutes = defineRoutes({
  'staff.opinions.list': {
    ...desk,
    path: '/staff/opinions',
    who: readers,
    summary: '舆情：只有责任单位、值班的人和政府办看得到',
  },
  'staff.opinions.get': { ...desk, path: '/staff/opinions/:id', who: readers, summary: '一件舆情', errors: lost },
  'staff.opinions.register': {
    ...work,
    path: '/staff/opinions',
    who: ['editor', 'office', 'street'],
    status: 201,
    summary: '登记一件舆情，从发现的时候起计时',
    errors: ['id.conflict', 'unit.not_found', 'opinion.state'],
  },
  'staff.opinions.reassign': {
    ...work,
    path: '/staff/opinions/:id/unit',
    who: ['office', 'street'],
    summary: '改责任单位，写明为什么；原来的和新的都收到消息，时限照算',
    description: '政府办可以改给任何单位，责任单位自己只能交回政府办。',
    errors: [...lost, 'opinion.state', 'id.conflict', 'unit.not_found'],
  },
  'staff.opinions.step': {
    ...work,
    path: '/staff/opinions/:id/steps',
    who: ['editor', 'office', 'street'],
    summary: '记下一步：报告、发布权威信息、开发布会、改级别、办结，各带时间',
    errors: [...lost, 'opinion.state', 'id.conflict', 'notice.not_found'],
  },
});
