import type { RouteAnswer } from '@bandeng/contracts/types';
import { reportTableTitles, sayDate, sayExactly, tableFourForm, tableThreeForm } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { Page } from '../../ui/page';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { FormTable } from './form-table';
import { ReportActs } from './report-acts';
import { ReportForm } from './report-form';
import { Sources } from './sources';
import { Written } from './report-written';
import { STATES } from './who-handed-in';

export type Report = RouteAnswer<'staff.annualReports.get'>;

/** One annual report: what is missing and what contradicts, the sections, the tables, and handing it in. */
export function ReportPage() {
  const { unit = '', year = '' } = useParams();
  const query = useQuery({
    queryKey: ['annual-report-of', unit, year],
    queryFn: () => api.call('staff.annualReports.get', { params: { unit, year }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      isWide
      title={data?.title ?? '年度报告'}
      note={data && noteOf(data)}
      actions={data && <ReportActs report={data} />}
    >
      <Loaded query={query}>
        {report => (
          <div className="stack">
            <Contradictions report={report} />
            <Missing report={report} />
            {report.abilities?.save ? (
              <ReportForm key={report.revision} report={report} />
            ) : (
              <Written report={report} />
            )}
            <Card title={<h2 className="card-title">{reportTableTitles.three}</h2>}>
              <p>
                <Link to={`/annual-report?year=${report.year}`}>看每个数字后面的申请</Link>
              </p>
              <FormTable label="表三" form={tableThreeForm(report.tables.three)} />
            </Card>
            <Card title={<h2 className="card-title">{reportTableTitles.four}</h2>}>
              <p>
                <Link to={`/annual-report?table=four&year=${report.year}`}>看每个数字后面的复议和诉讼</Link>
              </p>
              <FormTable label="表四" form={tableFourForm(report.tables.four)} />
            </Card>
            <Sources sources={report.sources} />
            {report.saved && (
              <RecordHistory
                collection="annualReports"
                id={`${report.unit.id}.${report.year}`}
                words={takenBack(report)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const noteOf = ({ state, dueOn, isLate, handedIn, saved }: Report): string =>
  [
    STATES[saved ? state : 'none'],
    handedIn ? `${handedIn.by} ${sayExactly(handedIn.at)}交的` : `最晚${sayDate(dueOn, new Date())}`,
    isLate && '晚了',
  ]
    .filter(Boolean)
    .join(' · ');

const takenBack = ({ earlier }: Report) =>
  [...earlier].reverse().map(({ takenBackAt, reason }) => ({
    action: 'annual-report.taken_back',
    at: takenBackAt,
    title: '取回来改',
    text: reason,
  }));

function Contradictions({ report: { contradictions, handedIn } }: { report: Report }) {
  if (handedIn?.explanation)
    return <Alert type="info" showIcon title="交的时候有对不上的地方" description={handedIn.explanation} />;
  if (contradictions.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`有 ${contradictions.length} 处对不上`}
      description={
        <ul>
          {contradictions.map(({ text, caseId }) => (
            <li key={text}>{caseId ? <Link to={`/information-requests/${caseId}`}>{text}</Link> : text}</li>
          ))}
        </ul>
      }
    />
  );
}

function Missing({ report: { missing, state } }: { report: Report }) {
  if (state === 'handed_in') return null;
  const { figures, sections, units } = missing;
  const said = [
    figures.length > 0 && `没有填的数：${figures.join('、')}`,
    sections.length > 0 && `没有写的：${sections.join('、')}`,
    units.length > 0 && `没有交的单位：${units.map(({ name }) => name).join('、')}`,
  ].filter(text => text !== false);
  if (said.length === 0) return null;
  return <Alert type="info" showIcon title="还缺" description={said.join('；')} />;
}
