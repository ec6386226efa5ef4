import type { RequestClock } from '@bandeng/contracts/types';
import { sayDate, sayWeekday } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Card, Collapse, Table, Tag } from 'antd';
import { api } from '../../lib/http';

type Day = RequestClock['days'][number];

/** How the date was counted, day by day: what a court would ask for. */
export function Clock({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['request-clock', id],
    queryFn: () => api.call('informationRequests.clock', { params: { id }, query: {} }),
  });
  if (!data || data.days.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">期限怎么数的</h2>}>
      <p>{data.explanation}</p>
      {data.provisional && <Tag color="warning">那一年的放假安排还没公布，日期是暂定的</Tag>}
      <Collapse
        ghost
        items={[
          {
            key: 'days',
            label: `逐日看（${data.days.filter(day => day.counted).length} 个工作日）`,
            children: (
              <Table<Day>
                rowKey="date"
                size="small"
                pagination={false}
                dataSource={data.days}
                columns={[
                  { title: '日期', render: (_, { date }) => `${sayDate(date, new Date())} ${sayWeekday(date)}` },
                  { title: '第几天', render: (_, { number }) => number ?? '' },
                  { title: '算不算，为什么', dataIndex: 'reason' },
                ]}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
