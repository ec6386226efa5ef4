import { defineRoutes } from './define';
import { act, desk, own, read, work } from './presets';

const requestReaders = ['officer', 'head', 'legal', 'supervisor'] as const;

export const lettersRoutes = defineRoutes({
  'staff.letters.list': {
    ...desk,
    path: '/staff/information-requests/:id/letters',
    who: requestReaders,
    summary: '一件申请的文书：该出的和已定稿的',
    errors: ['request.not_found'],
  },
  'staff.letters.draft': {
    ...work,
    path: '/staff/information-requests/:id/letters/draft',
    who: ['officer'],
    summary: '拟一份文书：已知的要素填好，缺的问',
    errors: ['request.not_found', 'letter.not_due'],
  },
  'staff.letters.create': {
    ...work,
    path: '/staff/information-requests/:id/letters',
    who: ['officer'],
    status: 201,
    summary: '文书定稿，取文号',
    errors: ['request.not_found', 'letter.not_due', 'letter.made', 'id.conflict'],
  },
  'staff.letters.file': {
    ...desk,
    path: '/staff/letters/:id/file',
    who: ['officer', 'head'],
    answer: 'bytes',
    summary: '下载文书：Word，或者未盖章的 PDF',
    errors: ['letter.not_found'],
  },
  'staff.letters.void': {
    ...work,
    path: '/staff/letters/:id/void',
    who: ['officer'],
    summary: '送达以前作废，文号不再用',
    errors: ['letter.not_found', 'letter.state'],
  },
  'staff.letters.seal': {
    ...work,
    path: '/staff/letters/:id/sealed',
    who: ['officer'],
    summary: '交盖了章的扫描件，送达的就是它',
    errors: ['letter.not_found', 'letter.state', 'file.not_found'],
  },
  'staff.letters.deliver': {
    ...work,
    path: '/staff/letters/:id/deliveries',
    who: ['officer'],
    summary: '送达：哪一天、怎么送、凭什么证明',
    errors: ['letter.not_found', 'letter.state', 'id.conflict'],
  },
  'informationRequests.letters': {
    ...own,
    path: '/information-requests/:id/letters',
    summary: '送达给我的文书',
    errors: ['request.not_found'],
  },
  'letters.open': {
    ...act,
    path: '/letters/:id/open',
    summary: '读一份送达的文书；第一次读的时间留作送达的凭据',
    errors: ['letter.not_found'],
  },
  'staff.letterKinds.list': {
    ...desk,
    path: '/staff/letter-kinds',
    who: requestReaders,
    summary: '文书的种类和现在的版本',
  },
  'staff.letterKinds.get': {
    ...desk,
    path: '/staff/letter-kinds/:code',
    who: requestReaders,
    summary: '一种文书的文字，各个版本',
    errors: ['letter.kind_not_found'],
  },
  'staff.letterKinds.reword': {
    ...work,
    path: '/staff/letter-kinds/:code/wordings',
    who: ['head'],
    summary: '改一种文书的文字，出一个新版本；已经出的文书不变',
    errors: ['letter.kind_not_found', 'letter.reworded'],
  },
  'letters.check': {
    ...read,
    path: '/letters/checks/:code',
    summary: '凭核验码查一份文书是不是真的',
  },
});
