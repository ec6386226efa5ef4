import { pairBefore } from './pair-before';
import { splitClauses } from './split-clauses';

const read = (text: string) => splitClauses(text, 'articles');

test.each<[string, string, string, (string | undefined)[], string[]]>([
  ['the same', '第一条 甲\n第二条 乙', '第一条 甲\n第二条 乙', ['甲', '乙'], []],
  ['one changed', '第一条 甲\n第二条 丙', '第一条 甲\n第二条 乙', ['甲', '乙'], []],
  ['one put in, the next moved on', '第一条 新\n第二条 甲', '第一条 甲', [undefined, '甲'], []],
  ['one left out', '第一条 甲', '第一条 甲\n第二条 乙', ['甲'], ['第二条']],
  ['nothing in force', '第一条 甲', '', [undefined], []],
])('pairBefore: %s -> what was said before, and what is gone', (_, draft, inForce, before, gone) => {
  const paired = pairBefore(read(draft), read(inForce));
  expect(paired.clauses.map(clause => clause.before)).toEqual(before);
  expect(paired.gone).toEqual(gone);
});

test('pairBefore: paired once more with nothing -> what it had is taken away', () => {
  const { clauses } = pairBefore(read('第一条 甲'), read('第一条 乙'));
  expect(pairBefore(clauses, []).clauses).toEqual(read('第一条 甲'));
});
