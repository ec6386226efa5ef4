import { sayWording, wordingFinder, type WordingRule } from './find-wording';

const RULES: WordingRule[] = [
  { wrong: '截止到', right: '截至', reason: '还没结束的用“截至”' },
  { wrong: '截止', reason: '看是不是“截至”', except: ['报名截止', '截止日期'] },
  { wrong: '残废', right: '残疾', reason: '称呼要尊重', isBlocking: true },
  { wrong: '卫生局', right: '卫生健康局', reason: '改了名' },
  { wrong: '哑哑', reason: '两个字一样的' },
];
const find = wordingFinder(RULES);

describe('words of a dictionary', () => {
  test.each<[string, string, [number, string][]]>([
    ['none of them', '周六停水，请提前储水。', []],
    ['one', '残废军人', [[0, '残废']]],
    ['two that begin together -> the longer one', '截止到11月', [[0, '截止到']]],
    [
      'the same word twice',
      '卫生局说，卫生局的人',
      [
        [0, '卫生局'],
        [5, '卫生局'],
      ],
    ],
    ['the right word, which begins alike', '卫生健康局', []],
    ['within a phrase where it is right', '报名截止了，看截止日期', []],
    ['beside such a phrase', '报名截止，数据截止上月', [[7, '截止']]],
    ['overlapping itself -> once', '哑哑哑', [[0, '哑哑']]],
    ['after a sign of two units', '😀残废', [[2, '残废']]],
    ['at the very end', '看截止', [[1, '截止']]],
    ['an empty text', '', []],
  ])('%s', (_, text, expected) => {
    const finds = find(text);
    expect(finds.map(({ start, text: word }) => [start, word])).toEqual(expected);
    for (const one of finds) expect(text.slice(one.start, one.end)).toBe(one.text);
  });

  test('replacing what is found from the end -> nothing is found again', () => {
    const text = '截止到11月，残废军人到卫生局办。';
    const replaced = find(text).reduceRight(
      (words, one) => words.slice(0, one.start) + (one.right ?? one.text) + words.slice(one.end),
      text,
    );
    expect(replaced).toBe('截至11月，残疾军人到卫生健康局办。');
    expect(find(replaced)).toEqual([]);
  });

  test('said in a sentence: what it is, what to put, why, whether it may stay', () => {
    expect(find('残废').map(sayWording)).toEqual(['“残废”不能用，改成“残疾”：称呼要尊重。']);
    expect(find('截止上月').map(sayWording)).toEqual(['“截止”要看一看：看是不是“截至”。']);
  });
});
