import { carry, carryAll, dropComment, sourcesOf } from './carry-comments';

const asked = [
  { id: 'c1', label: '第一条', text: '每个社区设一个助餐点。' },
  { id: 'c2', label: '第二条', text: '补贴每季度公布一次。' },
];
const start = { clauses: asked, sources: {} };
const said = (id: string, clauseId: string, proposedText: string | null) => ({
  ...{ id, proposedText },
  target: { kind: 'clause' as const, id: clauseId },
});
const monthly = said('a', 'c2', '补贴每月公布一次。');

test('carry: with words -> they stand in its clause under its name; without -> the name only, until the words are others', () => {
  const written = carry(start, monthly);
  expect(written.clauses.map(({ text }) => text)).toEqual(['每个社区设一个助餐点。', '补贴每月公布一次。']);
  expect(sourcesOf(asked, written)).toEqual([{ clauseId: 'c2', commentIds: ['a'] }]);
  const named = carry(start, said('b', 'c1', null));
  expect([named.clauses, sourcesOf(asked, named)]).toEqual([asked, []]);
  const edited = { ...named, clauses: [{ ...asked[0]!, text: '每个社区设两个助餐点。' }, asked[1]!] };
  expect(sourcesOf(asked, edited)).toEqual([{ clauseId: 'c1', commentIds: ['b'] }]);
});

test('carry: its clause is gone -> nothing; twice -> once', () => {
  expect(carry(start, said('a', 'c9', '别的话。'))).toEqual(start);
  expect(carry(carry(start, monthly), monthly).sources).toEqual({ c2: ['a'] });
});

test('carryAll: two wordings of one clause -> one of them, the other is left to be looked at', () => {
  const written = carryAll(start, [monthly, said('b', 'c2', '补贴每周公布一次。'), said('c', 'c1', null)]);
  expect([written.clauses[1]?.text, written.sources]).toEqual(['补贴每月公布一次。', { c2: ['a'] }]);
});

test('dropComment, or the words put back -> it is not said of the clause', () => {
  const written = carry(start, monthly);
  expect(sourcesOf(asked, { ...written, sources: dropComment(written.sources, 'a') })).toEqual([]);
  expect(sourcesOf(asked, { ...written, clauses: asked })).toEqual([]);
});
