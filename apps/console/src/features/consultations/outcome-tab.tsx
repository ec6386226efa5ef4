import type { Ledger } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { Loaded } from '../../ui/state';
import type { Detail } from './consultation-facts';
import { PlainBlocks } from './plain-blocks';
import { PublishForm } from './publish-form';

/** The account of all comments, and the outcome: what keeps it from being published is said before. */
export function OutcomeTab({ consultation }: { consultation: Detail }) {
  const { id, state } = consultation;
  const query = useQuery({
    queryKey: ['ledger', id],
    queryFn: () => api.call('staff.consultations.ledger', { params: { id }, query: {} }),
  });
  return (
    <Loaded query={query}>
      {ledger => (
        <div className="columns">
          <div className="stack">
            {state === 'answered' ? (
              <Outcome id={id} />
            ) : (
              <>
                <Missing consultation={consultation} ledger={ledger} />
                <PublishForm consultation={consultation} ledger={ledger} />
              </>
            )}
          </div>
          <Account id={id} ledger={ledger} />
        </div>
      )}
    </Loaded>
  );
}

function Missing({ consultation: { id, state }, ledger }: { consultation: Detail; ledger: Ledger }) {
  if (state === 'draft') return <Alert type="info" showIcon title="征集还没有开始" />;
  const others = ledger.problems.filter(problem => !problem.includes('还没有答复'));
  if (ledger.balanced && state === 'closed') return <Alert type="success" showIcon title="账对上了，可以公布结果" />;
  return (
    <Alert
      type={ledger.balanced ? 'info' : 'warning'}
      showIcon
      title={ledger.balanced ? '账是平的，征集结束以后可以公布结果' : '账还没对上，现在不能公布结果'}
      description={
        <ul className="problems">
          {state === 'open' && <li>征集还没有结束，还会有新的意见。</li>}
          {ledger.unanswered > 0 && (
            <li>
              {ledger.unanswered} 条意见还没有答复。
              <Link to={`/consultations/${id}?tab=comments&queue=to_answer`}>去答复</Link>
            </li>
          )}
          {others.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
    />
  );
}

/** Rows, a line, and the sum that must be the same on both sides. */
function Account({ id, ledger }: { id: string; ledger: Ledger }) {
  const rows = [
    ['采纳', ledger.adopted],
    ['部分采纳', ledger.partly],
    ['未采纳', ledger.notAdopted],
    ['不属于本次征集范围', ledger.outOfScope],
    ['作者撤回', ledger.withdrawn],
    ['还没有答复', ledger.unanswered],
  ] as const;
  return (
    <Card title={<h2 className="card-title">意见的账</h2>}>
      <table className="plain-table account">
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">一共收到</th>
            <td>
              <Link to={`/consultations/${id}?tab=comments&queue=all`}>{ledger.received}</Link>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="quiet">
        {ledger.persons} 人提的；另有 {ledger.duplicates} 条重复，用主要那条的答复，不另算。
      </p>
    </Card>
  );
}

const sums = (counts: readonly { label: string; count: number }[]): string =>
  counts.map(({ label, count }) => `${label} ${count} 条`).join('，');

function Outcome({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['outcome', id],
    queryFn: () => api.call('consultations.outcome', { params: { id }, query: {} }),
  });
  return (
    <Loaded query={query}>
      {({ summary, publishedAt, byChannel, byTarget }) => (
        <Card title={<h2 className="card-title">公布的结果</h2>}>
          <PlainBlocks blocks={summary} />
          <p className="quiet">
            {sayExactly(publishedAt)}公布 · {sums(byChannel)}
            {byTarget.length > 0 && ` · ${sums(byTarget)}`}
          </p>
          <p>
            <a href={`/api/v1/consultations/${id}/outcome.docx`}>下载 Word 文件</a> ·{' '}
            <a href={`/api/v1/consultations/${id}/outcome.pdf`}>下载 PDF</a>
          </p>
        </Card>
      )}
    </Loaded>
  );
}
