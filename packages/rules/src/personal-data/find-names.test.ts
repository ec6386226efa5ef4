import fc from 'fast-check';
import { findNames } from './find-names';

const masks = (rows: string[][]) => findNames(rows).map(({ row, column, masked }) => [row, column, masked]);

test.each<[string, string[][], unknown[]]>([
  [
    'a column of names',
    [
      ['序号', '姓名', '金额'],
      ['1', '张小祥', '600'],
    ],
    [[1, 1, '张*祥']],
  ],
  [
    'two columns of people',
    [
      ['户主', '配偶'],
      ['欧阳小华', '朱红'],
    ],
    [
      [1, 0, '欧阳*华'],
      [1, 1, '朱*'],
    ],
  ],
  ['a name with a space between', [['申请人'], ['朱 红']], [[1, 0, '朱*']]],
  ['a name of several parts', [['学生姓名'], ['阿依古丽·买买提']], [[1, 0, '阿***·***']]],
  [
    'a title above the header',
    [
      ['公租房配租名单', '', ''],
      ['编号', '申请人', '房号'],
      ['1', '李大伟', '三号楼'],
    ],
    [[2, 1, '李*伟']],
  ],
  ['masked already', [['姓名'], ['张*祥']], []],
  [
    'who works on it',
    [
      ['经办人姓名', '联系人'],
      ['张小祥', '李大伟'],
    ],
    [],
  ],
  [
    'no header of people',
    [
      ['小区', '楼栋'],
      ['槐影巷', '三号楼'],
    ],
    [],
  ],
  [
    'sums and blanks',
    [
      ['姓名', '金额'],
      ['合计', '1200'],
      ['', ''],
    ],
    [],
  ],
  ['an organisation', [['申请人'], ['栖河养老服务中心']], []],
])('names in a list: %s', (_, rows, found) => expect(masks(rows)).toEqual(found));

test('masked as told -> found no more', () => {
  const letters = fc.constantFrom(...'张李王赵欧阳小大祥红伟芳·');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 6 }), { maxLength: 8 }), names => {
      const rows = [['姓名'], ...names.map(name => [name])];
      for (const { row, column, start, end, masked } of findNames(rows)) {
        const text = rows[row]![column]!;
        rows[row]![column] = text.slice(0, start) + masked + text.slice(end);
      }
      expect(findNames(rows)).toEqual([]);
    }),
  );
});
