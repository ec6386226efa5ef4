import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { useAccount } from '../../lib/session';

const SEARCH = { optionFilterProp: 'label' } as const;
const optionsOf = (refs: readonly { id: string; name: string }[] | undefined) =>
  refs?.map(({ id, name }) => ({ value: id, label: name })) ?? [];

/** The units this person may ask for: the own ones, or all of the district. */
export function UnitField() {
  const { roles } = useAccount();
  const mine = roles.filter(({ role }) => role === 'editor' || role === 'office' || role === 'street');
  const isWhole = mine.some(({ unitId, areaId }) => unitId === null && areaId === null);
  const { data = [] } = useQuery({
    queryKey: ['units'],
    queryFn: () => listAll(cursor => api.call('units.list', { query: { limit: 100, cursor } })),
  });
  const units = isWhole ? data : data.filter(({ id }) => mine.some(({ unitId }) => unitId === id));
  return (
    <Form.Item name="unitId" label="哪个单位问" rules={[{ required: true, message: '请选单位' }]}>
      <Select showSearch={SEARCH} options={optionsOf(units)} />
    </Form.Item>
  );
}

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
