import { numberRows } from './number-rows';

describe('numbers of rows', () => {
  test.each([
    ['no rows', [], []],
    ['one row', ['a'], ['1']],
    ['one domain', ['a', 'a', 'a'], ['1', '2', '3']],
    ['two domains, one after the other', ['a', 'a', 'b', 'b'], ['1', '2', '1', '2']],
    ['two domains, mixed', ['a', 'b', 'a', 'b', 'a'], ['1', '1', '2', '2', '3']],
    ['more than nine', Array.from({ length: 11 }, () => 'a'), '1 2 3 4 5 6 7 8 9 10 11'.split(' ')],
  ])('%s -> 1…n within each domain', (_, domainIds, numbers) => {
    expect(numberRows(domainIds)).toEqual(numbers);
  });
});
