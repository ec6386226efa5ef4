import type { Block, DraftContent, NoticeSource } from '@bandeng/contracts/schemas';
import {
  findNames,
  postingKinds,
  scanTable,
  scanText,
  type NameFind,
  type ScanFind,
  type ScanKind,
} from '@bandeng/rules';
import { AppError, type FieldFault } from '../../platform/errors';

export const SCAN_LABELS: Record<ScanKind | 'name', string> = {
  idNumber: '身份证号',
  mobile: '手机号',
  bankCard: '银行卡号',
  address: '门牌号',
  minor: '未成年人的姓名和学校',
  name: '姓名',
};

interface Place {
  path: string;
  text: string;
}

function textsOfBlock(block: Exclude<Block, { type: 'table' }>): string[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [block.text];
    case 'paragraph':
      return [block.children.map(child => child.text).join(''), ...block.children.map(child => child.href ?? '')];
    case 'list':
      return block.items;
    case 'image':
      return [block.alt];
    case 'video':
      return [block.title];
    case 'file':
      return [block.name];
  }
}

function findsOfBlock(block: Block, masksNames: boolean): (ScanFind | NameFind)[] {
  if (block.type !== 'table') return textsOfBlock(block).flatMap(scanText);
  const { caption = '', head, rows } = block;
  const cells = [head, ...rows];
  return [...scanText(caption), ...scanTable(cells, caption), ...(masksNames ? findNames(cells) : [])];
}

/** Whether the people of its lists are shown masked only, by what is posted. */
export const masksNames = ({ posting }: Pick<DraftContent, 'posting'>): boolean =>
  posting?.kind !== undefined && postingKinds[posting.kind].masksNames;

/** What everybody will read besides the body. The contact of a limited notice is left out: a telephone is what it is for. */
const placesOf = ({ title, keyPoints, posting, limited }: NoticeSource): Place[] => [
  { path: 'title', text: title },
  ...keyPoints.map((text, at) => ({ path: `keyPoints.${at}`, text })),
  ...(posting?.objection === undefined ? [] : [{ path: 'posting.objection', text: posting.objection }]),
  ...(limited ? [{ path: 'limited.postedAt', text: limited.postedAt }] : []),
];

/**
 * What leads to a person and stands in a notice unmasked, by place (FACTS §8: 去标识化). Told with their masks only.
 */
function unmaskedIn(source: NoticeSource): FieldFault[] {
  const finds = [
    ...placesOf(source).flatMap(({ path, text }) => scanText(text).map(find => ({ path, find }))),
    ...source.body.flatMap((block, at) =>
      findsOfBlock(block, masksNames(source)).map(find => ({ path: `body.${at}`, find })),
    ),
  ];
  return finds.map(({ path, find }) => ({ path, message: `有没遮住的${SCAN_LABELS[find.kind]}：${find.masked}。` }));
}

/**
 * Throws notice.personal_data, naming each place, unless whoever publishes says that all of it may be read by everybody.
 * @param inFiles what was found in its files
 * @returns the places that were confirmed, for the audit
 */
export function confirmedPlaces(source: NoticeSource, inFiles: readonly FieldFault[]): string[] {
  const faults = [...unmaskedIn(source), ...inFiles];
  if (faults.length > 0 && !source.personalDataConfirmed)
    throw new AppError('notice.personal_data', { errors: faults });
  return [...new Set(faults.map(fault => fault.path))];
}
