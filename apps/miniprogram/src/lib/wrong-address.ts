import { ApiError } from '@bandeng/contracts/api-error';

export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
}

/** A link that lost its id, or had it mangled on the way through a chat, leads to nothing. */
export const wrongAddressError = () =>
  new ApiError('problem', {
    code: 'client.wrong_address',
    status: 404,
    title: '网址不对，或者这一页搬走了',
    detail: '从首页再找一找',
  });

/** An id that is missing would ask for the list instead, and a list is not what the page draws. */
export const lacksId = ({ params = {} }: Asked): boolean => Object.values(params).includes('');

/** The server does not take what the address asks for. Words that were typed are another thing: they are said as typed. */
export const isWrongAddress = (error: unknown, { query = {} }: Asked): boolean =>
  error instanceof ApiError && error.status === 422 && query.q === undefined && query.cursor === undefined;
