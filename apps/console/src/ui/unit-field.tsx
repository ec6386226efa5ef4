import type { StaffRole } from '@bandeng/contracts/routes';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { useOwnUnits } from '../lib/use-own-units';

interface Props {
  label: string;
  as?: readonly StaffRole[];
  /** The one chosen the last time. */
  last?: string | undefined;
}

/** For a form whose field is `unitId`: the units this person may act for; the only one, or the last, stands there already. */
export function UnitField({ label, as, last }: Props) {
  const form = Form.useFormInstance<{ unitId?: string }>();
  const units = useOwnUnits(as);
  const first = units.length === 1 ? units[0] : units.find(({ value }) => value === last);
  const given = first?.value;
  useEffect(() => {
    if (given !== undefined && !form.getFieldValue('unitId')) form.setFieldValue('unitId', given);
  }, [form, given]);
  return (
    <Form.Item name="unitId" label={label} rules={[{ required: true, message: '请选单位' }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
    </Form.Item>
  );
}
