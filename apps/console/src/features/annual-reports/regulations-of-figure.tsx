import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';

type Row = RouteAnswer<'staff.annualReport.regulations'>['items'][number];
type Query = Pick<RouteInput<'staff.annualReport.regulations'>['query'], 'unit' | 'figure'> & { year: string };

/** The papers behind one figure of table two. */
export function RegulationsOfFigure({ title, query }: { title: string; query: Query }) {
  const list = useList<Row>(['annual-regulations', query], cursor =>
    api.call('staff.annualReport.regulations', { query: { ...query, limit: 50, cursor } }),
  );
  return (
    <section>
      <h3>{title}</h3>
      <ListTable
        label="这个数字后面的文件"
        nothing="没有文件"
        list={list}
        columns={[
          { title: '文件', render: (_, { id, title: name }) => <Link to={`/notices/${id}`}>{name}</Link> },
          { title: '文号', render: (_, { documentNumber }) => documentNumber },
          { title: '制发', render: (_, { madeOn }) => madeOn },
          { title: '施行', render: (_, { effectiveOn }) => effectiveOn },
          { title: '废止', render: (_, { abolishedOn }) => abolishedOn },
        ]}
      />
    </section>
  );
}
