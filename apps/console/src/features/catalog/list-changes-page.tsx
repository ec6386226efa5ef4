import type { ListChange, RouteAnswer } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Select, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { ExportList } from '../../ui/export-list';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Failed } from '../../ui/state';
import { FieldChanges } from './field-changes';
import { pathText } from './path-text';
import { CHANGE_NAMES } from './words';
import './catalog.css';

type Answer = RouteAnswer<'staff.lists.changes'>;

/** 动态调整: what a new issue of a list asks of the catalog, written into a draft one by one. */
export function ListChangesPage() {
  const { id = '' } = useParams();
  const filters = useFilters();
  const draft = filters.get('draft');
  const drafts = useQuery({
    queryKey: ['editions', 'draft'],
    queryFn: () => api.call('editions.list', { query: { limit: 100, state: 'draft' } }),
  });
  const query = useInfiniteQuery({
    queryKey: ['list-changes', id],
    queryFn: ({ pageParam }): Promise<Answer> =>
      api.call('staff.lists.changes', { params: { id }, query: { limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  const { data } = query;
  const counts = data?.pages[0]?.counts;
  const items = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Page
      title="动态调整"
      note={
        counts &&
        (['new', 'changed', 'removed', 'same'] as const).map(kind => `${CHANGE_NAMES[kind]} ${counts[kind]}`).join('，')
      }
      actions={
        <Link to={`/catalog/lists/${id}`} className="task-go">
          回到清单
        </Link>
      }
    >
      <div className="filters">
        <Select
          aria-label="写进哪一版草案"
          allowClear
          placeholder="写进哪一版草案（先选，没有就起一个新版本）"
          style={{ width: 420 }}
          value={draft}
          onChange={(value?: string) => filters.set({ draft: value })}
          notFoundContent="没有在编的草案"
          options={drafts.data?.items.map(({ id: value, title }) => ({ value, label: title }))}
        />
        <ExportList table="list-changes" query={{ of: id }} />
      </div>
      {query.error && !data && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isLoading && <Skeleton active paragraph={{ rows: 6 }} />}
      <div className="stack">
        {items.map(item => (
          <ChangeCard key={item.key} item={item} listId={id} draft={draft} />
        ))}
        {data && items.length === 0 && <Notice title="和上一版清单一样，目录不用动" />}
        <More
          list={{
            more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
            isLoadingMore: query.isFetchingNextPage,
          }}
        />
      </div>
    </Page>
  );
}

function ChangeCard({ item, listId, draft }: { item: ListChange; listId: string; draft: string | undefined }) {
  const { change, name, fields, entries, suggestions } = item;
  return (
    <Card size="small" title={<h2 className="card-title">{name}</h2>} extra={<Tag>{CHANGE_NAMES[change]}</Tag>}>
      {change === 'changed' && (
        <ul>
          {fields.map(({ label, before, after }) => (
            <li key={label}>
              清单的{label}：<del className="quiet">{before}</del> → {after ?? '没有了'}
            </li>
          ))}
        </ul>
      )}
      {change === 'new' && (
        <p>
          清单里新来的。
          {suggestions.length > 0
            ? `像目录里的：${suggestions.map(one => pathText([...one.path, one.name])).join('；')}。`
            : '目录里没有像的，可能要加一项。'}{' '}
          <Link to={`/catalog/lists/${listId}?q=${encodeURIComponent(name.slice(0, 60))}`} className="inline-link">
            去对上
          </Link>
        </p>
      )}
      {change !== 'new' && entries.length === 0 && <p className="quiet">没有对应的现行事项，目录不用动。</p>}
      {entries.map(entry => (
        <Proposal key={entry.id} entry={entry} draft={draft} />
      ))}
    </Card>
  );
}

/** What is proposed for one entry; a person says yes. */
function Proposal({ entry, draft }: { entry: ListChange['entries'][number]; draft: string | undefined }) {
  const { id, name, path, edits, remove } = entry;
  const apply = useAct(async (edition: string) => {
    if (remove) await api.call('staff.editions.removeEntry', { params: { id: edition, entryId: id } });
    else {
      const written = edits.map(({ field, before, after }) => ({
        entryId: id,
        field,
        text: after ?? '',
        before: before ?? '',
      }));
      await api.call('staff.editions.edit', { params: { id: edition }, body: { edits: written } });
    }
  }, '写进草案了');
  return (
    <section aria-label={`建议：${name}`} className="proposal">
      <p>
        目录的 <strong>{pathText([...path, name])}</strong>：
        {remove ? '清单里没有了，建议拿掉' : edits.length > 0 ? '建议这样改' : '没有可以照着改的，请自己看一看'}
      </p>
      <FieldChanges fields={edits} />
      {(remove || edits.length > 0) && (
        <Button
          disabled={!draft}
          loading={apply.isPending}
          aria-label={`${remove ? '从草案里拿掉' : '写进草案'}：${name}`}
          onClick={() => draft && apply.mutate(draft)}
        >
          {remove ? '从草案里拿掉' : '写进草案'}
        </Button>
      )}
    </section>
  );
}
