import { changeAt, faultsOf, mergeUp, removeAt, splitAt } from './clause-edits';
import { neighbourOf } from './neighbour-of';
import { splitClauses } from './split-clauses';

const three = () => splitClauses('甲甲\n乙乙\n丙丙', 'paragraphs');
const plain = (clauses: readonly { id: string; text: string }[]) => clauses.map(({ id, text }) => `${id}:${text}`);

test('mergeUp: the second -> the first has both and keeps its id, the third keeps its own', () => {
  expect(plain(mergeUp(three(), 1))).toEqual(['c1:甲甲\n乙乙', 'c3:丙丙']);
  expect(mergeUp(three(), 0)).toEqual(three());
});

test('mergeUp: both in force already -> what they said before is joined too', () => {
  const [first, second, third] = three();
  const known = [{ ...first!, before: '旧甲' }, { ...second!, before: '旧乙' }, third!];
  expect(mergeUp(known, 1)[0]).toMatchObject({ text: '甲甲\n乙乙', before: '旧甲\n旧乙' });
  expect(mergeUp(known, 2)[1]).toMatchObject({ text: '乙乙\n丙丙', before: '旧乙' });
});

test('splitAt: within the second -> a new one after it with an id nobody had', () => {
  expect(plain(splitAt(three(), 1, 1))).toEqual(['c1:甲甲', 'c2:乙', 'c4:乙', 'c3:丙丙']);
  expect(splitAt(three(), 1, 0)).toEqual(three());
});

test('removeAt, changeAt: -> the others stay as they were', () => {
  expect(plain(removeAt(three(), 0))).toEqual(['c2:乙乙', 'c3:丙丙']);
  expect(plain(changeAt(three(), 2, { text: '丁' }))).toEqual(['c1:甲甲', 'c2:乙乙', 'c3:丁']);
});

test.each([
  [[], ['还没有条目']],
  [[{ id: 'c1', label: '第一条', text: ' ' }], ['第一条没有内容']],
  [[{ id: 'c1', label: '', text: '甲' }], ['第 1 项没有名称']],
  [[{ id: 'c1', label: '第一条', text: '甲'.repeat(5_001) }], ['第一条超过 5000 字，请拆开']],
  [[{ id: 'c1', label: '甲'.repeat(41), text: '甲' }], ['第 1 项的名称超过 40 字']],
  [[{ id: 'c1', label: '第一条', text: '甲' }], []],
])('faultsOf: %# -> what the server would refuse', (clauses, faults) => {
  expect(faultsOf(clauses)).toEqual(faults);
});

test('faultsOf: 801 clauses -> too many', () => {
  const many = splitClauses('甲\n'.repeat(801), 'paragraphs');
  expect(faultsOf(many)).toEqual(['最多 800 条，现在有 801 条']);
});

test.each([
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'b'],
])('neighbourOf: %s of a, b, c -> %s', (id, next) => {
  expect(neighbourOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }], id)).toBe(next);
});

test('neighbourOf: the only one -> nobody', () => {
  expect(neighbourOf([{ id: 'a' }], 'a')).toBeUndefined();
});
