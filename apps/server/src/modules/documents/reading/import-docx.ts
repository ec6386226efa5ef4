import { posix } from 'node:path';
import { createBlockBuilder, type Inline } from './block-builder';
import { createPictures } from './pictures';
import { readNumbering, type Label } from './numbering';
import type { OfficePackage, Relation } from './office-package';
import type { DocumentBlocks } from './protocol';
import { below } from './scan-docx';
import { wordsOf } from './word-text';
import { listOf, outlineOf, readStyles } from './word-styles';
import { childOf, elementsOf, findAll, holds, NO_ELEMENT, type XmlElement } from './xml';

const ADDRESS = /^(?:https?:\/\/|tel:|mailto:)[^\s]+$/i;
/** They wrap runs and paragraphs and say nothing themselves. */
const WRAPPERS = new Set([
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
  'AlternateContent',
  'Choice',
]);

/** A docx as blocks: headings by their style, numbers that Word counts by itself, lists, tables, links, pictures. */
export function importDocx(file: OfficePackage): DocumentBlocks {
  const folder = posix.dirname(file.mainPart);
  const relations = new Map(file.relations(file.mainPart).map(relation => [relation.id, relation]));
  const reader = createReader(file, relations, folder);
  const body = childOf(file.xml(file.mainPart)!, 'body');
  if (body) reader.readBlocks(body);
  return reader.finish(body);
}

function createReader(file: OfficePackage, relations: ReadonlyMap<string, Relation>, folder: string) {
  const styleOf = readStyles(file.xml(`${folder}/styles.xml`));
  const numbering = readNumbering(file.xml(`${folder}/numbering.xml`));
  const builder = createBlockBuilder();
  const pictures = createPictures(file);
  let lastListId: string | null = null;

  function readBlocks(element: XmlElement): void {
    for (const child of elementsOf(element))
      if (child.name === 'p') readParagraph(child);
      else if (child.name === 'tbl') {
        lastListId = null;
        builder.table(mergedRows(child));
        for (const picture of findAll(child, 'blip', 'imagedata')) addPicture(picture, '');
      } else if (WRAPPERS.has(child.name)) readBlocks(child);
  }

  function readParagraph(element: XmlElement): void {
    const properties = childOf(element, 'pPr');
    const style = styleOf(childOf(properties, 'pStyle')?.attributes.val);
    const level = outlineOf(properties) ?? style.heading;
    const list = listOf(properties) ?? style.list;
    const children = inlinesOf(element, undefined);
    const isEmpty = children.every(run => run.text.trim() === '');
    // Number 0 takes a paragraph out of the list of its style.
    const label = list && list.id !== '0' && !isEmpty ? numbering.next(list.id, list.level) : null;
    if (level !== null) builder.heading(level, withLabel(label, children));
    else if (label?.isBullet || (label?.plain != null && (label.plain === 1 || lastListId === list?.id)))
      builder.item(!label.isBullet, children, lastListId !== list!.id || label.plain === 1);
    else if (!isEmpty) builder.paragraph(withLabel(label, children));
    if (!isEmpty) lastListId = label && (label.isBullet || label.plain !== null) ? list!.id : null;
    readThingsIn(element);
  }

  /** Pictures and text boxes stand behind the paragraph that holds them. */
  function readThingsIn(element: XmlElement): void {
    for (const child of elementsOf(element))
      if (child.name === 'txbxContent') readBlocks(child);
      else if (child.name === 'drawing') {
        for (const blip of findAll(child, 'blip')) addPicture(blip, descriptionOf(child));
        for (const box of findAll(child, 'txbxContent')) readBlocks(box);
        if (holds(child, 'chart', 'relIds')) builder.warn('图表和图形没有带进来，请截成图片再插入。');
      } else if (child.name === 'pict' || child.name === 'object') {
        for (const data of findAll(child, 'imagedata')) addPicture(data, data.attributes.title ?? '');
        for (const box of findAll(child, 'txbxContent')) readBlocks(box);
      } else if (child.name !== 'Fallback' && child.name !== 'del') readThingsIn(child);
  }

  function addPicture({ attributes }: XmlElement, description: string): void {
    const relation = relations.get(attributes.embed ?? attributes.id ?? '');
    if (!relation || relation.isExternal) return builder.warn('有的图片只是一个链接，没有带进来。');
    const key = pictures.add(relation.target);
    if (key === null) builder.warn('有的图片是 EMF、WMF 这类格式，没有带进来，请另存为 PNG 再插入。');
    else builder.image(key, description);
  }

  function inlinesOf(element: XmlElement, href: string | undefined): Inline[] {
    return elementsOf(element).flatMap((child): Inline[] => {
      if (child.name === 'r') {
        const isStrong = isOn(childOf(childOf(child, 'rPr'), 'b'));
        const text = wordsOf(child, 'shown');
        return text === '' ? [] : [{ text, ...(href !== undefined && { href }), ...(isStrong && { strong: true }) }];
      }
      if (child.name === 'hyperlink') {
        const relation = relations.get(child.attributes.id ?? '');
        const target = relation?.isExternal === true && ADDRESS.test(relation.target) ? relation.target : undefined;
        return inlinesOf(child, target?.slice(0, 2_000));
      }
      if (child.name === 'oMath' || child.name === 'oMathPara') {
        builder.warn('公式按文字带进来，请核对。');
        return [{ text: wordsOf(child, 'shown') }];
      }
      return WRAPPERS.has(child.name) ? inlinesOf(child, href) : [];
    });
  }

  function finish(body: XmlElement | undefined): DocumentBlocks {
    const has = (...names: string[]) => body !== undefined && holds(body, ...names);
    if (has('ins', 'del', 'moveFrom', 'moveTo')) builder.warn('文件里有修订，按全部接受带进来，请核对。');
    if (has('commentReference')) builder.warn('批注没有带进来。');
    if (has('vanish')) builder.warn('有隐藏的文字，也带进来了，请核对。');
    for (const part of ['footnotes', 'endnotes']) {
      if (!has(part === 'footnotes' ? 'footnoteReference' : 'endnoteReference')) continue;
      const notes = elementsOf(file.xml(`${folder}/${part}.xml`) ?? NO_ELEMENT);
      // The first two draw the line above the notes.
      const texts = notes
        .filter(note => note.attributes.type === undefined)
        .map(note =>
          findAll(note, 'p')
            .map(p => wordsOf(p, 'shown'))
            .join(' '),
        );
      texts.forEach((text, index) => builder.paragraph([{ text: `注 ${index + 1}：${text.trim()}` }]));
      builder.warn('脚注、尾注放在了最后。');
    }
    return { blocks: builder.blocks, pictures: pictures.list, text: null, warnings: [...builder.warnings] };
  }
  return { readBlocks, finish };
}

const withLabel = (label: Label | null, children: readonly Inline[]): Inline[] =>
  label === null || label.text === '' ? [...children] : [{ text: `${label.text} ` }, ...children];

/** A property that stands there is on, unless it says that it is not. */
const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !['0', 'false', 'off'].includes(property.attributes.val ?? '');

const descriptionOf = (drawing: XmlElement): string => {
  const { descr, title } = findAll(drawing, 'docPr')[0]?.attributes ?? {};
  return descr ?? title ?? '';
};

/** Rows with the words of merged cells in each of their places, as one reads them on a phone. */
function mergedRows(table: XmlElement): string[][] {
  const rows: string[][] = [];
  for (const row of below(table, 'tr', 'shown')) {
    const cells: string[] = [];
    for (const cell of below(row, 'tc', 'shown')) {
      const properties = childOf(cell, 'tcPr');
      const merge = childOf(properties, 'vMerge');
      const above = rows.at(-1)?.[cells.length];
      const goesOn = merge !== undefined && merge.attributes.val !== 'restart' && above !== undefined;
      const words = findAll(cell, 'p')
        .map(paragraph => wordsOf(paragraph, 'shown'))
        .join('\n');
      const span = Math.min(Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1), 64);
      for (let at = 0; at < span; at += 1) cells.push(goesOn ? above : words);
    }
    rows.push(cells);
  }
  return rows;
}
