import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { KIND_NAMES, STATE_NAMES, type MeetingState } from './words';

type Row = RouteAnswer<'staff.meetings.list'>['items'][number];
const STATES = { name: 'state', label: '到哪一步', all: '全部', options: optionsOf(STATE_NAMES) };

/** The meetings of my units, or those that stand at one step. */
export function MeetingsPage() {
  const state = useFilters().get('state') as MeetingState | undefined;
  const navigate = useNavigate();
  const list = useList<Row>(['meetings', state], cursor =>
    api.call('staff.meetings.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page
      title="会议"
      note="座谈会、听证会、列席、板凳会：谁来、说了什么、定了什么，都有交代"
      actions={
        <Button type="primary" onClick={() => void navigate('/meetings/new')}>
          筹备一次会议
        </Button>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={STATES} width={200} />
      </div>
      <ListTable
        label="会议"
        exportAs={{ table: 'meetings', query: { state } }}
        nothing={state ? '没有这样的会议' : '还没有会议'}
        list={list}
        columns={[
          { title: '会议', render: (_, { id, title }) => <Link to={`/meetings/${id}`}>{title}</Link> },
          { title: '种类', render: (_, { kind }) => KIND_NAMES[kind] },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '到哪一步', render: (_, row) => <Tag>{STATE_NAMES[row.state]}</Tag> },
          { title: '什么时候开', render: (_, { startsAt }) => sayExactly(startsAt) },
          { title: '报名', render: (_, row) => signUpWords(row) },
        ]}
      />
    </Page>
  );
}

function signUpWords({ signUp }: Row): string {
  if (!signUp) return '只请人来';
  return `${signUp.quota} 个名额，${signUp.isOpen ? '报名中' : `${sayExactly(signUp.closesAt)}截止`}`;
}
