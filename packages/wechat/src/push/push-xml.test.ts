import { PushRefused } from './push-refused';
import { parsePushXml } from './push-xml';

test('xml: CDATA, entities, numbers and nesting -> plain values', () => {
  const xml = '<xml>\n<A><![CDATA[a <b> & ]]></A><B>1 &lt; 2 &amp;</B><C><D>7</D></C><E></E><F/></xml>';
  expect(parsePushXml(xml)).toEqual({ A: 'a <b> & ', B: '1 < 2 &', C: { D: '7' }, E: '', F: '' });
});

test('xml: elements of the same name -> a list in order', () => {
  expect(parsePushXml('<xml><L><i>1</i></L><L><i>2</i></L><L>3</L></xml>')).toEqual({
    L: [{ i: '1' }, { i: '2' }, '3'],
  });
});

test('xml: CDATA cut in two around ]]> -> one text', () => {
  expect(parsePushXml('<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>')).toEqual({ A: 'a]]>b' });
});

test('xml: an element named like a built-in -> a plain member', () => {
  expect(Object.keys(parsePushXml('<xml><__proto__><a>1</a></__proto__><constructor>x</constructor></xml>'))).toEqual([
    '__proto__',
    'constructor',
  ]);
});

test.each([
  ['a document type', '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/hostname">]><xml><A>&a;</A></xml>'],
  ['an own entity', '<xml><A>&a;</A></xml>'],
  ['a bare ampersand', '<xml><A>a & b</A></xml>'],
  ['an attribute', '<xml a="1"><A>1</A></xml>'],
  ['crossed elements', '<xml><A><B></A></B></xml>'],
  ['an element left open', '<xml><A>1</A>'],
  ['a second root', '<xml><A>1</A></xml><xml><A>1</A></xml>'],
  ['text outside', '<xml><A>1</A></xml>tail'],
  ['an open CDATA', '<xml><A><![CDATA[1</A></xml>'],
  ['no elements', 'plain'],
  ['a root without children', '<xml>1</xml>'],
  ['nothing', ''],
  ['too deep', `${'<a>'.repeat(20)}1${'</a>'.repeat(20)}`],
])('xml: %s -> refused', (_, xml) => {
  expect(() => parsePushXml(xml)).toThrow(PushRefused);
});

test('xml: 30,000 elements of one name -> all of them', () => {
  expect(parsePushXml(`<xml>${'<a>1</a>'.repeat(30_000)}</xml>`).a).toHaveLength(30_000);
});
