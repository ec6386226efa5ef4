import { defineRoutes } from './define';
import { desk, requestReaders, work } from './presets';

/** From a conference and the papers found to the answer as it is signed. */
export const requestDecidingRoutes = defineRoutes({
  'staff.informationRequests.confer': {
    ...work,
    path: '/staff/information-requests/:id/conferences',
    who: ['officer'],
    summary: '记下一次会商：问了谁、各人的意见、结论',
    errors: ['request.not_found', 'request.state', 'id.conflict'],
  },
  'staff.informationRequests.addPaper': {
    ...work,
    path: '/staff/information-requests/:id/papers',
    who: ['officer'],
    summary: '把查到的原件放进办件，只在办件里看',
    errors: [
      'request.not_found',
      'request.state',
      'file.not_found',
      'document.not_pdf',
      'document.broken',
      'document.encrypted',
      'document.fonts',
      'document.too_complex',
    ],
  },
  'staff.informationRequests.drawPaper': {
    ...desk,
    path: '/staff/information-requests/:id/papers/:fileId/pages/:page',
    who: requestReaders,
    summary: '原件或者遮好的文件，一页一张图',
    errors: ['request.not_found', 'request.state', 'document.broken', 'document.page'],
  },
  'staff.informationRequests.redactPaper': {
    ...work,
    path: '/staff/information-requests/:id/papers/:fileId/redactions',
    who: ['officer'],
    summary: '遮去画出的地方，重做成没有文字层的 PDF',
    errors: [
      'request.not_found',
      'request.state',
      'id.conflict',
      'document.page',
      'document.broken',
      'document.too_complex',
      'document.not_redacted',
    ],
  },
  'staff.informationRequests.redactText': {
    ...work,
    path: '/staff/information-requests/:id/redactions',
    who: ['officer'],
    summary: '遮去一段文字里选出的地方，做成 PDF',
    errors: ['request.not_found', 'request.state', 'id.conflict'],
  },
  'staff.informationRequests.propose': {
    ...work,
    path: '/staff/information-requests/:id/proposals',
    who: ['officer'],
    summary: '拟一份答复，报法律顾问审核、负责人批准',
    errors: [
      'request.not_found',
      'request.state',
      'request.proposed',
      'request.signed',
      'id.conflict',
      'file.not_found',
      'notice.not_found',
    ],
  },
  'staff.informationRequests.recall': {
    ...work,
    path: '/staff/information-requests/:id/recall',
    who: ['officer'],
    summary: '收回自己拟的答复，在别人签字以前',
    errors: ['request.not_found', 'request.state'],
  },
  'staff.informationRequests.review': {
    ...work,
    path: '/staff/information-requests/:id/review',
    who: ['legal'],
    summary: '法律审核：同意，或者写明理由退回',
    errors: ['request.not_found', 'request.state', 'request.signed', 'request.outdated'],
  },
  'staff.informationRequests.decide': {
    ...work,
    path: '/staff/information-requests/:id/decide',
    who: ['head'],
    summary: '负责人批准，作出答复；或者写明理由退回',
    errors: ['request.not_found', 'request.state', 'request.signed', 'request.outdated', 'notice.not_found'],
  },
});
