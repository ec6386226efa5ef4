import type { Duty } from '@bandeng/contracts/types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { DutyCard } from './duty-card';

const period = (label: string, from: string, dueOn: string, state: Duty['periods'][number]['state']) => ({
  label,
  from,
  to: from,
  dueOn,
  state,
  noticeId: null,
});
const duty: Duty = {
  period: 'month',
  expected: 3,
  published: 1,
  overdue: 2,
  periods: [
    period('12月', '2020-12-01', '2021-01-08', 'overdue'),
    period('1月', '2021-01-01', '2021-02-05', 'published'),
    period('2月', '2021-02-01', '2021-03-05', 'overdue'),
    period('3月', '2021-03-01', '2021-04-08', 'waiting'),
  ],
};

function show(given: { nudges?: { from: string; at: string }[]; ensureLogin?: () => Promise<boolean> } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <DutyCard
        entry={{ id: 'meals', name: '助餐补贴发放结果', nudges: given.nudges }}
        duty={duty}
        ensureLogin={given.ensureLogin ?? (async () => true)}
      />
    </QueryClientProvider>,
  );
}
const sent = () => taroCalls.requests.filter(call => call.method === 'POST' && call.url.endsWith('/nudges'));

beforeEach(() => resetTaro());

jest.mock('@/lib/session', () => ({
  ...jest.requireActual<object>('@/lib/session'),
  currentSession: () => ({ accessToken: 'access-1', refreshToken: 'refresh-1', account: { id: 'acc-1' } }),
}));

describe('duty card', () => {
  test('two periods late -> both said, the newest first, each with its own button', () => {
    show();
    expect(screen.getAllByText(/的晚了/).map(node => node.textContent?.split('的')[0])).toEqual([
      '2021年2月',
      '2020年12月',
    ]);
    expect(screen.getAllByText('催一催')).toHaveLength(2);
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
  });

  test('pressed twice -> sent once, then it says that and when it was asked', async () => {
    answerWith(() => ({
      statusCode: 201,
      data: { id: 'n', entryId: 'meals', from: '2021-02-01', at: '2021-03-06T02:00:00.000Z', next: '' },
    }));
    show();
    fireEvent.click(screen.getAllByText('催一催')[0]!);
    fireEvent.click(screen.getAllByText(/催一催|请稍等/)[0]!);
    await waitFor(() => expect(screen.getByText('2021年3月6日')).toBeTruthy());
    expect(screen.getByText('已催')).toBeTruthy();
    expect(sent().map(call => JSON.parse(call.data ?? '{}') as { from: string })).toEqual([
      expect.objectContaining({ from: '2021-02-01' }),
    ]);
  });

  test('asked earlier -> no button for that period', () => {
    show({ nudges: [{ from: '2021-02-01', at: '2021-03-06T02:00:00.000Z' }] });
    expect(screen.getAllByText('催一催')).toHaveLength(1);
    expect(screen.getByText('已催')).toBeTruthy();
  });

  test('no login wanted -> nothing is sent; refused -> the button stays', async () => {
    const ensureLogin = jest.fn(async () => false);
    const { unmount } = show({ ensureLogin });
    fireEvent.click(screen.getAllByText('催一催')[0]!);
    await waitFor(() => expect(ensureLogin).toHaveBeenCalled());
    expect(sent()).toEqual([]);
    unmount();
    answerWith(() => ({ statusCode: 409, data: { code: 'nudge.not_late', status: 409, title: '这一期没有晚' } }));
    show();
    fireEvent.click(screen.getAllByText('催一催')[0]!);
    await waitFor(() => expect(sent()).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByText('催一催')).toHaveLength(2));
  });
});
