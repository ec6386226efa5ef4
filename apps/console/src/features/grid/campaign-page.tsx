import { CAMPAIGN_STATE_LABELS } from '@bandeng/contracts/routes';
import type { Campaign } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Popconfirm, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { HungPosters } from './hung-posters';
import { Posters } from './posters';
import { Progress } from './progress';
import { Rooms, useIsSender } from './rooms';

/** One campaign: what it brings where, and how far it came. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['grid-campaign', id],
    queryFn: () => api.call('staff.grid.campaigns.get', { params: { id } }),
  });
  return <Loaded query={query}>{campaign => <Whole campaign={campaign} />}</Loaded>;
}

function Whole({ campaign }: { campaign: Campaign }) {
  const { id, title, unit, state, from, to, items, areas, abilities } = campaign;
  const now = new Date();
  const isSender = useIsSender();
  const close = useAct(() => api.call('staff.grid.campaigns.close', { params: { id }, body: {} }), '结束了');
  return (
    <Page
      title={title}
      note={`${unit.name}布置 · ${sayDate(from, now)}到${sayDate(to, now)}`}
      actions={
        <>
          <Rooms here="" />
          {abilities.close && (
            <Popconfirm
              title="提前结束这个任务？"
              description="网格员手机上不再有它；送到过的都留着。结束了不能再开。"
              okText="结束"
              cancelText="先不"
              onConfirm={() => close.mutate(undefined)}
            >
              <Button danger loading={close.isPending}>
                提前结束
              </Button>
            </Popconfirm>
          )}
        </>
      }
    >
      <div className="stack">
        <Card title={<h2 className="card-title">送到了多少</h2>} extra={<Tag>{CAMPAIGN_STATE_LABELS[state]}</Tag>}>
          <Progress campaign={campaign} />
          <p>
            <Link className="task-go" to={`/grid/coverage?campaign=${id}`}>
              看送到了哪些楼
            </Link>
          </p>
        </Card>
        <Card title={<h2 className="card-title">送什么</h2>}>
          {items.length === 0 && <p className="quiet">送的内容已经撤下了。可以提前结束，另布置一个。</p>}
          <ul className="problems">
            {items.map(item => (
              <li key={item.id}>
                {item.title} <Link to={`/grid/coverage?${item.kind}=${item.id}`}>这一份送到了哪里</Link>
                {isSender && <Posters item={item} areas={areas} />}
              </li>
            ))}
          </ul>
        </Card>
        <HungPosters campaignId={id} />
        <Card title={<h2 className="card-title">送到哪些地方</h2>}>
          <ul className="problems">
            {areas.map(area => (
              <li key={area.id}>
                <Link to={`/grid/coverage?campaign=${id}&area=${area.id}`}>{area.name}</Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
