import { sayDate } from '@bandeng/rules';
import { Button, Space, Tag, type TableColumnsType } from 'antd';
import type { List } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { CloseAct } from '../../ui/close-act';
import { HistoryAct } from './history-act';

interface Kept {
  id: string;
  name: string;
  since: string | null;
  closedOn: string | null;
}

interface Props<T> {
  label: string;
  /** Of the records, as the audit calls it, and the table of them. */
  collection: 'units' | 'areas' | 'places';
  /** What the list is filtered by. */
  query: Readonly<Record<string, string | undefined>>;
  list: List<T>;
  columns: TableColumnsType<T>;
  change: (record: T) => void;
  end: (id: string, body: { on: string }) => Promise<unknown>;
}

/** What is kept with dates: its name, since when, until when, and what can be done with it. */
export function KeptTable<T extends Kept>({ label, collection, query, list, columns, change, end }: Props<T>) {
  const now = new Date();
  return (
    <ListTable<T>
      label={label}
      exportAs={{ table: collection, query }}
      nothing={Object.values(query).some(Boolean) ? `没有这样的${label}` : `还没有${label}`}
      list={list}
      columns={[
        {
          title: '名称',
          render: (_, { id, name }) => (
            <>
              {name}
              <div className="quiet">{id}</div>
            </>
          ),
        },
        ...columns,
        { title: '从哪天起', render: (_, { since }) => since && `自${sayDate(since, now)}起` },
        {
          title: '办理',
          render: (_, record) => (
            <Space>
              {record.closedOn ? (
                <Tag>{sayDate(record.closedOn, now)}停用</Tag>
              ) : (
                <>
                  <Button size="small" aria-label={`改${record.name}`} onClick={() => change(record)}>
                    改
                  </Button>
                  <CloseAct name={record.name} work={body => end(record.id, body)} />
                </>
              )}
              <HistoryAct collection={collection} id={record.id} name={record.name} />
            </Space>
          ),
        },
      ]}
    />
  );
}
