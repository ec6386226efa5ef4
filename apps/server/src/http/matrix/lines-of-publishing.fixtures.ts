import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { noticeSource } from '../../fixtures/district';
import { consultationInput } from '../../modules/consultations/consultation.fixtures';
import { announcement } from '../../modules/notices/drafts/drafts.fixtures';
import { CHECKLIST, draft, ofComment, ofRecord, type Call, type Line } from './line.fixtures';
import { OWN, type World } from './world.fixtures';

/** An annual report of the own unit. */
const REPORT = { unit: OWN, year: '2026' };

export const drafts = {
  'staff.drafts.create': { unit: async () => ({ body: { id: randomUUID(), content: announcement() } }) },
  'staff.drafts.correct': {
    unit: async world => ({ params: { id: await world.publish() }, body: { id: randomUUID(), reason: '日期写错' } }),
  },
  'staff.drafts.list': { listed: async world => (await world.draft()).id },
  'staff.drafts.get': { unit: async world => ({ params: { id: (await world.draft()).id } }) },
  'staff.drafts.check': { unit: async world => ({ params: { id: (await world.draft()).id } }) },
  'staff.drafts.save': draft('writing', { content: announcement({ title: '改了标题' }) }),
  'staff.drafts.discard': draft('writing'),
  'staff.drafts.submit': draft('writing'),
  'staff.drafts.recall': draft('in_review'),
  'staff.drafts.sign': draft('in_review', { checklist: CHECKLIST }),
  'staff.drafts.sendBack': draft('in_review', { to: 'writer', comment: '日期写错了' }),
  'staff.drafts.askSecrecy': draft('writing', { note: '号码能不能留' }),
  'staff.drafts.pass': draft('with_number', { paths: ['body.0.items.0'], reason: '单位的电话' }),
  'staff.drafts.refusePass': draft('writing', { comment: '要遮住' }),
  'staff.drafts.publish': draft('approved'),
  'staff.drafts.unschedule': draft('approved'),
  'staff.drafts.file': draft('approved'),
  'staff.wording.list': 'own',
  'staff.drafts.waiveInterpretation': draft('regulation_in_review', { reason: '内部分工' }),
} satisfies Partial<Record<RouteName, Line>>;

export const notices = {
  'columns.list': 'public',
  'staff.columns.duties': 'district',
  'notices.list': 'public',
  'notices.get': 'public',
  'notices.versions': 'public',
  'notices.version': 'public',
  'notices.versionDiff': 'public',
  'notices.unlock': 'public',
  'notices.reads': 'public',
  'notices.feedback': 'public',
  'staff.feedback.list': { listed: world => world.feedback() },
  'staff.feedback.close': { unit: ofRecord('feedback', { body: { conclusion: '改好了' } }) },
  'staff.notices.create': { unit: async () => ({ body: { ...noticeSource(), id: randomUUID() } }) },
  'staff.notices.update': { unit: ofRecord('publish', { body: noticeSource({ title: '改了标题' }) }) },
  'staff.notices.takeDown': { unit: ofRecord('publish', { body: { reason: '重复了' } }) },
  'staff.notices.keepOurs': {
    unit: ofRecord('publish', { body: { seen: '2026-11-16T02:00:00.000Z', reason: '门户的是旧的' } }),
  },
  'staff.notices.channels': { unit: ofRecord('publish') },
  'staff.notices.logChannel': {
    unit: ofRecord('publish', {
      body: { channel: 'bulletin_board', doneOn: '2026-11-16', link: 'https://example.org/1' },
    }),
  },
  'sources.notices.put': 'machine',
  'search.query': 'public',
  'search.suggest': 'public',
} satisfies Partial<Record<RouteName, Line>>;

const inMatter =
  (more: (world: World) => Promise<Call>) =>
  async (world: World): Promise<Call> => ({
    params: { kind: 'consultation', id: await world.consultationDraft() },
    ...(await more(world)),
  });

export const matters = {
  'matters.get': 'public',
  'matters.of': 'public',
  'staff.matters.list': 'district',
  'staff.matters.get': 'district',
  'staff.matters.create': {
    unit: async () => ({ body: { id: randomUUID(), name: '老旧小区改造', unitId: OWN } }),
  },
  'staff.matters.rename': {
    unit: async world => ({ params: { id: await world.matter() }, body: { name: '改了名', revision: 1 } }),
  },
  'staff.matterMembers.get': { unit: inMatter(async () => ({})) },
  'staff.matterMembers.put': { unit: inMatter(async world => ({ body: { matterId: await world.matter() } })) },
  'staff.matterMembers.delete': { unit: inMatter(async () => ({})) },
} satisfies Partial<Record<RouteName, Line>>;

/** Another text of the draft that the fixtures open. */
const REVISED = { kind: 'clauses', clauses: [{ id: 'c1', label: '第一条', text: '每个社区设两个助餐点。' }] };

export const consultations = {
  'consultations.list': 'public',
  'consultations.get': 'public',
  'consultations.draft': 'public',
  'consultations.comments.list': 'public',
  'consultations.comments.create': 'own',
  'consultations.comments.similar': 'public',
  'consultations.comments.withdraw': { self: ofComment() },
  'consultations.comments.support': 'own',
  'consultations.comments.report': 'own',
  'consultations.outcome': 'public',
  'consultations.outcomeReport': 'public',
  'consultations.outcomePdf': 'public',
  'consultations.versions': 'public',
  'consultations.changes': 'public',
  'decisions.list': 'public',
  'decisions.years': 'public',
  'staff.decisions.list': 'district',
  'staff.decisions.create': 'district',
  'staff.decisions.update': 'district',
  'staff.decisions.publish': 'district',
  'staff.decisions.conclude': 'district',
  'me.comments.list': 'own',
  'me.reports.list': 'own',
  'staff.consultations.list': { listed: world => world.consultation() },
  'staff.consultations.get': { unit: ofRecord('consultation') },
  'staff.consultations.draft': { unit: ofRecord('consultation') },
  'staff.consultations.create': { unit: async () => ({ body: consultationInput({ unitId: OWN }) }) },
  'staff.consultations.update': {
    unit: async world => {
      const { id: _id, ...input } = consultationInput({ unitId: OWN });
      return { params: { id: await world.consultationDraft() }, body: { ...input, revision: 1 } };
    },
  },
  'staff.consultations.open': { unit: ofRecord('consultationDraft', { body: {} }) },
  'staff.comments.list': { unit: ofRecord('consultation') },
  'staff.comments.record': {
    unit: async world => ({
      params: { id: await world.consultation() },
      body: {
        ...{
          id: randomUUID(),
          target: { kind: 'clause', id: 'c2' },
          body: '来信说，建议每月公布。',
          channel: 'letter',
        },
        ...{ heardOn: '2026-11-16', consent: 'unnamed' },
      },
    }),
  },
  'staff.comments.review': { unit: ofComment({ decision: 'approved' }) },
  'staff.comments.answer': { unit: ofComment({ result: 'adopted', reason: '采纳' }) },
  'staff.comments.duplicate': { unit: ofComment({ duplicateOf: null }) },
  'staff.consultations.revise': {
    unit: async world => ({
      params: { id: await world.consultation() },
      body: { id: randomUUID(), draftVersion: 1, reason: '漏了一款', draft: REVISED },
    }),
  },
  'staff.comments.similar': { unit: ofComment() },
  'staff.comments.group': {
    unit: async world => {
      const { others, ...params } = await world.twoComments();
      return { params, body: { commentIds: others } };
    },
  },
  'staff.comments.ungroup': { unit: ofComment({}) },
  'staff.comments.assign': { unit: ofComment({ to: { unitId: 'district-office', dueOn: '2026-12-01' } }) },
  'staff.comments.note': {
    unit: async world => ({ params: await world.comment(), body: { id: randomUUID(), text: '要问区人社局' } }),
  },
  'staff.assignedComments.list': 'own',
  'staff.assignedComments.draft': {
    unit: async world => ({ params: { id: await world.assigned() }, body: { result: 'adopted', reason: '采纳' } }),
  },
  'staff.consultations.ledger': { unit: ofRecord('consultation') },
  'staff.consultations.publishOutcome': { unit: ofRecord('consultation', { body: { summary: [] } }) },
} satisfies Partial<Record<RouteName, Line>>;

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
