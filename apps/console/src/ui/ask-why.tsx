import { Button, Form, Input, Modal } from 'antd';

interface Props {
  busy: boolean;
  onWhy: (fields: { reason: string }) => void;
  close: () => void;
}

/** Before something of a person is shown: the reason, which the server keeps. */
export function AskWhy({ busy, onWhy, close }: Props) {
  return (
    <Modal title="为什么要看" open footer={null} onCancel={close}>
      <Form<{ reason: string }> layout="vertical" onFinish={onWhy}>
        <Form.Item
          name="reason"
          label="理由（会留在审计记录里）"
          rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          看
        </Button>
      </Form>
    </Modal>
  );
}
