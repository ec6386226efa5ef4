import { Button, Form, Modal, Space } from 'antd';
import type { ReactNode } from 'react';
import { useFirstField } from './use-first-field';

export interface FormFrameProps<Fields extends object> {
  title: string;
  /** The verb on the button. */
  submit: string;
  initial?: Partial<Fields> | undefined;
  close: () => void;
  children: ReactNode;
}

interface Props<Fields extends object> extends FormFrameProps<Fields> {
  isBusy: boolean;
  finish: (fields: Fields) => void;
}

/** A form in a dialog: it begins in its first field, and a click beside it closes nothing. */
export function FormFrame<Fields extends object>(props: Props<Fields>) {
  const { title, submit, initial, isBusy, finish, close, children } = props;
  const { place, afterOpenChange } = useFirstField();
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
      width={640}
      afterOpenChange={afterOpenChange}
    >
      <div ref={place}>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          {...(initial && { initialValues: initial })}
          onFinish={finish}
        >
          {children}
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
