import { defineRoutes } from './define';
import { act, desk, requestReaders, work } from './presets';

const acted = ['publishing.not_found', 'publishing.settled', 'publishing.changed'] as const;

export const publishingRoutes = defineRoutes({
  'informationRequests.suggestPublishing': {
    ...act,
    path: '/information-requests/:id/publishing-suggestion',
    summary: '建议把给了自己的信息主动公开（条例第四十四条）',
    errors: ['request.not_found', 'request.state'],
  },
  'staff.publishing.list': {
    ...desk,
    path: '/staff/publishing-proposals',
    who: requestReaders,
    summary: '好几个人要过的、申请人建议的：要不要主动公开',
  },
  'staff.publishing.accept': {
    ...work,
    path: '/staff/publishing-proposals/:id/accept',
    who: ['officer'],
    summary: '同意主动公开，写成一份公开信息的草稿',
    errors: [...acted, 'answer.personal_data', 'id.conflict'],
  },
  'staff.publishing.decline': {
    ...work,
    path: '/staff/publishing-proposals/:id/decline',
    who: ['officer'],
    summary: '写明理由，不主动公开',
    errors: acted,
  },
});
