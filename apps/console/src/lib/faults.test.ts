import { faultsAt, faultsByBlock } from './faults';

const faults = [
  { path: 'columnIds', message: '至少一个栏目' },
  { path: 'body.1.alt', message: '请写图里是什么' },
  { path: 'body.1.fileId', message: '请写图里是什么' },
  { path: 'body.10', message: '最多 500 字' },
  { path: 'bodyguard.1', message: '不是正文' },
];

describe('faults', () => {
  test('at a field: its own and those of its parts, each sentence once; a longer name is another field', () => {
    expect(faultsAt(faults, 'columnIds')).toEqual(['至少一个栏目']);
    expect(faultsAt(faults, 'body')).toEqual(['请写图里是什么', '最多 500 字']);
    expect(faultsAt(faults, 'column')).toEqual([]);
  });

  test('by block: each at its number', () => {
    expect([...faultsByBlock(faults)]).toEqual([
      [1, ['请写图里是什么']],
      [10, ['最多 500 字']],
    ]);
  });
});
