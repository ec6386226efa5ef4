import mongoose from 'mongoose';
import { AppError } from '../platform/errors';
import { toAppError } from './problem';

const { MongoServerError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;
const serverError = (code: number) => new MongoServerError({ message: 'a message', code });

const labelled = (label: string) => {
  const error = new MongoServerError({ message: 'a message' });
  error.addErrorLabel(label);
  return error;
};

describe('toAppError', () => {
  it.each([
    ['network error', new MongoNetworkError('gone')],
    ['no server found', new MongoServerSelectionError('none', {} as never)],
    ['not primary', serverError(10107)],
    ['shutting down', serverError(91)],
    ['time limit', serverError(50)],
    ['conflict after all retries', serverError(112)],
    ['disk full', serverError(14031)],
    ['a socket cut while it was written to', Object.assign(new Error('cut'), { code: 'EPIPE' })],
    ['a transaction cut off, in a bulk write', labelled('TransientTransactionError')],
    ['a connection refused, in a bulk write', labelled('RetryableError')],
    [
      'a bulk write that was never answered',
      Object.defineProperty(new Error('cut'), 'name', { value: 'MongoBulkWriteError' }),
    ],
  ])('database: %s -> 503 with Retry-After', (_, error) => {
    expect(toAppError(error)).toMatchObject({ code: 'service.unavailable', status: 503, retryAfter: 5 });
  });

  it.each([
    ['a bug', new TypeError('undefined is not a function')],
    ['a duplicate nobody expected', serverError(11000)],
    ['not even an error', 'text'],
  ])('unknown: %s -> bare 500', (_, error) => {
    expect(toAppError(error)).toMatchObject({ code: 'internal', status: 500 });
  });

  it('expected: -> as it is', () => {
    const error = new AppError('id.conflict');
    expect(toAppError(error)).toBe(error);
  });
});
