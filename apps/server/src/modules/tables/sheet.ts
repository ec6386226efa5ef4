import type { RouteName, Routes } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';

/** Calls that answer a page of records. */
export type ListRoute = {
  [N in RouteName]: Routes[N] extends { answer: string }
    ? never
    : RouteAnswer<N> extends { items: unknown[] }
      ? N
      : never;
}[RouteName];
export type ItemOf<N extends ListRoute> = RouteAnswer<N> extends { items: (infer T)[] } ? T : never;

/** Words for what a row names by id only. */
export interface Say {
  unit(id: string): string;
}

/** A list as a table: what is read, and what each of its records is as a row. */
export interface Sheet<N extends ListRoute> {
  route: N;
  /** Of the file and the sheet. */
  name: string;
  /** What the list is asked beside its filters, to leave out what a table does not show. */
  ask?: Readonly<Record<string, string>>;
  /** Heading and cell, column by column. */
  columns: Readonly<Record<string, (item: ItemOf<N>, say: Say) => string>>;
}

export const sheetOf = <N extends ListRoute>(sheet: Sheet<N>): Sheet<N> => sheet;

const SHANGHAI_MS = 8 * 3_600_000;
/** An instant as a clock in Shanghai shows it, to the minute; a date as it is; nothing for none. */
export function sayTime(instant: string | null): string {
  if (instant === null) return '';
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
}
export const listed = (names: readonly { name: string }[]): string => names.map(({ name }) => name).join('、');
export const yes = (is: boolean): string => (is ? '是' : '');
