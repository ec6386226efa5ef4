import type { Domain } from '@bandeng/contracts/types';
import { byOpens } from './by-opens';

const domain = (order: number, readCount: number): Domain => ({
  id: `d${order}`,
  name: `领域${order}`,
  order,
  entryCount: 3,
  noticeCount: 2,
  readCount,
  overdueCount: 0,
});
const orders = (domains: readonly Domain[]) => byOpens(domains).map(({ order }) => order);

test('domains by opens: read differently often -> the most read first, ties as in the document', () => {
  expect(orders([domain(1, 4), domain(3, 0), domain(2, 0), domain(4, 90), domain(5, 4)])).toEqual([4, 1, 5, 2, 3]);
});

test('domains by opens: nothing read yet -> the order of the document', () => {
  expect(orders([domain(2, 0), domain(1, 0)])).toEqual([1, 2]);
});
