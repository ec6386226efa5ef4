import { Form, Input } from 'antd';
import { required } from '../lib/required';
import { ActForm } from './act-form';

interface FieldProps {
  /** What is asked, and who reads it. */
  label: string;
  /** Said when nothing was written. */
  missing?: string;
  autoFocus?: boolean;
}

/** A few sentences that must be said, in a field called `reason`. */
export function ReasonField({ label, missing = '请写明理由', autoFocus = false }: FieldProps) {
  return (
    <Form.Item name="reason" label={label} rules={required(missing)}>
      <Input.TextArea rows={3} maxLength={500} showCount autoFocus={autoFocus} />
    </Form.Item>
  );
}

interface Props extends Omit<FieldProps, 'autoFocus'> {
  title: string;
  submit: string;
  done: string;
  close: () => void;
  work: (body: { reason: string }) => Promise<unknown>;
}

/** An act that needs its reason and nothing else. */
export function ReasonForm({ label, missing, ...act }: Props) {
  return (
    <ActForm<{ reason: string }, unknown> {...act}>
      <ReasonField label={label} {...(missing !== undefined && { missing })} autoFocus />
    </ActForm>
  );
}
