import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayWeekday, startOfDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { Due } from '../../ui/due';
import { Page } from '../../ui/page';
import { Notice } from '../../ui/notice';
import { Loaded } from '../../ui/state';
import { Counters } from './counters';
import { Ruler } from './ruler';
import { taskLink } from './task-link';

type Desk = RouteAnswer<'staff.desk'>;

/** 办件台: a ruler of the coming days, and what to do, the most pressing first. */
export function DeskPage() {
  const query = useQuery({
    queryKey: ['desk'],
    queryFn: () => api.call('staff.desk', { query: {} }),
    refetchInterval: 60_000,
  });
  const { data } = query;
  return (
    <Page title={data ? headline(data) : '办件台'} note={data && dateLine(data)}>
      <Loaded query={query}>
        {desk => (
          <>
            <Ruler desk={desk} />
            <Counters desk={desk} />
            <Card title={<h2 className="card-title">要办的</h2>} styles={{ body: { padding: 0 } }}>
              <Tasks desk={desk} />
            </Card>
            {desk.more && <p className="quiet">只列出最急的 {desk.tasks.length} 件，办完会补上。</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function headline({ tasks, more }: Desk): string {
  const late = tasks.filter(({ workingDaysLeft }) => (workingDaysLeft ?? 0) < 0).length;
  if (tasks.length === 0) return '手上没有要办的';
  return `手上 ${tasks.length}${more ? ' 件多' : ' 件'}${late > 0 ? `，${late} 件晚了` : ''}`;
}

const dateLine = ({ today, calendarUntil }: Desk): string =>
  `${sayDate(today, startOfDate(today))} ${sayWeekday(today)} · 工作日历已到 ${calendarUntil} 年底`;

function Tasks({ desk: { tasks, today } }: { desk: Desk }) {
  const now = startOfDate(today);
  if (tasks.length === 0) return <Notice title="都办完了" />;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">下一步</th>
          <th scope="col">从哪天等起</th>
          <th scope="col">最晚</th>
          <th scope="col">还剩</th>
          <th scope="col">
            <span className="visually-hidden">去办</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(task => (
          <tr key={`${task.kind}:${task.recordId}`}>
            <td>
              <strong>{task.title}</strong>
              <div className="quiet">{task.note}</div>
            </td>
            <td>{task.step}</td>
            <td>{sayDate(task.since, now)}</td>
            <td>{task.dueOn !== null && `${sayDate(task.dueOn, now)} ${sayWeekday(task.dueOn)}`}</td>
            <td>
              <Due workingDaysLeft={task.workingDaysLeft} />
            </td>
            <td>
              <Link to={taskLink(task)} className="task-go" aria-label={`办理：${task.title}`}>
                办理
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
