import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import type { TestServer } from '../../testing';

type NewEnquiry = RouteCall<'enquiries.create'>['body'];

/** For tests: what a resident's form sends. */
export const newEnquiry = (changes: Partial<NewEnquiry> = {}): NewEnquiry => ({
  id: randomUUID(),
  kind: 'question',
  title: '槐影巷的路灯什么时候修',
  body: '巷子里三盏路灯一个月没有亮，老人晚上不敢出门。',
  contact: { name: '穆青禾', phone: '19900000001' },
  publicConsent: true,
  ...changes,
});

export const SOLVED = { outcome: 'solved' as const, text: '三盏路灯昨天都换好了，夜里去看过，亮了。' };
export const MASKED = { title: '槐影巷的路灯', question: '巷子里三盏路灯没有亮。', answer: '三盏都换好了。' };

/** For tests: a message on its way; the district's office takes it in, housing answers, another unit helps. */
export function enquiriesOn(server: TestServer) {
  const office = () => server.asStaff('office', { unitId: 'district-office' });
  const housing = () => server.asStaff('editor', { unitId: 'housing' });
  const submitted = async (changes: Partial<NewEnquiry> = {}) => {
    const openid = `o-${randomUUID()}`;
    const resident = await server.asResident(openid);
    const body = newEnquiry(changes);
    const enquiry = await resident.call('enquiries.create', { body });
    return { openid, resident, body, enquiry, params: { id: enquiry.id } };
  };
  const assigned = async (changes: Partial<NewEnquiry> = {}) => {
    const made = await submitted(changes);
    const [desk, editor] = [await office(), await housing()];
    const { params } = made;
    await desk.call('staff.enquiries.accept', { params, body: { kind: 'question' } });
    const to = { mainUnitId: 'housing', jointUnitIds: ['silent'] };
    await desk.call('staff.enquiries.assign', { params, body: to });
    return { ...made, desk, editor };
  };
  const answered = async (changes: Partial<NewEnquiry> = {}) => {
    const made = await assigned(changes);
    await made.editor.call('staff.enquiries.answer', { params: made.params, body: SOLVED });
    await made.desk.call('staff.enquiries.approve', { params: made.params });
    return made;
  };
  const eventsOf = async (name: string) =>
    (await server.collection('outbox').find({ name }).toArray()).map(entry => entry.event as Record<string, unknown>);
  return { office, housing, submitted, assigned, answered, eventsOf };
}
