import type { GridRecord } from '@bandeng/contracts/types';
import { renderHook, waitFor } from '@testing-library/react';
import { answerWith, resetTaro, type FakeRequest } from '../../../test/taro';
import type { Picture } from '@/lib/pictures';
import { offlineError } from '@/lib/no-answer';
import { setReach } from '@/lib/online';
import { endSession, startSession } from '@/lib/session';
import { discardRecord, retryNow, startOutbox, useOutbox, writeRecord } from './outbox-store';
import { forgetLostPhotos, keepPhotos } from './record-photos';

const SHELF_HOLDS = 3;
const mockShelf = new Map<string, Picture>();
jest.mock('@/lib/kept-photos', () => ({
  keptPhotos: {
    put: async (name: string, picture: Picture) => {
      if (mockShelf.size >= SHELF_HOLDS) return false;
      mockShelf.set(name, picture);
      return true;
    },
    find: async (name: string) => mockShelf.get(name),
    remove: async (name: string) => void mockShelf.delete(name),
    names: async () => [...mockShelf.keys()],
  },
}));
/** Words and photos in the order they reach the server. */
let mockArrived: string[] = [];
let mockPhotoAnswer: () => void = () => undefined;
jest.mock('@/lib/pictures', () => ({
  sendPictureTo: async (_picture: Picture, address: string) => {
    mockPhotoAnswer();
    mockArrived.push(address);
  },
}));

const pictures = (count: number): Picture[] =>
  Array.from({ length: count }, (_, at) => ({ path: `tmp${at}`, name: `照片 ${at}` }));
const poster = (id: string): GridRecord => ({
  ...{ id, kind: 'poster', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, item: { kind: 'notice', id: 'n1' } },
  ...{ areaId: 'g1', buildingId: null, place: '公示栏', takeDownOn: '2026-11-30' },
});
async function putUp(id: string, count: number) {
  const photos = (await keepPhotos(id, pictures(count))) ?? [];
  return writeRecord(poster(id), id, photos);
}
const states = () => {
  const { result, unmount } = renderHook(useOutbox);
  unmount();
  return Object.fromEntries(result.current.outbox.records.map(({ id, state }) => [id, state]));
};
const sync = ({ data }: FakeRequest) => {
  const { items } = JSON.parse(data ?? '{}') as { items: GridRecord[] };
  mockArrived.push(...items.map(({ id }) => id));
  const answers = items.map(({ id }) => ({ id, result: 'accepted', isLate: false }));
  return { statusCode: 200, data: { serverTime: '2026-11-16T02:00:00.000Z', items: answers } };
};
const logIn = () => startSession({ accessToken: 'a', refreshToken: 'r', account: { id: 'worker-1' } });

beforeEach(() => {
  resetTaro();
  mockShelf.clear();
  mockArrived = [];
  mockPhotoAnswer = () => undefined;
  endSession();
  setReach('offline');
  answerWith(sync);
  logIn();
  startOutbox();
});

test('two posters without a network, the app killed -> all words first, then each photo under its record, and none stays on the phone', async () => {
  await putUp('one', 2);
  await putUp('two', 1);
  endSession();
  logIn();
  setReach('online');
  await waitFor(() => expect(states()).toEqual({ one: 'delivered', two: 'delivered' }));
  expect(mockArrived).toEqual([
    ...['one', 'two'],
    ...['/grid/records/one/photos/0', '/grid/records/one/photos/1', '/grid/records/two/photos/0'],
  ]);
  await waitFor(() => expect(mockShelf.size).toBe(0));
});

test('no answer to a photo -> its words have arrived, it waits and goes again; killed meanwhile -> still there', async () => {
  await putUp('one', 1);
  mockPhotoAnswer = () => {
    throw offlineError('offline');
  };
  setReach('online');
  await waitFor(() => expect(states()).toEqual({ one: 'photos' }));
  endSession();
  logIn();
  expect(states()).toEqual({ one: 'photos' });
  expect(mockShelf.size).toBe(1);
  mockPhotoAnswer = () => undefined;
  retryNow();
  await waitFor(() => expect(states()).toEqual({ one: 'delivered' }));
  expect(mockArrived).toEqual(['one', '/grid/records/one/photos/0']);
});

test('a photo that the server never takes, or that is gone from the phone -> given up, the record is delivered', async () => {
  await putUp('one', 1);
  mockShelf.clear();
  setReach('online');
  for (let at = 0; at < 3; at += 1) {
    await waitFor(() => expect(Object.values(states())[0]).toMatch(/photos|delivered/));
    retryNow();
  }
  await waitFor(() => expect(states()).toEqual({ one: 'delivered' }));
});

test('the phone has no room for the second photo -> none is kept; a record thrown away takes its photos with it', async () => {
  expect(await keepPhotos('one', pictures(SHELF_HOLDS + 1))).toBeUndefined();
  expect(mockShelf.size).toBe(0);
  await putUp('two', 2);
  discardRecord('two');
  await waitFor(() => expect(mockShelf.size).toBe(0));
});

test('photos of a form that was never finished -> gone at the next start, those of a record stay', async () => {
  await putUp('one', 1);
  await keepPhotos('never', pictures(1));
  await forgetLostPhotos();
  expect([...mockShelf.keys()]).toEqual(['one.0']);
});
