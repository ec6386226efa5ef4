import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../../../lib/http';
import { Field } from '../../../ui/field';
import { useFound, type Found } from './use-found';
import { useField, useWriting } from './writing';

const find = async (q: string | undefined): Promise<Found[]> => {
  const { items } = await api.call('entries.list', { query: { limit: 20, q } });
  return items.map(({ id, name, domain }) => ({ value: id, label: name, detail: domain.name }));
};

/** The entries of the catalog in force that this notice fulfils. */
export function EntriesField() {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField('entryIds');
  const { found, isFetching, typed, type } = useFound('entries', find);
  const chosen = useQueries({
    queries: content.entryIds.map(id => ({
      queryKey: ['entry', id],
      staleTime: 600_000,
      queryFn: () => api.call('entries.get', { params: { id }, query: {} }),
    })),
  }).map(({ data }, at) => ({ value: content.entryIds[at]!, label: data?.name ?? content.entryIds[at]!, detail: '' }));
  const options = [...found, ...chosen.filter(({ value }) => !found.some(one => one.value === value))];
  return (
    <Field name="entryIds" label="对应的目录事项" hint="写几个字就能找；公开了它，目录里这一项就算完成" faults={faults}>
      {control => (
        <Select
          {...control}
          mode="multiple"
          style={{ width: '100%' }}
          placeholder="找一找"
          showSearch={{ filterOption: false, searchValue: typed, onSearch: type }}
          loading={isFetching}
          value={content.entryIds}
          onChange={entryIds => set({ entryIds })}
          onBlur={onBlur}
          options={options}
          optionRender={({ data: { label, detail } }) => (
            <>
              {label} <span className="quiet">{detail}</span>
            </>
          )}
          notFoundContent="没有找到这样的事项"
        />
      )}
    </Field>
  );
}
