import type { Block, DraftContent } from '@bandeng/contracts/schemas';
import {
  findNames,
  postingKinds,
  scanTable,
  scanText,
  type NameFind,
  type ScanFind,
  type ScanKind,
} from '@bandeng/rules';

/** What is written of a notice before it is whole. */
export type NoticeContent = DraftContent;

/** As it is sent: what is empty is not there, so that the same words are the same draft. */
export function givenOf(content: NoticeContent): NoticeContent {
  const entries = Object.entries(content).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  const given = Object.fromEntries(entries) as unknown as NoticeContent;
  return { ...given, title: content.title, keyPoints: content.keyPoints.filter(point => point.trim() !== '') };
}

const KIND_WORDS: Record<ScanKind | 'name', string> = {
  idNumber: '身份证号',
  mobile: '手机号',
  bankCard: '银行卡号',
  address: '住址门牌',
  minor: '未成年人的姓名和学校',
  name: '姓名',
};

/** What says too much of a person. */
export interface Find {
  /** Path of the contract: `title`, `keyPoints.1`, `body.4`. */
  path: string;
  kind: string;
  text: string;
  masked: string;
}

/** The texts of a block that everybody reads. */
export function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [block.text];
    case 'paragraph':
      return [block.children.map(({ text }) => text).join('')];
    case 'list':
      return block.items;
    case 'table':
      return [block.caption ?? '', ...block.head, ...block.rows.flat()];
    case 'image':
      return [block.alt];
    case 'video':
      return [block.title];
    case 'file':
      return [block.name];
  }
}

type PersonalFind = ScanFind | NameFind;

function scanBlock(block: Block, masksNames: boolean): PersonalFind[] {
  if (block.type !== 'table') return textsOf(block).flatMap(text => scanText(text));
  const rows = block.head.length > 0 ? [block.head, ...block.rows] : block.rows;
  const names = masksNames ? findNames(rows) : [];
  const finds = [...scanText(block.caption ?? ''), ...scanTable(rows, block.caption)];
  return [...finds, ...names];
}

/** What everybody would read of a person: in the words, not in files. */
export function findsIn({ title, keyPoints, body, posting, limited, withholding }: NoticeContent): Find[] {
  // What is not published may say whom it is about.
  if (withholding) return [];
  const told = (path: string, finds: readonly PersonalFind[]) =>
    finds.map(({ kind, text, masked }): Find => ({ path, kind: KIND_WORDS[kind], text, masked }));
  const masksNames = posting?.kind !== undefined && postingKinds[posting.kind].masksNames;
  return [
    ...told('title', scanText(title)),
    ...keyPoints.flatMap((text, at) => told(`keyPoints.${at}`, scanText(text))),
    ...body.flatMap((block, at) => told(`body.${at}`, scanBlock(block, masksNames))),
    ...told('posting.objection', scanText(posting?.objection ?? '')),
    ...told('limited.postedAt', scanText(limited?.postedAt ?? '')),
  ];
}

/** The content with one find masked, or one word put right, wherever it stands but in the words of the body, which are the editor's to change. */
export function maskIn(
  content: NoticeContent,
  { path, text, masked }: Pick<Find, 'path' | 'text' | 'masked'>,
): NoticeContent {
  const mask = (value: string) => value.replace(text, masked);
  const [field, at] = path.split('.');
  switch (field) {
    case 'title':
      return { ...content, title: mask(content.title) };
    case 'keyPoints':
      return {
        ...content,
        keyPoints: content.keyPoints.map((point, index) => (index === Number(at) ? mask(point) : point)),
      };
    case 'posting':
      return content.posting?.objection
        ? { ...content, posting: { ...content.posting, objection: mask(content.posting.objection) } }
        : content;
    case 'limited':
      return content.limited
        ? { ...content, limited: { ...content.limited, postedAt: mask(content.limited.postedAt) } }
        : content;
    default:
      return content;
  }
}

/** Where it is, to somebody who writes: what stands there, and not its path. */
export function sayPlace(path: string, body: readonly Block[]): string {
  const [field = '', at] = path.split('.');
  if (field === 'body' && at !== undefined) {
    const words = body[Number(at)] ? textsOf(body[Number(at)]!).join(' ').trim() : '';
    return `正文第 ${Number(at) + 1} 块${words ? `“${words.slice(0, 12)}${words.length > 12 ? '…' : ''}”` : ''}`;
  }
  const name = FIELD_NAMES[field] ?? '这一处';
  return at !== undefined && field === 'keyPoints' ? `${name}第 ${Number(at) + 1} 条` : name;
}
const FIELD_NAMES: Record<string, string> = {
  title: '标题',
  keyPoints: '要点',
  body: '正文',
  kind: '种类',
  unitId: '单位',
  columnIds: '栏目',
  documentClass: '文件分类',
  documentNumber: '文号',
  stage: '五公开的阶段',
  madeOn: '成文日期',
  effectiveOn: '施行日期',
  abolishedOn: '废止日期',
  attachmentIds: '附件',
  entryIds: '对应的目录事项',
  areaIds: '关于哪里',
  relatedIds: '相关信息',
  takeDownOn: '下架日期',
  withholding: '公开属性',
  posting: '公示期',
  limited: '限定范围',
};

/** What stands in one content and not in the other: names of facts, and blocks. */
export function onlyIn(content: NoticeContent, other: NoticeContent): { facts: string[]; blocks: Block[] } {
  const facts = Object.keys(FIELD_NAMES).filter(
    name =>
      name !== 'body' &&
      JSON.stringify(content[name as keyof NoticeContent]) !== JSON.stringify(other[name as keyof NoticeContent]),
  );
  const others = new Set(other.body.map(block => JSON.stringify(block)));
  return {
    facts: facts.map(name => FIELD_NAMES[name]!),
    blocks: content.body.filter(block => !others.has(JSON.stringify(block))),
  };
}
