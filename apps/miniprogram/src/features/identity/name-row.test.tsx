import type { Account } from '@bandeng/contracts/types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { NameRow, NameSheet } from './name-row';

jest.mock('@/lib/session', () => ({
  ...jest.requireActual<object>('@/lib/session'),
  currentSession: () => ({ accessToken: 'access-1', refreshToken: 'refresh-1', account: { id: 'acc-1' } }),
}));

const account: Account = {
  id: 'acc-1',
  kind: 'resident',
  displayName: '居民80ff',
  name: null,
  publicName: '居民80ff',
  phone: null,
  phoneVerified: false,
  roles: [],
  createdAt: '2026-11-16T02:00:00.000Z',
};
const sent = () => taroCalls.requests.filter(call => call.method === 'PUT' && call.url.endsWith('/me/name'));

function show(given: Account, onClose = jest.fn()) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NameSheet account={given} onClose={onClose} />
    </QueryClientProvider>,
  );
  return onClose;
}
const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });
const save = () => fireEvent.click(screen.getByText('存下'));

beforeEach(resetTaro);

test('name row: a name that readers see covered -> says how they see it', () => {
  const named = { ...account, displayName: '周文兰', name: '周文兰', publicName: '周*兰' };
  render(<NameRow account={named} onPress={() => undefined} />);
  expect(screen.getByText('公开时写「周*兰」，验证手机号后写全')).toBeTruthy();
});

test('name sheet: an office, then nothing at all -> says what is wrong, sends nothing', () => {
  show(account);
  save();
  expect(screen.getByRole('alert').textContent).toBe('写 2 到 20 个字');
  type('栖河区政府');
  save();
  expect(screen.getByRole('alert').textContent).toContain('像机关');
  expect(sent()).toHaveLength(0);
});

test('name sheet: a name -> sent without spaces around it, closed', async () => {
  answerWith(() => ({ statusCode: 200, data: { ...account, name: '老周', displayName: '老周', publicName: '老*' } }));
  const onClose = show(account);
  type(' 老周 ');
  save();
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(JSON.parse(sent()[0]?.data ?? '')).toEqual({ name: '老周' });
});

test('name sheet: a name emptied -> taken back', async () => {
  answerWith(() => ({ statusCode: 200, data: account }));
  const onClose = show({ ...account, name: '老周', displayName: '老周' });
  type('');
  save();
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(JSON.parse(sent()[0]?.data ?? '')).toEqual({ name: null });
});

test('name sheet: the server refuses it -> its sentence at the field, still open', async () => {
  const errors = [{ path: 'name', message: '这个称呼不能公开用，换一个' }];
  answerWith(() => ({ statusCode: 422, data: { title: '有几处要改', code: 'request.invalid', errors } }));
  const onClose = show(account);
  type('老周');
  save();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('这个称呼不能公开用，换一个'));
  expect(onClose).not.toHaveBeenCalled();
});
