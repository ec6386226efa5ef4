import type { TableName } from '@bandeng/contracts/types';
import { Workbook } from 'exceljs';
import type { TestClient } from '../../testing';

/** For tests: a list as a table, asked for as the console does. */
export const getTable = (
  client: Pick<TestClient, 'fetch'>,
  table: TableName,
  query: Record<string, string> = {},
): Promise<Response> => client.fetch(`/api/v1/staff/tables/${table}?${new URLSearchParams(query).toString()}`);

/** For tests: the rows of the one sheet, the heading first. */
export async function rowsOf(answer: Response): Promise<string[][]> {
  if (answer.status !== 200) throw new Error(`no table: ${answer.status} ${await answer.text()}`);
  const workbook = new Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const rows: string[][] = [];
  const sheet = workbook.worksheets[0]!;
  // An empty cell is a hole in what exceljs gives.
  const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value as string));
  sheet.eachRow(row =>
    rows.push(Array.from({ length: sheet.columnCount }, (_, at) => textOf((row.values as unknown[])[at + 1]))),
  );
  return rows;
}
