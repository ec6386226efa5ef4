import fc from 'fast-check';
import { parseTimeLimits } from './parse-time-limits';
import type { TimeLimit } from './time-limit';

type Read = Omit<TimeLimit, 'text'>;
const read = (text: string): Read[] => parseTimeLimits(text).map(({ text: _text, ...limit }) => limit);
const workdays = (n: number, event?: string): Read => ({
  kind: 'workdays_after_event',
  ...(event ? { event } : {}),
  n,
  unit: 'workingDays',
});

describe('parseTimeLimits', () => {
  test.each<[string, Read[]]>([
    ['信息形成或者变更之日起20个工作日内', [workdays(20, '信息形成或者变更')]],
    ['信息形成或者变更之日起20个工作日内予以公开', [workdays(20, '信息形成或者变更')]],
    ['信息形成之日起20个工作日内', [workdays(20, '信息形成')]],
    ['自信息形成之日起２０个工作日内', [workdays(20, '信息形成')]],
    ['分配结果确定后20个工作日内', [workdays(20, '分配结果确定')]],
    ['信息形成（变更）20个工作日内', [workdays(20, '信息形成或者变更')]],
    ['信息形成(变更)20个工作日内', [workdays(20, '信息形成或者变更')]],
    ['信息获取(形成变更)20个工作日内', [workdays(20, '信息获取（形成变更）')]],
    ['20个工作日', [workdays(20)]],
    ['作出决定之日起七个工作日内', [workdays(7, '作出决定')]],
    ['收到申请之日起十五日内', [{ kind: 'days_after_event', event: '收到申请', n: 15, unit: 'days' }]],
    ['审批完成后二十五天内', [{ kind: 'days_after_event', event: '审批完成', n: 25, unit: 'days' }]],
    ['验收之日起3个月内', [{ kind: 'months_after_event', event: '验收', n: 3, unit: 'months' }]],
    ['事件发生后5小时内', [{ kind: 'hours_after_event', event: '事件发生', n: 5, unit: 'hours' }]],
    ['长期公开（动态调整）', [{ kind: 'permanent' }]],
    ['及时公开', [{ kind: 'immediate' }]],
    ['每季度', [{ kind: 'schedule', every: 'quarter' }]],
    ['每月结束后5个工作日内', [{ kind: 'schedule', every: 'month', n: 5, unit: 'workingDays' }]],
    ['每季度结束后十五日内', [{ kind: 'schedule', every: 'quarter', n: 15, unit: 'days' }]],
    ['按月公开', [{ kind: 'schedule', every: 'month' }]],
    ['每年1月31日前', [{ kind: 'schedule', every: 'year', by: '01-31' }]],
    ['每年12月底前', [{ kind: 'schedule', every: 'year', by: '12-31' }]],
    ['按有关规定', [{ kind: 'verbatim' }]],
    ['2026年底前', [{ kind: 'verbatim' }]],
    ['1月31日前公开', [{ kind: 'verbatim' }]],
    ['会议召开5日前', [{ kind: 'verbatim' }]],
    ['公开时间至少20个工作日', [{ kind: 'verbatim' }]],
    ['—', []],
    ['', []],
    [' \n ', []],
  ])('%p -> read', (text, expected) => expect(read(text)).toEqual(expected));

  test('a limit and a consultation -> one limit with the consultation at least 30 days', () => {
    const text = '信息形成或者变更之日起20个工作日内予以公开；征求意见期限不得少于30日';
    expect(parseTimeLimits(text)).toEqual([
      { ...workdays(20, '信息形成或者变更'), consultation: { n: 30, unit: 'days' }, text },
    ]);
  });

  test('a limit and a posting -> one limit with the posting', () => {
    const text = '信息形成（变更）20个工作日内；公示期不少于7天';
    expect(parseTimeLimits(text)).toEqual([
      { ...workdays(20, '信息形成或者变更'), posting: { n: 7, unit: 'days' }, text },
    ]);
    expect(read('信息形成之日起20个工作日内公开，公示期为七个工作日')).toEqual([
      { ...workdays(20, '信息形成'), posting: { n: 7, unit: 'workingDays' } },
    ]);
  });

  test.each(['\n', '', ' '])('two numbered parts, %p between -> two limits, each with its part', between => {
    const text = `1.除处罚决定外其他内容：长期公开（动态调整）；${between}2.处罚决定：20个工作日内`;
    expect(parseTimeLimits(text)).toEqual([
      { kind: 'permanent', part: '除处罚决定外其他内容', text: '除处罚决定外其他内容：长期公开（动态调整）' },
      { ...workdays(20), part: '处罚决定', text: '处罚决定：20个工作日内' },
    ]);
  });

  test('the punishment rule -> limit, extension and when it comes down, for firms and for people', () => {
    const text =
      '作出决定之日起7个工作日内；情况复杂的经负责人批准可延长7个工作日。涉及企事业单位的公示届满5年、涉及个人的届满3年不再公示';
    expect(read(text)).toEqual([
      {
        ...workdays(7, '作出决定'),
        extension: { n: 7, unit: 'workingDays' },
        takeDown: [
          { appliesTo: '涉及企事业单位', n: 5, unit: 'years' },
          { appliesTo: '涉及个人', n: 3, unit: 'years' },
        ],
      },
    ]);
  });

  test('a posting alone, or of one part -> a period', () => {
    expect(read('公示期不少于7天')).toEqual([{ kind: 'period', posting: { n: 7, unit: 'days' } }]);
    expect(read('初审名单：公示期不少于七个工作日')).toEqual([
      { kind: 'period', part: '初审名单', posting: { n: 7, unit: 'workingDays' } },
    ]);
    expect(read('公示不少于7天')).toEqual([{ kind: 'period', posting: { n: 7, unit: 'days' } }]);
  });

  test('“公开时限：” before it -> no part', () => {
    expect(read('公开时限：信息形成之日起20个工作日内')).toEqual([workdays(20, '信息形成')]);
  });

  test('any text -> never throws, and every character that matters is kept', () => {
    const pieces = fc.constantFrom(
      '信息形成',
      '20个工作日内',
      '；',
      '公示期',
      '不少于7天',
      '1.',
      '：',
      '每月',
      '\n',
      '届满5年',
      '（',
      '长期',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(list => list.join('')),
        ),
        text => {
          const kept = parseTimeLimits(text)
            .map(limit => limit.text)
            .join('');
          for (const word of ['信息形成', '公示期', '长期']) {
            expect(kept.split(word).length).toBe(text.split(word).length);
          }
        },
      ),
    );
  });
});
