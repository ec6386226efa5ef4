import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { remedyResults, sayDate } from '@bandeng/rules';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';

type Row = RouteAnswer<'staff.annualReport.remedyCases'>['items'][number];
type Query = Omit<RouteInput<'staff.annualReport.remedyCases'>['query'], 'limit' | 'cursor' | 'year'> & {
  year: string;
};

/** The reviews and lawsuits behind one figure of table four. */
export function RemedyCases({ title, query }: { title: string; query: Query }) {
  const list = useList<Row>(['annual-remedies', query], cursor =>
    api.call('staff.annualReport.remedyCases', { query: { ...query, limit: 50, cursor } }),
  );
  const when = (date: string) => sayDate(date, new Date());
  return (
    <section>
      <h2>{title}</h2>
      <ListTable
        label="这个数字后面的复议和诉讼"
        nothing="没有复议或诉讼"
        exportAs={{ table: 'annual-remedies', query }}
        list={list}
        columns={[
          {
            title: '申请',
            render: (_, { request }) => <Link to={`/information-requests/${request.id}`}>{request.name}</Link>,
          },
          { title: '申请号', render: (_, { request }) => request.number },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '机关或法院', render: (_, { organ }) => organ },
          { title: '案号', render: (_, { caseNumber }) => caseNumber },
          { title: '提起', render: (_, { broughtOn }) => when(broughtOn) },
          { title: '结果', render: (_, { ended }) => remedyResults[ended?.result ?? 'pending'] },
          { title: '审结', render: (_, { ended }) => ended && when(ended.on) },
        ]}
      />
    </section>
  );
}
