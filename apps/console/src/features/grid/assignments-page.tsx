import type { Assignment } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { AssignmentForm } from './assignment-form';
import { PART_POSTS } from './part-choice';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';

/** 派工: who walks which grid, from when to when. */
export function AssignmentsPage() {
  const [changed, setChanged] = useState<Assignment | 'new'>();
  const filters = useFilters();
  const { options } = useGridAreas();
  const { data: workers = [] } = useQuery({
    queryKey: ['grid-workers-to-send'],
    queryFn: async () => (await api.call('staff.grid.assignments.list', { query: { limit: 1 } })).workers,
  });
  const people = workers.map(({ id, name }) => ({ value: id, label: name }));
  const query = { area: filters.get('area'), worker: filters.get('worker') };
  const list = useList<Assignment>(['grid-assignments', query], cursor =>
    api.call('staff.grid.assignments.list', { query: { ...query, limit: 50, cursor } }),
  );
  const now = new Date();
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <Page
      title="派工"
      note="派到网格的人，手机上才有那里的楼、门和要送的内容"
      actions={
        <>
          <Rooms here="/grid/assignments" />
          <Button type="primary" onClick={() => setChanged('new')}>
            派一个人
          </Button>
        </>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={{ name: 'area', label: '哪个地方的', all: '管的全部地方', options }} width={260} />
        <ChoiceFilter choice={{ name: 'worker', label: '谁', all: '全部网格员', options: people }} width={200} />
      </div>
      <ListTable
        label="派工"
        nothing={isFiltered ? '没有这样的派工' : '还没有派过人。点「派一个人」，选网格员和网格'}
        list={list}
        columns={[
          { title: '网格员', render: (_, { worker }) => worker.name },
          {
            title: '走哪里',
            render: (_, { area, part }) =>
              part === null ? (
                area.name
              ) : (
                <>
                  {area.name} <Tag>{`${PART_POSTS[part.kind]}：${part.name}`}</Tag>
                </>
              ),
          },
          { title: '从', render: (_, { from }) => sayDate(from, now) },
          { title: '到', render: (_, { to }) => (to === null ? '一直走' : sayDate(to, now)) },
          {
            title: '办理',
            render: (_, assignment) => (
              <Button
                size="small"
                aria-label={`改日子：${assignment.worker.name}，${assignment.area.name}`}
                onClick={() => setChanged(assignment)}
              >
                改日子
              </Button>
            ),
          },
        ]}
      />
      {changed && (
        <AssignmentForm
          assignment={changed === 'new' ? undefined : changed}
          people={people}
          close={() => setChanged(undefined)}
        />
      )}
    </Page>
  );
}
