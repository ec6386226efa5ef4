import { maskName } from './mask';
import { isOrganizationName, isWholeName } from './names';
import type { TableFind } from './scan';

/** Heads of columns that hold the people a list is about. */
const PEOPLE =
  /姓名|户主|户名|申请人|承租人|保障对象|救助对象|资助对象|补贴对象|受助人|中签人|获奖者|入围者|家庭成员|配偶|学生/u;
/** Of those who work on it: they sign with their names. */
const OFFICIALS = /经办|负责|联系人|审核人|填报|法定代表|监督|教师|老师|评委|专家/u;
/** A find of `findNames`: no number, but in lists whose kind masks its people (postingKinds) shown by its mask as well. */
export interface NameFind extends Omit<TableFind, 'kind'> {
  kind: 'name';
}

/** A list begins with what it is about, over all its columns. */
const TITLE_ROWS = 5;
const NOT_A_NAME = /^(?:姓名|合计|总计|小计|共计|备注|以上|以下|无|未定|待定|本人|空缺|男|女)$/u;

/**
 * Names written out in the columns of a list that hold its people, each with its mask: 张小祥 → 张*祥. What stands outside of such a column,
 * organisations and names that are masked already are none.
 * @param rows cells by row, the header first where there is one
 */
export function findNames(rows: readonly (readonly string[])[]): NameFind[] {
  const headerAt = rows.slice(0, TITLE_ROWS).findIndex(cells => cells.some(isPeopleHead));
  const columns = (rows[headerAt] ?? []).flatMap((text, column) => (isPeopleHead(text) ? [column] : []));
  return rows.flatMap((cells, row) =>
    row <= headerAt ? [] : columns.flatMap(column => nameIn(cells[column] ?? '', { row, column })),
  );
}

const isPeopleHead = (text: string): boolean =>
  [...text.trim()].length <= 12 && PEOPLE.test(text) && !OFFICIALS.test(text);

function nameIn(text: string, { row, column }: { row: number; column: number }): NameFind[] {
  const name = text.trim();
  const spaced = name.replace(/[\s\u3000]+/gu, '');
  if (!isWholeName(spaced) || NOT_A_NAME.test(spaced) || isOrganizationName(spaced)) return [];
  const start = text.indexOf(name);
  const masked = maskName(spaced, 'person');
  return [{ kind: 'name', start, end: start + name.length, text: name, masked, row, column, lastColumn: column }];
}
