import { cleanPackage, notCleaned } from './clean-package';
import { openPackage, type OfficePackage } from './office-package';
import { columnOf, readWorkbook, type WorkbookSheet, type WorkbookText } from './workbook';
import { allText, childOf, elementsOf, findAll, type XmlElement } from './xml';
import { cut, cutContent, type Edit } from './xml-edits';

/** Comments and their boxes, kept copies of data, what leads outside, properties, and what only formulas need. */
const DROPPED =
  /^(?:xl\/(?:comments\w*|calcChain|connections|volatileDependencies|metadata)\.xml|xl\/(?:comments|threadedComments|persons|pivotTables|pivotCache|externalLinks|queryTables|tables|slicers|slicerCaches|timelines|timelineCaches|customProperty|customData|printerSettings|revisions|richData|model)\/.*|xl\/xmlMaps\.xml|customXml\/.*|docProps\/(?:custom\.xml|thumbnail\.\w+))$/;
const OF_SHEET = new Set([
  'legacyDrawing',
  'tableParts',
  'dataValidations',
  'customProperties',
  'scenarios',
  'customSheetViews',
  'webPublishItems',
  'extLst',
  'dataConsolidate',
  'autoFilter',
  'protectedRanges',
  'cellWatches',
  'smartTags',
]);
const OF_WORKBOOK = new Set([
  'bookViews',
  'customWorkbookViews',
  'pivotCaches',
  'externalReferences',
  'functionGroups',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'extLst',
  'fileRecoveryPr',
  'fileSharing',
  'fileVersion',
]);
const RELATIONS_TO_DROP = new Set([
  'vmlDrawing',
  'customProperty',
  'printerSettings',
  'table',
  'slicer',
  'timeline',
  'person',
  'sheetMetadata',
]);

/**
 * An xlsx with values for formulas, without comments, properties, and sheets, rows and columns that are hidden: their cells are emptied,
 * so that what is shown stays where it is. Read again before it is given out.
 */
export function cleanXlsx(file: OfficePackage): Buffer {
  const workbook = readWorkbook(file);
  const hidden = new Set(workbook.sheets.filter(sheet => sheet.isHidden).map(sheet => sheet.part));
  const shown = new Map(workbook.sheets.filter(sheet => !sheet.isHidden).map(sheet => [sheet.part, sheet]));
  if (shown.size === 0) throw notCleaned('every sheet is hidden');
  const legacy = new Set([...shown.keys()].flatMap(part => legacyDrawings(file, part)));
  const sharedPart = file.relations(file.mainPart).find(relation => relation.kind === 'sharedStrings')?.target;
  const cleaned = cleanPackage(file, {
    isDropped: name => DROPPED.test(name) || hidden.has(name) || legacy.has(name),
    isRelationDropped: (part, { kind, id }) =>
      shown.has(part) && RELATIONS_TO_DROP.has(kind) && !isHeaderDrawing(file, part, id),
    edits: name => {
      const sheet = shown.get(name);
      if (sheet) return sheetEdits(file.xml(name)!, sheet);
      if (name === file.mainPart) return workbookEdits(file, hidden);
      if (name === sharedPart) return sharedEdits(file, name, usedTexts(file, [...shown.values()]));
      if (/\/charts\/chart[^/]*\.xml$/.test(name)) return chartEdits(file.xml(name)!, workbook);
      return [];
    },
  });
  checkClean(openPackage(cleaned));
  return cleaned;
}

const legacyDrawings = (file: OfficePackage, part: string): string[] =>
  file
    .relations(part)
    .filter(({ kind, id }) => kind === 'vmlDrawing' && !isHeaderDrawing(file, part, id))
    .map(({ target }) => target);

/** Pictures around the page are drawn like boxes of comments, and stay. */
const isHeaderDrawing = (file: OfficePackage, part: string, id: string): boolean =>
  childOf(file.xml(part), 'legacyDrawingHF')?.attributes.id === id;

function sheetEdits(element: XmlElement, sheet: WorkbookSheet): Edit[] {
  return elementsOf(element).flatMap(child => {
    if (OF_SHEET.has(child.name)) return [cut(child)];
    // A rule may look into a sheet that is gone.
    if (child.name === 'conditionalFormatting') return allText(child).includes('!') ? [cut(child)] : [];
    return child.name === 'sheetData' ? rowEdits(child, sheet) : [];
  });
}

function rowEdits(data: XmlElement, { hiddenRows, hiddenColumns }: WorkbookSheet): Edit[] {
  let next = 0;
  return elementsOf(data).flatMap(row => {
    const at = row.attributes.r === undefined ? next : Number(row.attributes.r) - 1;
    next = at + 1;
    if (hiddenRows.has(at)) return row.innerEnd > row.innerStart ? [cutContent(row)] : [];
    let column = 0;
    return elementsOf(row).flatMap(cell => {
      if (cell.attributes.r !== undefined) column = columnOf(cell.attributes.r);
      column += 1;
      if (hiddenColumns.has(column - 1)) return [cut(cell)];
      return elementsOf(cell)
        .filter(({ name }) => name === 'f')
        .map(cut);
    });
  });
}

/** Numbers of the shared texts that cells which stay refer to. */
function usedTexts(file: OfficePackage, sheets: readonly WorkbookSheet[]): Set<number> {
  const used = new Set<number>();
  for (const { part, hiddenRows, hiddenColumns } of sheets) {
    let next = 0;
    for (const row of elementsOf(childOf(file.xml(part), 'sheetData') ?? file.xml(part)!)) {
      const at = row.attributes.r === undefined ? next : Number(row.attributes.r) - 1;
      next = at + 1;
      if (hiddenRows.has(at)) continue;
      let column = 0;
      for (const cell of elementsOf(row)) {
        if (cell.attributes.r !== undefined) column = columnOf(cell.attributes.r);
        column += 1;
        if (cell.attributes.t === 's' && !hiddenColumns.has(column - 1))
          used.add(Number(allText(childOf(cell, 'v') ?? cell)));
      }
    }
  }
  return used;
}

/** Texts keep their numbers: those that nothing shows become empty. */
const sharedEdits = (file: OfficePackage, name: string, used: ReadonlySet<number>): Edit[] => {
  const part = file.xml(name)!;
  const texts = elementsOf(part).filter(child => child.name === 'si');
  const prefix = /<(\w+:)?si[\s>/]/.exec(file.text(name)!)?.[1] ?? '';
  return texts.flatMap((text, index) =>
    used.has(index) || text.innerEnd === text.innerStart ? [] : [cutContent(text, `<${prefix}t/>`)],
  );
};

function workbookEdits(file: OfficePackage, hidden: ReadonlySet<string>): Edit[] {
  const main = file.xml(file.mainPart)!;
  const parts = new Map(file.relations(file.mainPart).map(relation => [relation.id, relation.target]));
  const sheets = elementsOf(childOf(main, 'sheets') ?? main).filter(({ name }) => name === 'sheet');
  const gone = sheets.filter(({ attributes }) => hidden.has(parts.get(attributes.id ?? '') ?? ''));
  const names = elementsOf(childOf(main, 'definedNames') ?? { ...main, children: [] });
  // Names count sheets by their place, and no formula is left that needs one.
  return [
    ...gone.map(cut),
    ...(names.length > 0 ? [cut(childOf(main, 'definedNames')!)] : []),
    ...elementsOf(main)
      .filter(child => OF_WORKBOOK.has(child.name))
      .map(cut),
  ];
}

/** A chart keeps the numbers it once drew, also those of sheets that are gone. */
function chartEdits(chart: XmlElement, { sheets }: WorkbookText): Edit[] {
  const gone = sheets.filter(sheet => sheet.isHidden).map(sheet => sheet.name);
  return findAll(chart, 'numRef', 'strRef', 'multiLvlStrRef')
    .filter(reference => gone.some(name => allText(childOf(reference, 'f') ?? reference).includes(name)))
    .flatMap(reference => findAll(reference, 'pt').map(cut));
}

function checkClean(file: OfficePackage): void {
  const { sheets, unusedTexts } = readWorkbook(file);
  const isEmpty = (sheet: WorkbookSheet) =>
    sheet.rows.every((row, at) =>
      row.every((cell, column) => cell === '' || !(sheet.hiddenRows.has(at) || sheet.hiddenColumns.has(column))),
    );
  if (file.names.some(name => DROPPED.test(name))) throw notCleaned('a part is still there');
  if (sheets.length === 0 || sheets.some(sheet => sheet.isHidden || !isEmpty(sheet)) || unusedTexts.length > 0)
    throw notCleaned('something hidden is still there');
}
