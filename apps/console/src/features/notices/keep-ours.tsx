import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';

/** What a portal sent was looked at: what was corrected here stays. */
export function KeepOurs({ id, seen }: { id: string; seen: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        看过了，用这里的
      </Button>
      {isOpen && (
        <ActForm<{ reason: string }, unknown>
          title="用这里更正过的"
          submit="用这里的"
          done="记下了，门户再送来别的会再提醒"
          close={() => setOpen(false)}
          work={({ reason }) => api.call('staff.notices.keepOurs', { params: { id }, body: { seen, reason } })}
        >
          <Form.Item
            name="reason"
            label="为什么不用门户的（留在记录里）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={2} maxLength={500} autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
