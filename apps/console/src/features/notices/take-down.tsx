import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';

/** Takes a notice from the public, with a reason that is kept. */
export function TakeDown({ id, title }: { id: string; title: string }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        撤下
      </Button>
      {isOpen && (
        <ActForm<{ reason: string }, unknown>
          title={`撤下：${title}`}
          submit="撤下"
          done="撤下了，公众只看得到标题和理由"
          close={() => setOpen(false)}
          work={async body => {
            await api.call('staff.notices.takeDown', { params: { id }, body });
            await navigate('/notices');
          }}
        >
          <Form.Item>
            <Alert type="warning" showIcon title="撤下以后，不能在这里放回去。" />
          </Form.Item>
          <Form.Item
            name="reason"
            label="为什么撤下（公众看得到）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
