import { createBlockBuilder } from './block-builder';
import type { OfficePackage } from './office-package';
import type { DocumentBlocks } from './protocol';
import { readWorkbook, type WorkbookSheet } from './workbook';

/** An xlsx as tables, a sheet each; what is hidden is left out and told. */
export function importXlsx(file: OfficePackage): DocumentBlocks {
  const builder = createBlockBuilder();
  const { sheets } = readWorkbook(file);
  const visible = sheets.filter(sheet => !sheet.isHidden);
  if (visible.length < sheets.length) builder.warn(`有 ${sheets.length - visible.length} 张隐藏的工作表，没有带进来。`);
  for (const sheet of visible) {
    const rows = shownRows(sheet);
    if (rows.every(row => row.every(cell => cell.trim() === ''))) continue;
    if (sheet.hiddenRows.size + sheet.hiddenColumns.size > 0)
      builder.warn(`工作表“${sheet.name}”里隐藏的行和列没有带进来。`);
    if (visible.length > 1) builder.heading(1, [{ text: sheet.name }]);
    builder.table(withoutEmptyColumns(rows));
  }
  if (file.names.some(name => /\/(?:media|charts)\//.test(name))) builder.warn('表格里的图片和图表没有带进来。');
  return { blocks: builder.blocks, pictures: [], text: null, warnings: [...builder.warnings] };
}

function shownRows({ rows, merges, hiddenRows, hiddenColumns }: WorkbookSheet): string[][] {
  const filled = rows.map(row => [...row]);
  for (const [top, left, bottom, right] of merges) {
    const words = rows[top]?.[left] ?? '';
    for (let row = top; row <= bottom && row < filled.length && words !== ''; row += 1)
      for (let column = left; column <= Math.min(right, left + 63); column += 1) {
        while (filled[row]!.length < column) filled[row]!.push('');
        filled[row]![column] = words;
      }
  }
  return filled
    .filter((_, row) => !hiddenRows.has(row))
    .map(row => row.filter((_, column) => !hiddenColumns.has(column)));
}

function withoutEmptyColumns(rows: readonly (readonly string[])[]): string[][] {
  const used = new Set(rows.flatMap(row => row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))));
  return rows.map(row => row.filter((_, column) => used.has(column)));
}
