import type { Posting } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { STATE_NAMES } from './words';

type State = Posting['state'];
const STATES = Object.keys(STATE_NAMES) as State[];
const stateOf = (text: string | undefined): State => STATES.find(state => state === text) ?? 'running';

/** What hangs out, what is over and waits for its result, what is done. */
export function PostingsPage() {
  const filters = useFilters();
  const state = stateOf(filters.get('state'));
  const list = useList<Posting>(['postings', state], cursor =>
    api.call('staff.postings.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page title="公示" note="期满、异议都有结论以后，才能公布结果">
      <div className="filters">
        <Segmented<State>
          aria-label="到哪一步"
          value={state}
          onChange={value => filters.set({ state: value === 'running' ? undefined : value })}
          options={STATES.map(value => ({ value, label: STATE_NAMES[value] }))}
        />
      </div>
      <ListTable
        label="公示"
        exportAs={{ table: 'postings', query: { state } }}
        nothing={state === 'running' ? '现在没有公示' : '没有这样的公示'}
        list={list}
        columns={[
          { title: '公示', width: 420, render: (_, { id, title }) => <Link to={`/postings/${id}`}>{title}</Link> },
          { title: '哪一种', width: 240, dataIndex: 'kindLabel' },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '从', render: (_, { from }) => sayDate(from, new Date()) },
          { title: '到', render: (_, { to }) => sayDate(to, new Date()) },
          {
            title: '收回',
            render: (_, { takeDownOn }) => (takeDownOn === null ? '一直留着' : sayDate(takeDownOn, new Date())),
          },
        ]}
      />
    </Page>
  );
}
