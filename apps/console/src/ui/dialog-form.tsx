import { Alert, Button, Form, Modal, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { sayRefusal } from '../lib/use-act';
import { useFirstField } from './use-first-field';

interface Props<Fields extends object> {
  title: string;
  /** The verb on the button. */
  submit: string;
  initial?: Partial<Fields>;
  /** What is done with it; what it throws is said, and what was written stays. */
  work: (fields: Fields) => unknown;
  close: () => void;
  children: ReactNode;
}

/** Asks for something that becomes part of what is being written; nothing is saved by it. */
export function DialogForm<Fields extends object>({ title, submit, initial, work, close, children }: Props<Fields>) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { place, afterOpenChange } = useFirstField();
  const finish = async (fields: Fields) => {
    setBusy(true);
    try {
      await work(fields);
      close();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
      width={560}
      afterOpenChange={afterOpenChange}
    >
      <div ref={place}>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          {...(initial && { initialValues: initial })}
          onFinish={fields => void finish(fields)}
        >
          {children}
          {error !== undefined && (
            <Form.Item>
              <Alert type="error" showIcon title={sayRefusal(error)} />
            </Form.Item>
          )}
          <Space>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {submit}
            </Button>
            <Button onClick={close}>先不</Button>
          </Space>
        </Form>
      </div>
    </Modal>
  );
}
