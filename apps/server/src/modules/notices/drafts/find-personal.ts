import type { Block, DraftContent } from '@bandeng/contracts/schemas';
import { scanTable, scanText, type ScanFind, type ScanKind } from '@bandeng/rules';

export interface PlacedFind extends Omit<ScanFind, 'kind'> {
  kind: ScanKind | 'unreadable';
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
  unreadable: '查不到文字的文件',
};

/**
 * What of a draft leads to a person and stands there unmasked, in its texts and in the names of its files. The contact of a limited
 * notice is left out: a telephone is what it is for.
 */
export function findPersonal(content: DraftContent, fileNames: ReadonlyMap<string, string>): PlacedFind[] {
  const { title, keyPoints, body, attachmentIds, posting, limited } = content;
  const nameOf = (id: string) => fileNames.get(id) ?? '';
  return [
    ...inText('title', title),
    ...keyPoints.flatMap((text, at) => inText(`keyPoints.${at}`, text)),
    ...body.flatMap((block, at) => inBlock(`body.${at}`, block, nameOf)),
    ...attachmentIds.flatMap((id, at) => inText(`attachmentIds.${at}`, nameOf(id))),
    ...inText('posting.objection', posting?.objection ?? ''),
    ...inText('limited.postedAt', limited?.postedAt ?? ''),
  ];
}

const inText = (path: string, text: string): PlacedFind[] =>
  scanText(text).map(find => ({ ...find, path, lastColumn: null }));

function inBlock(path: string, block: Block, nameOf: (fileId: string) => string): PlacedFind[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return inText(`${path}.text`, block.text);
    case 'paragraph':
      return [
        ...inText(`${path}.children`, block.children.map(child => child.text).join('')),
        ...block.children.flatMap(({ href = '' }, at) => inText(`${path}.children.${at}.href`, href)),
      ];
    case 'list':
      return block.items.flatMap((item, at) => inText(`${path}.items.${at}`, item));
    case 'table':
      return inTable(path, block);
    case 'image':
      return [...inText(`${path}.alt`, block.alt), ...inText(`${path}.fileId`, nameOf(block.fileId))];
    case 'file':
      return [...inText(`${path}.name`, block.name), ...inText(`${path}.fileId`, nameOf(block.fileId))];
    case 'video':
      return inText(`${path}.title`, block.title);
  }
}

function inTable(path: string, { caption = '', head, rows }: Extract<Block, { type: 'table' }>): PlacedFind[] {
  const finds = scanTable([head, ...rows], caption).map(({ row, column, lastColumn, ...find }) => ({
    ...find,
    path: row === 0 ? `${path}.head.${column}` : `${path}.rows.${row - 1}.${column}`,
    lastColumn: lastColumn === column ? null : lastColumn,
  }));
  return [...inText(`${path}.caption`, caption), ...finds];
}
