import fc from 'fast-check';
import { decodeExact, encode, Long, rawElements, type Doc } from '../bson/codec';
import { arbitraryValue } from '../test-support/arbitrary-values';
import { updatedBytes } from './encode-updated';

/** The bytes of each member, by its name. */
function membersOf(raw: Buffer): Record<string, string> {
  return Object.fromEntries(rawElements(raw).map(({ name, start, end }) => [name, raw.toString('hex', start, end)]));
}

test('$set of one field: any document of any types -> every other field keeps its bytes and its place', () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, arbitraryValue, (a, c, value) => {
      const before = encode({ _id: 1, a, b: 'old', c });
      const after = membersOf(updatedBytes(before, { filter: {}, update: { $set: { b: value } } }));
      expect(after).toEqual({ ...membersOf(before), b: membersOf(encode({ b: value })).b });
      expect(Object.keys(after)).toEqual(['_id', 'a', 'b', 'c']);
    }),
  );
});

test.each<[string, Doc]>([
  ['$set to what it is', { $set: { n: Long.fromNumber(7) } }],
  ['$unset of what is not there', { $unset: { other: '' } }],
  ['$max of less', { $max: { n: 3 } }],
  ['$addToSet of what is in it', { $addToSet: { list: 'a' } }],
  ['$pull of what is not in it', { $pull: { list: 'b' } }],
  ['a replacement by the same', { n: Long.fromNumber(7), list: ['a'] }],
])('%s -> nothing is written', (_, update) => {
  const raw = encode({ _id: 1, n: Long.fromNumber(7), list: ['a'] });
  expect(updatedBytes(raw, { filter: {}, update })).toBe(raw);
});

test.each<[string, unknown, unknown, unknown]>([
  ['int64 stays int64', Long.fromNumber(1), 1, Long.fromNumber(2)],
  ['beyond int32 it becomes int64', 2 ** 31 - 1, 1, Long.fromNumber(2 ** 31)],
  ['a double stays one', 0.5, 1, 1.5],
])('$inc: %s', (_, n, by, expected) => {
  const raw = updatedBytes(encode({ n }), { filter: {}, update: { $inc: { n: by } } });
  expect(decodeExact(raw)).toEqual({ n: expected });
});
