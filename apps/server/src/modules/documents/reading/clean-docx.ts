import { cleanPackage, notCleaned } from './clean-package';
import { openPackage, type OfficePackage } from './office-package';
import { wordsOf } from './word-text';
import { childOf, elementsOf, holds, type XmlElement } from './xml';
import { cut, unwrap, type Edit } from './xml-edits';

const DROPPED =
  /^(?:word\/(?:comments\w*|people|webSettings)\.xml|customXml\/.*|docProps\/(?:custom\.xml|thumbnail\.\w+)|word\/(?:customizations|attachedToolbars)\.\w+)$/;
const TEXT_PART = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** Marks of comments and of tracked changes, and what a form was before. */
const MARKS = new Set([
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'annotationRef',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'numberingChange',
  'moveFromRangeStart',
  'moveFromRangeEnd',
  'moveToRangeStart',
  'moveToRangeEnd',
  'cellIns',
  'cellMerge',
  'customXmlInsRangeStart',
  'customXmlInsRangeEnd',
  'customXmlDelRangeStart',
  'customXmlDelRangeEnd',
  'customXmlMoveFromRangeStart',
  'customXmlMoveFromRangeEnd',
  'customXmlMoveToRangeStart',
  'customXmlMoveToRangeEnd',
  'dataBinding',
]);
const REMOVED = new Set(['del', 'moveFrom']);
const ACCEPTED = new Set(['ins', 'moveTo']);
const SETTINGS = new Set(['trackRevisions', 'docVars', 'attachedTemplate', 'rsids', 'mailMerge', 'revisionView']);

/** A docx with its changes accepted and without comments, hidden text and properties; read again before it is given out. */
export function cleanDocx(file: OfficePackage): Buffer {
  const cleaned = cleanPackage(file, {
    isDropped: name => DROPPED.test(name),
    isRelationDropped: (_, { kind }) => kind === 'attachedTemplate' || kind === 'mailMergeSource',
    edits: name => {
      if (TEXT_PART.test(name) || name === file.mainPart) return textEdits(file.xml(name)!);
      if (name === 'word/settings.xml')
        return elementsOf(file.xml(name)!)
          .filter(child => SETTINGS.has(child.name))
          .map(cut);
      return [];
    },
  });
  checkClean(openPackage(cleaned));
  return cleaned;
}

function textEdits(element: XmlElement): Edit[] {
  return elementsOf(element).flatMap(child => {
    if (isGone(child, element)) return [cut(child)];
    if (ACCEPTED.has(child.name)) return [...unwrap(child), ...textEdits(child)];
    return textEdits(child);
  });
}

function isGone(child: XmlElement, parent: XmlElement): boolean {
  if (MARKS.has(child.name) || REMOVED.has(child.name)) return true;
  if (child.name === 'r') return isOn(childOf(childOf(child, 'rPr'), 'vanish'));
  if (child.name === 'tr') return childOf(childOf(child, 'trPr'), 'del') !== undefined;
  if (child.name === 'tc') return childOf(childOf(child, 'tcPr'), 'cellDel') !== undefined;
  return child.name === 'p' && isDeletedParagraph(child, parent);
}

/** Its mark is deleted and nothing of it is left; the last paragraph of a cell, or one that ends a section, has to stay. */
function isDeletedParagraph(paragraph: XmlElement, parent: XmlElement): boolean {
  const properties = childOf(paragraph, 'pPr');
  const mark = childOf(properties, 'rPr');
  // Asked first: the rest looks at all its neighbours.
  if (childOf(mark, 'del') === undefined && childOf(mark, 'moveFrom') === undefined) return false;
  const isLast = elementsOf(parent).filter(({ name }) => name === 'p').length < 2;
  const isEmpty = wordsOf(paragraph, 'shown') === '' && !holds(paragraph, 'drawing', 'pict', 'object', 'sectPr');
  return isEmpty && !isLast;
}

const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !['0', 'false', 'off'].includes(property.attributes.val ?? '');

function checkClean(file: OfficePackage): void {
  if (file.names.some(name => DROPPED.test(name))) throw notCleaned('a part is still there');
  for (const name of file.names.filter(part => TEXT_PART.test(part)))
    if (textEdits(file.xml(name)!).length > 0) throw notCleaned(`${name} still holds what was cut`);
}
