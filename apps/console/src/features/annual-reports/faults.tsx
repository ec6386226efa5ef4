import { Alert } from 'antd';

interface Props {
  faults: readonly string[];
  /** Said when there are none. */
  holds: string;
}

/** Where the sums of a table do not hold, as sentences. */
export function Faults({ faults, holds }: Props) {
  if (faults.length === 0) return <p className="quiet">{holds}</p>;
  return <Alert type="error" showIcon title="勾稽关系不成立" description={faults.join('；')} />;
}
