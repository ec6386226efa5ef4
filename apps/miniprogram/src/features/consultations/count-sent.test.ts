import { QueryClient } from '@tanstack/react-query';
import { consultation, draftItems } from './api';
import { countSent } from './count-sent';

const list = ['consultations.list', { query: { state: 'open', area: 'here', limit: 20 } }];
const one = consultation('con-1').queryKey as unknown as string[];
const draft = draftItems('con-1', false).queryKey as unknown as string[];
const otherDraft = draftItems('con-2', false).queryKey as unknown as string[];

const listWith = (commentCount: number) => ({
  items: [
    { id: 'con-1', commentCount, unit: { id: 'u' } },
    { id: 'con-2', commentCount: 4 },
  ],
});
const draftWith = (item: number, column: number) => ({
  pages: [
    {
      items: [
        {
          id: 'meals',
          commentCount: item,
          fields: [
            { field: 'timeLimits', commentCount: column },
            { field: 'phone', commentCount: 0 },
          ],
        },
      ],
    },
  ],
  pageParams: [null],
});

function readBefore() {
  const client = new QueryClient();
  client.setQueryData(list, listWith(76));
  client.setQueryData(one, { id: 'con-1', commentCount: 76 });
  client.setQueryData(draft, draftWith(9, 3));
  client.setQueryData(otherDraft, draftWith(9, 3));
  return client;
}
const target = { kind: 'entry', id: 'meals', field: 'timeLimits' } as const;

test('count: a comment on a column -> one more at the consultation in every list, at the entry and at the column, nowhere else', () => {
  const client = readBefore();
  countSent(client, 'con-1', target);
  expect(client.getQueryData(list)).toEqual(listWith(77));
  expect(client.getQueryData(one)).toEqual({ id: 'con-1', commentCount: 77 });
  expect(client.getQueryData(draft)).toEqual(draftWith(10, 4));
  expect(client.getQueryData(otherDraft)).toEqual(draftWith(9, 3));
});

test('count: the server has not counted it yet -> what is read meanwhile says it too; once it has, its number stands', () => {
  const client = readBefore();
  countSent(client, 'con-1', target);
  client.setQueryData(one, { id: 'con-1', commentCount: 76 });
  expect(client.getQueryData(one)).toEqual({ id: 'con-1', commentCount: 77 });
  const elsewhere = ['consultations.list', { query: {} }];
  client.setQueryData(elsewhere, listWith(76));
  expect(client.getQueryData(elsewhere)).toEqual(listWith(77));
  client.setQueryData(one, { id: 'con-1', commentCount: 81 });
  expect(client.getQueryData(one)).toEqual({ id: 'con-1', commentCount: 81 });
});

test('count: two sent before the server has counted one -> two more', () => {
  const client = readBefore();
  countSent(client, 'con-1', { kind: 'whole' });
  client.setQueryData(one, { id: 'con-1', commentCount: 76 });
  countSent(client, 'con-1', { kind: 'whole' });
  expect(client.getQueryData(one)).toEqual({ id: 'con-1', commentCount: 78 });
  expect(client.getQueryData(draft)).toEqual(draftWith(9, 3));
});

test('count: what was never read -> nothing is made up', () => {
  const client = new QueryClient();
  countSent(client, 'con-1', target);
  client.setQueryData(one, { id: 'con-1', commentCount: 5 });
  expect(client.getQueryData(one)).toEqual({ id: 'con-1', commentCount: 5 });
});
