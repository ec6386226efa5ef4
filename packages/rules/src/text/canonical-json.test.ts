import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 收: '板凳', a: { z: 1, B: 2 } }, '{"a":{"B":2,"z":1},"收":"板凳"}'],
    [{ a: undefined, b: '\n"\\' }, '{"b":"\\n\\"\\\\"}'],
    [{ 10: 'ten', 9: 'nine' }, '{"10":"ten","9":"nine"}'],
    // The sorting sample of RFC 8785 section 3.2.3: U+1F600 (surrogates D83D…) sorts before U+FB33.
    [{ '\ufb33': 1, '\u{1F600}': 2, '\u20ac': 3, '\r': 4 }, '{"\\r":4,"€":3,"😀":2,"\ufb33":1}'],
    [[1e21, -0, 0.1], '[1e+21,0,0.1]'],
    ['', '""'],
  ])('canonicalJson: %j -> %s', (value, expected) => expect(canonicalJson(value)).toBe(expected));

  test.each([[Number.NaN], [[undefined]], [1n], [() => 1], [undefined], [new Date(0)], ['\ud800'], [new Map()]])(
    'canonicalJson: %p -> TypeError',
    value => expect(() => canonicalJson(value)).toThrow(TypeError),
  );

  test('any JSON value -> the same text whatever the order of keys, and it parses back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
