import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { dropDraft, readDraft } from '@/lib/drafts';
import { startSession } from '@/lib/session';
import { isObjectable, missingIn, objectionKey, type ObjectionDraft } from './objection-draft';
import { ObjectionSheet, phoneIn } from './objection-sheet';
import { tagOf } from './words';

const posting = {
  ...{ from: '2026-11-19', to: '2026-11-26', days: 7, day: 3, unit: 'days' as const, kind: 'relief' as const },
  objection: '公示期内向柳营街道提出，电话 0599-555-1301',
};
const notice = { id: 'n-1', title: '救助名单公示', unit: { id: 'liuying', name: '柳营街道办事处' }, posting };
const account = { id: 'a-1', displayName: null, phone: null, roles: [] };
const session = { accessToken: 'a', refreshToken: 'r', account } as never;
const onSent = jest.fn();
const ensureLogin = jest.fn(() => Promise.resolve(true));
function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <ObjectionSheet notice={notice} ensureLogin={ensureLogin} onSent={onSent} onClose={jest.fn()} />
    </QueryClientProvider>,
  );
}
const sent = () =>
  taroCalls.requests
    .filter(call => call.url.endsWith('/notices/n-1/objections'))
    .map(call => JSON.parse(call.data ?? '{}') as { id: string; text: string });
const kept = () => readDraft<ObjectionDraft>(objectionKey('n-1'));
const write = async (label: RegExp, value: string) => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  await waitFor(() => expect(Object.values(kept()?.value ?? {})).toContain(value));
};
const press = () => fireEvent.click(screen.getByText('提交异议'));

beforeEach(() => {
  resetTaro();
  startSession(session);
  dropDraft(objectionKey('n-1'));
  onSent.mockClear();
  ensureLogin.mockClear();
});

test('objectable: only while the posting runs and stands there', () => {
  const withdrawn = { at: '2026-11-20T00:00:00.000Z', reason: '' };
  expect(isObjectable({ posting, withdrawn: null })).toBe(true);
  expect(isObjectable({ posting, withdrawn })).toBe(false);
  expect(isObjectable({ posting: null, withdrawn: null })).toBe(false);
  expect(isObjectable({ posting: { ...posting, day: null }, withdrawn: null })).toBe(false);
});

test.each([
  ['电话 0599-555-1301', '0599-555-1301'],
  ['向区住建局提出，电话 555-1110', '555-1110'],
  ['10 日内可以书面申请复核', undefined],
])('phone in “%s” -> %s', (text, phone) => expect(phoneIn(text)).toBe(phone));

test.each([
  [{ text: '', name: '', phone: '' }, ['text', 'name']],
  [{ text: '第 3 户搬走了', name: '朱小红', phone: '没有' }, ['phone']],
  [{ text: '第 3 户搬走了', name: '朱小红', phone: ' ' }, []],
])('missing in %j -> %j', (draft, fields) => expect(Object.keys(missingIn({ title: '', ...draft }))).toEqual(fields));

test('opened -> what happens next and by when, and how else one can object', () => {
  show();
  expect(screen.getByText(/10 个工作日内给结论/)).toBeTruthy();
  expect(screen.getByText(posting.objection)).toBeTruthy();
  expect(screen.getByText(/打 0599-555-1301/)).toBeTruthy();
});

test('half written -> nothing sent, each gap is said; whole -> sent under the id of its draft, which is let go', async () => {
  answerWith(() => ({ statusCode: 201, data: { id: 'o' } }));
  show();
  press();
  expect(screen.getByText('写上姓名，核查要用')).toBeTruthy();
  expect(sent()).toEqual([]);
  await write(/哪里不对/, '第 3 户去年就搬走了');
  await write(/姓名/, '朱小红');
  const id = kept()?.id;
  press();
  await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
  expect(sent()).toEqual([{ id, text: '第 3 户去年就搬走了', name: '朱小红' }]);
  expect(kept()).toBeUndefined();
});

test('no answer, then once more -> the same id; what was written stays', async () => {
  answerWith(() => ({ statusCode: 503, data: { code: 'service.unavailable', status: 503, title: '忙不过来' } }));
  show();
  await write(/哪里不对/, '第 3 户去年就搬走了');
  await write(/姓名/, '朱小红');
  press();
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
  expect(kept()?.value.text).toBe('第 3 户去年就搬走了');
  const before = sent().length;
  press();
  await waitFor(() => expect(sent().length).toBeGreaterThan(before));
  expect(new Set(sent().map(({ id }) => id)).size).toBe(1);
});

test('no login -> nothing sent, what was written stays', async () => {
  ensureLogin.mockResolvedValueOnce(false);
  show();
  await write(/哪里不对/, '第 3 户去年就搬走了');
  await write(/姓名/, '朱小红');
  press();
  await waitFor(() => expect(ensureLogin).toHaveBeenCalledTimes(1));
  expect(sent()).toEqual([]);
  expect(kept()?.value.name).toBe('朱小红');
});

test('tag: on the day of posting -> 今天开始, no day 0', () => {
  expect(tagOf({ kind: 'posting', posting: { ...posting, day: 0 } }).text).toBe('公示 今天开始');
  expect(tagOf({ kind: 'posting', posting }).text).toBe('公示 第 3/7 天');
});
