import { readHotlineRates } from './read-hotline-rates';

test.each<[string, string, object]>([
  [
    'a sentence',
    '10月，我区按期办结率99.99%，办理结果满意率 98.2％，办理过程满意率100%。',
    { onTime: 9999, result: 9820, process: 10_000 },
  ],
  [
    'cells of a table',
    '单位\t按时办结率\t结果满意率\t过程满意率\n栖河区\t99.5%\t97%\t98.25%',
    { onTime: 9950, result: 9700, process: 9825 },
  ],
  ['another order', '过程满意度 99%；结果满意度 98%；按期办结率 100%', { onTime: 10_000, result: 9800, process: 9900 }],
  ['one is missing', '按期办结率99.9%，结果满意率未公布', { onTime: 9990 }],
  ['over a hundred', '按期办结率199.9%', {}],
  ['nothing', '本月没有通报', {}],
])('hotline rates: %s -> read', (_, pasted, rates) => {
  expect(readHotlineRates(pasted)).toEqual(rates);
});
