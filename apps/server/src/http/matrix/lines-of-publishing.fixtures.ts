import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { noticeSource } from '../../fixtures/district';
import { consultationInput } from '../../modules/consultations/consultation.fixtures';
import { announcement } from '../../modules/notices/drafts/drafts.fixtures';
import { CHECKLIST, draft, ofComment, ofRecord, type Call, type Line } from './line.fixtures';
import { OWN, type World } from './world.fixtures';

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
  'staff.notices.classify': { unit: ofRecord('publish', { body: { documentClass: 'normative' } }) },
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
