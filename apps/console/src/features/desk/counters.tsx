import type { DeskCounter, RouteAnswer } from '@bandeng/contracts/types';
import { addDays } from '@bandeng/rules';
import { Link } from 'react-router';

type Desk = RouteAnswer<'staff.desk'>;

/** What is counted, and the list of just these records; what is late stands out. */
const COUNTERS: Readonly<Record<DeskCounter['kind'], { label: string; list: string; isAlarm?: boolean }>> = {
  requests_late: { label: '申请晚了', list: '/information-requests?dueBy=yesterday', isAlarm: true },
  requests_to_register: { label: '申请待登记', list: '/information-requests?status=awaiting_confirmation' },
  requests_in_progress: { label: '申请办理中', list: '/information-requests?status=in_progress' },
  requests_to_review: { label: '答复待你审', list: '/information-requests?step=review' },
  requests_to_approve: { label: '答复待你批', list: '/information-requests?step=approval' },
  enquiries_late: { label: '留言晚了', list: '/enquiries?dueBy=yesterday', isAlarm: true },
  enquiries_to_accept: { label: '留言待受理', list: '/enquiries?status=submitted' },
  drafts_mine: { label: '我在写的', list: '/notices/drafts?state=writing&mine=true' },
  drafts_in_review: { label: '在审的', list: '/notices/drafts?state=in_review' },
  drafts_scheduled: { label: '到时间就发布', list: '/notices/drafts?state=scheduled' },
  consultations_open: { label: '征集中', list: '/consultations?state=open' },
  consultations_closed: { label: '征集待公布结果', list: '/consultations?state=closed' },
  feedback_open: { label: '纠错要办的', list: '/feedback' },
  nudges_open: { label: '催办要办的', list: '/nudges' },
  audited_today: { label: '今天的审计记录', list: '/audit?from=today&to=today' },
};

/** How much there is of what one works with; each number opens its list. */
export function Counters({ desk: { counters, today } }: { desk: Desk }) {
  if (counters.length === 0) return null;
  const dated = (list: string) => list.replace('yesterday', addDays(today, -1)).replaceAll('today', today);
  return (
    <nav aria-label="手上的数目">
      <ul className="counters">
        {counters.map(({ kind, count, more }) => {
          const { label, list, isAlarm = false } = COUNTERS[kind];
          return (
            <li key={kind}>
              <Link to={dated(list)} className={isAlarm && count > 0 ? 'counter alarm' : 'counter'}>
                <strong>
                  {count}
                  {more && '+'}
                </strong>
                <span>{label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
