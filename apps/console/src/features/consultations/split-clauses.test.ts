import { articleNumber } from './article-number';
import { modeFor, splitClauses, type SplitMode } from './split-clauses';

const plain = (text: string, mode: SplitMode) =>
  splitClauses(text, mode).map(({ label, text: words }) => [label, words]);

describe('splitClauses', () => {
  test.each<[string, SplitMode, string, string[][]]>([
    [
      'one article a line',
      'articles',
      '第一条　为了方便。\n第二条 每月公布。',
      [
        ['第一条', '为了方便。'],
        ['第二条', '每月公布。'],
      ],
    ],
    [
      'lines under an article',
      'articles',
      '第一条 有下列情形：\n（一）甲；\n（二）乙。\n第二条 完',
      [
        ['第一条', '有下列情形：\n（一）甲；\n（二）乙。'],
        ['第二条', '完'],
      ],
    ],
    ['label on a line of its own', 'articles', '第一条\n为了方便。', [['第一条', '为了方便。']]],
    [
      'no gap, next in turn',
      'articles',
      '第九条甲。\n第一条甲。\n第二条乙。',
      [
        ['前言', '第九条甲。'],
        ['第一条', '甲。'],
        ['第二条', '乙。'],
      ],
    ],
    [
      'a reference at the start of a line',
      'articles',
      '第一条 甲。\n第一条规定的补贴，照发。\n第二条 乙。',
      [
        ['第一条', '甲。\n第一条规定的补贴，照发。'],
        ['第二条', '乙。'],
      ],
    ],
    [
      'title before, chapters between',
      'articles',
      '助餐办法\n第一章 总则\n第一条 甲。\n第二章 标准\n第二条 乙。',
      [
        ['前言', '助餐办法'],
        ['第一章', '总则'],
        ['第一条', '甲。'],
        ['第二章', '标准'],
        ['第二条', '乙。'],
      ],
    ],
    [
      'figures, wide ones too',
      'articles',
      '第１条 甲\n第2条：乙',
      [
        ['第1条', '甲'],
        ['第2条', '乙'],
      ],
    ],
    [
      'an article put between',
      'articles',
      '第三条 甲\n第三条之一 乙',
      [
        ['第三条', '甲'],
        ['第三条之一', '乙'],
      ],
    ],
    [
      'breaks of Word and of Windows',
      'articles',
      '第一条 甲\u000b乙\r\n\r\n第二条 丙\u200b',
      [
        ['第一条', '甲\n乙'],
        ['第二条', '丙'],
      ],
    ],
    [
      'titles with text',
      'headings',
      '一、总体要求\n要方便。\n二、标准\n每餐三元。',
      [
        ['一、总体要求', '要方便。'],
        ['二、标准', '每餐三元。'],
      ],
    ],
    [
      'the outermost numbering divides',
      'headings',
      '一、要求\n（一）甲\n（二）乙\n二、标准\n丙',
      [
        ['一、要求', '（一）甲\n（二）乙'],
        ['二、标准', '丙'],
      ],
    ],
    [
      'a sentence behind its number',
      'headings',
      '一、每月公布一次。\n二、每餐三元。',
      [
        ['一', '每月公布一次。'],
        ['二', '每餐三元。'],
      ],
    ],
    [
      'a heading with nothing under it',
      'headings',
      '1. 对象\n2. 标准\n每餐 3.5 元',
      [
        ['1. 对象', '1. 对象'],
        ['2. 标准', '每餐 3.5 元'],
      ],
    ],
    ['no heading at all', 'headings', '甲\n乙', [['前言', '甲\n乙']]],
    [
      'paragraphs',
      'paragraphs',
      '甲\n\n  乙',
      [
        ['第 1 段', '甲'],
        ['第 2 段', '乙'],
      ],
    ],
    ['nothing', 'articles', ' \n ', []],
  ])('%s: %s -> its clauses', (_, mode, text, clauses) => {
    expect(plain(text, mode)).toEqual(clauses);
  });

  test('ids: of every clause -> its own', () => {
    expect(splitClauses('甲\n乙\n丙', 'paragraphs').map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });
});

test.each<[string, SplitMode]>([
  ['第一条 甲\n第二条 乙', 'articles'],
  ['一、甲\n二、乙', 'headings'],
  ['（一）甲\n（二）乙', 'headings'],
  ['第一条 甲', 'paragraphs'],
  ['每餐 3.5 元\n3.5 元不变', 'paragraphs'],
  ['', 'paragraphs'],
])('modeFor: %j -> %s', (text, mode) => {
  expect(modeFor(text)).toBe(mode);
});

test.each([
  ['第一条', 1],
  ['第十条', 10],
  ['第十二条', 12],
  ['第二十条', 20],
  ['第一百零五条', 105],
  ['第一百一十条', 110],
  ['第37条', 37],
  ['第三条之一', 3],
])('articleNumber: %s -> %d', (label, number) => {
  expect(articleNumber(label)).toBe(number);
});
