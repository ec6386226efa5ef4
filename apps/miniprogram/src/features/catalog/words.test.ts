import type { EntrySummary } from '@bandeng/contracts/types';
import { groupEntries } from './words';

const entry = (id: string, name: string, path: string[]) => ({ id, name, path }) as EntrySummary;

test('group entries: some below a 一级事项, one without -> groups in the order they come', () => {
  const groups = groupEntries([entry('1', '甲', ['补贴']), entry('2', '乙', []), entry('3', '丙', ['补贴', '发放'])]);
  expect(groups.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    ['补贴', ['1', '3']],
    ['乙', ['2']],
  ]);
});
