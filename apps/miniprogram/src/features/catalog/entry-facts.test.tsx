import type { EntryDetail } from '@bandeng/contracts/types';
import { render, screen } from '@testing-library/react';
import { EntryFacts } from './entry-facts';

const entry: EntryDetail = {
  id: 'e1',
  domain: { id: 'elderly-care', name: '养老服务' },
  editionId: 'ed1',
  path: ['补贴与服务'],
  name: '助餐补贴发放结果',
  number: '1',
  content: [{ text: '人数', required: true }],
  basis: [],
  timeLimits: [],
  timeLimitsText: '每月结束后5个工作日内',
  publisherText: '各街道办事处',
  publishers: [{ id: 'civil', name: '区民政局' }],
  office: null,
  channels: [
    { channel: 'website', required: true, note: null },
    { channel: 'gazette', required: false, note: null },
  ],
  audience: { kind: 'everyone', group: null },
  mode: ['active'],
  level: ['county'],
  stage: null,
  category: null,
  attribute: 'active',
  siteColumn: null,
  phone: null,
  supervisionPhone: null,
  ground: null,
  noticeCount: 0,
  duty: null,
};
const show = (changes: Partial<EntryDetail> = {}) =>
  render(<EntryFacts entry={{ ...entry, ...changes }} phone={undefined} />);

test('entry: published without being asked -> says so, for everybody, where and where perhaps', () => {
  show();
  expect(screen.getByText('主动公开，不用申请')).toBeTruthy();
  expect(screen.getByText('所有人，不用登录')).toBeTruthy();
  expect(screen.getByText('也可能在：政府公报')).toBeTruthy();
});

test('entry: given on request only -> nobody is told that it is open to all', () => {
  show({ attribute: 'on_request', mode: ['on_request'] });
  expect(screen.getByText('要申请，才公开')).toBeTruthy();
  expect(screen.getByText('谁都可以申请')).toBeTruthy();
});

test('entry: one of eight streets publishes -> named as the catalog does, not all eight', () => {
  const publishers = [1, 2, 3, 4, 5, 6, 7, 8].map(at => ({ id: `s${at}`, name: `第${at}街道办事处` }));
  show({ publishers });
  expect(screen.getByText('各街道办事处')).toBeTruthy();
  expect(screen.queryByText(/第1街道办事处/)).toBeNull();
});

test('entry: a telephone for complaints -> can be read and dialled', () => {
  show({ supervisionPhone: '0599-555-1000' });
  expect(screen.getByText('监督电话')).toBeTruthy();
  expect(screen.getByRole('button', { name: '打电话 0599-555-1000' })).toBeTruthy();
});
