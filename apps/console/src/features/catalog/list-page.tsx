import type { ListItem, RouteAnswer } from '@bandeng/contracts/types';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Progress, Table, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { ExportList } from '../../ui/export-list';
import { WordsFilter } from '../../ui/filters';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Failed } from '../../ui/state';
import { ItemMapping } from './item-mapping';
import { StateChoice } from '../../ui/state-choice';
import { ITEM_STATES, sayCoverage } from './words';
import './catalog.css';

type State = ListItem['state'];
type Answer = RouteAnswer<'staff.lists.items'>;
const STATES = Object.keys(ITEM_STATES) as State[];

/** One list: each of its items, and what it is to the catalog. */
export function ListPage() {
  const { id = '' } = useParams();
  const filters = useFilters();
  const state = filters.get('state') as State | undefined;
  const q = filters.get('q');
  const query = useInfiniteQuery({
    queryKey: ['list-items', id, state, q],
    queryFn: ({ pageParam }): Promise<Answer> =>
      api.call('staff.lists.items', { params: { id }, query: { limit: 50, cursor: pageParam, state, q } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  const { data } = query;
  const coverage = data?.pages[0]?.coverage;
  const settled = coverage ? coverage.mapped + coverage.none : 0;
  return (
    <Page
      title="清单对目录"
      note={coverage && `${sayCoverage(coverage)}：${coverage.all} 项里定了 ${settled} 项`}
      actions={
        <>
          <ExportList table="list-items" query={{ of: id, state, q }} />
          <Link to={`/catalog/lists/${id}/changes`} className="task-go">
            看变化
          </Link>
          <Link to="/catalog/lists" className="task-go">
            三张清单
          </Link>
        </>
      }
    >
      {query.error && !data ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div className="stack">
          {coverage && (
            <Progress
              aria-label="定了多少"
              percent={coverage.all === 0 ? 0 : Math.floor((settled * 100) / coverage.all)}
              status="normal"
              strokeColor="var(--ant-color-primary)"
            />
          )}
          <div className="filters">
            <StateChoice states={STATES} names={ITEM_STATES} counts={coverage} />
            <WordsFilter name="q" label="名称、编码、主体里的词" width={260} maxLength={60} />
          </div>
          <section aria-label="清单里的事项">
            <Table
              rowKey="key"
              size="middle"
              loading={query.isLoading}
              dataSource={data?.pages.flatMap(page => page.items) ?? []}
              pagination={false}
              locale={{ emptyText: query.isLoading ? ' ' : <Notice title="没有这样的事项" /> }}
              columns={[
                {
                  title: '清单里的事项',
                  width: 320,
                  render: (_, { name, code, unitText, category }) => (
                    <>
                      {name}
                      <div className="quiet">{[code, category, unitText].filter(Boolean).join(' · ')}</div>
                    </>
                  ),
                },
                { title: '依据', width: 220, render: (_, { basis }) => <span className="two-lines">{basis}</span> },
                { title: '怎么样', width: 100, render: (_, item) => <Tag>{ITEM_STATES[item.state]}</Tag> },
                { title: '对应目录的', render: (_, item) => <ItemMapping listId={id} item={item} /> },
              ]}
            />
            <More
              list={{
                more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
                isLoadingMore: query.isFetchingNextPage,
              }}
            />
          </section>
        </div>
      )}
    </Page>
  );
}
