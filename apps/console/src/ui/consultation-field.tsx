import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { api } from '../lib/http';

/** A consultation of my units, for a form whose field is `consultationId`: the newest hundred. */
export function ConsultationField({ label }: { label: string }) {
  const { data } = useQuery({
    queryKey: ['consultations', 'to-link'],
    queryFn: () => api.call('staff.consultations.list', { query: { limit: 100 } }),
  });
  return (
    <Form.Item name="consultationId" label={label}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={data?.items.map(({ id, question }) => ({ value: id, label: question })) ?? []}
      />
    </Form.Item>
  );
}
