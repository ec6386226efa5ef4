import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { Blocks, type Block } from '@bandeng/contracts/schemas';
import { htmlToBlocks } from './html-blocks';
import { fieldOf, type ImportedNotice, type ReadResult } from './imported-notice';
import { readText } from './read-text';
import { textToBlocks } from './text-blocks';

const TEXTS = ['.md', '.txt', '.html', '.htm'];

/** A folder with one .json of metadata a notice; its text may stand in it or beside it under the same name, its attachments beside it. */
export async function readFolder(folder: string): Promise<ReadResult> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const result: ReadResult = { notices: [], problems: [] };
  const hasAny = files.some(file => extname(file).toLowerCase() === '.json');
  if (!hasAny) result.problems.push('文件夹里没有 .json 说明文件。一览表要直接写 xlsx 的名字。');
  for (const path of files.filter(file => extname(file).toLowerCase() === '.json')) {
    const place = relative(folder, path).split(sep).join('/');
    try {
      result.notices.push(await readOne({ path, place, files }));
    } catch (error) {
      result.problems.push(`${place}：${error instanceof SyntaxError ? '不是能读的 JSON' : (error as Error).message}`);
    }
  }
  return result;
}

async function readOne({
  path,
  place,
  files,
}: {
  path: string;
  place: string;
  files: string[];
}): Promise<ImportedNotice> {
  const data = JSON.parse(await readText(path)) as unknown;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('里面要是一条信息的各项');
  const { attachments, body, fields } = readFacts(data as Record<string, unknown>);
  const beside = files.filter(file => isBeside(path, file));
  const textFile = beside.find(file => TEXTS.includes(extname(file).toLowerCase()));
  return {
    place,
    externalId: fields.externalId ?? fields.sourceUrl ?? place,
    fields,
    body: await readBody(body, textFile),
    attachments: [
      ...beside.filter(file => !TEXTS.includes(extname(file).toLowerCase())),
      ...namedFiles(attachments, { path, files }),
    ].map(file => ({ path: file, name: basename(file) })),
  };
}

interface Facts {
  attachments: unknown;
  body: unknown;
  fields: ImportedNotice['fields'];
}

/** Keys are Chinese words or the names of the contract, whose groups (posting, limited) and list of links may stand as they are there. */
function readFacts(data: Record<string, unknown>): Facts {
  const { attachments, body, posting, limited, relatedIds = [], ...plain } = data;
  const facts: Facts = { attachments, body, fields: {} };
  const given = [
    ...Object.entries(plain),
    ...groupOf('posting', posting),
    ...groupOf('limited', limited),
    ...linksOf(relatedIds),
  ];
  for (const [key, value] of given) {
    const field = fieldOf(key);
    if (field === undefined) throw new Error(`不认识“${key}”这一项`);
    if (field === 'attachments' || field === 'body') facts[field] = value;
    else facts.fields[field] = [facts.fields[field] ?? [], wordsOf(key, value)].flat().join('；');
  }
  return facts;
}

function groupOf(name: string, value: unknown): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) return [[name, value]];
  return Object.entries(value).map(([key, part]) => [`${name}.${key}`, part]);
}

function linksOf(links: unknown): [string, unknown][] {
  if (!Array.isArray(links)) throw new Error('关联（relatedIds）要写成 { relation, id } 的列表');
  return links.map((link: unknown) => {
    if (!isRecord(link)) throw new Error('关联（relatedIds）要写成 { relation, id } 的列表');
    return [String(link.relation), link.id];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wordsOf(key: string, value: unknown): string {
  const one = (part: unknown): string => {
    if (typeof part === 'object' || part === undefined) throw new Error(`“${key}”要写成文字`);
    return String(part);
  };
  return Array.isArray(value) ? value.map(one).join('；') : one(value);
}

const stemOf = (path: string) => join(dirname(path), basename(path, extname(path)));
const isBeside = (path: string, file: string) => file !== path && stemOf(file) === stemOf(path);

async function readBody(body: unknown, textFile: string | undefined): Promise<Block[]> {
  if (typeof body === 'string') return textToBlocks(body);
  if (body !== undefined) {
    const blocks = Blocks.safeParse(body);
    if (!blocks.success) throw new Error('正文（body）的格式不对');
    return blocks.data;
  }
  if (textFile === undefined) return [];
  const text = await readText(textFile).catch((error: unknown) => {
    throw new Error(`正文“${basename(textFile)}”的${(error as Error).message}`, { cause: error });
  });
  return extname(textFile).toLowerCase().startsWith('.htm') ? htmlToBlocks(text) : textToBlocks(text);
}

/** Files that the metadata names; only such as lie in the folder that is imported. */
function namedFiles(names: unknown, { path, files }: { path: string; files: string[] }): string[] {
  if (names === undefined) return [];
  if (!Array.isArray(names)) throw new Error('附件（attachments）要写成文件名的列表');
  return names.map(name => {
    const file = resolve(dirname(path), String(name));
    const known = files.find(candidate => resolve(candidate) === file);
    if (known === undefined) throw new Error(`没有附件“${String(name)}”`);
    return known;
  });
}
