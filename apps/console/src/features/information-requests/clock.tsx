import type { RequestClock } from '@bandeng/contracts/types';
import { sayDate, sayExactly, sayWeekday } from '@bandeng/rules';
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
      {data.recounts.map(({ at, dueOn, provisional }) => (
        <p key={at} className="quiet">
          {sayExactly(at)}放假安排变了，重新算过；原来是
          {dueOn ? sayDate(dueOn, new Date()) : '没有日期'}
          {provisional && '（暂定）'}
        </p>
      ))}
      <Collapse
        ghost
        items={[
          {
            key: 'days',
            label: `逐日看（${data.days.filter(day => day.counted).length} 个工作日）`,
            children: <Days days={data.days} />,
          },
          ...data.earlier.map((days, index) => ({
            key: `earlier-${index}`,
            label: `以前的一段，${sayDate(days[0]!.date, new Date())}起（后来重新计算）`,
            children: <Days days={days} />,
          })),
        ]}
      />
    </Card>
  );
}

function Days({ days }: { days: Day[] }) {
  return (
    <Table<Day>
      rowKey="date"
      size="small"
      pagination={false}
      dataSource={days}
      columns={[
        { title: '日期', render: (_, { date }) => `${sayDate(date, new Date())} ${sayWeekday(date)}` },
        { title: '第几天', render: (_, { number }) => number ?? '' },
        { title: '算不算，为什么', dataIndex: 'reason' },
        { title: '依据', dataIndex: 'article' },
      ]}
    />
  );
}
