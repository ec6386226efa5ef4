import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** Years that can be counted with (contracts, GivenDate). */
const FIRST = dayjs('1950-01-01');
const LAST = dayjs('2099-12-31');

interface Props {
  id?: string;
  /** 2026-11-22. */
  value?: string | null | undefined;
  onChange?: (value: string | undefined) => void;
  'aria-label'?: string;
  placeholder?: string;
  autoFocus?: boolean;
}

/** A day, written or picked; in a form it is its date as the contract writes it. */
export function DateInput({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      minDate={FIRST}
      maxDate={LAST}
      value={value ? dayjs(value) : null}
      onChange={day => onChange?.(day ? dayjs(day).format('YYYY-MM-DD') : undefined)}
    />
  );
}
