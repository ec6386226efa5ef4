import { Segmented } from 'antd';
import { useFilters } from '../../lib/use-filters';

export type TaskState = 'open' | 'done';

/** Open tasks unless asked for those that are done. */
export const stateOf = (text: string | undefined): TaskState => (text === 'done' ? 'done' : 'open');

export function StateFilter() {
  const filters = useFilters();
  return (
    <div className="filters">
      <Segmented<TaskState>
        aria-label="办没办"
        value={stateOf(filters.get('state'))}
        onChange={state => filters.set({ state: state === 'done' ? state : undefined, task: undefined })}
        options={[
          { value: 'open', label: '要办的' },
          { value: 'done', label: '办完的' },
        ]}
      />
    </div>
  );
}
