import type { RouteAnswer } from '@bandeng/contracts/types';
import { outcomeAlarm, sayDate, sayDaysLeft, shanghaiDateOf } from '@bandeng/rules';
import { Button, Select, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { STATE_NAMES, type State } from './words';

type Row = RouteAnswer<'staff.consultations.list'>['items'][number];

/** The consultations of my units, or those that stand at one step. */
export function ConsultationsPage() {
  const filters = useFilters();
  const navigate = useNavigate();
  const isAsker = useAccount().roles.some(({ role }) => role === 'editor' || role === 'office' || role === 'street');
  const state = filters.get('state') as State | undefined;
  const list = useList<Row>(['consultations', state], cursor =>
    api.call('staff.consultations.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page
      title="征求意见"
      note="问大家，逐条答复，账对上了再公布结果"
      actions={
        isAsker && (
          <Button type="primary" onClick={() => void navigate('/consultations/new')}>
            起草一次征集
          </Button>
        )
      }
    >
      <div className="filters">
        <Select
          aria-label="到哪一步"
          allowClear
          placeholder="全部"
          style={{ width: 160 }}
          value={state}
          onChange={(value?: State) => filters.set({ state: value })}
          options={Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ListTable
        label="征集"
        exportAs={{ table: 'consultations', query: { state } }}
        nothing={state ? '没有这样的征集' : '还没有征集'}
        list={list}
        columns={[
          {
            title: '问什么',
            render: (_, { id, question, title }) => (
              <>
                <Link to={`/consultations/${id}`}>{question}</Link>
                <div className="quiet">{title}</div>
              </>
            ),
          },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '到哪一步', render: (_, row) => <Tag>{STATE_NAMES[row.state]}</Tag> },
          { title: '意见', align: 'right', render: (_, { commentCount }) => commentCount },
          { title: '征集到', render: (_, { closesOn }) => sayDate(closesOn, new Date()) },
          { title: '下一个日子', render: (_, row) => nextDay(row) },
        ]}
      />
    </Page>
  );
}

function sayMissing({ closesOn, outcomeDueOn }: Pick<Row, 'closesOn' | 'outcomeDueOn'>, now: Date): string {
  const days = outcomeAlarm(closesOn, shanghaiDateOf(now.toISOString()));
  return days === null ? `${sayDate(outcomeDueOn, now)}前公布结果` : `结束 ${days} 天了，还没有公布结果`;
}

function nextDay({ state, opensOn, closesOn, closesAt, outcomeDueOn, outcomeAt }: Row): string {
  const now = new Date();
  switch (state) {
    case 'draft':
      return `${sayDate(opensOn, now)}开始`;
    case 'open':
      return sayDaysLeft(closesAt, now);
    case 'closed':
      return sayMissing({ closesOn, outcomeDueOn }, now);
    case 'answered':
      return outcomeAt ? `${sayDate(outcomeAt, now)}公布了结果` : '';
  }
}
