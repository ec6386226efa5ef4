import type { OpinionSummary } from '@bandeng/contracts/types';
import { sayDeadline, sayMinutesLeft } from '@bandeng/rules';
import { Tag } from 'antd';

type Duty = OpinionSummary['duties'][number];
const MINUTE_MS = 60_000;

/** What has to be out, by when, and how many minutes are left; what is late is red and says so. */
export function DutyText({ duty: { dueAt, doneAt }, now }: { duty: Duty; now: Date }) {
  if (dueAt === null)
    return <>{doneAt ? `${sayDeadline(doneAt, now)}做了` : <span className="quiet">没有规定时限</span>}</>;
  const minutes = Math.floor((Date.parse(dueAt) - (doneAt ? Date.parse(doneAt) : now.getTime())) / MINUTE_MS);
  const isLate = minutes < 0;
  if (doneAt)
    return (
      <>
        {sayDeadline(doneAt, now)}做了{' '}
        {isLate ? <Tag color="error">{sayMinutesLeft(minutes)}</Tag> : <span className="quiet">按时</span>}
      </>
    );
  return (
    <>
      {sayDeadline(dueAt, now)}以前{' '}
      {isLate ? <Tag color="error">{sayMinutesLeft(minutes)}</Tag> : <strong>{sayMinutesLeft(minutes)}</strong>}
    </>
  );
}
