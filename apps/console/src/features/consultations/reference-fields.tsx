import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';

const SEARCH = { optionFilterProp: 'label' } as const;
const optionsOf = (refs: readonly { id: string; name: string }[] | undefined) =>
  refs?.map(({ id, name }) => ({ value: id, label: name })) ?? [];

/** Whom it concerns: it is shown first to who lives there or follows that. */
export function ReferenceFields() {
  const areas = useQuery({
    queryKey: ['areas'],
    queryFn: () => listAll(cursor => api.call('areas.list', { query: { limit: 100, cursor } })),
  });
  const domains = useQuery({
    queryKey: ['domains'],
    queryFn: () => listAll(cursor => api.call('domains.list', { query: { limit: 100, cursor } })),
  });
  return (
    <>
      <Form.Item name="areaIds" label="问哪里的人（不选就是全区）">
        <Select mode="multiple" showSearch={SEARCH} options={optionsOf(areas.data)} />
      </Form.Item>
      <Form.Item name="domainIds" label="哪个领域（可以不选）">
        <Select mode="multiple" showSearch={SEARCH} options={optionsOf(domains.data)} />
      </Form.Item>
    </>
  );
}

/** An edition that is still being made; what differs from the one in force is what is asked. */
export function EditionField() {
  const { data } = useQuery({
    queryKey: ['editions', 'draft'],
    queryFn: () => listAll(cursor => api.call('editions.list', { query: { limit: 100, cursor, state: 'draft' } })),
  });
  return (
    <Form.Item name="editionId" label="哪一版" rules={[{ required: true, message: '请选一版目录' }]}>
      <Select
        notFoundContent="没有在编的目录版本"
        options={data?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
      />
    </Form.Item>
  );
}
