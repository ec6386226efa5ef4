import { PushRefused } from './push-refused';

/** A node of a push: text, a node with children, or several of the same name. */
export type XmlValue = string | XmlNode | XmlValue[];
export interface XmlNode {
  [name: string]: XmlValue;
}

const MAX_DEPTH = 12;
const PIECE = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface OpenNode {
  name: string;
  text: string;
  children: XmlNode;
}

/**
 * Reads the small XML of WeChat's pushes: elements, text, CDATA and the five entities. Everything else of XML
 * (declarations, document types, attributes, own entities) is refused, so nothing can be expanded or fetched.
 * @returns the children of the root element
 * @throws PushRefused `unreadable`
 */
export function parsePushXml(text: string): XmlNode {
  const source = text.trim();
  const root = emptyNode('');
  const open: OpenNode[] = [root];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source);
    const top = open.at(-1);
    if (piece === null || top === undefined) throw new PushRefused('unreadable');
    const [, cdata, closing, name, selfClosing, plain] = piece;
    if (cdata !== undefined) top.text += cdata;
    else if (plain !== undefined) top.text += decodeEntities(plain);
    else if (closing === '/') closeNode(open, name ?? '');
    else openNode(open, name ?? '', selfClosing === '/');
  }
  const document = Object.values(root.children);
  const [only] = document;
  if (open.length !== 1 || document.length !== 1 || root.text.trim() !== '' || !isNode(only)) {
    throw new PushRefused('unreadable');
  }
  return only;
}

function openNode(open: OpenNode[], name: string, isEmpty: boolean): void {
  if (open.length > MAX_DEPTH) throw new PushRefused('unreadable');
  open.push(emptyNode(name));
  if (isEmpty) closeNode(open, name);
}

function closeNode(open: OpenNode[], name: string): void {
  const closed = open.pop();
  const parent = open.at(-1);
  if (closed === undefined || parent === undefined || closed.name !== name) throw new PushRefused('unreadable');
  const value = Object.keys(closed.children).length > 0 ? closed.children : closed.text;
  const before = parent.children[name];
  if (Array.isArray(before)) before.push(value);
  else parent.children[name] = before === undefined ? value : [before, value];
}

function decodeEntities(text: string): string {
  return text.replace(/&([^;\s]{0,10};?)/g, (_, body: string) => {
    const decoded = body.endsWith(';') ? ENTITIES[body.slice(0, -1)] : undefined;
    if (decoded === undefined) throw new PushRefused('unreadable');
    return decoded;
  });
}

/** Without a prototype: a push may name an element `constructor`. */
function emptyNode(name: string): OpenNode {
  return { name, text: '', children: Object.create(null) as XmlNode };
}

function isNode(value: XmlValue | undefined): value is XmlNode {
  return typeof value === 'object' && !Array.isArray(value);
}
