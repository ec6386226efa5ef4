import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { ActForm } from '../../ui/act-form';
import { day, required } from './form-parts';

interface Props {
  title: string;
  done: string;
  items: { label: string; missing: string };
  deadline: string;
  ask: (body: { items: string; deadline: string }) => Promise<unknown>;
  close: () => void;
}

/** Something that the applicant is told to do by a day. */
export function AskForm({ title, done, items, deadline: by, ask, close }: Props) {
  return (
    <ActForm<{ items: string; deadline: Dayjs }, unknown>
      title={title}
      submit="发告知"
      done={done}
      close={close}
      work={({ items: told, deadline }) => ask({ items: told, deadline: deadline.format('YYYY-MM-DD') })}
    >
      <Form.Item name="items" label={items.label} rules={required(items.missing)}>
        <Input.TextArea rows={4} maxLength={1000} showCount autoFocus />
      </Form.Item>
      <Form.Item name="deadline" label={by} rules={day}>
        <DatePicker />
      </Form.Item>
    </ActForm>
  );
}
