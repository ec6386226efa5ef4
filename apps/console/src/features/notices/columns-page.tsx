import type { ColumnDuty } from '@bandeng/contracts/types';
import { COLUMN_STATE_LABELS } from '@bandeng/contracts/routes';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useOwnUnits } from '../../lib/use-own-units';
import { useUnits } from '../../lib/use-places';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { StateChoice } from '../../ui/state-choice';

type State = ColumnDuty['state'];
const STATES = Object.keys(COLUMN_STATE_LABELS) as State[];
const COLOURS: Partial<Record<State, string>> = { late: 'error', empty: 'warning' };

/** Every column with what should stand in it by today; those with nothing new for their limit are flagged. */
export function ColumnsPage() {
  const filters = useFilters();
  const [unit, column] = ['unit', 'column'].map(filters.get);
  const state = filters.get('state') as State | undefined;
  // Who only looks after the columns writes nothing in them.
  const writes = useOwnUnits().length > 0;
  const query = useQuery({
    queryKey: ['column-duties', unit, state],
    queryFn: () => api.call('staff.columns.duties', { query: { limit: 100, unit, state } }),
  });
  return (
    <Page title="栏目" note="多久要有新的，最近一条是哪天，哪些过了期限">
      <div className="filters">
        <ChoiceFilter
          choice={{ name: 'unit', label: '谁负责', all: '全部单位', options: useUnits().options }}
          width={200}
        />
      </div>
      <div className="stack">
        <StateChoice states={STATES} names={COLUMN_STATE_LABELS} counts={query.data?.counts} />
        <ListTable
          label="栏目"
          exportAs={{ table: 'columns', query: { unit, state } }}
          nothing="没有这样的栏目"
          marked={column}
          list={{
            items: query.data?.items ?? [],
            isLoading: query.isLoading,
            error: query.error,
            retry: () => void query.refetch(),
            more: undefined,
            isLoadingMore: false,
          }}
          columns={columnsFor(writes)}
        />
      </div>
    </Page>
  );
}

const WRITE: TableColumnsType<ColumnDuty>[number] = {
  title: '写',
  render: (_, { id, name }) => (
    <Link to={`/notices/drafts?new=${id}`} aria-label={`在“${name}”里写一条`}>
      写一条
    </Link>
  ),
};

const columnsFor = (writes: boolean): TableColumnsType<ColumnDuty> => [
  {
    title: '栏目',
    width: 200,
    render: (_, { id, name, parent, noticeCount }) => (
      <>
        <Link to={`/notices?column=${id}`}>{name}</Link>
        <div className="quiet">
          {parent && `${parent.name} · `}
          {noticeCount} 条
        </div>
      </>
    ),
  },
  {
    title: '谁负责',
    width: 140,
    render: (_, { units }) => units.map(({ name }) => name).join('、') || <span className="quiet">没有定</span>,
  },
  { title: '多久更新', width: 160, render: (_, { rhythm }) => rhythm ?? '' },
  {
    title: '怎么样',
    render: (_, { state }) => state !== 'none' && <Tag color={COLOURS[state]}>{COLUMN_STATE_LABELS[state]}</Tag>,
  },
  {
    title: '最近一条',
    width: 280,
    render: (_, { lastNotice }) =>
      lastNotice && (
        <>
          <Link to={`/notices/${lastNotice.id}`}>{lastNotice.title}</Link>
          <div className="quiet">{sayDate(lastNotice.publishedOn, new Date())}</div>
        </>
      ),
  },
  { title: '下一条最晚', width: 180, render: (_, column) => <NextDue column={column} /> },
  ...(writes ? [WRITE] : []),
];

const SHOWN = 3;
function NextDue({ column: { dueOn, overdue } }: { column: ColumnDuty }) {
  return (
    <>
      {dueOn && sayDate(dueOn, new Date())}
      {overdue.length > 0 && (
        <div className="quiet">
          缺{' '}
          {overdue
            .slice(-SHOWN)
            .map(({ label }) => label)
            .join('、')}
          {overdue.length > SHOWN && ` 等 ${overdue.length} 期`}
        </div>
      )}
    </>
  );
}
