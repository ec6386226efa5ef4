import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { Blocks, type Block } from '@bandeng/contracts/schemas';
import { htmlToBlocks } from './html-blocks';
import { fieldOf, type ImportedNotice, type ReadResult } from './imported-notice';
import { textToBlocks } from './text-blocks';

const TEXTS = ['.md', '.txt', '.html', '.htm'];

/** A folder with one .json of metadata a notice; its text may stand in it or beside it under the same name, its attachments beside it. */
export async function readFolder(folder: string): Promise<ReadResult> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const result: ReadResult = { notices: [], problems: [] };
  for (const path of files.filter(file => extname(file).toLowerCase() === '.json')) {
    const place = relative(folder, path).split(sep).join('/');
    try {
      result.notices.push(await readOne({ folder, path, place, files }));
    } catch (error) {
      result.problems.push(`${place}：${error instanceof SyntaxError ? '不是能读的 JSON' : (error as Error).message}`);
    }
  }
  return result;
}

async function readOne(given: {
  folder: string;
  path: string;
  place: string;
  files: string[];
}): Promise<ImportedNotice> {
  const { folder, path, place, files } = given;
  const data = JSON.parse(await readFile(path, 'utf8')) as unknown;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('里面要是一条信息的各项');
  const { attachments = [], body, ...facts } = data as Record<string, unknown>;
  const fields: ImportedNotice['fields'] = {};
  for (const [key, value] of Object.entries(facts)) {
    const field = fieldOf(key);
    if (field === undefined) throw new Error(`不认识“${key}”这一项`);
    fields[field] = Array.isArray(value) ? value.map(String).join('；') : String(value);
  }
  const beside = files.filter(file => isBeside(path, file));
  const textFile = beside.find(file => TEXTS.includes(extname(file).toLowerCase()));
  return {
    place,
    externalId: fields.externalId ?? fields.sourceUrl ?? place,
    fields,
    body: await readBody(body, textFile),
    attachments: [
      ...beside.filter(file => !TEXTS.includes(extname(file).toLowerCase())),
      ...namedFiles(attachments, { folder, path, files }),
    ].map(file => ({ path: file, name: basename(file) })),
  };
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
  const text = await readFile(textFile, 'utf8');
  return extname(textFile).toLowerCase().startsWith('.htm') ? htmlToBlocks(text) : textToBlocks(text);
}

/** Files that the metadata names; only such as lie in the folder that is imported. */
function namedFiles(names: unknown, { path, files }: { folder: string; path: string; files: string[] }): string[] {
  if (!Array.isArray(names)) throw new Error('附件（attachments）要写成文件名的列表');
  return names.map(name => {
    const file = resolve(dirname(path), String(name));
    const known = files.find(candidate => resolve(candidate) === file);
    if (known === undefined) throw new Error(`没有附件“${String(name)}”`);
    return known;
  });
}
