import { defineRoutes } from './define';
import { act, desk, enter, login, own, read, work } from './presets';

export const identityRoutes = defineRoutes({
  'auth.wechat': {
    ...enter,
    path: '/auth/wechat',
    summary: '微信登录',
    errors: ['auth.code_invalid', 'wechat.unavailable'],
  },
  'auth.staff': {
    ...login,
    path: '/auth/staff',
    summary: '工作人员登录',
    errors: ['auth.password_wrong', 'auth.totp_required', 'auth.totp_wrong', 'auth.locked'],
  },
  'auth.methods': { ...read, path: '/auth/methods', summary: '这里能怎样登录' },
  'auth.oidc': {
    ...enter,
    path: '/auth/oidc',
    summary: '省统一身份认证登录（没有接入时 404）',
    errors: ['auth.code_invalid', 'oidc.unavailable'],
  },
  'auth.staffBindings': {
    ...act,
    path: '/auth/staff-bindings',
    limit: 'login',
    summary: '把岗位绑到这个微信号',
    errors: ['auth.binding_invalid'],
  },
  'auth.refresh': {
    ...enter,
    path: '/auth/refresh',
    countedBy: 'family',
    summary: '换新的登录凭证',
    errors: ['auth.refresh_invalid'],
  },
  'auth.logout': { ...enter, path: '/auth/logout', status: 204, summary: '退出登录' },
  'me.get': { ...own, path: '/me', who: 'account', summary: '我的账号' },
  'me.export': { ...own, path: '/me/export', summary: '导出我的全部数据' },
  'me.close': { ...own, method: 'DELETE', path: '/me', status: 204, limit: 'write', summary: '注销账号' },
  'me.phone': { ...act, path: '/me/phone', summary: '验证手机号', errors: ['phone.unavailable', 'wechat.unavailable'] },
  'staff.members.list': { ...desk, path: '/staff/members', who: ['admin'], summary: '工作人员名单' },
  'staff.members.create': {
    ...work,
    path: '/staff/members',
    who: ['admin'],
    status: 201,
    summary: '新增工作人员',
    errors: ['staff.taken'],
  },
  'staff.members.bindingCode': {
    ...work,
    path: '/staff/members/:id/binding-codes',
    who: ['admin'],
    status: 201,
    summary: '给工作人员发一次性绑定码',
    errors: ['staff.not_found'],
  },
  'staff.totp.begin': { ...work, path: '/staff/totp', who: 'account', status: 201, summary: '开始登记动态口令' },
  'staff.totp.confirm': {
    ...work,
    path: '/staff/totp/confirmations',
    who: 'account',
    summary: '确认动态口令',
    errors: ['auth.totp_wrong'],
  },
});
