import { createManualClock } from '../simulated-wechat.fixture';
import { createMemoryStore } from './simulator-store';

test('store: isNew on a key in use -> not written; after its end -> written', async () => {
  const clock = createManualClock();
  const store = createMemoryStore(clock.now);
  const expiresAt = new Date(clock.now().getTime() + 1000);
  expect(await store.set('a', 1, { isNew: true, expiresAt })).toBe(true);
  expect(await store.set('a', 2, { isNew: true })).toBe(false);
  expect(await store.get('a')).toBe(1);
  clock.advance(1000);
  expect(await store.get('a')).toBeUndefined();
  expect(await store.set('a', 2, { isNew: true })).toBe(true);
});

test('store: deleted twice -> true once', async () => {
  const store = createMemoryStore(createManualClock().now);
  await store.set('a', 1);
  expect(await store.delete('a')).toBe(true);
  expect(await store.delete('a')).toBe(false);
});

test('store: list -> by prefix, in key order, the newest when limited', async () => {
  const store = createMemoryStore(createManualClock().now);
  for (const key of ['b/1', 'a/2', 'a/1', 'a/3']) await store.set(key, key);
  expect((await store.list('a/')).map(({ key }) => key)).toEqual(['a/1', 'a/2', 'a/3']);
  expect((await store.list('a/', 2)).map(({ key }) => key)).toEqual(['a/2', 'a/3']);
});

test('store: a value changed after it was read -> the stored one stays', async () => {
  const store = createMemoryStore(createManualClock().now);
  await store.set('a', { list: [1] });
  ((await store.get('a')) as { list: number[] }).list.push(2);
  expect(await store.get('a')).toEqual({ list: [1] });
});
