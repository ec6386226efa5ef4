import type { PostingDetail } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Steps } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicNotice } from '../../lib/public-page';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { Objections } from './objections';
import { PostingActs } from './posting-acts';
import { STATE_NAMES } from './words';

/** One posting: how far it is, what stands before the next step, and every objection. */
export function PostingPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['posting', id],
    queryFn: () => api.call('staff.postings.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? '公示'}
      note={data && `${data.unit.name} · ${data.kindLabel} · ${STATE_NAMES[data.state]}`}
      actions={data && <PostingActs posting={data} />}
    >
      <Loaded query={query}>
        {posting => (
          <div className="stack">
            <Course posting={posting} />
            <Facts posting={posting} />
            <Objections id={id} />
            <RecordHistory collection="notices" id={id} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The way to the result: each step opens when the one before it is through. */
function Course({ posting }: { posting: PostingDetail }) {
  const { from, to, state, counts, lock, results } = posting;
  const now = new Date();
  const isOver = lock !== 'running';
  const current = state === 'concluded' ? 3 : lock === 'running' ? 0 : lock === 'objections' ? 1 : 2;
  return (
    <>
      <Card title={<h2 className="card-title">到哪一步</h2>}>
        <Steps
          current={current}
          responsive
          items={[
            { title: '公示', content: `${sayDate(from, now)}到${sayDate(to, now)}` },
            {
              title: '异议都有结论',
              content: counts.received === 0 ? '没有收到异议' : `${counts.received} 件，${counts.open} 件没有结论`,
            },
            { title: '公示结束', content: state === 'concluded' ? '结果公布了' : '公布件数和结论' },
            { title: '下一步', content: results.length > 0 ? `发了 ${results.length} 条结果` : '发布结果' },
          ]}
        />
      </Card>
      {lock !== null && state !== 'concluded' && (
        <Alert
          type="info"
          showIcon
          title={isOver ? `还有 ${counts.open} 件异议没有结论` : `公示到${sayDate(to, now)} 24:00`}
          description="在这之前，不能结束公示，跟它相连的结果也发不出去。"
        />
      )}
    </>
  );
}

function Facts({ posting }: { posting: PostingDetail }) {
  const { id, counts, concluded, extended, takeDownOn, results } = posting;
  const now = new Date();
  const said = [
    { key: 'public', label: '公众看到的', children: <PublicLink to={publicNotice(id)}>打开</PublicLink> },
    {
      key: 'counts',
      label: '异议',
      children: `收到 ${counts.received} 件：成立 ${counts.upheld}，部分成立 ${counts.partly}，不成立 ${counts.rejected}，没有结论 ${counts.open}`,
    },
    {
      key: 'extended',
      label: '延长过',
      children: extended && `原来到${sayDate(extended.before, now)}。${extended.reason}`,
    },
    {
      key: 'concluded',
      label: '结束',
      children: concluded && `${concluded.by.name}，${sayExactly(concluded.at)}。${concluded.statement}`,
    },
    { key: 'down', label: '名单收回', children: takeDownOn && `${sayDate(takeDownOn, now)}由系统撤下，只留标题和理由` },
    {
      key: 'results',
      label: '后来的结果',
      children:
        results.length > 0 &&
        results.map(result => (
          <div key={result.id}>
            <Link to={`/notices/${result.id}`}>{result.title}</Link>
          </div>
        )),
    },
  ];
  return (
    <Card>
      <Descriptions column={1} items={said.filter(({ children }) => children)} />
    </Card>
  );
}
