import type { Notice } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Space } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicEntry, publicNotice } from '../../lib/public-page';
import { DocumentClass } from '../../ui/document-class';
import { MatterCard } from '../../ui/matter-card';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { Channels } from './channels';
import { Correct } from './correct';
import { TakeDown } from './take-down';
import { KeepOurs } from './keep-ours';
import { CLASS_NAMES, KIND_NAMES } from './words';
import './channels.css';

/** One notice: its facts, what hangs on it, and how it is taken down. */
export function NoticePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['notice', id],
    queryFn: () => api.call('notices.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? '公开信息'}
      note={data && `${data.unit.name} · ${KIND_NAMES[data.kind]} · ${sayExactly(data.publishedAt)}发布`}
      actions={
        data && (
          <Space wrap>
            {data.abilities?.correct && <Correct id={id} title={data.title} />}
            {data.abilities?.takeDown && <TakeDown id={id} title={data.title} />}
          </Space>
        )
      }
    >
      <Loaded query={query}>{notice => <Facts notice={notice} />}</Loaded>
    </Page>
  );
}

interface Fact {
  label: string;
  children: ReactNode;
}

/** Of a paper: chosen by who may, read by everybody else. */
const classOf = ({ id, title, kind, documentClass, abilities }: Notice): ReactNode => {
  if (abilities?.['classify']) return <DocumentClass id={id} title={title} value={documentClass} />;
  return documentClass ? CLASS_NAMES[documentClass] : kind === 'regulation' && '没有分类';
};

function factsOf(notice: Notice): Fact[] {
  const now = new Date();
  const dates = [
    { label: '成文', date: notice.madeOn },
    { label: '施行', date: notice.effectiveOn },
    { label: '废止', date: notice.abolishedOn },
  ];
  return [
    { label: '公众看到的', children: <PublicLink to={publicNotice(notice.id)}>打开</PublicLink> },
    {
      label: '版本',
      children: notice.withdrawn === null && (
        <Link to={`/notices/${notice.id}/versions`}>
          第 {notice.version} 版{notice.corrected && `：${notice.corrected.reason}`}
        </Link>
      ),
    },
    { label: '栏目', children: notice.columns.map(({ name }) => name).join('、') },
    { label: '文件分类', children: classOf(notice) },
    { label: '文号', children: notice.documentNumber },
    { label: '索引号', children: notice.indexNumber },
    ...dates.map(({ label, date }) => ({ label, children: date && sayDate(date, now) })),
    { label: '下架', children: notice.takeDownOn && `${sayDate(notice.takeDownOn, now)}零点，系统撤下` },
    {
      label: '公示期',
      children: notice.posting && (
        <Link to={`/postings/${notice.id}`}>
          {sayDate(notice.posting.from, now)}到{sayDate(notice.posting.to, now)}，看异议和下一步
        </Link>
      ),
    },
    { label: '只对谁公开全文', children: notice.limited?.group },
    { label: '哪些地方', children: notice.areas.map(({ name }) => name).join('、') },
    {
      label: '原来的地址',
      children: notice.sourceUrl && (
        <a href={notice.sourceUrl} target="_blank" rel="noreferrer">
          {notice.sourceUrl}
        </a>
      ),
    },
    { label: '读过', children: `${notice.readCount} 次，${notice.usefulCount} 人说有用` },
  ].filter(({ children }) => children);
}

function Facts({ notice }: { notice: Notice }) {
  const { keyPoints, entries, related, attachments } = notice;
  return (
    <div className="stack">
      {notice.withdrawn && (
        <Alert type="warning" showIcon title={`${sayExactly(notice.withdrawn.at)}撤下了：${notice.withdrawn.reason}`} />
      )}
      {notice.sourceDismissed && (
        <Alert
          type="info"
          showIcon
          title={`门户网站送来的不一样，${sayExactly(notice.sourceDismissed.at)}定了用这里的：${notice.sourceDismissed.reason}`}
        />
      )}
      {notice.sourceConflictAt && (
        <Alert
          type="warning"
          showIcon
          title={`门户网站${sayExactly(notice.sourceConflictAt)}送来的和这里更正过的不一样，没有采用`}
          description="公众看到的还是这里更正的。请门户网站照着改；要用门户的，再更正一次。"
          action={<KeepOurs id={notice.id} seen={notice.sourceConflictAt} />}
        />
      )}
      <Card>
        <Descriptions column={1} items={factsOf(notice).map(fact => ({ key: fact.label, ...fact }))} />
      </Card>
      <Listed title="要点" items={keyPoints.map(text => ({ key: text, content: text }))} />
      <Listed
        title="对应的目录事项"
        items={entries.map(({ id, name, domainName }) => ({
          key: id,
          content: (
            <>
              <PublicLink to={publicEntry(id)}>{name}</PublicLink> <span className="quiet">{domainName}</span>
            </>
          ),
        }))}
      />
      <Listed
        title="相关信息"
        items={related.map(({ id, title, kind }) => ({
          key: id,
          content: (
            <>
              <Link to={`/notices/${id}`}>{title}</Link> <span className="quiet">{KIND_NAMES[kind]}</span>
            </>
          ),
        }))}
      />
      <Listed title="附件" items={attachments.map(({ id, name }) => ({ key: id, content: name }))} />
      {notice.abilities?.['correct'] && (
        <MatterCard kind="notice" id={notice.id} unitId={notice.unit.id} stage={notice.stage ?? undefined} />
      )}
      {notice.abilities?.['channels'] && notice.withdrawn === null && (
        <Channels id={notice.id} mayLog={Boolean(notice.abilities['correct'])} />
      )}
      {notice.abilities?.['channels'] && <RecordHistory collection="notices" id={notice.id} />}
    </div>
  );
}

function Listed({ title, items }: { title: string; items: { key: string; content: ReactNode }[] }) {
  if (items.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">{title}</h2>}>
      <ul>
        {items.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    </Card>
  );
}
