import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { ofRecord, type Line } from './line.fixtures';
import { OWN } from './world.fixtures';

/** An annual report of the own unit. */
const REPORT = { unit: OWN, year: '2026' };

export const requests = {
  'informationRequests.suggestions': 'public',
  'informationRequests.create': 'own',
  'me.informationRequests.list': 'own',
  'informationRequests.get': {
    self: ofRecord('request'),
    unit: ofRecord('request'),
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  'informationRequests.clock': {
    self: ofRecord('request'),
    unit: ofRecord('request'),
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  'informationRequests.withdraw': { self: ofRecord('request', { body: { reason: '找到了' } }) },
  'informationRequests.correct': {
    self: ofRecord('request', { body: { id: randomUUID(), content: { name: '加装电梯补助发放明细' } } }),
  },
  'informationRequests.explain': { self: ofRecord('request', { body: { text: '每一件都要用' } }) },
  'staff.informationRequests.list': { listed: world => world.request() },
  'staff.informationRequests.register': { unit: ofRecord('request') },
  'staff.informationRequests.askCorrection': {
    unit: ofRecord('request', { body: { items: '写明年份', deadline: '2026-12-10' } }),
  },
  'staff.informationRequests.lapse': { unit: ofRecord('request', { body: { reason: '没有理由' } }) },
  'staff.informationRequests.extend': { unit: ofRecord('request', { body: { workingDays: 5, reason: '要查档' } }) },
  'staff.informationRequests.consult': {
    unit: ofRecord('request', {
      body: { id: randomUUID(), kind: 'other_agency', name: '区档案馆', question: '可以公开吗' },
    }),
  },
  'staff.informationRequests.recordConsultation': {
    unit: async world => ({
      params: { id: await world.request(), consultationId: 'none' },
      body: { step: 'served', on: '2026-11-16' },
    }),
  },
  'staff.informationRequests.askReasons': {
    unit: ofRecord('request', { body: { items: '这个月要了三十件', deadline: '2026-12-10' } }),
  },
  'staff.informationRequests.delay': { unit: ofRecord('request', { body: { workingDays: 5, reason: '件数多' } }) },
  'staff.informationRequests.noticeFee': {
    unit: ofRecord('request', { body: { basis: 'pages', pages: 60, howToPay: '窗口缴' } }),
  },
  'staff.informationRequests.recordPayment': { unit: ofRecord('request', { body: { on: '2026-11-16' } }) },
  'staff.informationRequests.confer': {
    unit: ofRecord('request', {
      body: {
        ...{ id: randomUUID(), on: '2026-11-16', topic: '给不给', conclusion: '给' },
        members: [{ name: '石兰', role: '工程科', opinion: '可以给' }],
      },
    }),
  },
  'staff.informationRequests.addPaper': { unit: ofRecord('request', { body: { fileId: 'none' } }) },
  'staff.informationRequests.drawPaper': {
    unit: async world => ({ params: { id: await world.request(), fileId: 'none', page: '1' } }),
  },
  'staff.informationRequests.redactPaper': {
    unit: async world => ({
      params: { id: await world.request(), fileId: 'none' },
      body: { id: randomUUID(), boxes: [{ page: 1, x: 0, y: 0, width: 1, height: 1, ground: 'denied_internal' }] },
    }),
  },
  'staff.informationRequests.redactText': {
    unit: ofRecord('request', {
      body: {
        ...{ id: randomUUID(), title: '说明', text: '联系人石兰' },
        marks: [{ from: 3, to: 5, ground: 'denied_third_party' }],
      },
    }),
  },
  'staff.informationRequests.propose': {
    unit: ofRecord('request', { body: { id: randomUUID(), kinds: ['granted'], text: '给你' } }),
  },
  'staff.informationRequests.review': {
    unit: ofRecord('request', { body: { proposalId: 'none', isAgreed: true, note: '同意' } }),
  },
  'staff.informationRequests.decide': {
    unit: ofRecord('request', { body: { proposalId: 'none', isApproved: true } }),
  },
  'staff.annualReport.requests': { unit: () => Promise.resolve({ query: { year: '2026', unit: OWN } }) },
  'staff.annualReport.cases': {
    unit: () => Promise.resolve({ query: { year: '2026', unit: OWN, figure: 'received' } }),
  },
  'staff.informationRequests.remedies': { unit: ofRecord('request') },
  'staff.remedies.record': {
    unit: ofRecord('request', {
      body: { id: randomUUID(), kind: 'review', broughtOn: '2026-11-16', organ: '栖河区人民政府' },
    }),
  },
  'staff.remedies.conclude': {
    unit: ofRecord('remedy', { body: { revision: 1, on: '2026-11-16', result: 'upheld' } }),
  },
  'staff.remedies.void': { unit: ofRecord('remedy', { body: { revision: 1, reason: '记错了' } }) },
  'staff.annualReport.remedies': { unit: () => Promise.resolve({ query: { year: '2026', unit: OWN } }) },
  'staff.annualReport.remedyCases': {
    unit: () => Promise.resolve({ query: { year: '2026', unit: OWN, kind: 'review' } }),
  },
  'staff.requestFigures.get': { unit: () => Promise.resolve({ query: { year: '2026', unit: OWN } }) },
  'staff.requestFigures.cases': {
    unit: () => Promise.resolve({ query: { year: '2026', unit: OWN, figure: 'received' } }),
  },
  'annualReports.list': 'public',
  'annualReports.get': 'public',
  'staff.annualReports.list': { listed: () => Promise.resolve(OWN), call: () => ({ query: { year: '2026' } }) },
  'staff.annualReports.get': { unit: () => Promise.resolve({ params: REPORT }) },
  'staff.annualReports.save': {
    unit: () =>
      Promise.resolve({
        params: REPORT,
        body: { revision: 999, sections: { overview: '', problems: '', others: '' }, entered: null },
      }),
  },
  'staff.annualReports.handIn': { unit: () => Promise.resolve({ params: REPORT, body: { revision: 1 } }) },
  'staff.annualReports.takeBack': {
    unit: () => Promise.resolve({ params: REPORT, body: { revision: 1, reason: '数字要改' } }),
  },
  'staff.annualReports.docx': { unit: () => Promise.resolve({ params: REPORT }) },
  'staff.annualReports.xlsx': { unit: () => Promise.resolve({ params: REPORT }) },
  'staff.annualReport.regulations': {
    unit: () => Promise.resolve({ query: { year: '2026', unit: OWN, figure: 'made' } }),
  },
  'staff.informationRequests.recordSearch': {
    unit: ofRecord('request', { body: { id: randomUUID(), place: '区档案馆', words: '电梯', result: 'nothing' } }),
  },
  'staff.letters.list': { unit: ofRecord('request') },
  'staff.letters.draft': { unit: ofRecord('request', { body: { key: 'registration@registered' } }) },
  'staff.letters.create': {
    unit: ofRecord('request', { body: { id: randomUUID(), key: 'registration@registered' } }),
  },
  'staff.letters.file': { unit: ofRecord('letter') },
  'staff.letters.void': { unit: ofRecord('letter', { body: { reason: '写错了' } }) },
  'staff.letters.seal': { unit: ofRecord('voidLetter', { body: { fileId: 'a-scan' } }) },
  'staff.letters.deliver': {
    unit: ofRecord('letter', { body: { id: randomUUID(), method: 'post', on: '2026-11-16' } }),
  },
  'informationRequests.letters': { self: ofRecord('request') },
  'letters.open': { self: ofRecord('deliveredLetter') },
  'staff.letterKinds.list': 'district',
  'staff.letterKinds.get': 'district',
  'staff.letterKinds.reword': {
    whole: () =>
      Promise.resolve({
        params: { code: 'granted' },
        body: { seen: 99, name: '答复书', body: ['{{attachments}}，{{provision}}。'], why: '写短些' },
      }),
  },
  'letters.check': 'public',
  'staff.informationRequests.reveal': { unit: ofRecord('request', { body: { field: 'phone', reason: '打电话' } }) },
} satisfies Partial<Record<RouteName, Line>>;
