import { mergeRefusal, splitRefusal, type OneMatterCase } from './one-matter';
import type { RequestStatus } from './request-events';

const open: OneMatterCase = {
  ...{ status: 'in_progress', receivedOn: '2026-11-16', isProposed: false, unitId: 'office', applicantKey: 'a' },
};

describe('splitting (一事一申请)', () => {
  test.each<[RequestStatus, boolean, string | null]>([
    ['awaiting_confirmation', false, null],
    ['in_progress', false, null],
    ['extended', false, null],
    ['in_progress', true, '拟好'],
    ['awaiting_correction', false, '补正'],
    ['paused', false, '等'],
    ['decided', false, '已经作出答复'],
    ['withdrawn', false, '撤回'],
    ['lapsed', false, '不再处理'],
  ])('%s, proposed %s -> %s', (status, isProposed, words) => {
    const refused = splitRefusal({ status, isProposed });
    expect(refused).toEqual(words === null ? null : expect.stringContaining(words));
  });
});

describe('merging', () => {
  test.each<[string, Partial<OneMatterCase>, Partial<OneMatterCase>, string | null]>([
    ['received on one day', {}, {}, null],
    ['the other was received first', {}, { receivedOn: '2026-11-12' }, null],
    ['the other was received later', {}, { receivedOn: '2026-11-17' }, '先收到'],
    ['another applicant', {}, { applicantKey: 'b' }, '同一个申请人'],
    ['another unit', {}, { unitId: 'housing' }, '同一个单位'],
    ['the other is answered', {}, { status: 'decided' }, '已经作出答复'],
    ['this one is answered', { status: 'decided' }, {}, '已经作出答复'],
    ['one is not registered', { status: 'awaiting_confirmation', receivedOn: null }, {}, '登记'],
  ])('%s -> %#', (_, joined, into, words) => {
    const refused = mergeRefusal({ ...open, ...joined }, { ...open, ...into });
    expect(refused).toEqual(words === null ? null : expect.stringContaining(words));
  });
});
