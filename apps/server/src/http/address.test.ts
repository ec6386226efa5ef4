import type { IncomingMessage } from 'node:http';
import { callerAddress } from './address';

const requestOf = (remoteAddress: string, forwarded: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('callerAddress', () => {
  it.each([
    ['no proxy trusted -> the peer', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
    ['trusted proxy -> who it names', '10.0.0.1', '198.51.100.1', ['10.0.0.1'], '198.51.100.1'],
    [
      'a forged first hop -> the nearest one not trusted',
      '10.0.0.1',
      '1.2.3.4, 198.51.100.1, 10.0.0.2',
      ['10.0.0.1', '10.0.0.2'],
      '198.51.100.1',
    ],
    ['mapped IPv4 -> plain', '::ffff:10.0.0.1', '198.51.100.1', ['10.0.0.1'], '198.51.100.1'],
    ['nonsense in the header -> the peer', '10.0.0.1', 'unknown, ', ['10.0.0.1'], '10.0.0.1'],
  ])('caller address: %s', (_, peer, forwarded, trusted, expected) => {
    expect(callerAddress(requestOf(peer, forwarded), trusted)).toBe(expected);
  });
});
