import type { RouteName } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { REQUEST_STATES } from '../../lib/request-states';
import { useList, type List } from '../../lib/use-list';
import type { ListExport } from '../../ui/export-list';
import { ListTable } from '../../ui/list-table';

type Row = RouteAnswer<'staff.annualReport.cases'>['items'][number];
type Asked<N extends RouteName> = Omit<RouteInput<N>['query'], 'limit' | 'cursor' | 'year'> & { year: string };

/** The requests behind one figure of table three. */
export function FigureCases({ title, query }: { title: string; query: Asked<'staff.annualReport.cases'> }) {
  const list = useList<Row>(['annual-cases', query], cursor =>
    api.call('staff.annualReport.cases', { query: { ...query, limit: 50, cursor } }),
  );
  return <Cases title={title} list={list} exportAs={{ table: 'annual-cases', query }} />;
}

/** The requests behind one figure of a period. */
export function PeriodCases({ title, query }: { title: string; query: Asked<'staff.requestFigures.cases'> }) {
  const list = useList<Row>(['figure-cases', query], cursor =>
    api.call('staff.requestFigures.cases', { query: { ...query, limit: 50, cursor } }),
  );
  return <Cases title={title} list={list} exportAs={{ table: 'figure-cases', query }} />;
}

function Cases({ title, list, exportAs }: { title: string; list: List<Row>; exportAs: ListExport }) {
  return (
    <section>
      <h2>{title}</h2>
      <ListTable
        label="这个数字后面的申请"
        nothing="没有申请"
        exportAs={exportAs}
        list={list}
        columns={[
          { title: '申请', render: (_, { id, name }) => <Link to={`/information-requests/${id}`}>{name}</Link> },
          { title: '申请号', render: (_, { number }) => number },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '状态', render: (_, { status }) => <Tag>{REQUEST_STATES[status]}</Tag> },
          { title: '收到', render: (_, { receivedOn }) => receivedOn && sayDate(receivedOn, new Date()) },
        ]}
      />
    </section>
  );
}
