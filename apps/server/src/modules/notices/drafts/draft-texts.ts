import type { Block, DraftContent } from '@bandeng/contracts/schemas';

/** A text that readers see, and where it stands in the content; see DraftCheck in contracts. */
export interface PlacedText {
  path: string;
  text: string;
}

/** The texts of a block; of a table its cells one by one. */
export function textsOfBlock(path: string, block: Block): PlacedText[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [{ path: `${path}.text`, text: block.text }];
    case 'paragraph':
      return [{ path: `${path}.children`, text: block.children.map(child => child.text).join('') }];
    case 'list':
      return block.items.map((text, at) => ({ path: `${path}.items.${at}`, text }));
    case 'table':
      return [
        { path: `${path}.caption`, text: block.caption ?? '' },
        ...block.head.map((text, column) => ({ path: `${path}.head.${column}`, text })),
        ...block.rows.flatMap((cells, row) =>
          cells.map((text, column) => ({ path: `${path}.rows.${row}.${column}`, text })),
        ),
      ];
    case 'image':
      return [{ path: `${path}.alt`, text: block.alt }];
    case 'file':
      return [{ path: `${path}.name`, text: block.name }];
    case 'video':
      return [{ path: `${path}.title`, text: block.title }];
  }
}

/** The texts of a draft beside its body. */
export const textsBeside = ({
  title,
  keyPoints,
  posting,
  limited,
}: Pick<DraftContent, 'title' | 'keyPoints' | 'posting' | 'limited'>): PlacedText[] => [
  { path: 'title', text: title },
  ...keyPoints.map((text, at) => ({ path: `keyPoints.${at}`, text })),
  { path: 'posting.objection', text: posting?.objection ?? '' },
  { path: 'limited.postedAt', text: limited?.postedAt ?? '' },
];
