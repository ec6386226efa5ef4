import { parseHotlineSheets } from './parse-hotline-sheet';

const sheet = (...rows: string[][]) => ({ name: '通报', isHidden: false, merges: [], rows });
const read = (...rows: string[][]) =>
  parseHotlineSheets([sheet(...rows)], { district: '栖河区', thisMonth: '2026-11' });
const HEAD = ['月份', '按期办结率', '办理结果满意率', '办理过程满意率'];

test('percent signs, fractions of a percent cell, plain figures; months as people write them -> hundredths', () => {
  const { months, problems } = read(
    ['栖河区热线运行情况'],
    HEAD,
    ['2026年9月', '99.99%', '98％', '100%'],
    ['2026-10-01', '0.9999', '0.982', '1'],
    ['2026/8', '99.5', '97.25', '98'],
    ['', '', '', ''],
  );
  expect(problems).toEqual([]);
  expect(months).toEqual([
    { id: '2026-09', row: 3, onTime: 9999, result: 9800, process: 10_000 },
    { id: '2026-10', row: 4, onTime: 9999, result: 9820, process: 10_000 },
    { id: '2026-08', row: 5, onTime: 9950, result: 9725, process: 9800 },
  ]);
});

test('units are named -> only the rows of this district', () => {
  const { months, problems } = read(
    ['单位', ...HEAD],
    ['望川区', '2026-10', '90%', '90%', '90%'],
    ['栖河区', '2026-10', '99%', '98%', '97%'],
    ['合计', '', '95%', '', ''],
  );
  expect(problems).toEqual([]);
  expect(months.map(({ id, row }) => [id, row])).toEqual([['2026-10', 3]]);
});

test.each<[string, string[], string]>([
  ['no month', ['十月', '99%', '98%', '97%'], '月份“十月”读不出来，要写成 2026-11'],
  ['a month to come', ['2026-12', '99%', '98%', '97%'], '2026-12 还没有到'],
  ['over a hundred', ['2026-09', '101%', '98%', '97%'], '按期办结率“101%”超过 100%'],
  ['no figure', ['2026-09', '99%', '未公布', '97%'], '结果满意率“未公布”读不出来，要写成 99.99%'],
  ['the same month again', ['2026-10', '99%', '98%', '97%'], '2026-10 前面已经有一行了'],
])('%s -> said of its row, the others stand', (_, row, message) => {
  const { months, problems } = read(HEAD, ['2026-10', '99%', '98%', '97%'], row);
  expect(problems).toEqual([{ sheet: '通报', row: 3, message }]);
  expect(months).toHaveLength(1);
});

test('no heading, or only in a hidden sheet -> said', () => {
  const hidden = { ...sheet(HEAD, ['2026-10', '99%', '98%', '97%']), isHidden: true };
  const { months, problems } = parseHotlineSheets([sheet(['无']), hidden], {
    district: '栖河区',
    thisMonth: '2026-11',
  });
  expect(months).toEqual([]);
  expect(problems).toMatchObject([{ row: 0 }]);
});
