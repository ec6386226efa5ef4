import { defineRoutes } from './define';
import { act, desk, read, work } from './presets';

const walkersAndSenders = ['grid', 'street', 'office'] as const;
const poster = {
  ...desk,
  who: walkersAndSenders,
  answer: 'bytes',
  errors: ['area.not_found', 'notice.not_found', 'consultation.not_found', 'wechat.unavailable'],
} as const;

export const shareRoutes = defineRoutes({
  'grid.shares.create': {
    ...work,
    path: '/grid/shares',
    who: walkersAndSenders,
    summary: '一份内容在一个地方、用一种方式转出去的场景码',
    description: '同一份内容、同一个地方、同一种方式只有一个码，再要还是它。码放在小程序码的 `scene` 里，也在网址里。',
    errors: ['area.not_found', 'notice.not_found', 'consultation.not_found'],
  },
  'grid.posters.picture': {
    ...poster,
    path: '/grid/posters/:id.png',
    summary: '一条公开信息、一次征集的海报，一张 A4 大小的图片：标题、三条要点、单位、码',
    description: '征集的海报写问题、日子、改的是哪一份；结束了的没有海报。',
    errors: [...poster.errors, 'poster.no_font'],
  },
  'grid.posters.sheets': {
    ...poster,
    path: '/grid/posters/:id.pdf',
    summary: '同样的内容，打印的 A4：一个地方一张，最多 20 张',
    description: '接了微信，码是小程序码；没有接，是网页的二维码。全文只给一部分人看的没有海报。',
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
