import type { Block } from '@bandeng/contracts/schemas';
import type { NoticeVersion, RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, Select, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicNotice } from '../../lib/public-page';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { BlocksView } from '../../ui/blocks-view';
import { More } from '../../ui/more';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { Failed } from '../../ui/state';
import './versions.css';

type Diff = RouteAnswer<'notices.versionDiff'>;

/** The versions in which a notice was public, and what one changed of another: as the public sees it. */
export function VersionsPage() {
  const { id = '' } = useParams();
  const filters = useFilters();
  const notice = useQuery({
    queryKey: ['notice', id],
    queryFn: () => api.call('notices.get', { params: { id }, query: {} }),
  });
  const list = useList<NoticeVersion>(['versions', id], cursor =>
    api.call('notices.versions', { params: { id }, query: { limit: 50, cursor } }),
  );
  const shown = list.items.filter(({ isShown }) => isShown);
  const number = Number(filters.get('version') ?? shown[0]?.number ?? 1);
  const before = shown.filter(version => version.number < number);
  const against = Number(filters.get('against') ?? before[0]?.number ?? 0);
  const choices = (versions: readonly NoticeVersion[]) =>
    versions.map(version => ({ value: String(version.number), label: `第 ${version.number} 版` }));
  return (
    <Page
      title={`各个版本：${notice.data?.title ?? ''}`}
      note={<PublicLink to={publicNotice(id)}>公众看到的</PublicLink>}
      actions={
        <Link to={`/notices/${id}`} className="task-go">
          回到这一条
        </Link>
      }
    >
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {list.isLoading && <Skeleton active />}
      <div className="stack">
        <Card>
          <ol className="plain-list versions">
            {list.items.map(version => (
              <Version key={version.number} version={version} />
            ))}
          </ol>
          <More list={list} />
        </Card>
        {before.length > 0 && (
          <>
            <div className="filters">
              <Select
                aria-label="看哪一版"
                style={{ width: 160 }}
                value={String(number)}
                onChange={(version: string) => filters.set({ version, against: undefined })}
                options={choices(shown.filter(version => shown.some(one => one.number < version.number)))}
              />
              <Select
                aria-label="和哪一版比"
                style={{ width: 160 }}
                value={String(against)}
                onChange={(chosen: string) => filters.set({ against: chosen })}
                options={choices(before)}
              />
            </div>
            <Changes id={id} number={number} against={against} />
          </>
        )}
      </div>
    </Page>
  );
}

function Version({ version: { number, from, until, reason, isShown } }: { version: NoticeVersion }) {
  return (
    <li>
      <strong>第 {number} 版</strong>{' '}
      <span className="quiet">
        {sayExactly(from)}
        {until === null ? ' 起，现在公开的' : `到 ${sayExactly(until)}`}
        {!isShown && '，里面有不该公开的，不再展示'}
      </span>
      <p className="prose">{reason ?? '第一次发布'}</p>
    </li>
  );
}

function Changes({ id, number, against }: { id: string; number: number; against: number }) {
  const query = useInfiniteQuery({
    queryKey: ['version diff', id, number, against],
    queryFn: ({ pageParam }): Promise<Diff> =>
      api.call('notices.versionDiff', {
        params: { id, number },
        query: { limit: 100, cursor: pageParam, against },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  const [first] = query.data?.pages ?? [];
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!first) return <Skeleton active />;
  const items = query.data?.pages.flatMap(page => page.items) ?? [];
  const changed = items.filter(({ change }) => change !== 'same');
  const side = (version: number) => `第 ${version} 版`;
  return (
    <Card title={<h2 className="card-title">改了什么</h2>}>
      {first.fields.length + changed.length === 0 && <p>栏目、附件以外的没有变。</p>}
      <div className="version-sides" role="table" aria-label="对照">
        <div role="row" className="version-heads">
          <strong role="columnheader">{side(against)}</strong>
          <strong role="columnheader">{side(number)}</strong>
        </div>
        {first.fields.map(({ field, label, before, after }) => (
          <div role="row" key={field} className="version-row">
            <div role="cell">
              <span className="quiet">{label}</span>
              <p className="prose">{before === null ? '（没有）' : <del>{before}</del>}</p>
            </div>
            <div role="cell">
              <span className="quiet">{label}</span>
              <p className="prose">{after === null ? '（去掉了）' : <ins>{after}</ins>}</p>
            </div>
          </div>
        ))}
        {changed.map(({ change, before, after }, at) => (
          <div role="row" key={at} className={`version-row ${change}`}>
            <Side block={before} nothing="（这里原来没有）" />
            <Side block={after} nothing="（去掉了）" />
          </div>
        ))}
      </div>
      <More
        list={{
          more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
          isLoadingMore: query.isFetchingNextPage,
        }}
      />
    </Card>
  );
}

const Side = ({ block, nothing }: { block: Block | null; nothing: string }) => (
  <div role="cell">{block ? <BlocksView blocks={[block]} look="phone" /> : <p className="quiet">{nothing}</p>}</div>
);
