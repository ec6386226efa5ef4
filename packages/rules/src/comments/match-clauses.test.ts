import fc from 'fast-check';
import { matchClauses, type KnownClause, type NextClause } from './match-clauses';

const clause = (id: string, text: string, label = `第${id}`): KnownClause => ({ id, label, text });
const draft = [clause('c1', '甲'), clause('c2', '乙'), clause('c3', '丙')];

describe('match clauses', () => {
  test.each<[string, NextClause[], string[]]>([
    ['nothing changed', draft, ['c1', 'c2', 'c3']],
    [
      'a clause moved up and numbered anew',
      [clause('c1', '丙'), clause('c2', '甲'), clause('c3', '乙')],
      ['c3', 'c1', 'c2'],
    ],
    [
      'words of one changed under its id',
      [clause('c1', '甲'), clause('c2', '新'), clause('c3', '丙')],
      ['c1', 'c2', 'c3'],
    ],
    ['one left out', [clause('c1', '甲'), clause('c3', '丙')], ['c1', 'c3']],
    ['a new one between', [clause('c1', '甲'), { label: '二', text: '新' }, clause('c2', '乙')], ['c1', 'c4', 'c2']],
    ['the id of one that is gone', [clause('c9', '旧条回来')], ['c4']],
    ['the words of one under the id of another', [clause('c1', '乙')], ['c2']],
  ])('%s -> %j keeps %j', (_, next, ids) => expect(matchClauses(draft, next, ['c9'])).toEqual(ids));

  test('twice the same words: the one thought of, then the same label -> each its own', () => {
    const twins = [clause('c1', '同上', '第一条'), clause('c2', '同上', '第二条')];
    const next = [
      { label: '第二条', text: '同上' },
      { label: '第九条', text: '同上', id: 'c1' },
    ];
    expect(matchClauses(twins, next, [])).toEqual(['c2', 'c1']);
  });

  const words = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
  const known = fc
    .array(words, { maxLength: 6 })
    .map(texts => texts.map((text, at) => clause(`c${at + 1}`, text, `第${at + 1}条`)));
  const nexts = fc.array(
    fc.record(
      { id: fc.constantFrom('c1', 'c2', 'c3', 'c8', 'x'), label: fc.constantFrom('第1条', '第2条'), text: words },
      { requiredKeys: ['label', 'text'] },
    ),
    { maxLength: 7 },
  );

  test('any two drafts -> ids are distinct; what was removed earlier is never used again; no words lose their id to others', () => {
    fc.assert(
      fc.property(known, nexts, (before, next) => {
        const ids = matchClauses(before, next, ['c8']);
        expect(new Set(ids).size).toBe(next.length);
        expect(ids).not.toContain('c8');
        for (const { text } of before) {
          const olds = before.filter(old => old.text === text).map(({ id }) => id);
          const heirs = ids.filter((id, at) => olds.includes(id) && next[at]!.text === text);
          expect(heirs).toHaveLength(Math.min(olds.length, next.filter(one => one.text === text).length));
        }
      }),
    );
  });
});
