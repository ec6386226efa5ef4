import { pairsOf, plainTitle } from './title-pairs';

describe('pairs of a title', () => {
  test.each([
    ['停水通知', ['停水', '水通', '通知']],
    ['通知通知', ['通知', '知通']],
    ['Ａ b１', ['ab', 'b1']],
    ['𠮷祥巷', ['𠮷祥', '祥巷']],
    ['停', []],
    ['', []],
  ])('%p -> each once, width, case and spaces apart', (title, pairs) => {
    expect(pairsOf(title)).toEqual(pairs);
  });

  test('words within a title -> all their pairs are among those of the title', () => {
    const title = pairsOf('关于槐影巷周六停水的通知');
    expect(pairsOf(plainTitle('周六 停水')).every(pair => title.includes(pair))).toBe(true);
  });
});
