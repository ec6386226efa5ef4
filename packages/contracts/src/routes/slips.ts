import { defineRoutes } from './define';
import { act, desk, read, work } from './presets';

/** Who prints pads for their areas. */
const senders = ['street', 'office'] as const;

export const slipRoutes = defineRoutes({
  'staff.grid.pads.list': {
    ...desk,
    path: '/staff/grid/pads',
    who: senders,
    summary: '印过的便条本，各有多少张用了、领了',
  },
  'staff.grid.pads.create': {
    ...work,
    path: '/staff/grid/pads',
    who: senders,
    answer: 'bytes',
    summary: '印一本便条：A4，每张一个短编号、一个领取码',
    description:
      '只给一次：领取码不留底，库里只有散列。没有存下来，就作废这一本，另印一本。接了微信，码是小程序码；没有接，是网页的二维码。',
    errors: ['area.not_found', 'pad.printed', 'wechat.unavailable'],
  },
  'staff.grid.pads.void': {
    ...work,
    path: '/staff/grid/pads/:id/void',
    who: senders,
    summary: '作废一本便条里还没用的',
    description: '已经交到居民手里的照样能领。',
    errors: ['pad.not_found'],
  },
  'slips.get': {
    ...read,
    path: '/slips/:code',
    summary: '扫了便条：能不能领，要不要手机号后四位',
    description: '只说这些，不给记下的内容。`unbound` 是网格员的手机还没有网，记的还没送到。',
    errors: ['slip.not_found'],
  },
  'slips.claim': {
    ...act,
    path: '/slips/claim',
    limit: 'login',
    summary: '凭便条把网格员代录的归到自己名下',
    description:
      '一张只能领一次，同一个人再领一次回同样的结果。留了手机号后四位的要填对，错 5 次锁一天。代录的记号不变，件数不变。',
    errors: [
      'slip.not_found',
      'slip.unbound',
      'slip.used',
      'slip.expired',
      'slip.void',
      'slip.last_four',
      'slip.locked',
      'slip.own_work',
    ],
  },
});
