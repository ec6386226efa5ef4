import type { Building, RouteCall } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { STANDING } from '../../lib/standing';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ExportList } from '../../ui/export-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { CloseAct } from '../../ui/close-act';
import { BuildingForm, nameOf } from './building-form';
import { DoorsImport } from './doors-import';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';

type Query = NonNullable<RouteCall<'staff.grid.buildings.list'>['query']>;

/** Buildings in the order of the walk, grid by grid. Who lives in them stands nowhere. */
export function BuildingsPage() {
  const [changed, setChanged] = useState<Building | 'new'>();
  const filters = useFilters();
  const { options } = useGridAreas();
  const query = { area: filters.get('area'), state: filters.get('state') };
  // One's own areas come first: the whole of what one answers for.
  const place = query.area ?? options[0]?.value;
  const list = useList<Building>(['grid-buildings', query], cursor =>
    api.call('staff.grid.buildings.list', { query: { ...query, limit: 50, cursor } as Query }),
  );
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <Page
      title="楼和门"
      note="只记楼号、门牌和多少天走一次；不记户主，不记为什么"
      actions={
        <>
          <Rooms here="/grid/buildings" />
          <DoorsImport />
          <Button type="primary" onClick={() => setChanged('new')}>
            新增楼
          </Button>
        </>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={{ name: 'area', label: '哪个地方的', all: '管的全部地方', options }} width={260} />
        <ChoiceFilter choice={STANDING} width={160} />
        {place && <ExportList table="grid-doors" query={{ of: place }} text="门表 xlsx，改好能再导入" />}
      </div>
      <ListTable
        label="楼"
        exportAs={{ table: 'grid-buildings', query }}
        nothing={
          isFiltered ? '没有这样的楼' : '还没有楼。下载门表填好，点「导入表格」一次放进来；或者点「新增楼」一栋一栋加'
        }
        list={list}
        columns={[
          {
            title: '楼',
            render: (_, building) => <Link to={`/grid/buildings/${building.id}`}>{nameOf(building)}</Link>,
          },
          { title: '网格', render: (_, { area }) => area.name },
          { title: '第几栋走', align: 'right', render: (_, { position }) => position },
          { title: '门', align: 'right', render: (_, { doors }) => `${doors} 户` },
          {
            title: '办理',
            render: (_, building) =>
              building.closedOn ? (
                <Tag>{sayDate(building.closedOn, new Date())}停用</Tag>
              ) : (
                <Space>
                  <Button size="small" aria-label={`改${nameOf(building)}`} onClick={() => setChanged(building)}>
                    改
                  </Button>
                  <CloseAct
                    name={nameOf(building)}
                    note="楼里的门都不再走访；走过的记录留着。恢复不了。"
                    work={body => api.call('staff.grid.buildings.close', { params: { id: building.id }, body })}
                  />
                </Space>
              ),
          },
        ]}
      />
      {changed && (
        <BuildingForm
          building={changed === 'new' ? undefined : changed}
          areaId={query.area}
          close={() => setChanged(undefined)}
        />
      )}
    </Page>
  );
}
