import type { GridPack, GridRecord } from '@bandeng/contracts/types';
import { renderHook, waitFor } from '@testing-library/react';
import { answerWith, limitStorage, resetTaro, taroCalls, type FakeAnswer } from '../../../test/taro';
import { setReach } from '@/lib/online';
import { endSession, startSession } from '@/lib/session';
import { readStored } from '@/lib/storage';
import { changeRecord, discardRecord, retryNow, startOutbox, useOutbox, writeRecord } from './outbox-store';
import { downloadPack, usePack } from './pack-store';
import { countUnsent, keptRecords as readKept } from './unsent';

const SERVER_TIME = '2026-11-16T02:00:00.000Z';
const logIn = (id = 'worker-1', sealKey?: string) =>
  startSession({ accessToken: 'a', refreshToken: 'r', sealKey, account: { id } });
const keptRecords = (owner: string) => readKept(owner).flatMap(kept => (kept.sealed === undefined ? kept.record : []));
/** The app is killed and started: what is in memory is gone, an answer under way never comes. */
const kill = () => {
  endSession();
  logIn();
};

let made = 0;
const visit = (changes: Partial<Extract<GridRecord, { kind: 'visit' }>> = {}) => ({
  ...{ id: `visit-${(made += 1)}`, kind: 'visit' as const, takenAt: '2026-11-16T01:30:00.000Z', offset: 0 },
  ...{ doorId: 'door-1', way: 'door' as const, items: [], reaction: 'knew' as const, followUpOn: null, note: null },
  ...changes,
});
const write = (...records: GridRecord[]) => records.map(record => writeRecord(record, `门 ${record.id}`));

const batches = () =>
  taroCalls.requests
    .filter(({ url }) => url.endsWith('/grid/sync'))
    .map(({ data }) => (JSON.parse(data ?? '{}') as { items: GridRecord[] }).items.map(({ id }) => id));
/** What the server has, each id once: whatever is sent again is known. */
let arrived = new Set<string>();
const sync = ({ data }: { data?: string }): FakeAnswer => {
  const { items } = JSON.parse(data ?? '{}') as { items: GridRecord[] };
  const answers = items.map(({ id }) => {
    const result = arrived.has(id) ? 'known' : 'accepted';
    arrived.add(id);
    return { id, result, isLate: false };
  });
  return { statusCode: 200, data: { serverTime: SERVER_TIME, items: answers } };
};
const peek = <T>(useIt: () => T): T => {
  const { result, unmount } = renderHook(useIt);
  unmount();
  return result.current;
};
const states = () => Object.fromEntries(peek(useOutbox).outbox.records.map(({ id, state }) => [id, state]));
const problemIn = (id: string) => keptRecords('worker-1').find(record => record.id === id)?.problem;

beforeEach(() => {
  resetTaro();
  endSession();
  arrived = new Set();
  setReach('offline');
  answerWith(sync);
  logIn();
  startOutbox();
});

test('taken down without a network, killed -> still there; the network is back -> one batch, the oldest first, and no words stay', async () => {
  const [first, second] = [visit({ note: '下周再来' }), visit()];
  expect(write(first, second)).toEqual([true, true]);
  kill();
  expect(states()).toEqual({ [first.id]: 'waiting', [second.id]: 'waiting' });
  expect(batches()).toEqual([]);
  setReach('online');
  await waitFor(() => expect(Object.values(states())).toEqual(['delivered', 'delivered']));
  expect(batches()).toEqual([[first.id, second.id]]);
  expect(JSON.stringify(keptRecords('worker-1'))).not.toContain('下周再来');
  expect(countUnsent('worker-1')).toBe(0);
});

test('killed between the sending and the answer -> sent again under its id, at the server once; the late answer changes nothing', async () => {
  let answerLate: () => void = () => undefined;
  const late = new Promise<void>(resolve => {
    answerLate = resolve;
  });
  answerWith(async call => {
    const answer = sync(call);
    if (batches().length === 1) await late;
    return answer;
  });
  const record = visit();
  setReach('online');
  write(record);
  await waitFor(() => expect(batches()).toHaveLength(1));
  expect(keptRecords('worker-1').map(({ state }) => state)).toEqual(['waiting']);
  kill();
  await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
  answerLate();
  const next = visit();
  write(next);
  await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered', [next.id]: 'delivered' }));
  expect(batches()).toEqual([[record.id], [record.id], [next.id]]);
  expect(arrived.size).toBe(2);
});

test('an answer that names a record twice -> delivered once', async () => {
  answerWith(call => {
    const { statusCode, data } = sync(call);
    const { items } = data as { items: object[] };
    return { statusCode, data: { serverTime: SERVER_TIME, items: [...items, ...items] } };
  });
  setReach('online');
  const record = visit();
  write(record);
  await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
});

test('the phone is full -> the record is refused, and those of before stay whole', () => {
  const record = visit({ note: '留着' });
  write(record);
  const size = JSON.stringify(readStored(`outbox:${record.id}`)).length;
  limitStorage(size + 200);
  expect(write(visit({ note: '这一条放不下'.repeat(30) }))).toEqual([false]);
  expect(states()).toEqual({ [record.id]: 'waiting' });
  kill();
  expect(keptRecords('worker-1').map(({ body }) => body.data)).toEqual([record]);
});

test('the phone is full when an answer comes, and when a record is changed -> nothing is lost, nothing twice; it is asked again', async () => {
  const [refused, taken] = [visit({ note: '电话' }), visit()];
  answerWith(call => {
    const { statusCode, data } = sync({ data: JSON.stringify({ items: [taken] }) });
    const { items } = data as { items: object[] };
    const asked = (call.data ?? '').includes(refused.id);
    const refusal = { id: refused.id, result: 'rejected', reason: '备注里有号码，删掉号码再送一次' };
    return { statusCode, data: { serverTime: SERVER_TIME, items: [...items, ...(asked ? [refusal] : [])] } };
  });
  write(refused, taken);
  limitStorage([refused, taken].reduce((sum, { id }) => sum + JSON.stringify(readStored(`outbox:${id}`)).length, 0));
  setReach('online');
  await waitFor(() => expect(states()).toEqual({ [refused.id]: 'look', [taken.id]: 'delivered' }));
  expect(changeRecord({ ...refused, note: '改过了'.repeat(90) }, '改过')).toBe(false);
  expect(states()).toMatchObject({ [refused.id]: 'look' });
  kill();
  await waitFor(() => expect(states()).toMatchObject({ [refused.id]: 'look' }));
  expect(keptRecords('worker-1').find(({ id }) => id === refused.id)?.body.data).toEqual(refused);
  expect(arrived.size).toBe(1);
});

test('refused with a reason -> the person looks, it is changed and arrives; a conflict -> both versions, then thrown away', async () => {
  answerWith(call => {
    const { items } = JSON.parse(call.data ?? '{}') as { items: { id: string; note: string | null }[] };
    const answers = items.map(({ id, note }) => {
      if (note === '电话') return { id, result: 'rejected', reason: '备注里有号码' };
      if (note === '两样') return { id, result: 'conflict', reason: '已经交过', current: ['2026-11-16', '知道了'] };
      return { id, result: 'accepted', isLate: false };
    });
    return { statusCode: 200, data: { serverTime: SERVER_TIME, items: answers } };
  });
  setReach('online');
  const [refused, double] = [visit({ note: '电话' }), visit({ note: '两样' })];
  write(refused, double);
  await waitFor(() => expect(states()).toEqual({ [refused.id]: 'look', [double.id]: 'look' }));
  kill();
  expect(problemIn(refused.id)).toEqual({ kind: 'rejected', reason: '备注里有号码' });
  expect(problemIn(double.id)).toMatchObject({ kind: 'conflict', current: ['2026-11-16', '知道了'] });
  changeRecord({ ...refused, note: null }, '改过');
  discardRecord(double.id);
  await waitFor(() => expect(states()).toEqual({ [refused.id]: 'delivered' }));
});

test('a batch that is refused as a whole -> one by one; the one that cannot go says why, the others arrive', async () => {
  const [good, bad, last] = [visit(), visit(), visit()];
  answerWith(call =>
    (call.data ?? '').includes(bad.id)
      ? { statusCode: 422, data: { code: 'request.invalid', title: '有一项没填对', detail: '看看备注' } }
      : sync(call),
  );
  write(good, bad, last);
  setReach('online');
  await waitFor(() => expect(states()).toEqual({ [good.id]: 'delivered', [bad.id]: 'look', [last.id]: 'delivered' }));
  expect(problemIn(bad.id)).toEqual({ kind: 'rejected', reason: '有一项没填对。看看备注' });
});

test('the server is down -> waits and says so; tapped again -> arrives', async () => {
  answerWith(() => ({ statusCode: 503, data: {} }));
  setReach('online');
  const record = visit();
  write(record);
  await waitFor(() => expect(peek(useOutbox).fault).toBe('服务器出了点问题'));
  expect(states()).toEqual({ [record.id]: 'waiting' });
  answerWith(sync);
  retryNow();
  await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
  expect(peek(useOutbox).fault).toBeUndefined();
});

test('logged out with unsent records, somebody else logs in -> they see and send none; back again -> all there', async () => {
  const record = visit();
  write(record);
  endSession();
  expect(countUnsent('worker-1')).toBe(1);
  logIn('worker-2');
  setReach('online');
  expect(states()).toEqual({});
  endSession();
  logIn();
  await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
  expect(batches()).toEqual([[record.id]]);
});

describe('sealed on the phone', () => {
  const KEYS = { 'worker-1': '01'.repeat(32), 'worker-2': '02'.repeat(32) };
  const lying = (id: string) => JSON.stringify(readStored(`outbox:${id}`));

  test('with the key of the login nothing can be read there, after a logout by nobody; the owner is back -> it arrives', async () => {
    endSession();
    logIn('worker-1', KEYS['worker-1']);
    const first = visit({ note: '收不到通知' });
    write(first);
    await waitFor(() => expect(lying(first.id)).not.toContain('收不到通知'));
    const second = visit({ note: '下周再来 👵' });
    write(second);
    expect(lying(second.id)).not.toMatch(/下周|knew|door-1/);
    expect(lying(first.id).slice(0, 120)).not.toBe(lying(second.id).slice(0, 120));
    endSession();
    expect(countUnsent()).toBe(2);
    logIn('worker-1', KEYS['worker-2']);
    expect(states()).toEqual({});
    endSession();
    logIn('worker-1', KEYS['worker-1']);
    expect(peek(useOutbox).outbox.records.map(({ body }) => body.data)).toEqual([first, second]);
    setReach('online');
    await waitFor(() => expect(Object.values(states())).toEqual(['delivered', 'delivered']));
  });

  test('killed and started without a network -> read and added to; the same place twice -> never the same sign', async () => {
    endSession();
    logIn('worker-1', KEYS['worker-1']);
    const record = visit();
    write(record);
    await waitFor(() => expect(lying(record.id)).toContain('sealed'));
    const before = lying(record.id);
    endSession();
    logIn('worker-1', KEYS['worker-1']);
    expect(states()).toEqual({ [record.id]: 'waiting' });
    write(visit());
    expect(Object.values(states())).toEqual(['waiting', 'waiting']);
    expect(lying(record.id)).toBe(before);
  });
});

describe('a day without a network', () => {
  const sent = (path: string) => taroCalls.requests.filter(({ url }) => url.endsWith(path)).length;
  const tokens = { accessToken: 'new', refreshToken: 'r2', sealKey: undefined, account: { id: 'worker-1' } };

  test('the login ran out meanwhile -> renewed, and the records arrive; nobody is asked to log in', async () => {
    answerWith(call => {
      if (call.url.endsWith('/auth/refresh')) return { statusCode: 200, data: tokens };
      return call.header.Authorization === 'Bearer new'
        ? sync(call)
        : { statusCode: 401, data: { code: 'auth.expired' } };
    });
    const record = visit();
    write(record);
    setReach('online');
    await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
    expect([sent('/auth/refresh'), arrived.size]).toEqual([1, 1]);
  });

  test('it cannot be renewed for now -> waits; it is over for good -> kept for the next login', async () => {
    let renewal: FakeAnswer = { statusCode: 503, data: {} };
    answerWith(call => {
      if (call.url.endsWith('/auth/refresh')) return renewal;
      return call.header.Authorization === 'Bearer new'
        ? sync(call)
        : { statusCode: 401, data: { code: 'auth.expired' } };
    });
    const record = visit();
    write(record);
    setReach('online');
    await waitFor(() => expect(peek(useOutbox).fault).toBeDefined());
    expect(states()).toEqual({ [record.id]: 'waiting' });
    renewal = { statusCode: 401, data: { code: 'auth.refresh_invalid' } };
    retryNow();
    await waitFor(() => expect(states()).toEqual({}));
    expect(countUnsent('worker-1')).toBe(1);
    startSession(tokens);
    await waitFor(() => expect(states()).toEqual({ [record.id]: 'delivered' }));
  });

  test('the phone’s clock set back between two records -> in the order in which they were written', async () => {
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(Date.parse('2026-11-16T02:00:00Z'));
    const first = visit({ takenAt: '2026-11-16T02:00:00.000Z' });
    write(first);
    clock.mockReturnValue(Date.parse('2026-11-15T02:00:00Z'));
    const second = visit({ takenAt: '2026-11-15T02:00:00.000Z' });
    write(second);
    clock.mockRestore();
    kill();
    setReach('online');
    await waitFor(() => expect(batches()).toEqual([[first.id, second.id]]));
  });
});

const pack: GridPack = {
  ...{ madeAt: SERVER_TIME, worker: { id: 'staff-1', name: '沈雪' }, areas: [{ id: 'g1', name: '第1网格' }] },
  buildings: [
    {
      ...{ id: 'b1', areaId: 'g1', compound: null, name: '3 号楼', position: 1 },
      doors: [
        {
          ...{ id: 'door-1', unit: null, floor: 1, number: '101', visitEveryDays: null },
          ...{ since: '2026-11-01', last: null },
        },
      ],
    },
  ],
  campaigns: [
    {
      ...{ id: 'c1', title: '送到家', from: '2026-11-10', to: '2026-11-30', areaIds: ['g1'] },
      items: [{ kind: 'notice', id: 'n1', title: '通知' }],
    },
  ],
  ...{ posters: [], retryDays: 3, lateWithinHours: 72 },
};

describe('the pack', () => {
  const withPack = (call: { url: string; data?: string }): FakeAnswer => {
    if (call.url.includes('/grid/pack')) return { statusCode: 200, data: pack };
    if (/\/grid\/(asked|to-tell)/.test(call.url)) return { statusCode: 200, data: { items: [], nextCursor: null } };
    if (call.url.includes('/notices/n1')) return { statusCode: 404, data: { code: 'notice.not_found', title: '没有' } };
    return sync(call);
  };
  const seen = () => peek(usePack);

  test('downloaded -> there without a network, of this account only; a delivered visit -> its door knows', async () => {
    answerWith(withPack);
    await downloadPack(async () => undefined);
    expect(seen()).toMatchObject({ isOfThisVersion: true, fault: undefined });
    setReach('online');
    write(visit({ takenAt: '2026-11-16T01:00:00.000Z', reaction: 'not_home' }));
    await waitFor(() =>
      expect(seen().pack?.buildings[0]?.doors[0]?.last).toEqual({
        ...{ on: '2026-11-16', reaction: 'not_home', followUpOn: null },
      }),
    );
    endSession();
    logIn('worker-2');
    expect(seen().pack).toBeUndefined();
  });

  test('no room for it -> said, and the pack of before stays', async () => {
    answerWith(withPack);
    await downloadPack(async () => undefined);
    limitStorage(10);
    await downloadPack(async () => undefined);
    expect(seen().fault).toBe('full');
    expect(seen().pack?.buildings).toHaveLength(1);
  });
});
