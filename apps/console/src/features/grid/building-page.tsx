import type { Building, Door } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { nameOf } from './building-form';
import { DoorForm, numberOf } from './door-form';
import { Rooms } from './rooms';

/** The doors of a building, by unit, floor and number. */
export function BuildingPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['grid-building', id],
    queryFn: async () => (await api.call('staff.grid.doors.list', { params: { id }, query: { limit: 1 } })).building,
  });
  return <Loaded query={query}>{building => <Doors building={building} />}</Loaded>;
}

function Doors({ building }: { building: Building }) {
  const [changed, setChanged] = useState<Door | 'new'>();
  const { id, area, doors, closedOn } = building;
  const list = useList<Door>(['grid-doors', id], cursor =>
    api.call('staff.grid.doors.list', { params: { id }, query: { limit: 100, cursor } }),
  );
  const now = new Date();
  return (
    <Page
      title={nameOf(building)}
      note={`${area.name} · ${doors} 户${closedOn === null ? '' : ` · ${sayDate(closedOn, now)}停用`}`}
      actions={
        <>
          <Rooms here="" />
          {closedOn === null && (
            <Button type="primary" onClick={() => setChanged('new')}>
              新增门
            </Button>
          )}
        </>
      }
    >
      <ListTable
        label="门"
        nothing={closedOn === null ? '还没有门。点「新增门」，或者在「楼和门」里导入表格' : '这栋楼没有门'}
        list={list}
        columns={[
          { title: '门', render: (_, door) => numberOf(door) },
          { title: '楼层', align: 'right', render: (_, { floor }) => (floor === null ? '' : `${floor} 层`) },
          {
            title: '定期走访',
            render: (_, { visitEveryDays }) => (visitEveryDays === null ? '' : `每 ${visitEveryDays} 天一次`),
          },
          {
            title: '办理',
            render: (_, door) =>
              door.closedOn || closedOn !== null ? (
                <Tag>{door.closedOn ? `${sayDate(door.closedOn, now)}停用` : '楼停用了'}</Tag>
              ) : (
                <Button size="small" aria-label={`改${numberOf(door)}`} onClick={() => setChanged(door)}>
                  改
                </Button>
              ),
          },
        ]}
      />
      {changed && (
        <DoorForm buildingId={id} door={changed === 'new' ? undefined : changed} close={() => setChanged(undefined)} />
      )}
    </Page>
  );
}
