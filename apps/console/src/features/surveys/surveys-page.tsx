import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayDaysLeft } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { STATE_NAMES, type SurveyState } from './words';

type Row = RouteAnswer<'staff.surveys.list'>['items'][number];
const STATES = {
  name: 'state',
  label: '到哪一步',
  all: '全部',
  options: Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label })),
};

/** The questionnaires of my units, or those that stand at one step. */
export function SurveysPage() {
  const state = useFilters().get('state') as SurveyState | undefined;
  const navigate = useNavigate();
  const list = useList<Row>(['surveys', state], cursor =>
    api.call('staff.surveys.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page
      title="问卷"
      note="问一问大家，不记名；写的话看过，数字算好，再一起公布"
      actions={
        <Button type="primary" onClick={() => void navigate('/surveys/new')}>
          起草一份问卷
        </Button>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={STATES} width={160} />
      </div>
      <ListTable
        label="问卷"
        exportAs={{ table: 'surveys', query: { state } }}
        nothing={state ? '没有这样的问卷' : '还没有问卷'}
        list={list}
        columns={[
          { title: '问卷', render: (_, { id, title }) => <Link to={`/surveys/${id}`}>{title}</Link> },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '到哪一步', render: (_, row) => <Tag>{STATE_NAMES[row.state]}</Tag> },
          { title: '题', align: 'right', render: (_, { questionCount }) => questionCount },
          { title: '截止', render: (_, { closesOn }) => sayDate(closesOn, new Date()) },
          { title: '下一个日子', render: (_, row) => nextDay(row) },
        ]}
      />
    </Page>
  );
}

function nextDay({ state, opensOn, closesAt, resultAt }: Row): string {
  const now = new Date();
  if (state === 'draft') return `${sayDate(opensOn, now)}开始`;
  if (state === 'open') return sayDaysLeft(closesAt, now);
  return resultAt ? `${sayDate(resultAt, now)}公布了结果` : '等着公布结果';
}
