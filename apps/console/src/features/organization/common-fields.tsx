import { Form, Input, Select } from 'antd';
import { required } from '../../lib/required';
import { useAreas } from '../../lib/use-places';
import { DateInput } from '../../ui/date-input';

/** The id is chosen once, by who makes it: it stands in addresses and in what other systems send. */
export function IdField({ isNew }: { isNew: boolean }) {
  if (!isNew) return null;
  return (
    <Form.Item
      name="id"
      label="编号（字母、数字、横线，定下不能改）"
      rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, message: '用字母、数字和横线' }]}
    >
      <Input maxLength={64} autoComplete="off" autoFocus />
    </Form.Item>
  );
}

export function TextField(props: { name: string; label: string; max: number; must?: boolean }) {
  const { name, label, max, must = false } = props;
  return (
    <Form.Item name={name} label={label} {...(must && { rules: required(`请填${label}`) })}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
}

export function ChoiceField(props: { name: string; label: string; options: { value: string; label: string }[] }) {
  const { name, label, options } = props;
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选${label}` }]}>
      <Select options={options} />
    </Form.Item>
  );
}

export function AreaField({ name, label, must = false }: { name: string; label: string; must?: boolean }) {
  return (
    <Form.Item name={name} label={label} {...(must && { rules: [{ required: true, message: `请选${label}` }] })}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={useAreas().options} />
    </Form.Item>
  );
}

export function SinceField() {
  return (
    <Form.Item name="since" label="从哪天起（可以不填）">
      <DateInput />
    </Form.Item>
  );
}
