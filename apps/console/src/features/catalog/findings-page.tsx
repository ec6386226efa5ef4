import type { Finding, RouteAnswer } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Radio, Select, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { ExportList } from '../../ui/export-list';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Failed } from '../../ui/state';
import { pathText } from './path-text';
import { FINDING_NAMES } from './words';
import './catalog.css';

type FindingKind = Finding['kind'];
type Answer = RouteAnswer<'staff.editions.findings'>;
const KINDS = Object.keys(FINDING_NAMES) as FindingKind[];

/** What one should look at again before an edition is final. */
export function FindingsPage() {
  const { id = '' } = useParams();
  const filters = useFilters();
  const [domain, guide] = ['domain', 'guide'].map(filters.get);
  const edition = useQuery({
    queryKey: ['edition', id],
    queryFn: () => api.call('editions.get', { params: { id }, query: {} }),
  });
  const others = useQuery({
    queryKey: ['editions', 'to compare'],
    queryFn: () => api.call('editions.list', { query: { limit: 100 } }),
  });
  const choices = [
    {
      name: 'domain',
      label: '哪个领域',
      all: '全部领域',
      width: 200,
      value: domain,
      options: edition.data?.domains.map(one => ({ value: one.id, label: one.name })),
    },
    {
      name: 'guide',
      label: '拿哪一版当指引，看漏了什么',
      all: '拿一版当指引，看漏了什么',
      width: 360,
      value: guide,
      options: others.data?.items
        .filter(other => other.id !== id)
        .map(other => ({ value: other.id, label: other.title })),
    },
  ];
  return (
    <Page
      title={`检查：${edition.data?.title ?? '目录版本'}`}
      note="命名、主体、重复、遗漏。机器看出来的，改不改由你"
      actions={
        <>
          <ExportList table="findings" query={{ of: id, kind: filters.get('kind'), domain, guide }} />
          <Link to={`/catalog/editions/${id}`} className="task-go">
            回到这一版
          </Link>
        </>
      }
    >
      <div className="filters">
        {choices.map(({ name, label, all, width, value, options = [] }) => (
          <Select
            key={name}
            aria-label={label}
            allowClear
            placeholder={all}
            style={{ width }}
            showSearch={{ optionFilterProp: 'label' }}
            value={value}
            onChange={(chosen?: string) => filters.set({ [name]: chosen })}
            options={options}
          />
        ))}
      </div>
      <Findings id={id} domain={domain} guide={guide} />
    </Page>
  );
}

function Findings({ id, domain, guide }: { id: string; domain: string | undefined; guide: string | undefined }) {
  const filters = useFilters();
  const kind = filters.get('kind') as FindingKind | undefined;
  const query = useInfiniteQuery({
    queryKey: ['findings', id, kind, domain, guide],
    queryFn: ({ pageParam }): Promise<Answer> =>
      api.call('staff.editions.findings', {
        params: { id },
        query: { limit: 50, cursor: pageParam, kind, domain, guide },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const counts = query.data?.pages[0]?.counts;
  const sum = counts && Object.values(counts).reduce((all, count) => all + count, 0);
  return (
    <div className="stack">
      <Radio.Group
        aria-label="看哪些"
        optionType="button"
        value={kind ?? ''}
        onChange={({ target }) => filters.set({ kind: target.value as string })}
        options={[
          { value: '', label: sum === undefined ? '全部' : `全部 ${sum}` },
          ...KINDS.map(value => ({
            value,
            label: counts ? `${FINDING_NAMES[value]} ${counts[value]}` : FINDING_NAMES[value],
          })),
        ]}
      />
      <section aria-label="要再看看的">
        <Table
          rowKey="id"
          size="middle"
          loading={query.isLoading}
          dataSource={query.data?.pages.flatMap(page => page.items) ?? []}
          pagination={false}
          locale={{ emptyText: query.isLoading ? ' ' : <Notice title="没有看出什么" /> }}
          columns={[
            { title: '哪一类', width: 110, render: (_, found) => FINDING_NAMES[found.kind] },
            {
              title: '事项',
              width: 380,
              render: (_, found) => (
                <>
                  {found.kind === 'omission' ? found.entry.name : <EntryLink edition={id} entry={found.entry} />}
                  <div className="quiet">{pathText([found.domain.name, ...found.entry.path])}</div>
                </>
              ),
            },
            {
              title: '怎么了',
              render: (_, { message, other }) => (
                <>
                  {message}
                  {other && (
                    <div className="quiet">
                      和它一样的：
                      <EntryLink edition={id} entry={other} />
                    </div>
                  )}
                </>
              ),
            },
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
  );
}

function EntryLink({ edition, entry: { id, name } }: { edition: string; entry: Finding['entry'] }) {
  return <Link to={`/catalog/editions/${edition}?entry=${encodeURIComponent(id)}`}>{name}</Link>;
}
