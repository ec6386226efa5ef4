import type { SlipPad } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PadForm } from './pad-form';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';

/** 便条: pads that were printed, and what became of their slips. */
export function PadsPage() {
  const [isPrinting, setPrinting] = useState(false);
  const { options } = useGridAreas();
  const query = { area: useFilters().get('area') };
  const list = useList<SlipPad>(['grid-pads', query], cursor =>
    api.call('staff.grid.pads.list', { query: { ...query, limit: 50, cursor } }),
  );
  const now = new Date();
  return (
    <Page
      title="便条"
      note="网格员替人记下话，留一张便条；本人以后用自己的微信扫它，就看得到答复"
      actions={
        <>
          <Rooms here="/grid/pads" />
          <Button type="primary" onClick={() => setPrinting(true)}>
            印一本
          </Button>
        </>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={{ name: 'area', label: '哪个地方的', all: '管的全部地方', options }} width={260} />
      </div>
      <ListTable
        label="便条"
        nothing={query.area ? '这里还没有印过' : '还没有印过。点「印一本」，打印、剪开，发给网格员'}
        list={list}
        columns={[
          {
            title: '哪里的',
            render: (_, { area, voidedAt }) => (
              <>
                {area.name} {voidedAt !== null && <Tag>没用的作废了</Tag>}
              </>
            ),
          },
          { title: '什么时候印的', render: (_, { madeAt }) => sayDate(madeAt, now) },
          { title: '谁印的', render: (_, { madeBy }) => madeBy.name },
          { title: '共几张', align: 'right', render: (_, { slips }) => slips.all },
          { title: '没用', align: 'right', render: (_, { slips }) => slips.unused },
          { title: '等本人领', align: 'right', render: (_, { slips }) => slips.open },
          { title: '领了', align: 'right', render: (_, { slips }) => slips.claimed },
          { title: '过期', align: 'right', render: (_, { slips }) => slips.expired },
          { title: '作废', align: 'right', render: (_, { slips }) => slips.void },
          { title: '办理', render: (_, pad) => pad.abilities.void && <VoidPad pad={pad} /> },
        ]}
      />
      {isPrinting && <PadForm areas={options} close={() => setPrinting(false)} />}
    </Page>
  );
}

/** For a pad that was lost, or whose file was never kept. */
function VoidPad({ pad: { id, area, slips } }: { pad: SlipPad }) {
  const act = useAct(() => api.call('staff.grid.pads.void', { params: { id }, body: {} }), '作废了');
  return (
    <Popconfirm
      title={`作废没用的 ${slips.unused} 张？`}
      description="交到居民手里的照样能领。作废了不能再用，网格员填这些编号会被退回。"
      okText="作废"
      cancelText="先不"
      onConfirm={() => act.mutate(undefined)}
    >
      <Button size="small" danger loading={act.isPending} aria-label={`作废没用的：${area.name}，${slips.unused} 张`}>
        作废没用的
      </Button>
    </Popconfirm>
  );
}
