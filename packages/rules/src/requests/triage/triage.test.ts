import { enquiryMachine, type EnquiryStatus } from '../../enquiries';
import { findDecisionKind } from '../decision-kinds';
import { requestStatusLabels, type RequestStatus } from '../request-events';
import { enquiryConversionRefusal, requestConversionRefusal } from './conversion';
import { documentSigns, triageNatures, triageSigns } from './triage-signs';

describe('triageSigns', () => {
  test.each<[string, string, string[]]>([
    ['a paper, by its name', '槐影社区加装电梯补助发放明细，2026年1月至10月', []],
    ['a petition', '信访几次了，请求解决拆迁补偿', ['petition']],
    ['a complaint with two words, a petition with one', '举报楼下违规搭建，给个说法', ['complaint', 'petition']],
    ['a question', '请问廉租房怎么办理', ['consultation']],
    ['something to be mended today', '槐影巷漏水没人管', ['hotline']],
    ['full-width digits', '打了１２３４５', ['hotline']],
    ['a book', '2020年栖河年鉴', ['publication']],
  ])('%s -> %s', (_, text, natures) => {
    expect(triageSigns(text).map(({ nature }) => nature)).toEqual(natures);
  });

  test('a sign -> the words it was seen by, where that is written, and what may be done', () => {
    expect(triageSigns('举报楼下违规搭建')).toEqual([
      expect.objectContaining({ label: '投诉、举报', article: '第三十九条第一款', words: ['举报', '违规'] }),
    ]);
  });

  test('an article lets the office refuse -> with the kind of answer of that article', () => {
    for (const { decision, article } of Object.values(triageNatures))
      if (decision) expect(findDecisionKind(decision)?.article).toBe(article);
    expect(triageNatures.consultation.decision).toBeNull();
  });
});

test.each([
  ['我想要加装电梯的验收报告复印件', ['复印件', '验收报告']],
  ['路灯什么时候修', []],
])('documentSigns: %s -> %j', (text, words) => {
  expect(documentSigns(text)).toEqual(words);
});

describe('conversion', () => {
  test.each<[RequestStatus, boolean]>([
    ['awaiting_confirmation', true],
    ['in_progress', true],
    ['awaiting_correction', true],
    ['paused', true],
    ['extended', true],
    ['decided', false],
    ['withdrawn', false],
    ['lapsed', false],
  ])('a request %s -> may be converted: %s', (status, may) => {
    expect(requestConversionRefusal(status) === null).toBe(may);
    expect(Object.keys(requestStatusLabels)).toContain(status);
  });

  test.each<[EnquiryStatus, boolean]>([
    ['submitted', true],
    ['accepted', true],
    ['assigned', true],
    ['drafted', true],
    ['answered', false],
    ['not_ours', false],
    ['withdrawn', false],
  ])('a message %s -> may be converted: %s, as its machine allows', (status, may) => {
    expect(enquiryConversionRefusal(status) === null).toBe(may);
    expect('converted' in enquiryMachine[status]).toBe(may);
  });
});
