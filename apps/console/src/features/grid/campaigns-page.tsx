import { CAMPAIGN_STATE_LABELS } from '@bandeng/contracts/routes';
import type { Campaign, RouteCall } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { CampaignForm } from './campaign-form';
import { Progress } from './progress';
import { Rooms, useIsSender } from './rooms';

type Query = NonNullable<RouteCall<'staff.grid.campaigns.list'>['query']>;
const STATES = {
  name: 'state',
  label: '在走的还是结束的',
  all: '全部任务',
  options: [
    { value: 'current', label: '在走和没开始的' },
    { value: 'over', label: '结束了的' },
  ],
};

/** 入户任务: what is brought to which doors, until when, and how far it came. */
export function CampaignsPage() {
  const [isAdding, setAdding] = useState(false);
  const isSender = useIsSender();
  const query = { state: useFilters().get('state') };
  const list = useList<Campaign>(['grid-campaigns', query], cursor =>
    api.call('staff.grid.campaigns.list', { query: { ...query, limit: 20, cursor } as Query }),
  );
  const now = new Date();
  return (
    <Page
      title="入户任务"
      note="把公开信息和正在征集的草案送到家门口，送到了多少户一眼看得见"
      actions={
        <>
          <Rooms here="/grid" />
          {isSender && (
            <Button type="primary" onClick={() => setAdding(true)}>
              布置任务
            </Button>
          )}
        </>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={STATES} width={180} />
      </div>
      <ListTable
        label="入户任务"
        exportAs={{ table: 'grid-campaigns', query }}
        nothing={
          query.state ? '没有这样的任务' : isSender ? '还没有任务。点「布置任务」，选送什么、送到哪里' : '还没有任务'
        }
        list={list}
        columns={[
          {
            title: '任务',
            render: (_, { id, title, items }) => (
              <>
                <Link to={`/grid/campaigns/${id}`}>{title}</Link>
                <div className="quiet cell-text">送 {items.map(item => item.title).join('、') || '的内容已经撤下'}</div>
              </>
            ),
          },
          { title: '到哪里', render: (_, { areas }) => <div className="cell-text">{sayAreas(areas)}</div> },
          { title: '日子', render: (_, { from, to }) => `${sayDate(from, now)}到${sayDate(to, now)}` },
          { title: '状态', render: (_, { state }) => <Tag>{CAMPAIGN_STATE_LABELS[state]}</Tag> },
          { title: '送到', render: (_, campaign) => <Progress campaign={campaign} /> },
        ]}
      />
      {isAdding && <CampaignForm close={() => setAdding(false)} />}
    </Page>
  );
}

const sayAreas = (areas: Campaign['areas']): string =>
  areas.length > 3 ? `${areas[0]!.name}等 ${areas.length} 处` : areas.map(({ name }) => name).join('、');
