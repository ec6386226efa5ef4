import { QueryClient } from '@tanstack/react-query';
import { answerWith, resetTaro, taroCalls } from '../../test/taro';
import { reading, readingList } from './reads';

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
const entry = (id: string) => reading('entries.get', { params: { id }, query: {} });
const refused = () => ({ statusCode: 422, data: { code: 'request.invalid', title: '有几处没填对', status: 422 } });
const wrong = { status: 404, title: '网址不对，或者这一页搬走了' };

beforeEach(resetTaro);

test('reading: a link without its id -> nothing is asked, said as an address that leads nowhere', async () => {
  answerWith(() => ({ statusCode: 200, data: { items: [], nextCursor: null } }));
  await expect(client().fetchQuery(entry(''))).rejects.toMatchObject(wrong);
  expect(taroCalls.requests).toHaveLength(0);
});

test('reading: an id that the server refuses -> no word of fields that nobody filled in', async () => {
  answerWith(refused);
  await expect(client().fetchQuery(entry('<x>'))).rejects.toMatchObject(wrong);
  await expect(
    client().fetchInfiniteQuery(readingList('notices.list', { query: { unit: '<x>' } })),
  ).rejects.toMatchObject(wrong);
});

test('reading: typed words that the server refuses -> its own sentence', async () => {
  answerWith(refused);
  const search = readingList('search.query', { query: { q: '？' } });
  await expect(client().fetchInfiniteQuery(search)).rejects.toMatchObject({ status: 422, title: '有几处没填对' });
});
