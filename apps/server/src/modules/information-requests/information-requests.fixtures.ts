import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import type { TestServer } from '../../testing';

export type NewRequest = RouteInput<'informationRequests.create'>['body'];

export const PERSON = {
  kind: 'person' as const,
  name: '穆青禾',
  idDocument: { type: 'id_card' as const, number: '11010519491231002X' },
  phone: '19900000001',
  email: 'mu@example.com',
  address: '栖河区柳营街道槐影巷三号',
};
export const ORGANIZATION = {
  kind: 'organization' as const,
  organizationKind: 'charity' as const,
  name: '栖河区板凳助老会',
  creditCode: '91000000DEM0000019',
  representative: '岑远山',
  contact: '路小满',
  phone: '19900000002',
};

/** For tests: what a resident's form sends. */
export const newRequest = (changes: Partial<NewRequest> = {}): NewRequest => ({
  id: randomUUID(),
  applicant: PERSON,
  content: { name: '槐影社区加装电梯补助发放明细', description: '2026年1月至10月' },
  delivery: { form: 'electronic', method: 'app' },
  ...changes,
});

export type Walkin = RouteInput<'staff.informationRequests.receive'>['body'];

/** For tests: what an officer writes down of somebody at the window. */
export const walkIn = (changes: Partial<Walkin> = {}): Walkin => ({
  ...newRequest({ delivery: { form: 'paper', method: 'pickup' } }),
  channel: 'window',
  submittedOn: '2026-11-16',
  ...changes,
});

type Proposed = RouteInput<'staff.informationRequests.propose'>['body'];

/** For tests: an answer through every signature: an officer, where needed a legal adviser, and the head; as the officer sees it then. */
export async function decideRequest(
  server: TestServer,
  id: string,
  given: Partial<Proposed> & { unitId?: string; officer?: Awaited<ReturnType<TestServer['asStaff']>> } = {},
) {
  const { unitId = 'district-office', officer, ...body } = given;
  const desk = officer ?? (await server.asStaff('officer', { unitId }));
  const proposalId = randomUUID();
  const params = { id };
  const { proposals } = await desk.call('staff.informationRequests.propose', {
    params,
    body: { id: proposalId, kinds: ['granted'], text: '给你。', ...body },
  });
  if (proposals.at(-1)!.state === 'review')
    await (
      await server.asStaff('legal', { unitId })
    ).call('staff.informationRequests.review', {
      params,
      body: { proposalId, isAgreed: true, note: '同意。' },
    });
  const head = await server.asStaff('head', { unitId });
  await head.call('staff.informationRequests.decide', { params, body: { proposalId, isApproved: true } });
  return desk.call('informationRequests.get', { params });
}
