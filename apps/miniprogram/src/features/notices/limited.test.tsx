import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Notice } from '@bandeng/contracts/types';
import { addDays, dateOf } from '@bandeng/rules';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { codeIn } from '@/lib/scan';
import { Limited } from './limited';

const today = dateOf(new Date());
const stub = (from: string, to: string) =>
  ({
    id: 'n-1',
    limited: { group: '砚山村村民', postedAt: '村委会公示栏', from, to, contact: '村委会 555-1301' },
  }) as Notice;
const onUnlocked = jest.fn();
const show = (notice: Notice, scanned?: string) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Limited notice={notice} scanned={scanned} onUnlocked={onUnlocked} />
    </QueryClientProvider>,
  );
const sent = () => taroCalls.requests.map(call => JSON.parse(call.data ?? '{}') as { code: string });

beforeEach(() => {
  resetTaro();
  onUnlocked.mockClear();
});

test.each([
  ['https://district.example/m/#/subpackages/reading/notice/index?id=n-1&code=QH2026AB', 'QH2026AB'],
  ['subpackages/reading/notice/index?code=qh2026ab&id=n-1', 'QH2026AB'],
  ['https://elsewhere.example/?code=12', undefined],
  ['6901234567892', undefined],
])('square “%s” -> %s', (text, code) => expect(codeIn(text)).toBe(code));

test('before and after its period -> no code is asked for, and it says why', () => {
  show(stub(addDays(today, 2), addDays(today, 9)));
  expect(screen.getByText(/才开始公示/)).toBeTruthy();
  show(stub(addDays(today, -9), addDays(today, -2)));
  expect(screen.getByText(/公示期过了，全文按规定不再给看.*问村委会 555-1301/)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a wrong code -> said plainly, and it can be typed again; the right one -> the whole', async () => {
  answerWith(() => ({
    statusCode: 403,
    data: { code: 'notice.code_wrong', status: 403, title: '查阅码不对', detail: '请看张贴的纸上印的查阅码。' },
  }));
  show(stub(addDays(today, -1), addDays(today, 1)));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'qh2026ac' } });
  fireEvent.click(screen.getByText('看全文'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('查阅码不对。请看张贴的纸上印的查阅码'));
  answerWith(() => ({ statusCode: 200, data: { id: 'n-1', title: '补偿明细' } }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'qh2026ab' } });
  fireEvent.click(screen.getByText('看全文'));
  await waitFor(() => expect(onUnlocked.mock.calls[0]?.[0]).toMatchObject({ title: '补偿明细' }));
  expect(sent()).toEqual([{ code: 'QH2026AC' }, { code: 'QH2026AB' }]);
});

test('opened by the square on the sheet -> tried at once, once', async () => {
  answerWith(() => ({ statusCode: 200, data: { id: 'n-1' } }));
  show(stub(today, today), 'QH2026AB');
  await waitFor(() => expect(onUnlocked).toHaveBeenCalledTimes(1));
  expect(sent()).toEqual([{ code: 'QH2026AB' }]);
});
