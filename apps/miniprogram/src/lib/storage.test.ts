import { resetTaro } from '../../test/taro';
import { dropDraft, flushDrafts, markDraft, readDraft, saveDraft } from './drafts';
import { keep, readKept } from './kept';
import { uuidOf } from './ids';
import { readStored, writeStored } from './storage';

beforeEach(() => resetTaro());

test('storage: more than a key may hold -> refused, nothing written', () => {
  expect(writeStored('favourites', 'x'.repeat(500_000))).toBe(false);
  expect(readStored('favourites')).toBeUndefined();
});

test('kept: more than the bound -> the oldest leave, the newest stay', () => {
  const body = 'x'.repeat(100_000);
  for (let at = 0; at < 25; at += 1) keep(`public /n${at}`, { body, at: '2026-10-14T00:00:00Z' });
  expect(readKept('public /n0')).toBeUndefined();
  expect(readKept('public /n24')).toBeDefined();
});

test('ids: any 16 bytes -> a version 4 uuid', () => {
  expect(uuidOf(Array.from({ length: 16 }, () => 255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(uuidOf(Array.from({ length: 16 }, () => 0))).toBe('00000000-0000-4000-8000-000000000000');
});

describe('drafts', () => {
  test('saved twice: keeps the first id and the last words, and survives on the phone', () => {
    saveDraft('comment:c1', 'id-1', { body: '一' });
    saveDraft('comment:c1', 'id-2', { body: '一二' });
    flushDrafts();
    expect(readDraft('comment:c1')).toMatchObject({ id: 'id-1', value: { body: '一二' }, state: 'saved' });
    expect(readStored<Record<string, unknown>>('drafts')).toHaveProperty('comment:c1');
  });

  test('marked sending: written before the call leaves; dropped: gone', () => {
    saveDraft('comment:c2', 'id-3', { body: '三' });
    markDraft('comment:c2', 'sending');
    expect(readStored<Record<string, { state: string }>>('drafts')?.['comment:c2']?.state).toBe('sending');
    dropDraft('comment:c2');
    expect(readDraft('comment:c2')).toBeUndefined();
    expect(readStored<Record<string, unknown>>('drafts')).not.toHaveProperty('comment:c2');
  });
});
