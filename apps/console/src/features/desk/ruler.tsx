import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayWeekday, startOfDate } from '@bandeng/rules';
import { Tag } from 'antd';

type Desk = RouteAnswer<'staff.desk'>;

/** Fourteen working days and what is due on each; what is late stands on today. Days off that follow one another are one. */
export function Ruler({ desk }: { desk: Desk }) {
  const days = desk.days.filter((day, at) => !(day.off && desk.days[at - 1]?.off));
  const now = startOfDate(desk.today);
  return (
    <ol className="ruler" aria-label="接下来十四个工作日" tabIndex={0}>
      {days.map(({ date, off }) =>
        off ? (
          <li key={date} className="off">
            休
          </li>
        ) : (
          <li
            key={date}
            className={date === desk.today ? 'today' : ''}
            aria-current={date === desk.today ? 'date' : undefined}
          >
            <div>
              {date.endsWith('-01') || date === desk.today ? sayDate(date, now) : Number(date.slice(8))}
              <br />
              {date === desk.today ? '今天' : sayWeekday(date)}
            </div>
            <DueOn desk={desk} date={date} />
          </li>
        ),
      )}
    </ol>
  );
}

function DueOn({ desk: { tasks, today }, date }: { desk: Desk; date: string }) {
  const due = tasks.filter(({ dueOn }) => dueOn === date).length;
  const late = date === today ? tasks.filter(({ dueOn }) => dueOn !== null && dueOn < today).length : 0;
  return (
    <>
      {late > 0 && <Tag color="error">晚 {late} 件</Tag>}
      {due > 0 && <Tag color={date === today ? 'warning' : 'default'}>{due} 件</Tag>}
    </>
  );
}
