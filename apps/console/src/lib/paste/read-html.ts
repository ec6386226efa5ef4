import type { Block } from '@bandeng/contracts/schemas';
import { listsOf, type MarkedLine } from './list-builder';
import { boldness, headingLevel, hrefOf, isLeftOut, listMark } from './marks-of-word';
import { tableOf, type WrittenCell } from './tables';
import { paragraphOf, shownText, wordsOf, type Inline } from './words';

export interface ReadHtml {
  blocks: Block[];
  /** Pictures that stood in it: their bytes are not on the clipboard. */
  pictures: number;
}

const PARAGRAPHS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE CENTER PRE DL DT DD ADDRESS FIGURE FIGCAPTION BODY HR'.split(' '),
);
const PICTURES = /^(?:IMG|V:IMAGEDATA|SVG|CANVAS)$/i;

interface Look {
  strong: boolean;
  href?: string | undefined;
}

/** HTML of the clipboard (Word, WPS, a spreadsheet, a page) as blocks: words and their order, nothing of its looks. */
export function readHtml(root: Element): ReadHtml {
  const blocks: Block[] = [];
  let pictures = 0;
  let run: Inline[] = [];
  let lines: MarkedLine[] = [];

  function endLines(): void {
    if (lines.length > 0) blocks.push(...listsOf(lines));
    lines = [];
  }
  function endRun(): void {
    const children = paragraphOf(run);
    run = [];
    if (children.length === 0) return;
    endLines();
    blocks.push({ type: 'paragraph', children });
  }
  const add = (...made: Block[]) => {
    endRun();
    endLines();
    blocks.push(...made);
  };
  /** What stands in it, on its own. */
  const inside = (element: Element): Block[] => {
    const read = readHtml(element);
    pictures += read.pictures;
    return read.blocks;
  };

  function readList(list: Element, level: number): void {
    endRun();
    let number = Number(list.getAttribute('start') ?? '1') || 1;
    for (const item of [...list.children].filter(child => !isLeftOut(child))) {
      if (item.tagName === 'UL' || item.tagName === 'OL') readList(item, level + 1);
      if (item.tagName !== 'LI') continue;
      const own = item.cloneNode(true) as Element;
      const nested = [...own.querySelectorAll('ul, ol')];
      for (const element of nested) element.remove();
      const marker = list.tagName === 'OL' ? `${number}.` : '•';
      lines.push({ marker, text: linesOf(inside(own)), level });
      number += 1;
      for (const element of nested.filter(one => !nested.some(other => other !== one && other.contains(one))))
        readList(element, level + 1);
    }
  }

  function readTable(table: Element): void {
    const rows = [...table.querySelectorAll('tr')].filter(row => row.closest('table') === table && !isLeftOut(row));
    const cellsOf = (row: Element) =>
      [...row.children].filter(cell => /^T[DH]$/.test(cell.tagName) && !isLeftOut(cell));
    // A table of one cell is a frame around a text.
    const [only, another] = rows.flatMap(cellsOf);
    if (only && !another) return add(...inside(only));
    const written = rows.map(row =>
      cellsOf(row).map((cell): WrittenCell => ({
        text: linesOf(inside(cell)),
        isHeader: cell.tagName === 'TH',
        colspan: Number(cell.getAttribute('colspan') ?? 1) || 1,
        rowspan: Number(cell.getAttribute('rowspan') ?? 1) || 1,
      })),
    );
    const caption = table.querySelector(':scope > caption');
    const made = tableOf(written, {
      caption: caption ? linesOf(inside(caption)) : '',
      headRows: rows.filter(row => row.parentElement?.tagName === 'THEAD').length,
    });
    if (made) add(made);
  }

  function readParagraph(element: Element, look: Look): void {
    endRun();
    const mark = listMark(element);
    const level = headingLevel(element);
    if (mark) mark.element.remove();
    readChildren(element, look);
    if (!mark && level === undefined) return endRun();
    const words = wordsOf(paragraphOf(run));
    run = [];
    if (level !== undefined) {
      if (words) add({ type: 'heading', level, text: `${mark?.marker ?? ''}${words}` });
    } else if (mark) lines.push({ marker: mark.marker, text: words, level: mark.level });
  }

  function readElement(element: Element, look: Look): void {
    if (isLeftOut(element)) return;
    const tag = element.tagName.toUpperCase();
    if (PICTURES.test(tag)) pictures += 1;
    else if (tag === 'BR') endRun();
    else if (tag === 'TABLE') readTable(element);
    else if (tag === 'UL' || tag === 'OL') readList(element, 1);
    else if (tag === 'BLOCKQUOTE') {
      const text = linesOf(inside(element));
      if (text) add({ type: 'quote', text });
    } else if (PARAGRAPHS.has(tag) || /^H[1-6]$/.test(tag) || tag === 'LI') readParagraph(element, look);
    else readChildren(element, { strong: boldness(element) ?? look.strong, href: hrefOf(element) ?? look.href });
  }

  function readChildren(element: Element, look: Look): void {
    for (const node of [...element.childNodes]) {
      if (node.nodeType === 1) readElement(node as Element, look);
      if (node.nodeType !== 3) continue;
      const text = shownText(node.nodeValue ?? '');
      run.push({ text, ...(look.href && { href: look.href }), ...(look.strong && { strong: true }) });
    }
  }

  readChildren(root, { strong: false });
  endRun();
  endLines();
  return { blocks, pictures };
}

/** The words of blocks, a line each: what a cell or an item can hold. */
function linesOf(blocks: readonly Block[]): string {
  return blocks
    .map(block => {
      switch (block.type) {
        case 'paragraph':
          return wordsOf(block.children);
        case 'list':
          return block.items.map((item, at) => (block.ordered ? `${at + 1}. ${item}` : `· ${item}`)).join('\n');
        case 'table':
          return [block.head, ...block.rows]
            .map(row => row.filter(Boolean).join('　'))
            .filter(Boolean)
            .join('\n');
        case 'heading':
        case 'quote':
          return block.text;
        default:
          return '';
      }
    })
    .filter(Boolean)
    .join('\n');
}
