import type { EntryDuty, RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { publicEntry } from '../../lib/public-page';
import { useFilters } from '../../lib/use-filters';
import { useUnits } from '../../lib/use-places';
import { ChoiceFilter } from '../../ui/filters';
import { ExportList } from '../../ui/export-list';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { Failed } from '../../ui/state';
import { pathText } from './path-text';
import { StateChoice } from '../../ui/state-choice';
import { DUTY_NAMES } from './words';
import './catalog.css';

type Answer = RouteAnswer<'staff.catalog.duties'>;
type State = EntryDuty['state'];
const STATES = Object.keys(DUTY_NAMES) as State[];

/** Should-publish against published, entry by entry and unit by unit. */
export function DutiesPage() {
  const filters = useFilters();
  const [unit, domain, entry] = ['unit', 'domain', 'entry'].map(filters.get);
  const state = filters.get('state') as State | undefined;
  const query = useInfiniteQuery({
    queryKey: ['duties', unit, domain, state, entry],
    queryFn: ({ pageParam }): Promise<Answer> =>
      api.call('staff.catalog.duties', { query: { limit: 50, cursor: pageParam, unit, domain, state, entry } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  const { data } = query;
  const counts = data?.pages[0]?.counts;
  return (
    <Page
      isWide
      title="应公开和已公开"
      note="现行目录里要主动公开的事项：有什么、缺什么、哪一期晚了。按期公开的，看最近十二个月"
      actions={<ExportList table="duties" query={{ unit, domain, state, entry }} />}
    >
      <Filters />
      {entry && (
        <p>
          只看从办件台点进来的这一个事项。<Link to="/catalog/duties">看全部</Link>
        </p>
      )}
      {query.error && !data ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div className="stack">
          <StateChoice states={STATES} names={DUTY_NAMES} counts={counts} />
          {!unit && !entry && <Units units={data?.pages[0]?.units ?? []} />}
          <section aria-label="事项">
            <Table
              rowKey="id"
              size="middle"
              loading={query.isLoading}
              dataSource={data?.pages.flatMap(page => page.items) ?? []}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: query.isLoading ? ' ' : <Notice title="没有这样的事项" /> }}
              columns={COLUMNS}
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

const COLUMNS = [
  {
    title: '事项',
    width: 340,
    render: (_: unknown, { id, name, domain, path }: EntryDuty) => (
      <>
        <PublicLink to={publicEntry(id)}>{name}</PublicLink>
        <div className="quiet">{pathText([domain.name, ...path])}</div>
      </>
    ),
  },
  {
    title: '谁公开',
    width: 170,
    render: (_: unknown, { publishers, publisherText }: EntryDuty) =>
      publishers.length > 0 ? publishers.map(({ name }) => name).join('、') : `${publisherText}（对不上单位）`,
  },
  { title: '时限', width: 220, dataIndex: 'timeLimitsText' },
  {
    title: '怎么样',
    render: (_: unknown, { state }: EntryDuty) => <Tag>{DUTY_NAMES[state]}</Tag>,
  },
  {
    title: '有什么',
    render: (_: unknown, { noticeCount, expected, published, lastPublishedOn }: EntryDuty) => (
      <>
        近两年 {noticeCount} 条{expected !== null && `，应 ${expected} 期，公开了 ${published} 期`}
        {lastPublishedOn && <div className="quiet">最近一条 {sayDate(lastPublishedOn, new Date())}</div>}
      </>
    ),
  },
  {
    title: '哪一期晚了',
    width: 260,
    render: (_: unknown, { late }: EntryDuty) => <Late late={late} />,
  },
];

const SHOWN = 3;
function Late({ late }: { late: EntryDuty['late'] }) {
  const now = new Date();
  return (
    <ul className="plain-list">
      {late.slice(-SHOWN).map(({ label, dueOn, publishedOn, noticeId }) => (
        <li key={dueOn}>
          {label}：最晚 {sayDate(dueOn, now)}，
          {publishedOn && noticeId ? (
            <Link to={`/notices/${noticeId}`}>{sayDate(publishedOn, now)}才公开</Link>
          ) : (
            '还没有'
          )}
        </li>
      ))}
      {late.length > SHOWN && <li className="quiet">再早还有 {late.length - SHOWN} 期</li>}
    </ul>
  );
}

function Units({ units }: { units: Answer['units'] }) {
  const filters = useFilters();
  if (units.length === 0) return null;
  return (
    <Card size="small" title={<h2 className="card-title">各单位</h2>}>
      <Table
        aria-label="各单位"
        rowKey={({ unit }) => unit.id}
        size="small"
        dataSource={units}
        pagination={units.length > 8 && { pageSize: 8, showSizeChanger: false }}
        columns={[
          {
            title: '单位',
            render: (_, { unit }) => (
              <Link to={`/catalog/duties?unit=${encodeURIComponent(unit.id)}${kept(filters.get('state'))}`}>
                {unit.name}
              </Link>
            ),
          },
          { title: '应公开', align: 'right', dataIndex: 'all' },
          ...STATES.map(state => ({ title: DUTY_NAMES[state], align: 'right' as const, dataIndex: state })),
        ]}
      />
    </Card>
  );
}

const kept = (state: string | undefined): string => (state ? `&state=${state}` : '');

function Filters() {
  const units = useUnits();
  const domains = useQuery({
    queryKey: ['domains'],
    queryFn: () => listAll(cursor => api.call('domains.list', { query: { limit: 100, cursor } })),
  });
  const choices = [
    { name: 'unit', label: '哪个单位', all: '全部单位', options: units.options },
    {
      name: 'domain',
      label: '哪个领域',
      all: '全部领域',
      options: (domains.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return (
    <div className="filters">
      {choices.map(choice => (
        <ChoiceFilter key={choice.name} choice={choice} width={200} />
      ))}
    </div>
  );
}
