import { Button } from 'antd';
import './annual.css';

interface Props {
  value: number;
  /** What it counts, for who does not see its place in the table. */
  label: string;
  open: () => void;
}

/** A number of a table that opens what is behind it; nothing is behind none. */
export function Figure({ value, label, open }: Props) {
  if (value === 0) return <span className="quiet">0</span>;
  return (
    <Button type="link" size="small" className="figure" aria-label={`${label}：${value} 件`} onClick={open}>
      {value}
    </Button>
  );
}
