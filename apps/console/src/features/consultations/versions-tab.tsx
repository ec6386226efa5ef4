import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { More } from '../../ui/more';
import { Failed } from '../../ui/state';
import { CHANGE_NAMES } from './words';

type Version = RouteAnswer<'consultations.versions'>['items'][number];
type Change = RouteAnswer<'consultations.changes'>['items'][number];

/** The drafts people were asked about, the newest first. */
export function VersionsTab({ id }: { id: string }) {
  const list = useList<Version>(['versions', id], cursor =>
    api.call('consultations.versions', { params: { id }, query: { limit: 20, cursor } }),
  );
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />;
  return (
    <div className="stack">
      {list.items.map(version => (
        <VersionCard key={version.id} id={id} version={version} />
      ))}
      <More list={list} />
    </div>
  );
}

function VersionCard({ id, version: { version, publishedAt, reason, counts } }: { id: string; version: Version }) {
  return (
    <Card
      size="small"
      title={<h2 className="card-title">第 {version} 稿</h2>}
      extra={<span className="quiet">{sayExactly(publishedAt)}</span>}
    >
      {reason === null ? (
        <p className="quiet">开始征集时的草案。</p>
      ) : (
        <>
          <p className="prose">{reason}</p>
          <p className="quiet">
            改了 {counts.changed} 处，新增 {counts.new} 处，删去 {counts.removed} 处
          </p>
          <Changes id={id} version={version} />
        </>
      )}
    </Card>
  );
}

function Changes({ id, version }: { id: string; version: number }) {
  const list = useList<Change>(['changes', id, version], cursor =>
    api.call('consultations.changes', { params: { id, version }, query: { limit: 50, cursor } }),
  );
  return (
    <>
      <dl className="fields">
        {list.items.map(change => (
          <div key={change.id}>
            <dt>
              {change.change === 'same'
                ? `${change.labelBefore} → ${change.label}`
                : (change.label ?? change.labelBefore)}{' '}
              <Tag>{change.change === 'same' ? '只改了编号' : CHANGE_NAMES[change.change]}</Tag>
              {change.commentCount > 0 && <span className="quiet"> {change.commentCount} 条意见</span>}
            </dt>
            {change.change !== 'same' && <Words change={change} />}
            {change.adopted.flatMap(({ id: commentId, author, body, proposedText }) => [
              <dd key={commentId} className="quiet">
                照着{author}的意见写的：{proposedText ?? body}
              </dd>,
              <dd key={`${commentId}-link`}>
                <Link to={`/consultations/${id}?tab=comments&queue=adopted&comment=${commentId}`}>看这条意见</Link>
              </dd>,
            ])}
          </div>
        ))}
      </dl>
      <More list={list} />
    </>
  );
}

function Words({ change: { before, after, fields } }: { change: Change }) {
  const pairs = fields.length > 0 ? fields : [{ field: 'text', label: '', before, after }];
  return (
    <>
      {pairs.map(pair => (
        <dd key={pair.field}>
          {pair.label !== '' && <span className="quiet">{pair.label}</span>}
          {pair.before && <del className="prose before">{pair.before}</del>}
          {pair.after && <span className="prose">{pair.after}</span>}
        </dd>
      ))}
    </>
  );
}
