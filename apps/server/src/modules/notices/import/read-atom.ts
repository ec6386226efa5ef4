import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeEntities, htmlToBlocks } from './html-blocks';
import type { ImportedNotice, ReadResult } from './imported-notice';
import { readText, UnknownEncoding } from './read-text';
import { textToBlocks } from './text-blocks';

type Node = Record<string, unknown>;
const ARRAYS = new Set(['entry', 'link', 'category', 'author']);

/** Entities are ours to decode: those that a document declares itself can grow without end. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  removeNSPrefix: true,
  // XHTML stands there as markup: it is handed on as it is written.
  stopNodes: ['feed.entry.content', 'feed.entry.summary'],
  isArray: name => ARRAYS.has(name),
});

/** An Atom feed (RFC 4287) of another site. */
export async function readAtom(path: string): Promise<ReadResult> {
  const text = await readText(path).catch((error: unknown) => {
    if (error instanceof UnknownEncoding) return error;
    throw error;
  });
  if (text instanceof UnknownEncoding) return { notices: [], problems: [`这个文件${text.message}。`] };
  if (/<!DOCTYPE/i.test(text)) return { notices: [], problems: ['这个文件带有自己的定义（DOCTYPE），不能导入。'] };
  if (XMLValidator.validate(text) !== true) return { notices: [], problems: ['这个文件不是能读的 XML。'] };
  const { feed } = parser.parse(text) as { feed?: Node };
  if (feed === undefined) return { notices: [], problems: ['这个文件不是 Atom 订阅源。'] };
  return { notices: nodesOf(feed.entry).map(readEntry), problems: [] };
}

const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const textOf = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? (value as Node)['#text'] : value;
  return typeof text === 'string' ? decodeEntities(text).trim() : '';
};
const attribute = (node: Node | undefined, name: string): string => textOf(node?.[`@${name}`]);
const given = (value: string): string | undefined => (value === '' ? undefined : value);

function readEntry(entry: Node, index: number): ImportedNotice {
  const links = nodesOf(entry.link);
  const link = links.find(one => ['', 'alternate'].includes(attribute(one, 'rel')));
  const columns = nodesOf(entry.category).map(one => attribute(one, 'label') || attribute(one, 'term'));
  const fields = {
    title: given(textOf(entry.title)),
    publishedAt: given(textOf(entry.published) || textOf(entry.updated)),
    sourceUrl: given(attribute(link, 'href')),
    unit: given(textOf(nodesOf(entry.author)[0]?.name)),
    columns: given(columns.join('；')),
  };
  const content = (entry.content ?? entry.summary) as Node | string | undefined;
  return {
    place: `第 ${index + 1} 条`,
    externalId: textOf(entry.id) || (fields.sourceUrl ?? `${fields.title} ${fields.publishedAt}`),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    body: blocksOf(content),
    attachments: [],
  };
}

/** What stands between CDATA's brackets is as it is; everywhere else entities are. */
const CDATA = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/;

/** A text construct (RFC 4287, 3.1): plain words, HTML as escaped text, or XHTML as markup. */
function blocksOf(content: Node | string | undefined): ImportedNotice['body'] {
  const raw = typeof content === 'object' ? String(content['#text'] ?? '') : (content ?? '');
  const type = typeof content === 'object' ? attribute(content, 'type') : '';
  if (type === 'xhtml') return htmlToBlocks(raw);
  const words = (CDATA.exec(raw)?.[1] ?? decodeEntities(raw)).trim();
  return type.includes('html') ? htmlToBlocks(words) : textToBlocks(words);
}
