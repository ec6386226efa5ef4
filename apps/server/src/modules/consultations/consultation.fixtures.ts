import { randomUUID } from 'node:crypto';
import type { CommentTarget } from '@bandeng/contracts/schemas';
import type { RouteCall } from '@bandeng/contracts/types';
import type { TestClient, TestServer } from '../../testing';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

type NewConsultation = RouteCall<'staff.consultations.create'>['body'];
type NewComment = RouteCall<'consultations.comments.create'>['body'];

export const DISTRICT = 'qihe';
export const STREET = 'liuyin';
export const COMMUNITY = 'liuyin-dongpu';
export const UNIT = 'civil-affairs';
export const OTHER_UNIT = 'education';

/** A district with a street and a community, and two units. */
export async function putDistrict(server: TestServer): Promise<void> {
  const unit = (_id: string, name: string) => ({
    _id,
    name,
    shortName: name,
    kind: 'department' as const,
    areaId: null,
    phone: '0599-555-0101',
    address: '栖河区柳荫路 1 号',
    officeHours: '工作日 9:00–17:00',
    takesRequests: true,
  });
  await server.deps.modules.organization.api.put({
    areas: [
      { _id: DISTRICT, name: '栖河区', level: 'district', parentId: null },
      { _id: STREET, name: '柳荫街道', level: 'street', parentId: DISTRICT },
      { _id: COMMUNITY, name: '东浦社区', level: 'community', parentId: STREET },
    ],
    units: [unit(UNIT, '栖河区民政局'), unit(OTHER_UNIT, '栖河区教育局')],
  });
}

/** Two clauses, one of them changed; thirty days from the day the test clock stands at. */
export const consultationInput = (over: Partial<NewConsultation> = {}): NewConsultation => ({
  id: randomUUID(),
  question: '助餐点开在哪里好？',
  title: '栖河区老年人助餐服务管理办法（征求意见稿）',
  unitId: UNIT,
  kind: 'majorDecision',
  opensOn: '2026-11-16',
  background: [{ type: 'paragraph', children: [{ text: '为了办好老年人助餐。' }] }],
  contact: '栖河区民政局 0599-555-0101',
  draft: {
    kind: 'clauses',
    clauses: [
      { id: 'c1', label: '第一条', text: '每个社区设一个助餐点。' },
      { id: 'c2', label: '第二条', text: '补贴每季度公布一次。', before: '补贴每年公布一次。' },
      { id: 'c3', label: '第三条', text: '本办法由区民政局解释。', before: '本办法由区民政局解释。' },
    ],
  },
  ...over,
});

/** Drafted by the office of the district and opened at once. */
export async function openConsultation(
  office: TestClient,
  over: Partial<NewConsultation> = {},
): Promise<{ id: string; input: NewConsultation }> {
  const input = consultationInput(over);
  await office.call('staff.consultations.create', { body: input });
  await office.call('staff.consultations.open', { params: { id: input.id } });
  return { id: input.id, input };
}

export const commentInput = (over: Partial<NewComment> = {}): NewComment => ({
  id: randomUUID(),
  target: { kind: 'clause', id: 'c2' },
  body: '建议每个月公布一次，让大家早点知道。',
  anonymous: true,
  ...over,
});

/** How a letter came, and what its author agreed to. */
export const heardLetter = { channel: 'letter', heardOn: '2026-11-15', consent: 'named' } as const;

export const clause = (id: string): CommentTarget => ({ kind: 'clause', id });
