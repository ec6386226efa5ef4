import { HIDDEN_FIGURES_LABELS } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { addDays } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { DateInput } from '../../ui/date-input';
import { ChoiceFilter } from '../../ui/filters';
import { Notice } from '../../ui/notice';
import { ExportList } from '../../ui/export-list';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';

type Row = RouteAnswer<'staff.grid.workers'>['items'][number];
const count = (title: string, of: (row: Row) => number, unit: string) => ({
  title,
  align: 'right' as const,
  render: (_: unknown, row: Row) => `${of(row)} ${unit}`,
});

/** 网格员: what each of them did in a span of days, in sums; where somebody was on a day stands nowhere. */
export function WorkersPage() {
  const filters = useFilters();
  const { options } = useGridAreas();
  const to = filters.get('to') ?? dayjs().format('YYYY-MM-DD');
  const from = filters.get('from') ?? addDays(to, -29);
  const area = filters.get('area');
  const query = useQuery({
    queryKey: ['grid-workers', from, to, area],
    queryFn: () => api.call('staff.grid.workers', { query: { from, to, area } }),
  });
  return (
    <Page
      title="网格员"
      note="一段日子里合起来的数；谁哪天几点在哪里，这里没有，也没有记"
      actions={<Rooms here="/grid/workers" />}
    >
      <div className="filters">
        <ChoiceFilter choice={{ name: 'area', label: '哪个地方的', all: '管的全部地方', options }} width={260} />
        <DateInput aria-label="从哪天" value={from} onChange={value => filters.set({ from: value })} />
        <span>到</span>
        <DateInput aria-label="到哪天" value={to} onChange={value => filters.set({ to: value })} />
        <ExportList table="grid-workers" query={{ from, to, area }} />
      </div>
      <Loaded query={query}>
        {({ items, notRepeated, hidden }) =>
          hidden !== null ? (
            <Notice title={HIDDEN_FIGURES_LABELS[hidden]} />
          ) : (
            <div className="stack">
              <p>
                {notRepeated === 0
                  ? '没有敲门不在家、后来没有再去的户。'
                  : `有 ${notRepeated} 户敲门不在家，后来还没有再去。网格员手机上的「今天」会提醒。`}
              </p>
              <section aria-label="网格员">
                <Table<Row>
                  rowKey={({ worker }) => worker.id}
                  size="middle"
                  pagination={false}
                  dataSource={items}
                  scroll={{ x: 'max-content' }}
                  locale={{ emptyText: <Notice title="这段日子没有走访。换一段日子，或者在「派工」里派人" /> }}
                  columns={[
                    { title: '网格员', render: (_, { worker }) => worker.name },
                    count('走访', ({ visits }) => visits, '次'),
                    count('走了', ({ doors }) => doors, '户'),
                    count('不在家', ({ notHome }) => notHome, '次'),
                    count('代录', ({ onBehalf }) => onBehalf, '条'),
                  ]}
                />
              </section>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
