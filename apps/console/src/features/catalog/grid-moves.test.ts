import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { EditionEntry } from '@bandeng/contracts/types';
import { moveOf } from './grid-moves';
import type { TreeRow } from './tree';

const texts = Object.fromEntries(ENTRY_FIELDS.map(field => [field, ''])) as EditionEntry['texts'];
const entry = (id: string, mayEdit = true): TreeRow => ({
  kind: 'entry',
  key: id,
  level: 2,
  name: id,
  entry: { id, domain: { id: 'd', name: '领域' }, path: [], number: '', texts, commentIds: [], mayEdit },
});
const group = (key: string, isOpen: boolean): TreeRow => ({
  kind: 'group',
  key,
  level: 1,
  name: key,
  count: 2,
  isOpen,
  entry: null,
});
const rows = [group('甲', true), entry('一'), entry('二', false), group('乙', false)];
const press = (key: string, row: number, column = 0, { ctrlKey = false, altKey = false } = {}) =>
  moveOf({ key, ctrlKey, altKey }, { row, column }, rows, 4);

describe('moveOf', () => {
  test.each([
    ['ArrowDown', 0, { go: { row: 1, column: 0 } }],
    ['ArrowUp', 0, { go: { row: 0, column: 0 } }],
    ['ArrowDown', 3, { go: { row: 3, column: 0 } }],
    ['PageDown', 0, { go: { row: 3, column: 0 } }],
    ['ArrowRight', 3, { toggle: '乙' }],
    ['ArrowRight', 0, { go: { row: 1, column: 0 } }],
    ['ArrowLeft', 0, { toggle: '甲' }],
    ['ArrowLeft', 3, { go: { row: 3, column: 0 } }],
    ['ArrowLeft', 2, { go: { row: 0, column: 0 } }],
    ['Enter', 0, { toggle: '甲' }],
    ['Enter', 1, { edit: { row: 1, column: 0 } }],
    ['Enter', 2, null],
    ['a', 1, null],
  ])('%s on line %i -> as a tree does it; no writing where one may not', (key, row, move) => {
    expect(press(key, row)).toEqual(move);
  });

  test('left and right in an entry -> its columns, and no further than the last', () => {
    expect(press('ArrowRight', 1, 2)).toEqual({ go: { row: 1, column: 3 } });
    expect(press('ArrowRight', 1, 3)).toEqual({ go: { row: 1, column: 3 } });
    expect(press('ArrowLeft', 1, 2)).toEqual({ go: { row: 1, column: 1 } });
  });

  test('Home and End -> the ends of a line, with Ctrl those of the table', () => {
    expect(press('Home', 1, 2)).toEqual({ go: { row: 1, column: 0 } });
    expect(press('End', 1)).toEqual({ go: { row: 1, column: 3 } });
    expect(press('Home', 2, 1, { ctrlKey: true })).toEqual({ go: { row: 0, column: 1 } });
    expect(press('End', 0, 0, { ctrlKey: true })).toEqual({ go: { row: 3, column: 0 } });
  });

  test('Alt and an arrow -> takes the entry along, where one may; a group stays, Alt and left is the browser’s', () => {
    const alt = (key: string, row: number) => press(key, row, 2, { altKey: true });
    expect(alt('ArrowUp', 1)).toEqual({ take: rows[1]!.entry, direction: 'up' });
    expect(alt('ArrowDown', 1)).toEqual({ take: rows[1]!.entry, direction: 'down' });
    expect([alt('ArrowUp', 2), alt('ArrowDown', 0), alt('ArrowLeft', 1)]).toEqual([null, null, null]);
  });

  test('a table of no lines -> nothing', () => {
    expect(moveOf({ key: 'ArrowDown', ctrlKey: false, altKey: false }, { row: 0, column: 0 }, [], 4)).toBeNull();
  });
});
