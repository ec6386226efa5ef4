import type { Block } from '@bandeng/contracts/schemas';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { mediaNodes } from '../../ui/block-editor/media-nodes';
import { textNodes } from '../../ui/block-editor/nodes';
import { blocksOf, documentOf, normalBlocks, placedBlocksOf, type DocumentNode } from './document';

const words = fc.oneof(
  fc.constantFrom('', '低保', '第一行\n第二行', '\n', '  两边有空 ', 'a<b>&"c"', '𬭎明远', '12.50'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const id = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const inline = fc.record(
  {
    text: words,
    href: fc.constantFrom('https://example.org/a?b=1&c=2', 'tel:12345', 'mailto:a@example.org'),
    strong: fc.boolean(),
  },
  { requiredKeys: ['text'] },
);
const level = fc.constantFrom<2 | 3>(2, 3);
const cells = fc.array(words, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level, text: words }),
  fc.record({ type: fc.constant('paragraph' as const), children: fc.array(inline, { maxLength: 5 }) }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(words, { maxLength: 4 }) }),
  fc.record(
    { type: fc.constant('table' as const), caption: words, head: cells, rows: fc.array(cells, { maxLength: 4 }) },
    { requiredKeys: ['type', 'head', 'rows'] },
  ),
  fc.record({ type: fc.constant('image' as const), fileId: id, alt: words }),
  fc.record({ type: fc.constant('quote' as const), text: words }),
  fc.record({ type: fc.constant('video' as const), url: fc.webUrl(), title: words }),
  fc.record({ type: fc.constant('file' as const), fileId: id, name: words }),
);
const blocks = fc.array(block, { maxLength: 8 });
const schema = getSchema([...textNodes, ...mediaNodes({ addressOf: () => Promise.resolve(null) })]);

describe('blocks and the document of the editor', () => {
  test('any blocks: to the document and back -> the same in normal form', () => {
    fc.assert(fc.property(blocks, given => expect(blocksOf(documentOf(given))).toEqual(normalBlocks(given))));
  });

  test('any blocks: the normal form again -> nothing changes', () => {
    fc.assert(fc.property(blocks, given => expect(normalBlocks(normalBlocks(given))).toEqual(normalBlocks(given))));
  });

  test('any blocks: the editor takes the document as it is, and gives it back', () => {
    fc.assert(
      fc.property(blocks, given => {
        const node = schema.nodeFromJSON(documentOf(given));
        node.check();
        expect(blocksOf(node.toJSON() as DocumentNode)).toEqual(normalBlocks(given));
      }),
    );
  });

  test('nothing: -> one paragraph to write in, which is no block', () => {
    expect(documentOf([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(blocksOf(documentOf([]))).toEqual([]);
  });

  test('a table without names, with rows of several lengths -> filled up, no row becomes names', () => {
    const table: Block = { type: 'table', head: [], rows: [['甲'], ['乙', '丙']] };
    expect(blocksOf(documentOf([table]))).toEqual([
      {
        ...table,
        rows: [
          ['甲', ''],
          ['乙', '丙'],
        ],
      },
    ]);
  });

  test('an empty paragraph before a heading -> the heading is block 0 and node 1', () => {
    const { content = [] } = documentOf([{ type: 'heading', level: 2, text: '一、目的' }]);
    const document = { type: 'doc', content: [{ type: 'paragraph' }, ...content] };
    expect(placedBlocksOf(document).map(({ node }) => node)).toEqual([1]);
  });
});
