import { checkEnquiry, emptyEnquiry, enquiryBody } from './enquiry-draft';

const typed = { ...emptyEnquiry, title: ' 路灯不亮 ', body: '一个月了' };

test('enquiry form: nothing typed -> what and how are asked for; typed -> nothing is wrong', () => {
  expect(Object.keys(checkEnquiry(emptyEnquiry))).toEqual(['title', 'body']);
  expect(checkEnquiry(typed)).toEqual({});
});

test('enquiry form: a telephone that is none, a place without its street -> said at their fields', () => {
  expect(Object.keys(checkEnquiry({ ...typed, phone: '打我' }))).toEqual(['phone']);
  expect(Object.keys(checkEnquiry({ ...typed, where: '巷口' }))).toEqual(['where']);
  expect(checkEnquiry({ ...typed, where: '巷口', street: 'liuying' })).toEqual({});
});

test('enquiry body: the smallest area that was chosen, empty fields left out', () => {
  expect(enquiryBody('x', typed, [])).toEqual({
    ...{ id: 'x', kind: 'question', title: '路灯不亮', body: '一个月了', photoIds: [], publicConsent: true },
    contact: { name: undefined, phone: undefined },
  });
  const placed = { ...typed, street: 'liuying', areaId: 'huaiying', where: '巷口' };
  expect(enquiryBody('x', placed, ['p']).place).toEqual({ areaId: 'huaiying', note: '巷口' });
  expect(enquiryBody('x', { ...placed, areaId: '', where: '' }, []).place).toEqual({
    areaId: 'liuying',
    note: undefined,
  });
});
