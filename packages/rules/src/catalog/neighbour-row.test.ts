import { neighbourRow } from './neighbour-row';

const rows = ['a1', 'a2', 'b1', 'a3', 'b2'];
const groupOf = (row: string) => row.slice(0, 1);

describe('neighbour of a row', () => {
  test.each([
    ['a1', 'up', undefined],
    ['a1', 'down', 'a2'],
    ['a2', 'down', 'a3'],
    ['a3', 'up', 'a2'],
    ['a3', 'down', undefined],
    ['b1', 'up', undefined],
    ['b1', 'down', 'b2'],
  ] as const)('%s, %s -> %s, whatever of other groups stands between', (row, direction, neighbour) => {
    expect(neighbourRow(rows, row, direction, groupOf)).toBe(neighbour);
  });
});
