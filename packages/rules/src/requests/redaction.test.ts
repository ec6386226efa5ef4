import { describeRedaction, redactText, refusedMarks, type TextMark } from './redaction';

const TEXT = '报价单位：安步电梯，联系人：石兰，总价 42 万元。';
const mark = (words: string, ground: TextMark['ground']): TextMark => {
  const from = TEXT.indexOf(words);
  return { from, to: from + words.length, ground };
};

describe('redaction of a text', () => {
  it('marks in any order -> the words are gone, the ground of each stands there', () => {
    const redacted = redactText(TEXT, [mark('石兰', 'denied_third_party'), mark('安步电梯', 'denied_state_secret')]);
    expect(redacted).toBe('报价单位：【此处不公开：第十四条】，联系人：【此处不公开：第十五条】，总价 42 万元。');
  });

  it('no mark -> as it was', () => expect(redactText(TEXT, [])).toBe(TEXT));

  it.each([
    ['beyond the end', [{ from: 0, to: 999, ground: 'denied_internal' as const }]],
    ['empty', [{ from: 3, to: 3, ground: 'denied_internal' as const }]],
    ['over one another', [mark('联系人：石兰', 'denied_internal'), mark('石兰', 'denied_process')]],
  ])('%s -> refused with a sentence', (_, marks) => {
    expect(refusedMarks(TEXT.length, marks)).toMatch(/。$/);
    expect(() => redactText(TEXT, marks)).toThrow(RangeError);
  });
});

test('describeRedaction: several pages and grounds -> counted by page and article', () => {
  expect(
    describeRedaction([
      { page: 2, ground: 'denied_process' },
      { page: 1, ground: 'denied_third_party' },
      { page: 1, ground: 'denied_third_party' },
    ]),
  ).toBe('遮去 3 处：第 1 页 2 处（第十五条），第 2 页 1 处（第十六条第二款）');
  expect(describeRedaction([{ ground: 'denied_internal' }])).toBe('遮去 1 处：1 处（第十六条第一款）');
});
