import { sayDate } from '@bandeng/rules';
import { Tag } from 'antd';

interface DueCellProps {
  nextStep: { dueOn: string | null; remaining: string | null };
  overdue: boolean;
}

/** The day a case is due, and what is left until then or that it is late. */
export function DueCell({ nextStep: { dueOn, remaining }, overdue }: DueCellProps) {
  return (
    <>
      {dueOn && sayDate(dueOn, new Date())}{' '}
      {overdue ? <Tag color="error">晚了</Tag> : <span className="quiet">{remaining}</span>}
    </>
  );
}
