import { Table, type TableColumnsType } from 'antd';
import type { List } from '../lib/use-list';
import { useHiddenColumns } from '../lib/use-hidden-columns';
import { ColumnChoice } from './column-choice';
import { Notice } from './notice';
import { Failed } from './state';
import { More } from './more';

/** Fewer columns than this need no choice. */
const CHOICE_FROM = 4;

interface Props<T> {
  list: List<T>;
  columns: TableColumnsType<T>;
  /** What it is a list of, for a screen reader. */
  label: string;
  /** Said when there is nothing. */
  nothing: string;
  /** The record that somebody was led to. */
  marked?: string | undefined;
}

/** A list of records: page after page by cursor, so that it holds at any length. */
export function ListTable<T extends { id: string }>({ list, columns, label, nothing, marked }: Props<T>) {
  const [hidden, setHidden] = useHiddenColumns(label);
  const titles = columns.slice(1).flatMap(({ title }) => (typeof title === 'string' ? title : []));
  const shown = columns.filter(
    ({ title }) => !(typeof title === 'string' && titles.includes(title) && hidden.includes(title)),
  );
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />;
  return (
    <section aria-label={label}>
      {titles.length >= CHOICE_FROM && <ColumnChoice titles={titles} hidden={hidden} setHidden={setHidden} />}
      <Table<T>
        rowKey="id"
        size="middle"
        columns={shown}
        dataSource={list.items}
        loading={list.isLoading}
        pagination={false}
        rowClassName={({ id }) => (id === marked ? 'marked' : '')}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: list.isLoading ? ' ' : <Notice title={nothing} /> }}
      />
      <More list={list} />
    </section>
  );
}
