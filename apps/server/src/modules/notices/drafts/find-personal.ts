import type { Block, DraftContent } from '@bandeng/contracts/schemas';
import {
  findNames,
  scanTable,
  scanText,
  type ScanFind,
  type NameFind,
  type ScanKind,
  type TableFind,
} from '@bandeng/rules';
import { masksNames } from '../unmasked-numbers';
import { textsBeside, textsOfBlock, type PlacedText } from './draft-texts';

export interface PlacedFind extends Omit<ScanFind, 'kind'> {
  kind: ScanKind | 'name' | 'unreadable';
  /** Leads into the content, to one text; see DraftCheck in contracts. */
  path: string;
  lastColumn: number | null;
}

export const PERSONAL_DATA_LABELS: Readonly<Record<PlacedFind['kind'], string>> = {
  idNumber: '身份证号',
  mobile: '手机号',
  bankCard: '银行卡号',
  address: '带门牌号的住址',
  minor: '未成年人的姓名和学校',
  name: '姓名',
  unreadable: '查不到文字的文件',
};

/**
 * What of a draft leads to a person and stands there unmasked, in its texts and in the names of its files. The contact of a limited
 * notice is left out: a telephone is what it is for.
 */
export function findPersonal(content: DraftContent, fileNames: ReadonlyMap<string, string>): PlacedFind[] {
  const { body, attachmentIds } = content;
  const nameOf = (id: string) => fileNames.get(id) ?? '';
  return [
    ...textsBeside(content).flatMap(inText),
    ...body.flatMap((block, at) => inBlock(`body.${at}`, block, nameOf)),
    ...(masksNames(content) ? body.flatMap((block, at) => namesInList(`body.${at}`, block)) : []),
    ...attachmentIds.flatMap((id, at) => inText({ path: `attachmentIds.${at}`, text: nameOf(id) })),
  ];
}

const inText = ({ path, text }: PlacedText): PlacedFind[] =>
  scanText(text).map(find => ({ ...find, path, lastColumn: null }));

/** Beside its texts, where its links lead and what its file is called. */
function inBlock(path: string, block: Block, nameOf: (fileId: string) => string): PlacedFind[] {
  if (block.type === 'table') return inTable(path, block);
  const links = block.type === 'paragraph' ? block.children : [];
  return [
    ...textsOfBlock(path, block),
    ...links.map(({ href = '' }, at) => ({ path: `${path}.children.${at}.href`, text: href })),
    ...('fileId' in block ? [{ path: `${path}.fileId`, text: nameOf(block.fileId) }] : []),
  ].flatMap(inText);
}

function inTable(path: string, { caption = '', head, rows }: Extract<Block, { type: 'table' }>): PlacedFind[] {
  return [
    ...inText({ path: `${path}.caption`, text: caption }),
    ...scanTable([head, ...rows], caption).map(inCell(path)),
  ];
}

const namesInList = (path: string, block: Block): PlacedFind[] =>
  block.type === 'table' ? findNames([block.head, ...block.rows]).map(inCell(path)) : [];

const inCell =
  (path: string) =>
  ({ row, column, lastColumn, ...find }: TableFind | NameFind): PlacedFind => ({
    ...find,
    path: row === 0 ? `${path}.head.${column}` : `${path}.rows.${row - 1}.${column}`,
    lastColumn: lastColumn === column ? null : lastColumn,
  });
