import { defineRoutes } from './define';
import { act, read, work } from './presets';

export const shareRoutes = defineRoutes({
  'grid.shares.create': {
    ...work,
    path: '/grid/shares',
    who: ['grid', 'street', 'office'],
    summary: '一份内容在一个地方、用一种方式转出去的场景码',
    description: '同一份内容、同一个地方、同一种方式只有一个码，再要还是它。码放在小程序码的 `scene` 里，也在网址里。',
    errors: ['area.not_found', 'notice.not_found', 'consultation.not_found'],
  },
  'shares.get': {
    ...read,
    path: '/shares/:code',
    summary: '扫了码打开什么',
    description: '内容撤下了，`state` 是 `withdrawn`，不给标题。`contact` 是当地可以打的电话。',
    errors: ['share.not_found'],
  },
  'shares.opens': {
    ...act,
    who: 'public',
    path: '/shares/:code/opens',
    status: 204,
    limit: 'read',
    summary: '记一次打开：`id` 每次打开随机取一个，同一个只记一次',
    description: '只记内容、地方、方式、哪一天，不记是谁。',
    errors: ['share.not_found'],
  },
});
