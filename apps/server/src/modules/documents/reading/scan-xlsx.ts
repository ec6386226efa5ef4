import type { OfficePackage } from './office-package';
import { otherTexts, unreadableParts } from './scan-parts';
import type { ScannableText, ScanUnit } from './scan-unit';
import { columnName, readWorkbook } from './workbook';

/** Everything in an xlsx that can be read: also sheets, rows and columns that are hidden, comments, kept data and properties. */
export function scanXlsx(file: OfficePackage): ScannableText {
  const workbook = readWorkbook(file);
  const units: ScanUnit[] = [];
  for (const sheet of workbook.sheets) {
    const called = `工作表“${sheet.name}”${sheet.isHidden ? '（隐藏的）' : ''}`;
    const placeOf = (row: number, column: number) => {
      const isHidden = sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
      return `${called} ${columnName(column)}${row + 1}${isHidden ? '（隐藏的行或列）' : ''}`;
    };
    units.push({ place: '工作表的名字', text: sheet.name });
    units.push({ place: called, table: { rows: sheet.rows, caption: sheet.name, placeOf } });
    if (sheet.margins !== '') units.push({ place: `${called}的页眉页脚`, text: sheet.margins });
  }
  // Texts that no cell shows any more stay in the file.
  if (workbook.unusedTexts.length > 0)
    units.push({ place: '删去的单元格留下的文字', text: workbook.unusedTexts.join('\n|\n') });
  return { units: [...units, ...otherTexts(file, workbook.parts)], unreadable: unreadableParts(file) };
}
