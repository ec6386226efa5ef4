import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';

type Row = RouteAnswer<'staff.matters.list'>['items'][number];

/** Matters of the district, the newest first. They are made where a notice or a consultation is worked on. */
export function MattersPage() {
  const list = useList<Row>(['matters'], cursor => api.call('staff.matters.list', { query: { limit: 50, cursor } }));
  return (
    <Page
      title="一件事的经过"
      note="同一件事的文件、征集、公示和结果，按五公开放在一起；写信息、办征集的页上归进来，或者立新的"
    >
      <ListTable
        label="事项经过"
        nothing="还没有立过。打开一条信息或一次征集，在「属于哪件事」里立"
        exportAs={{ table: 'matters', query: {} }}
        list={list}
        columns={[
          { title: '事', render: (_, { id, name }) => <Link to={`/matters/${id}`}>{name}</Link> },
          { title: '牵头单位', render: (_, { unit }) => unit.name },
          { title: '归了多少', align: 'right', render: (_, { memberCount }) => `${memberCount} 条` },
          { title: '立的时间', render: (_, { createdAt }) => sayExactly(createdAt) },
        ]}
      />
    </Page>
  );
}
