import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { walkIn } from '../../modules/information-requests/information-requests.fixtures';
import { ofRecord, type Line } from './line.fixtures';
import { OWN } from './world.fixtures';

/** An annual report of the own unit. */
const REPORT = { unit: OWN, year: '2026' };

export const requests = {
  'informationRequests.suggestions': 'public',
  'informationRequests.suggestionUse': 'public',
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
  'informationRequests.answerConversion': { self: ofRecord('request', { body: { offerId: 'none', isAgreed: false } }) },
  'informationRequests.explain': { self: ofRecord('request', { body: { text: '每一件都要用' } }) },
  'staff.informationRequests.receive': {
    unit: () => Promise.resolve({ body: walkIn({ unitId: OWN }) }),
  },
  'staff.informationRequests.recordApplicantStep': {
    unit: ofRecord('request', { body: { step: 'withdrawn', on: '2026-11-16' } }),
  },
  'staff.handedOn.list': { listed: world => world.handedOn(), call: () => ({ query: { limit: '100' } }) },
  'staff.handedOn.get': { unit: ofRecord('handedOn') },
  'staff.handedOn.reveal': { unit: ofRecord('handedOn', { body: { field: 'phone', reason: '核实' } }) },
  'staff.handedOn.close': { unit: ofRecord('handedOn', { body: { reason: 'answered', note: '告诉了' } }) },
  'answers.list': 'public',
  'answers.get': 'public',
  'staff.answers.get': { unit: ofRecord('decided') },
  'staff.answers.publish': {
    unit: ofRecord('decided', { body: { title: '补助明细', question: '要明细', answer: '已经公开。' } }),
  },
  'staff.answers.takeBack': { unit: ofRecord('inArchive', { body: { reason: '写错了' } }) },
  'staff.informationRequests.split': {
    unit: ofRecord('request', {
      body: {
        stays: { name: '验收报告' },
        parts: [{ id: randomUUID(), content: { name: '补助明细' } }],
        reason: '两件事',
      },
    }),
  },
  'staff.informationRequests.merge': {
    unit: ofRecord('request', { body: { into: '栖公申〔2026〕0001', reason: '同一件事' } }),
  },
  'staff.informationRequests.recordTold': {
    unit: ofRecord('request', { body: { id: randomUUID(), on: '2026-11-16', way: 'phone' } }),
  },
  'staff.informationRequests.openIdentity': {
    unit: async world => ({ params: { id: await world.request(), fileId: 'none' } }),
  },
  'informationRequests.suggestPublishing': { self: ofRecord('decided', { body: {} }) },
  'staff.publishing.list': { listed: world => world.proposal() },
  'staff.publishing.accept': {
    unit: async world => ({
      params: { id: await world.proposal() },
      body: { draftId: randomUUID(), title: '补助明细', columnId: 'subsidies', text: '一共发了 86 万元。' },
    }),
  },
  'staff.publishing.decline': {
    unit: async world => ({ params: { id: await world.proposal() }, body: { reason: '已经主动公开了' } }),
  },
  'staff.informationRequests.list': { listed: world => world.request() },
  'staff.informationRequests.register': { unit: ofRecord('request') },
  'staff.informationRequests.askCorrection': {
    unit: ofRecord('request', { body: { items: '写明年份', deadline: '2026-12-10' } }),
  },
  'staff.informationRequests.lapse': { unit: ofRecord('request', { body: { reason: '没有理由' } }) },
  'staff.informationRequests.extend': { unit: ofRecord('request', { body: { workingDays: 5, reason: '要查档' } }) },
  'staff.informationRequests.offerConversion': {
    unit: async world => {
      const body = { id: randomUUID(), nature: 'complaint', kind: 'complaint', note: '这是投诉。' };
      return ofRecord('request', { body })(world);
    },
  },
  'staff.informationRequests.earlier': { unit: ofRecord('request') },
  'staff.informationRequests.recordGround': {
    unit: async world => {
      const body = { id: randomUUID(), finding: 'repeated', caseIds: ['none'], note: '要过一样的' };
      return ofRecord('request', { body })(world);
    },
  },
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
  'informationRequests.answerFee': { self: ofRecord('request', { body: { isAccepted: true } }) },
  'staff.informationRequests.answerFeeDispute': {
    unit: ofRecord('request', { body: { isKept: true, text: '按页数算，没有算错。' } }),
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
  'staff.informationRequests.recall': { unit: ofRecord('request', { body: { proposalId: 'none' } }) },
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
    unit: () => Promise.resolve({ query: { year: '2026', unit: OWN, row: 'normative', figure: 'made' } }),
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
  'staff.letters.orderSeal': { unit: ofRecord('letter', { body: {} }) },
  'staff.letters.deliveryRecord': { unit: async world => ({ params: await world.delivery() }) },
  'staff.letters.proveDelivery': {
    unit: async world => ({ params: await world.delivery(), body: { fileId: 'a-scan' } }),
  },
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
