import { DOCUMENT_CLASS_LABELS } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { DocumentClass } from '../../ui/document-class';
import { ListTable } from '../../ui/list-table';

type Row = RouteAnswer<'staff.annualReport.regulations'>['items'][number];
type Query = Pick<RouteInput<'staff.annualReport.regulations'>['query'], 'unit' | 'row' | 'figure'> & { year: string };
interface Props {
  title: string;
  query: Query;
  mayClassify: boolean;
}

/** The papers behind one figure of table two, or those that nobody classed; whoever writes the report classes them here. */
export function RegulationsOfFigure({ title, query, mayClassify }: Props) {
  const list = useList<Row>(['annual-regulations', query], cursor =>
    api.call('staff.annualReport.regulations', { query: { ...query, limit: 50, cursor } }),
  );
  return (
    <section>
      <h3>{title}</h3>
      <ListTable
        label={title}
        nothing="没有文件"
        list={list}
        columns={[
          { title: '文件', render: (_, { id, title: name }) => <Link to={`/notices/${id}`}>{name}</Link> },
          {
            title: '文件分类',
            render: (_, { id, title: name, documentClass }) =>
              mayClassify ? (
                <DocumentClass id={id} title={name} value={documentClass} />
              ) : documentClass ? (
                DOCUMENT_CLASS_LABELS[documentClass]
              ) : (
                '没有分类'
              ),
          },
          { title: '文号', render: (_, { documentNumber }) => documentNumber },
          { title: '制发', render: (_, { madeOn }) => madeOn },
          { title: '施行', render: (_, { effectiveOn }) => effectiveOn },
          { title: '废止', render: (_, { abolishedOn }) => abolishedOn },
        ]}
      />
    </section>
  );
}
