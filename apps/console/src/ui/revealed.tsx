import { Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useAct } from '../lib/use-act';

interface Props {
  masked: string;
  allowed: boolean;
  /** Asks for the whole with the reason, which the server keeps. */
  look: (reason: string) => Promise<string>;
}

/** A masked name or number; whoever needs it writes why, and that is kept. */
export function Revealed({ masked, allowed, look }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const reveal = useAct(async ({ reason }: { reason: string }) => {
    setValue(await look(reason));
    setAsking(false);
  }, '已经记下谁看的、为什么看');
  if (value) return <Typography.Text copyable>{value}</Typography.Text>;
  return (
    <>
      {masked}{' '}
      {allowed && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          看全部
        </Button>
      )}
      <Modal title="为什么要看" open={isAsking} footer={null} onCancel={() => setAsking(false)} destroyOnHidden>
        <Form<{ reason: string }> layout="vertical" onFinish={fields => reveal.mutate(fields)}>
          <Form.Item
            name="reason"
            label="理由（会留在审计记录里）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            看
          </Button>
        </Form>
      </Modal>
    </>
  );
}
