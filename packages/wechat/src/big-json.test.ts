import { asInteger, parseBigJson } from './big-json';

test.each([
  ['{"msgid":1864323726461255680}', { msgid: '1864323726461255680' }],
  ['{"n":9007199254740991}', { n: 9007199254740991 }],
  ['{"n":9007199254740993}', { n: '9007199254740993' }],
  ['{"n":-18643237264612556801,"m":[1,2.25,1e3]}', { n: '-18643237264612556801', m: [1, 2.25, 1000] }],
  ['{"t":"a \\"1864323726461255680\\" b"}', { t: 'a "1864323726461255680" b' }],
  ['{"t":"1864323726461255680\\\\"}', { t: '1864323726461255680\\' }],
  ['{"n":0.1234567890123456789}', { n: 0.1234567890123456789 }],
])('big json: %s -> kept', (text, value) => {
  expect(parseBigJson(text)).toEqual(value);
});

test('big json: broken -> SyntaxError', () => {
  expect(() => parseBigJson('{"n":')).toThrow(SyntaxError);
});

test.each([
  [20001, 20001],
  ['20001', 20001],
  ['-1008', -1008],
  ['', null],
  ['1.5', null],
  [1.5, null],
  [null, null],
  ['9999999999999999', null],
])('integer: %j -> %j', (value, expected) => {
  expect(asInteger(value)).toBe(expected);
});
