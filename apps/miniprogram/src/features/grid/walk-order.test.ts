import { inOwnOrder, movedUp } from './walk-order';

const buildings = ['a', 'b', 'c', 'd'].map(id => ({ id }));
const ordered = (order: string[], given = buildings) => inOwnOrder(given, order).map(({ id }) => id);

test.each([
  ['nothing remembered -> as the office put them', [], 'abcd'],
  ['all remembered -> one’s own', ['d', 'b', 'a', 'c'], 'dbac'],
  ['a new building -> behind the one it comes after', ['d', 'b', 'a'], 'dbca'],
  ['a new first one -> first', ['d', 'c', 'b'], 'adcb'],
  ['one that is gone -> nothing', ['x', 'b', 'a', 'c', 'd'], 'bacd'],
])('walk: %s', (_, order, expected) => {
  expect(ordered(order).join('')).toBe(expected);
});

test('one place nearer: the third -> second; the first -> stays', () => {
  expect(movedUp(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
  expect(movedUp(['a', 'b', 'c'], 'a')).toEqual(['a', 'b', 'c']);
});
