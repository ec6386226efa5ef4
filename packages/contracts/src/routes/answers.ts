import { defineRoutes } from './define';
import { desk, read, work } from './presets';

const readers = ['officer', 'head', 'legal', 'supervisor'] as const;
const lost = ['request.not_found', 'request.state'] as const;

export const answersRoutes = defineRoutes({
  'answers.list': { ...read, path: '/answers', summary: '答复选编：依申请公开的答复，没有姓名' },
  'answers.get': { ...read, path: '/answers/:id', summary: '选编里的一份答复', errors: ['answer.not_found'] },
  'staff.answers.get': {
    ...desk,
    path: '/staff/information-requests/:id/public-answer',
    who: readers,
    summary: '一件申请的答复放进选编是什么样：现在公开的，或者遮过的草样',
    errors: lost,
  },
  'staff.answers.publish': {
    ...work,
    method: 'PUT',
    path: '/staff/information-requests/:id/public-answer',
    who: ['officer'],
    summary: '遮去姓名后放进答复选编，或者改动已经放进去的',
    errors: [...lost, 'answer.personal_data', 'answer.changed', 'document.not_cleaned'],
  },
  'staff.answers.takeBack': {
    ...work,
    path: '/staff/information-requests/:id/public-answer/take-back',
    who: ['officer'],
    summary: '写明理由，从答复选编里拿出来',
    errors: [...lost, 'answer.not_found', 'answer.changed'],
  },
});
