import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { dropDraft, readDraft } from '@/lib/drafts';
import { isObjectable, ObjectionSheet, phoneIn } from './objection-sheet';
import { tagOf } from './words';

const posting = {
  from: '2026-11-19',
  to: '2026-11-26',
  days: 7,
  day: 3,
  unit: 'days' as const,
  objection: '公示期内向柳营街道提出，电话 0599-555-1301',
};
const onClose = jest.fn();
function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <ObjectionSheet notice={{ id: 'n-1', posting }} open onClose={onClose} />
    </QueryClientProvider>,
  );
}
const sent = () => taroCalls.requests.filter(call => call.url.endsWith('/notices/n-1/feedback'));
const write = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });

beforeEach(() => {
  resetTaro();
  dropDraft('feedback:n-1');
  onClose.mockClear();
});

test('objectable: only while the posting runs and says how', () => {
  expect(isObjectable({ posting })).toBe(true);
  expect(
    [null, { ...posting, day: null }, { ...posting, objection: null }].map(one => isObjectable({ posting: one })),
  ).toEqual([false, false, false]);
});

test.each([
  ['电话 0599-555-1301', '0599-555-1301'],
  ['向区住建局提出，电话 555-1110', '555-1110'],
  ['10 日内可以书面申请复核', undefined],
])('phone in “%s” -> %s', (text, phone) => expect(phoneIn(text)).toBe(phone));

test('opened -> how to object formally, and its telephone', () => {
  show();
  expect(screen.getByText(posting.objection)).toBeTruthy();
  expect(screen.getByText(/打 0599-555-1301/)).toBeTruthy();
});

test('nothing written -> nothing sent; written -> a mistake of the notice, and the text is let go', async () => {
  answerWith(() => ({ statusCode: 201, data: { id: 'f', kind: 'mistake', next: '已经转给发布单位核对' } }));
  show();
  fireEvent.click(screen.getByText('转给发布单位'));
  expect(sent()).toEqual([]);
  write('第 3 户去年就搬走了');
  expect(readDraft('feedback:n-1')?.value).toBe('第 3 户去年就搬走了');
  fireEvent.click(screen.getByText('转给发布单位'));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(sent().map(call => JSON.parse(call.data ?? '{}') as object)).toEqual([
    expect.objectContaining({ kind: 'mistake', text: '第 3 户去年就搬走了' }),
  ]);
  expect(readDraft('feedback:n-1')).toBeUndefined();
});

test('refused -> what was written stays', async () => {
  answerWith(() => ({ statusCode: 503, data: { code: 'service.unavailable', status: 503, title: '忙不过来' } }));
  show();
  write('第 3 户去年就搬走了');
  fireEvent.click(screen.getByText('转给发布单位'));
  await waitFor(() => expect(sent().length).toBeGreaterThan(0));
  expect(onClose).not.toHaveBeenCalled();
  expect(readDraft('feedback:n-1')?.value).toBe('第 3 户去年就搬走了');
});

test('tag: on the day of posting -> 今天开始, no day 0', () => {
  expect(tagOf({ kind: 'posting', posting: { ...posting, day: 0 } }).text).toBe('公示 今天开始');
  expect(tagOf({ kind: 'posting', posting }).text).toBe('公示 第 3/7 天');
});
