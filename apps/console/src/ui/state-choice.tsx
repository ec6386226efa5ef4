import { Radio } from 'antd';
import { useFilters } from '../lib/use-filters';

interface Props<State extends string> {
  states: readonly State[];
  names: Readonly<Record<State, string>>;
  /** How many there are of each, once that is known. */
  counts: Readonly<Record<State | 'all', number>> | undefined;
}

/** All of a list, or those of one state, with how many they are; what is chosen is in the address. */
export function StateChoice<State extends string>({ states, names, counts }: Props<State>) {
  const filters = useFilters();
  const choices = [{ value: '', label: counts ? `全部 ${counts.all}` : '全部' }];
  for (const value of states)
    choices.push({ value, label: counts ? `${names[value]} ${counts[value]}` : names[value] });
  return (
    <Radio.Group
      aria-label="看哪些"
      optionType="button"
      value={filters.get('state') ?? ''}
      onChange={({ target }) => filters.set({ state: target.value as string })}
      options={choices}
    />
  );
}
