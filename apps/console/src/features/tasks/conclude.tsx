import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ActForm } from '../../ui/act-form';

interface Props {
  /** What is ended, for the head of the form. */
  title: string;
  label: string;
  done: string;
  work: (fields: { conclusion: string }) => Promise<unknown>;
}

/** Ends a task with a sentence that is kept. */
export function Conclude({ title, label, done, work }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" aria-label={`办结：${title}`} onClick={() => setOpen(true)}>
        办结
      </Button>
      {isOpen && (
        <ActForm<{ conclusion: string }, unknown>
          title={title}
          submit="办结"
          done={done}
          close={() => setOpen(false)}
          work={work}
        >
          <Form.Item
            name="conclusion"
            label={label}
            rules={[{ required: true, whitespace: true, message: '请写明怎么办的' }]}
          >
            <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
