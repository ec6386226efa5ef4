import type { AuditEntry } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Input, Select } from 'antd';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { RECORD_NAMES, sayAction, sayActor, sayRecord } from './words';

/** Everything that was done, the newest first: who, what, when, on which record. Values are never kept, only names of fields. */
export function AuditPage() {
  const filters = useFilters();
  const collection = filters.get('collection');
  const subject = filters.get('subject');
  const list = useList<AuditEntry>(['audit', collection, subject], cursor =>
    api.call('staff.audit.list', { query: { limit: 50, cursor, collection, subject } }),
  );
  return (
    <Page title="审计记录" note="谁、什么时候、对哪一条记录、做了什么；封存以后改不了，也删不掉">
      <div className="filters">
        <Select
          aria-label="哪一类记录"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部记录"
          style={{ width: 180 }}
          value={collection}
          onChange={(value?: string) => filters.set({ collection: value })}
          options={Object.entries(RECORD_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Input.Search
          key={subject}
          aria-label="记录的编号"
          allowClear
          placeholder="记录的编号"
          style={{ width: 360 }}
          defaultValue={subject}
          onSearch={value => filters.set({ subject: value.trim() || undefined })}
          enterButton="查"
        />
      </div>
      <ListTable
        label="审计记录"
        nothing={collection || subject ? '没有这样的记录' : '还没有记录'}
        list={list}
        columns={[
          { title: '什么时候', render: (_, { at }) => sayExactly(at) },
          { title: '谁', render: (_, { actor }) => <Actor label={actor} /> },
          { title: '做了什么', render: (_, { action }) => sayAction(action) },
          {
            title: '哪一条记录',
            render: (_, entry) => (
              <>
                {sayRecord(entry.subject.collection)}
                <div>
                  <Button
                    type="link"
                    size="small"
                    className="link-start"
                    aria-label={`只看 ${entry.subject.id} 的记录`}
                    onClick={() => filters.set({ collection: entry.subject.collection, subject: entry.subject.id })}
                  >
                    {entry.subject.id}
                  </Button>
                </div>
              </>
            ),
          },
          { title: '动了哪几栏', width: 240, render: (_, { fields }) => fields.join('、') },
          {
            title: '封存',
            render: (_, { sealed }) => (sealed ? '已封存' : <span className="quiet">等封存</span>),
          },
        ]}
      />
    </Page>
  );
}

function Actor({ label }: { label: string }) {
  const { kind, id } = sayActor(label);
  return (
    <>
      {kind}
      {id && <div className="quiet">{id}</div>}
    </>
  );
}
