import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { newEnquiry } from '../../modules/enquiries/enquiry.fixtures';
import { newOpinion } from '../../modules/opinions/opinion.fixtures';
import type { Call, Line } from './line.fixtures';
import { OWN, type World } from './world.fixtures';

/** One that OWN took in and answers itself. */
const ofEnquiry =
  (body?: object) =>
  async (world: World): Promise<Call> => ({ params: { id: await world.enquiry() }, ...(body && { body }) });

/** One that OWN answers for. */
const ofOpinion =
  (body?: (world: World) => object) =>
  async (world: World): Promise<Call> => ({
    params: { id: await world.opinion() },
    ...(body && { body: body(world) }),
  });

export const enquiries = {
  'staff.opinions.list': { listed: world => world.opinion(), roles: ['office', 'street', 'head'] },
  'staff.opinions.get': { unit: ofOpinion(), roles: ['office', 'street', 'head'] },
  'staff.opinions.register': {
    unit: async world => ({ body: newOpinion({ unitId: OWN, noticedAt: world.server.clock.now().toISOString() }) }),
    roles: ['office', 'street'],
  },
  'staff.opinions.reassign': {
    unit: ofOpinion(() => ({ id: randomUUID(), unitId: 'district-office', reason: '不是我们管的' })),
    roles: ['office', 'street'],
  },
  'staff.opinions.step': {
    unit: ofOpinion(({ server }) => ({
      ...{ id: randomUUID(), kind: 'reported', at: server.clock.now().toISOString() },
    })),
    roles: ['office', 'street'],
  },
  'staff.duty.get': { unit: async () => ({ params: { id: OWN } }) },
  'staff.duty.put': {
    unit: async () => ({
      params: { id: OWN },
      body: { revision: 0, days: [{ on: '2026-11-16', mainId: null, deputyId: null }] },
    }),
  },
  'enquiries.kinds': 'public',
  'enquiries.list': 'public',
  'enquiries.get': 'public',
  'enquiries.similar': 'public',
  'enquiries.create': 'own',
  'me.enquiries.list': 'own',
  'enquiries.rate': { self: ofEnquiry({ result: 5, process: 5 }) },
  'enquiries.reopen': { self: ofEnquiry({ reason: '还是老样子' }) },
  // What is public only: see enquiry-abuse.test.ts.
  'enquiries.report': 'own',
  'enquiries.appeal': { self: ofEnquiry({ text: '没有骂人' }) },
  'enquiries.declineConversion': { self: ofEnquiry({ offerId: 'none' }) },
  'enquiries.withdraw': { self: ofEnquiry({}) },
  'staff.enquiries.list': { listed: world => world.enquiry() },
  'staff.enquiries.get': { unit: ofEnquiry() },
  'staff.enquiries.record': {
    unit: async () => {
      const { kind, title, body, publicConsent } = newEnquiry();
      return { body: { id: randomUUID(), ticket: '20261116-0001', kind, title, body, publicConsent, unitId: OWN } };
    },
  },
  'staff.hotline.months': 'district',
  'staff.hotline.put': {
    whole: async () => ({
      params: { id: '2026-10' },
      body: { onTime: 9999, result: 9800, process: 10_000, source: '市热线10月通报' },
    }),
  },
  'staff.enquiries.accept': { unit: ofEnquiry({ kind: 'question' }) },
  'staff.enquiries.refuse': { unit: ofEnquiry({ toWhom: '物业公司', reason: '请先找物业。' }) },
  'staff.enquiries.assign': { unit: ofEnquiry({ mainUnitId: 'housing' }) },
  'staff.enquiries.offerConversion': {
    unit: async world => ofEnquiry({ id: randomUUID(), note: '要文件可以申请。' })(world),
  },
  'staff.enquiries.hotline': { unit: ofEnquiry({ direction: 'to', ticket: '20261116-0002', reason: '归市里办' }) },
  // A workbook: for the district's office only, see hotline.test.ts.
  'staff.hotline.import': 'derived',
  'staff.enquiries.contribute': { unit: async world => ofEnquiry({ id: randomUUID(), text: '灯杆归我们管' })(world) },
  'staff.enquiries.answer': { unit: ofEnquiry({ outcome: 'solved', text: '换好了。' }) },
  'staff.enquiries.sendBack': { unit: ofEnquiry({ reason: '写得再细一点' }) },
  'staff.enquiries.approve': { unit: ofEnquiry() },
  'staff.enquiries.publish': { unit: ofEnquiry({ title: '路灯', question: '不亮', answer: '换好了' }) },
  'staff.enquiries.show': { unit: ofEnquiry({ isShown: false, reason: '里面有别人的名字' }) },
  'staff.enquiries.feature': { unit: ofEnquiry({ isFaq: true }) },
  'staff.enquiries.reveal': { unit: ofEnquiry({ field: 'phone', reason: '要当面看一看' }) },
} satisfies Partial<Record<RouteName, Line>>;
