import { continueClauses, effectOf, type AskedClause } from './draft-effect';
import { splitClauses } from './split-clauses';

const asked: AskedClause[] = [
  { id: 'c1', label: '第一条', text: '甲甲', before: '旧甲', commentCount: 3 },
  { id: 'c2', label: '第二条', text: '乙乙', commentCount: 2 },
  { id: 'c3', label: '第三条', text: '丙丙', commentCount: 0 },
];

test('continueClauses: a whole text with a clause put in front -> each keeps its id and what is in force beside it', () => {
  const pasted = splitClauses('第一条　新的\n第二条　甲甲\n第三条　乙乙\n第四条　丙丙', 'articles');
  expect(continueClauses(asked, pasted)).toEqual([
    { id: 'c4', label: '第一条', text: '新的' },
    { id: 'c1', label: '第二条', text: '甲甲', before: '旧甲' },
    { id: 'c2', label: '第三条', text: '乙乙' },
    { id: 'c3', label: '第四条', text: '丙丙' },
  ]);
});

test('effectOf: one rewritten, one gone, one new -> said with how many comments will be marked', () => {
  const next = [{ ...asked[0]!, text: '甲甲甲' }, asked[2]!, { id: 'c9', label: '第四条', text: '丁' }];
  expect(effectOf(asked, next)).toEqual([
    { label: '第一条', change: 'changed', commentCount: 3 },
    { label: '第四条', change: 'new', commentCount: 0 },
    { label: '第二条', change: 'removed', commentCount: 2 },
  ]);
  expect(effectOf(asked, asked)).toEqual([]);
});
