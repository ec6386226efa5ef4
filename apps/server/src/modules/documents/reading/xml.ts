import { documentLimits } from '../document-limits';
import { Refusal } from './refusal';

/** An element without the prefix of its name: which one an author's program uses is its own affair. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
  /** Where it stands in the text it was read from, and where its content does. */
  start: number;
  innerStart: number;
  innerEnd: number;
  end: number;
}
/** Stands for an element that is not there. */
export const NO_ELEMENT: XmlElement = {
  name: '',
  attributes: {},
  children: [],
  start: 0,
  innerStart: 0,
  innerEnd: 0,
  end: 0,
};
export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  children: XmlNode[];
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.\-\u00b7-\uffff]+)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|[^<]+/y;
const ATTRIBUTE = /([\w:.\-\u00b7-\uffff]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi,
        (whole, decimal: string, hex: string, name: string) => {
          if (name) return NAMED[name] ?? whole;
          const code = decimal ? Number(decimal) : parseInt(hex, 16);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Names of spaces are left out: nothing here asks for them. */
function attributesOf(raw: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (raw.includes('='))
    for (const [, name = '', double, single] of raw.matchAll(ATTRIBUTE))
      if (!name.startsWith('xmlns')) attributes[localName(name)] = decode(double ?? single ?? '');
  return attributes;
}

/** The text of a part: UTF-8, or UTF-16 with its mark. */
export function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/**
 * Reads one part of an office document. It has no DOCTYPE and names no entity of its own; what is not well-formed is refused, never
 * read by halves.
 */
export function parseXml(text: string): XmlElement {
  const root: OpenElement = { ...NO_ELEMENT, children: [] };
  const open: OpenElement[] = [root];
  let count = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Refusal('document.broken');
    const [whole, data, slash, name, raw = ''] = match;
    const parent = open.at(-1)!;
    if (data !== undefined) parent.children.push(data);
    else if (name === undefined) {
      if (!whole.startsWith('<')) parent.children.push(decode(whole));
    } else if (slash) {
      if (parent === root || parent.name !== localName(name)) throw new Refusal('document.broken');
      parent.innerEnd = start;
      parent.end = start + whole.length;
      open.pop();
    } else {
      const isEmpty = raw.endsWith('/');
      const end = start + whole.length;
      const attributes = attributesOf(raw);
      const element = { name: localName(name), attributes, children: [], start, innerStart: end, innerEnd: end, end };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
      if ((count += 1) > documentLimits.elements || open.length > documentLimits.depth)
        throw new Refusal('document.too_complex');
    }
  }
  const top = root.children.find(node => typeof node !== 'string');
  if (open.length > 1 || top === undefined) throw new Refusal('document.broken');
  return top as XmlElement;
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** All elements of these names below, in order; those inside one that was found are not looked for. */
export function findAll(element: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elementsOf(element))
    if (names.includes(child.name)) found.push(child);
    else found.push(...findAll(child, ...names));
  return found;
}

/** Whether one of these lies anywhere below. */
export const holds = (element: XmlElement, ...names: string[]): boolean =>
  elementsOf(element).some(child => names.includes(child.name) || holds(child, ...names));

/** All text below. */
export const allText = (element: XmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : allText(child))).join('');
