import type { CampaignPoster } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { api } from '../../lib/http';
import { addressOfFile } from '../../lib/upload';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';

/** What hangs of a campaign: where, since when, until when, and what it looks like there. Not who put it up. */
export function HungPosters({ campaignId }: { campaignId: string }) {
  const list = useList<CampaignPoster>(['grid-posters', campaignId], cursor =>
    api.call('staff.grid.posters.list', { params: { id: campaignId }, query: { limit: 20, cursor } }),
  );
  const now = new Date();
  return (
    <Card title={<h2 className="card-title">贴出的海报</h2>}>
      <ListTable
        label="贴出的海报"
        nothing="还没有贴。网格员在手机上点「贴海报」记下地方和照片，这里就有了"
        list={list}
        columns={[
          { title: '地方', render: (_, { building, area, place }) => `${building ?? area.name} ${place}` },
          { title: '贴的是', render: (_, { item }) => item.title ?? '内容撤下了' },
          { title: '哪天贴的', render: (_, { on }) => sayDate(on, now) },
          {
            title: '揭下来',
            render: (_, { downOn, takeDownOn }) =>
              downOn === null ? `${sayDate(takeDownOn, now)}要揭` : `${sayDate(downOn, now)}揭了`,
          },
          {
            title: '照片',
            render: (_, { photos, place }) =>
              photos.length === 0 ? (
                <span className="quiet">没有</span>
              ) : (
                photos.map(({ id }) => <Photo key={id} id={id} place={place} />)
              ),
          },
        ]}
      />
    </Card>
  );
}

function Photo({ id, place }: { id: string; place: string }) {
  const { data } = useQuery({ queryKey: ['file', id], queryFn: () => addressOfFile(id), staleTime: 200_000 });
  if (!data) return null;
  return (
    <a href={data} target="_blank" rel="noreferrer" className="grid-photo">
      <img src={data} alt={`${place}的海报，点开看大的`} />
    </a>
  );
}
