import { Checkbox, Table, type TableColumnsType } from 'antd';
import { useState, type Key, type ReactNode } from 'react';
import type { List } from '../lib/use-list';
import { useHiddenColumns } from '../lib/use-hidden-columns';
import { ColumnChoice } from './column-choice';
import { ExportList, type ListExport } from './export-list';
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
  /** It can be taken along as a table. */
  exportAs?: ListExport | undefined;
  /** Several can be chosen: what is done with them. `keep` leaves these chosen. */
  bulk?: ((ids: readonly string[], keep: (ids: readonly string[]) => void) => ReactNode) | undefined;
  /** What a record is called, for who chooses it without seeing. */
  nameOf?: ((record: T) => string) | undefined;
}

/** A list of records: page after page by cursor, so that it holds at any length. */
export function ListTable<T extends { id: string }>(props: Props<T>) {
  const { list, columns, label, nothing, marked, exportAs, bulk, nameOf = ({ id }) => id } = props;
  const [chosen, choose] = useState<readonly string[]>([]);
  const [hidden, setHidden] = useHiddenColumns(label);
  const titles = columns.slice(1).flatMap(({ title }) => (typeof title === 'string' ? title : []));
  const shown = columns.filter(
    ({ title }) => !(typeof title === 'string' && titles.includes(title) && hidden.includes(title)),
  );
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />;
  return (
    <section aria-label={label}>
      <div className="list-tools">
        {bulk && (
          <div className="list-bulk">
            <ChooseAll ids={list.items.map(({ id }) => id)} chosen={chosen} choose={choose} />
            {chosen.length > 0 && bulk(chosen, choose)}
          </div>
        )}
        {exportAs && <ExportList {...exportAs} />}
        {titles.length >= CHOICE_FROM && <ColumnChoice titles={titles} hidden={hidden} setHidden={setHidden} />}
      </div>
      <Table<T>
        rowKey="id"
        size="middle"
        columns={shown}
        dataSource={list.items}
        loading={list.isLoading}
        {...(bulk && { rowSelection: selectionOf(chosen, choose, nameOf) })}
        pagination={false}
        rowClassName={({ id }) => (id === marked ? 'marked' : '')}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: list.isLoading ? ' ' : <Notice title={nothing} /> }}
      />
      <More list={list} />
    </section>
  );
}

/** Boxes that say what they choose. All of them are chosen above the table: a box in its head would stand in it twice, once unseen. */
const selectionOf = <T extends { id: string }>(
  chosen: readonly string[],
  choose: (ids: readonly string[]) => void,
  nameOf: (record: T) => string,
) => ({
  selectedRowKeys: [...chosen],
  onChange: (keys: readonly Key[]) => choose(keys.map(String)),
  getCheckboxProps: (record: T) => ({ 'aria-label': `选${nameOf(record)}` }),
  hideSelectAll: true,
  columnTitle: <span className="visually-hidden">选</span>,
});

interface ChooseAllProps {
  ids: readonly string[];
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
}

function ChooseAll({ ids, chosen, choose }: ChooseAllProps) {
  const isAll = ids.length > 0 && ids.every(id => chosen.includes(id));
  return (
    <Checkbox
      checked={isAll}
      indeterminate={chosen.length > 0 && !isAll}
      disabled={ids.length === 0}
      onChange={() => choose(isAll ? [] : ids)}
    >
      {chosen.length > 0 ? `选了 ${chosen.length} 件` : '全选'}
    </Checkbox>
  );
}
