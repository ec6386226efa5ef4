import type { RouteName } from '@bandeng/contracts/routes';
import { objection } from '../../modules/notices/postings/postings.fixtures';
import type { Call, Line } from './line.fixtures';
import type { World } from './world.fixtures';

const ofPosting =
  (body?: () => object) =>
  async (world: World): Promise<Call> => ({ params: { id: await world.posting() }, ...(body && { body: body() }) });
const ofObjection =
  (body?: object) =>
  async (world: World): Promise<Call> => ({ params: { id: await world.objection() }, ...(body && { body }) });

export const postings = {
  'notices.objections.create': 'own',
  'me.objections.list': 'own',
  // The first to end comes first.
  'staff.postings.list': { listed: world => world.posting('2026-11-17') },
  'staff.postings.get': { unit: ofPosting() },
  'staff.postings.objections': { unit: ofPosting() },
  'staff.postings.record': {
    unit: ofPosting(() => ({ ...objection(), source: 'letter', receivedOn: '2026-11-16' })),
  },
  'staff.postings.extend': { unit: ofPosting(() => ({ to: '2026-12-01', reason: '名单改过一户' })) },
  'staff.postings.conclude': { unit: ofPosting(() => ({ statement: '名单不变。' })) },
  'staff.objections.get': { unit: ofObjection() },
  'staff.objections.reveal': { unit: ofObjection({ field: 'phone', reason: '约时间核查' }) },
  'staff.objections.examine': { unit: ofObjection({}) },
  'staff.objections.settle': { unit: ofObjection({ result: 'rejected', reason: '情况属实。' }) },
} satisfies Partial<Record<RouteName, Line>>;
