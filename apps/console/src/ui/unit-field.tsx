import type { StaffRole } from '@bandeng/contracts/routes';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { useOwnUnits } from '../lib/use-own-units';

/** For a form whose field is `unitId`: the units this person may act for; the only one stands there already. */
export function UnitField({ label, as }: { label: string; as?: readonly StaffRole[] }) {
  const form = Form.useFormInstance<{ unitId?: string }>();
  const units = useOwnUnits(as);
  const only = units.length === 1 ? units[0]?.value : undefined;
  useEffect(() => {
    if (only !== undefined && !form.getFieldValue('unitId')) form.setFieldValue('unitId', only);
  }, [form, only]);
  return (
    <Form.Item name="unitId" label={label} rules={[{ required: true, message: '请选单位' }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
    </Form.Item>
  );
}
