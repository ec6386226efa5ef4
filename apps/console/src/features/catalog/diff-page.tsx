import type { EntryChange, RouteAnswer } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, Radio, Select, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Failed } from '../../ui/state';
import { FieldChanges } from './field-changes';
import { pathText } from './path-text';
import { CHANGE_NAMES } from './words';
import './catalog.css';

type Change = EntryChange['change'];
type DiffPage = RouteAnswer<'editions.diff'>;

/** One edition against another, entry by entry and column by column. */
export function DiffPage() {
  const { id = '' } = useParams();
  const filters = useFilters();
  const against = filters.get('against');
  const edition = useQuery({
    queryKey: ['edition', id],
    queryFn: () => api.call('editions.get', { params: { id }, query: {} }),
  });
  const others = useQuery({
    queryKey: ['editions', 'to compare'],
    queryFn: () => api.call('editions.list', { query: { limit: 100 } }),
  });
  return (
    <Page
      title={`比较：${edition.data?.title ?? '目录版本'}`}
      note="划掉的是原来的，下面是这一版的"
      actions={
        <Link to={`/catalog/editions/${id}`} className="task-go">
          回到这一版
        </Link>
      }
    >
      <div className="filters">
        <Select
          aria-label="和哪一版比"
          allowClear
          placeholder="和现行的目录比"
          style={{ width: 420 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={against}
          onChange={(value?: string) => filters.set({ against: value })}
          options={others.data?.items
            .filter(other => other.id !== id)
            .map(other => ({ value: other.id, label: other.title }))}
        />
      </div>
      <Changes id={id} against={against} />
    </Page>
  );
}

const KINDS: readonly Change[] = ['changed', 'moved', 'new', 'removed', 'same'];

function Changes({ id, against }: { id: string; against: string | undefined }) {
  const filters = useFilters();
  const change = (filters.get('change') as Change | undefined) ?? 'changed';
  const query = useInfiniteQuery({
    queryKey: ['diff', id, against, change],
    queryFn: ({ pageParam }): Promise<DiffPage> =>
      api.call('editions.diff', { params: { id }, query: { limit: 50, cursor: pageParam, against, change } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  const counts = query.data?.pages[0]?.counts;
  const items = query.data?.pages.flatMap(page => page.items) ?? [];
  if (query.error && !counts) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="stack">
      <Radio.Group
        aria-label="看哪些"
        optionType="button"
        value={change}
        onChange={({ target }) => filters.set({ change: target.value as string })}
        options={KINDS.map(kind => ({
          value: kind,
          label: counts ? `${CHANGE_NAMES[kind]} ${counts[kind]}` : CHANGE_NAMES[kind],
        }))}
      />
      {query.isLoading && <Skeleton active paragraph={{ rows: 6 }} />}
      {items.map(item => (
        <ChangeCard key={item.entryId} item={item} />
      ))}
      {counts && items.length === 0 && <Notice title={`没有${CHANGE_NAMES[change]}的事项`} />}
      <More
        list={{
          more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
          isLoadingMore: query.isFetchingNextPage,
        }}
      />
    </div>
  );
}

function ChangeCard({ item: { change, name, path, fields, moved, commentIds } }: { item: EntryChange }) {
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{name}</h2>}
      extra={
        <>
          <Tag>{CHANGE_NAMES[change]}</Tag>
          {commentIds.length > 0 && <span className="quiet">采纳了 {commentIds.length} 条意见</span>}
        </>
      }
    >
      {path.length > 0 && <p className="quiet">{pathText(path)}</p>}
      {moved && <p className="quiet">{sayMove(moved)}</p>}
      {change === 'same' ? (
        <p className="quiet">一个字没有动</p>
      ) : (
        fields.length > 0 && <FieldChanges fields={fields} />
      )}
    </Card>
  );
}

/** Where it went among the others; below what it went stands in its fields. */
function sayMove({ before, after }: NonNullable<EntryChange['moved']>): string | null {
  if (before.number !== after.number) return `序号原来是 ${before.number}，现在是 ${after.number}`;
  return pathText(before.path) === pathText(after.path) ? '和别的事项的先后变了' : null;
}
