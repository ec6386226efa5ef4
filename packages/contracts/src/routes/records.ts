import { defineRoutes, STAFF_ROLES } from './define';
import { act, create, desk, own, read } from './presets';

export const recordsRoutes = defineRoutes({
  'me.messages.list': { ...own, path: '/me/messages', summary: '消息' },
  'me.messages.read': { ...act, path: '/me/messages/:id/read', summary: '记为已读', errors: ['message.not_found'] },
  'me.subscriptions.get': { ...own, path: '/me/subscriptions', summary: '我的订阅' },
  'me.subscriptions.put': {
    ...act,
    method: 'PUT',
    path: '/me/subscriptions',
    summary: '改订阅',
    errors: ['subscription.limit'],
  },
  'me.subscriptionCredits.add': {
    ...act,
    path: '/me/subscription-credits',
    summary: '记下微信订阅的次数',
    errors: ['id.conflict'],
  },
  'files.create': {
    ...create,
    who: 'caller',
    path: '/files',
    limit: 'upload',
    body: 'multipart',
    summary: '传一个文件',
    description:
      '一次一个文件，最大 20 MB，种类看内容、不看文件名；图片会重新编码，去掉拍摄信息。自己取一个 UUID 作 `id` 一起传，断了再传还是同一个文件。24 小时内没有被用上的文件会清掉。门户网站用送信息的那个服务令牌来传，不限每天的个数。',
    errors: [
      'file.too_large',
      'file.type',
      'file.encrypted',
      'file.macros',
      'file.quota',
      'file.incomplete',
      'file.virus',
    ],
  },
  'files.get': {
    ...read,
    path: '/files/:id',
    answer: 'bytes',
    summary: '看一个附件',
    errors: ['file.not_found', 'file.not_scanned', 'file.virus'],
  },
  'files.ticket': {
    ...act,
    who: 'account',
    path: '/files/:id/tickets',
    summary: '给自己的附件取一个五分钟的地址',
    errors: ['file.not_found'],
  },
  'staff.files.scan': {
    ...desk,
    who: STAFF_ROLES,
    path: '/staff/files/:id/scan',
    summary: '一个附件查过毒没有',
    errors: ['file.not_found'],
  },
  'receipts.get': { ...read, path: '/receipts/:hash', summary: '查一个回执', errors: ['receipt.malformed'] },
  'staff.audit.list': { ...desk, path: '/staff/audit', who: ['auditor'], summary: '审计记录' },
  'staff.tables.get': {
    ...desk,
    path: '/staff/tables/:list',
    who: STAFF_ROLES,
    answer: 'bytes',
    summary: '把工作台的一个列表按筛选导出成 xlsx：看得到什么就导出什么，遮着的还遮着；导出记入审计',
    description:
      '筛选条件和那个列表的一样；`of` 是列表属于哪一条记录（意见属于哪次征集）。最多导出 20,000 行，多出来的在最后一行写明。谁能看这个列表谁能导出。',
  },
  'staff.records.timeline': {
    ...desk,
    path: '/staff/records/:collection/:id/timeline',
    who: STAFF_ROLES,
    summary: '一条记录的经过：谁、做了什么、什么时候、从哪一步到哪一步（能看这条记录的人能看）',
    errors: ['record.not_found'],
  },
});
