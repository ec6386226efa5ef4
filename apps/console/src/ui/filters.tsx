import { Input, Select } from 'antd';
import { useFilters } from '../lib/use-filters';

export interface Choice {
  /** Its name in the address. */
  name: string;
  label: string;
  /** Said while nothing is chosen. */
  all: string;
  options: { value: string; label: string }[];
}

/** One of several to filter a list by; what is chosen is in the address. */
export function ChoiceFilter({ choice: { name, label, all, options }, width }: { choice: Choice; width: number }) {
  const filters = useFilters();
  return (
    <Select
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={all}
      style={{ width }}
      value={filters.get(name)}
      onChange={(value?: string) => filters.set({ [name]: value })}
      options={options}
    />
  );
}

interface WordsProps {
  name: string;
  label: string;
  width: number;
  maxLength?: number;
}

/** Words to filter a list by, asked for when they are finished; they are in the address. */
export function WordsFilter({ name, label, width, ...limits }: WordsProps) {
  const filters = useFilters();
  const words = filters.get(name);
  return (
    <Input.Search
      key={words}
      aria-label={label}
      allowClear
      placeholder={label}
      {...limits}
      style={{ width }}
      defaultValue={words}
      onSearch={value => filters.set({ [name]: value.trim() || undefined })}
      enterButton="查"
    />
  );
}
