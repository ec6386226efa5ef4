import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';

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
