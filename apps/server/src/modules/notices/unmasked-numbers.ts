import type { Block, NoticeSource } from '@bandeng/contracts/schemas';
import { findPersonalData, type PersonalDataKind } from '@bandeng/rules';
import { AppError, type FieldFault } from '../../platform/errors';

const LABELS: Record<PersonalDataKind, string> = { idNumber: '身份证号', mobile: '手机号', bankCard: '银行卡号' };

interface Place {
  path: string;
  text: string;
}

/** A cell at a time: numbers of two neighbours never make one. */
function textsOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [block.text];
    case 'paragraph':
      return [block.children.map(child => child.text).join(''), ...block.children.map(child => child.href ?? '')];
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

/** What everybody will read. The contact of a limited notice is left out: a telephone is what it is for. */
const placesOf = ({ title, keyPoints, body, posting, limited }: NoticeSource): Place[] => [
  { path: 'title', text: title },
  ...keyPoints.map((text, at) => ({ path: `keyPoints.${at}`, text })),
  ...body.flatMap((block, at) => textsOfBlock(block).map(text => ({ path: `body.${at}`, text }))),
  ...(posting?.objection === undefined ? [] : [{ path: 'posting.objection', text: posting.objection }]),
  ...(limited ? [{ path: 'limited.postedAt', text: limited.postedAt }] : []),
];

/**
 * Numbers that lead to a person and stand in a notice unmasked, by place (FACTS §8: 去标识化). Told with their masks only.
 */
function unmaskedNumbers(source: NoticeSource): FieldFault[] {
  const finds = placesOf(source).flatMap(({ path, text }) => findPersonalData(text).map(find => ({ path, find })));
  return finds.map(({ path, find }) => ({ path, message: `有没遮住的${LABELS[find.kind]}：${find.masked}。` }));
}

/**
 * Throws notice.personal_data, naming each place, unless whoever publishes says that these numbers may be read by everybody.
 * @returns the places that were confirmed, for the audit
 */
export function confirmedPlaces(source: NoticeSource): string[] {
  const faults = unmaskedNumbers(source);
  if (faults.length > 0 && !source.personalDataConfirmed)
    throw new AppError('notice.personal_data', { errors: faults });
  return [...new Set(faults.map(fault => fault.path))];
}
