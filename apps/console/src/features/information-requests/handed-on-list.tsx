import { HANDED_ON_STATE_LABELS } from '@bandeng/contracts/routes';
import type { HandedOn } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Select, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';

/** What grid workers handed on, the longest waiting first: to be confirmed by telephone, then registered. */
export function HandedOnList() {
  const filters = useFilters();
  const state = (filters.get('state') ?? 'waiting') as HandedOn['state'];
  const list = useList<HandedOn>(['handed-on', state], cursor =>
    api.call('staff.handedOn.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page
      title="转交的"
      note="网格员记下有人要信息。还不是申请：和本人核实、补齐了，才从那天计时"
      actions={<Link to="/information-requests">全部申请</Link>}
    >
      <div className="filters">
        <Select
          aria-label="办到哪一步"
          style={{ width: 160 }}
          value={state}
          onChange={(value: HandedOn['state']) => filters.set({ state: value })}
          options={Object.entries(HANDED_ON_STATE_LABELS).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ListTable
        label="转交的"
        nothing={state === 'waiting' ? '没有等着核实的' : '没有这样的'}
        list={list}
        columns={[
          {
            title: '要什么',
            render: (_, { id, wanted }) => <Link to={`/information-requests/handed-on/${id}`}>{wanted}</Link>,
          },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '哪天说的', render: (_, { heardOn }) => sayDate(heardOn, new Date()) },
          { title: '收到', render: (_, { receivedAt }) => sayDate(receivedAt, new Date()) },
          {
            title: '最晚打电话',
            render: (_, { confirmBy }) => (confirmBy ? sayDate(confirmBy, new Date()) : ''),
          },
          { title: '状态', render: (_, row) => <Tag>{HANDED_ON_STATE_LABELS[row.state]}</Tag> },
        ]}
      />
    </Page>
  );
}
