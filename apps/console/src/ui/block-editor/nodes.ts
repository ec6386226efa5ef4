import { Mark, Node, mergeAttributes } from '@tiptap/core';

/*
 * The blocks of the contract as nodes, one for one (lib/blocks/document). Their HTML is what the clipboard carries, and what a cleaned
 * paste is written in (lib/blocks/clean-paste).
 */

/** Text and breaks; marks only where the contract has them. */
const LINE = '(text | lineBreak)*';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: LINE,
  priority: 1_000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: LINE,
  marks: '',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [2, 3].map(level => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs['level'] === 3 ? 3 : 2}`, 0],
});

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: LINE,
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node }) => [node.attrs['ordered'] ? 'ol' : 'ul', 0],
});
const ListItem = Node.create({
  name: 'listItem',
  content: LINE,
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

/** Cells as prosemirror-tables wants them; merged ones are not made here, and a paste has them taken apart. */
const spans = () => ({
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
});
const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    caption: {
      default: '',
      parseHTML: element => element.getAttribute('data-caption') ?? '',
      renderHTML: ({ caption }) =>
        caption ? { 'data-caption': caption as string, 'aria-label': caption as string } : {},
    },
  }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  extendNodeSchema: ({ name }) => (name === 'table' ? { tableRole: 'table' } : {}),
});
const tablePart = (name: string, tag: string, content: string, role: string) =>
  Node.create({
    name,
    content,
    ...(role !== 'row' && { isolating: true, addAttributes: spans }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    extendNodeSchema: extension => (extension.name === name ? { tableRole: role } : {}),
  });
const TableRow = tablePart('tableRow', 'tr', '(tableCell | tableHeader)+', 'row');
const TableCell = tablePart('tableCell', 'td', 'cellLine', 'cell');
const TableHeader = tablePart('tableHeader', 'th', 'cellLine', 'header_cell');
const CellLine = Node.create({
  name: 'cellLine',
  content: LINE,
  marks: '',
  parseHTML: () => [{ tag: 'p', context: 'tableCell/|tableHeader/', priority: 60 }],
  renderHTML: () => ['p', 0],
});

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noreferrer' }), 0],
});
const Strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
});

/** Everything that holds words; what is shown beside them is in media-nodes. */
export const textNodes = [
  Doc,
  Text,
  LineBreak,
  Paragraph,
  Heading,
  Quote,
  List,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  CellLine,
  Link,
  Strong,
];
