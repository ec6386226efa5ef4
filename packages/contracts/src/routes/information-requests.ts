import { defineRoutes } from './define';
import { act, create, desk, own, work } from './presets';

const requestReaders = ['officer', 'head', 'legal', 'supervisor'] as const;

export const informationRequestsRoutes = defineRoutes({
  'informationRequests.suggestions': {
    ...act,
    who: 'public',
    limit: 'search',
    path: '/information-requests/suggestions',
    summary: '已经公开的，可能就是你要的',
  },
  'informationRequests.create': {
    ...create,
    path: '/information-requests',
    summary: '申请公开信息',
    errors: ['id.conflict', 'unit.not_found'],
  },
  'me.informationRequests.list': { ...own, path: '/me/information-requests', summary: '我的申请' },
  'informationRequests.get': {
    ...own,
    who: 'account',
    path: '/information-requests/:id',
    summary: '一件申请',
    errors: ['request.not_found'],
  },
  'informationRequests.clock': {
    ...own,
    who: 'account',
    path: '/information-requests/:id/clock',
    summary: '期限，逐日说明',
    errors: ['request.not_found'],
  },
  'informationRequests.withdraw': {
    ...act,
    path: '/information-requests/:id/withdraw',
    summary: '撤回申请',
    errors: ['request.not_found', 'request.state'],
  },
  'informationRequests.correct': {
    ...act,
    path: '/information-requests/:id/corrections',
    summary: '交补正',
    errors: ['request.not_found', 'request.state', 'id.conflict'],
  },
  'staff.informationRequests.list': {
    ...desk,
    path: '/staff/information-requests',
    who: requestReaders,
    summary: '申请办件',
  },
  'staff.informationRequests.register': {
    ...work,
    path: '/staff/information-requests/:id/register',
    who: ['officer'],
    summary: '登记，期限从次日起算',
    errors: ['request.not_found', 'request.state'],
  },
  'staff.informationRequests.askCorrection': {
    ...work,
    path: '/staff/information-requests/:id/ask-correction',
    who: ['officer'],
    summary: '一次性告知补正',
    errors: ['request.not_found', 'request.state'],
  },
  'staff.informationRequests.lapse': {
    ...work,
    path: '/staff/information-requests/:id/lapse',
    who: ['officer'],
    summary: '过期没有补正，不再处理',
    errors: ['request.not_found', 'request.state'],
  },
  'staff.informationRequests.extend': {
    ...work,
    path: '/staff/information-requests/:id/extend',
    who: ['head'],
    summary: '负责人同意延长',
    errors: ['request.not_found', 'request.state', 'request.extended'],
  },
  'staff.informationRequests.decide': {
    ...work,
    path: '/staff/information-requests/:id/decide',
    who: ['officer'],
    summary: '作出答复',
    errors: ['request.not_found', 'request.state', 'file.not_found', 'notice.not_found'],
  },
  'staff.informationRequests.reveal': {
    ...work,
    path: '/staff/information-requests/:id/reveal',
    who: ['officer', 'head'],
    summary: '写明理由后看一个证件号，留痕',
    errors: ['request.not_found'],
  },
});
