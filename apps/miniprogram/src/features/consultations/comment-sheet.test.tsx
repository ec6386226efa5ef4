import type { ConsultationDetail } from '@bandeng/contracts/types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, taroCalls } from '../../../test/taro';
import { dropDraft, readDraft } from '@/lib/drafts';
import { CommentSheet } from './comment-sheet';
import { draftKeyOf } from './comment-draft';
import type { Place } from '@/lib/place';

const place: Place = {
  target: { kind: 'entry', id: 'meals', field: 'timeLimits' },
  label: '公开时限',
  of: '助餐补贴发放结果',
  current: '每月结束后 20 个工作日内',
};
const consultation = {
  id: 'con-1',
  question: '助餐补贴多久公开一次才好？',
  displayText: '意见由工作人员看过再公开。',
} as ConsultationDetail;
const key = draftKeyOf({ consultationId: 'con-1', place });
const body = (at: number) => JSON.parse(sent()[at]?.data ?? '{}') as Record<string, unknown>;
const sent = () => taroCalls.requests.filter(call => call.method === 'POST' && call.url.endsWith('/comments'));

function show(
  given: { ensureLogin?: () => Promise<boolean>; onSent?: () => void; place?: Place; publicName?: string } = {},
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <CommentSheet
        consultation={consultation}
        place={given.place ?? place}
        publicName={given.publicName}
        onRename={() => undefined}
        ensureLogin={given.ensureLogin ?? (async () => true)}
        onSent={given.onSent ?? (() => undefined)}
        onClose={() => undefined}
      />
    </QueryClientProvider>,
  );
}
const write = (reason: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '为什么，可以不写' }), { target: { value: reason } });
const press = () => fireEvent.click(screen.getByText(/送出我的意见|请稍等/));

beforeEach(() => {
  resetTaro();
  dropDraft(key);
  localStorage.clear();
});

/** What the sheet sends needs somebody who is logged in. */
jest.mock('@/lib/session', () => ({
  ...jest.requireActual<object>('@/lib/session'),
  currentSession: () => ({ accessToken: 'access-1', refreshToken: 'refresh-1', account: { id: 'acc-1' } }),
}));

describe('comment sheet', () => {
  test('opened -> the proposal begins as the text that stands there', () => {
    show();
    expect(screen.getByRole('textbox', { name: '你想改成' })).toHaveProperty('value', place.current);
    expect(readDraft(key)).toBeUndefined();
  });

  test('nothing said, sent -> says what is missing and sends nothing', () => {
    show();
    press();
    expect(screen.getByRole('alert').textContent).toBe('改几个字，或者写写为什么');
    expect(sent()).toHaveLength(0);
  });

  test('column that says nothing -> says so, and takes what should stand there', async () => {
    answerWith(() => ({ statusCode: 201, data: { id: 'c-1', consultationId: 'con-1' } }));
    const blank: Place = {
      ...place,
      target: { kind: 'entry', id: 'meals', field: 'supervisionPhone' },
      label: '监督举报电话',
      current: '',
    };
    const onSent = jest.fn();
    show({ place: blank, onSent });
    expect(screen.getByText('没写')).toBeTruthy();
    press();
    expect(screen.getByRole('alert').textContent).toBe('写几个字，或者写写为什么');
    fireEvent.change(screen.getByRole('textbox', { name: '你想写上' }), {
      target: { value: '栖河区民政局 199 0000 0001' },
    });
    press();
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(body(0)).toMatchObject({ target: blank.target, proposedText: '栖河区民政局 199 0000 0001' });
  });

  test('name not hidden -> says the label that the server gives, and sends no pen name', async () => {
    answerWith(() => ({ statusCode: 201, data: { id: 'c-1', consultationId: 'con-1' } }));
    const onSent = jest.fn();
    show({ publicName: '周*兰', onSent });
    fireEvent.click(screen.getByRole('switch', { name: '不显示名字，公开时写「匿名居民」' }));
    await screen.findByRole('switch', { name: '不显示名字，公开时写「周*兰」' });
    write('等一个月太久');
    press();
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(body(0)).toMatchObject({ anonymous: false });
    expect(body(0)).not.toHaveProperty('penName');
  });

  test('name not hidden, login refused -> stays hidden: nobody signs with a name not seen', async () => {
    const ensureLogin = jest.fn(async () => false);
    show({ ensureLogin });
    fireEvent.click(screen.getByRole('switch', { name: /^不显示名字/ }));
    await waitFor(() => expect(ensureLogin).toHaveBeenCalledTimes(1));
    expect(screen.getByRole('switch', { name: '不显示名字，公开时写「匿名居民」' })).toBeTruthy();
  });

  test('closed while writing, opened again -> the words are there', async () => {
    const { unmount } = show();
    write('等一个月太久');
    await waitFor(() => expect(readDraft(key)).toBeDefined());
    unmount();
    show();
    expect(screen.getByRole('textbox', { name: '为什么，可以不写' })).toHaveProperty('value', '等一个月太久');
  });

  test('written and taken back, closed -> nothing is left over', async () => {
    show();
    write('等');
    await waitFor(() => expect(readDraft(key)).toBeDefined());
    write('');
    await waitFor(() => expect(readDraft(key)?.value).toMatchObject({ body: '' }));
    fireEvent.click(screen.getByRole('button', { name: '关上' }));
    expect(readDraft(key)).toBeUndefined();
  });

  test('pressed three times -> sent once, and the draft is gone', async () => {
    answerWith(() => ({ statusCode: 201, data: { id: 'c-1', consultationId: 'con-1' } }));
    const onSent = jest.fn();
    show({ onSent });
    write('等一个月太久');
    press();
    press();
    press();
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(sent()).toHaveLength(1);
    expect(readDraft(key)).toBeUndefined();
  });

  test('server fault, then sent again -> the words stay, the id is the same', async () => {
    let isBroken = true;
    answerWith(() =>
      isBroken ? { statusCode: 500, data: { title: '我们这边出了点问题' } } : { statusCode: 201, data: {} },
    );
    const onSent = jest.fn();
    show({ onSent });
    write('等一个月太久');
    press();
    await screen.findByText(/我们这边出了点问题/);
    expect(readDraft(key)?.state).toBe('saved');
    isBroken = false;
    press();
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(sent()).toHaveLength(2);
    expect(body(1)).toEqual(body(0));
  });

  test('no answer -> says that the words are kept, and they are', async () => {
    answerWith(() => {
      throw { errMsg: 'request:fail' };
    });
    show();
    write('等一个月太久');
    press();
    await screen.findByText(/写下的内容还在这部手机里/);
    expect(readDraft(key)?.value).toMatchObject({ body: '等一个月太久' });
  });

  test('login refused -> nothing is sent, the words stay', async () => {
    const ensureLogin = jest.fn(async () => false);
    show({ ensureLogin });
    write('等一个月太久');
    press();
    await waitFor(() => expect(ensureLogin).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.getByText('送出我的意见')).toBeTruthy());
    expect(sent()).toHaveLength(0);
    expect(readDraft(key)?.value).toMatchObject({ body: '等一个月太久' });
  });
});
